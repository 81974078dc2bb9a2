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

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const TEXT_CONTRAST = 4.5;
const MIX_STEP = 0.02;

/** The colour of a lane, mixed with ink until text in it has contrast enough on two bands one over the other. */
export function laneInk({ surface, ink }: Theme, color: string): string {
  const [lane, dark, light] = [color, ink, surface].map(channels) as [Rgb, Rgb, Rgb];
  const band = mix(mix(light, dark, INK.band), dark, INK.band);
  for (let part = 0; part < 1; part += MIX_STEP) {
    const mixed = mix(lane, dark, part);
    if (contrast(mixed, band) >= TEXT_CONTRAST)
      return `#${mixed.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("")}`;
  }
  return ink;
}

type Rgb = readonly [number, number, number];

function channels(hex: string): Rgb {
  const at = (i: number): number => Number.parseInt(hex.slice(i, i + 2), 16);
  return [at(1), at(3), at(5)];
}

function mix(a: Rgb, b: Rgb, part: number): Rgb {
  return a.map((c, i) => c + ((b[i] as number) - c) * part) as unknown as Rgb;
}

function contrast(a: Rgb, b: Rgb): number {
  const luminance = (rgb: Rgb): number => {
    const [r, g, blue] = rgb.map((c) =>
      c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    ) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The class that lets a stylesheet replace a palette colour; a colour of the author's own has none. */
export function laneClass(color: PaletteName | `#${string}`): string {
  return color.startsWith("#") ? "" : `dl-${color}`;
}
