/**
 * Colours of a figure. Greys are `currentColor` with an opacity, so one set serves light, dark, print and forced colours.
 * Lane colours and the surface are attributes with a class, so that a stylesheet can replace them.
 */
import type { PaletteName } from "../base/color.js";

export interface Theme {
  /** Background colour, behind marks and their halos. */
  readonly surface: string;
  readonly ink: string;
  readonly palette: Readonly<Record<PaletteName, string>>;
}

const LIGHT: Theme = {
  surface: "#ffffff",
  ink: "#1b1c1f",
  palette: {
    blue: "#2a54a6",
    brick: "#a34b3c",
    teal: "#1e9595",
    plum: "#48183f",
    ochre: "#a67e23",
    moss: "#254104",
    slate: "#5b5e61",
    rose: "#d5548a",
  },
};

const DARK: Theme = {
  surface: "#15171b",
  ink: "#eceae6",
  palette: {
    blue: "#79a2ee",
    brick: "#c97151",
    teal: "#74e0db",
    plum: "#a26ea4",
    ochre: "#fad27a",
    moss: "#9cbf8b",
    slate: "#8e9397",
    rose: "#fda0c0",
  },
};

/** Resolves the option `theme`. `auto` is written as light; a stylesheet turns it dark. */
export function themeOf(
  option: "auto" | "light" | "dark" | (Partial<Omit<Theme, "palette">> & { palette?: Partial<Theme["palette"]> }),
): Theme {
  if (option === "dark") return DARK;
  if (typeof option === "string") return LIGHT;
  return { ...LIGHT, ...option, palette: { ...LIGHT.palette, ...option.palette } };
}

/** Opacities of the text colour, by use. */
export const INK = {
  muted: 0.7,
  dim: 0.66,
  axis: 0.6,
  markDim: 0.55,
  line: 0.5,
  tick: 0.35,
  lane: 0.28,
  hair: 0.16,
  tint: 0.2,
  clusterTint: 0.16,
  band: 0.045,
  /** An era's band with its own colour. */
  tintedBand: 0.1,
} as const;

/** Resolves a lane's colour. */
export function laneColor(theme: Theme, color: PaletteName | `#${string}`): string {
  return color.startsWith("#") ? color : theme.palette[color as PaletteName];
}

/** The class with which a stylesheet replaces a palette colour; empty for an author's own colour. */
export function laneClass(color: PaletteName | `#${string}`): string {
  return color.startsWith("#") ? "" : `dl-${color}`;
}
