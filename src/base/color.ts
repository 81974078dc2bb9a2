/** Colours from data: a name of the palette or a hex value. Nothing else, because a colour attribute can load a URL. */

export const PALETTE = ["blue", "brick", "teal", "plum", "ochre", "moss", "slate", "rose"] as const;
export type PaletteName = (typeof PALETTE)[number];

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** A palette name, or a hex colour as six lower-case digits; `undefined` for anything else. */
export function readColor(value: unknown): PaletteName | `#${string}` | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if ((PALETTE as readonly string[]).includes(text)) return text as PaletteName;
  if (!HEX.test(text)) return undefined;
  const digits = text.slice(1);
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join("") : digits;
  return `#${full}`;
}
