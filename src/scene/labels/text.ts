/** Text and lines in SVG. Anchors are visual, left or right; this file translates them for right-to-left text. */
import { isAscii } from "../../base/ascii.js";
import { type Attributes, type Node, node } from "../node.js";
import { round } from "../path.js";
import { INK } from "../theme.js";

/** The first letter with a direction is right-to-left (Unicode Standard Annex 9, rule P2). */
const FIRST_STRONG_RTL =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export function isRightToLeft(text: string): boolean {
  return !isAscii(text) && FIRST_STRONG_RTL.test(text);
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: 400 | 600;
  /** Opacity of the text colour. */
  readonly ink?: number;
  readonly anchor?: "left" | "middle" | "right";
  readonly className?: string;
  readonly lang?: string | undefined;
  readonly hidden?: boolean;
  /** Right-to-left text; by default the first letter with a direction decides. */
  readonly rtl?: boolean;
}

export function textNode(key: string, x: number, y: number, text: string, style: TextStyle = {}): Node {
  return node("text", key, { x, y, ...textAttributes(text, style) }, text);
}

/** Several lines of text, one `tspan` each. */
export function linesNode(
  key: string,
  x: number,
  y: number,
  lines: readonly string[],
  lineHeight: number,
  style: TextStyle = {},
): Node {
  if (lines.length === 1) return textNode(key, x, y, lines[0] as string, style);
  const spans = lines.map((line, i) => node("tspan", String(i), { x, y: y + i * lineHeight }, line));
  return node("text", key, textAttributes(lines[0] ?? "", style), spans);
}

export function textAttributes(text: string, style: TextStyle): Attributes {
  const { size = 12, weight = 400, ink = 1, anchor = "left", className, lang, hidden } = style;
  const { rtl = isRightToLeft(text) } = style;
  const end = rtl ? "left" : "right";
  return {
    ...(className ? { className } : {}),
    ...(lang ? { lang } : {}),
    ...(rtl ? { direction: "rtl" as const } : {}),
    ...(hidden ? { ariaHidden: true as const } : {}),
    fontSize: size,
    fontWeight: weight === 600 ? 600 : undefined,
    fillOpacity: ink === 1 ? undefined : ink,
    textAnchor: anchor === "middle" ? "middle" : anchor === end ? "end" : undefined,
  };
}

/** Text in the muted text colour. */
export function mutedText(key: string, x: number, y: number, text: string, style: TextStyle = {}): Node {
  return textNode(key, x, y, text, { ink: INK.muted, ...style });
}

/** Vertical lines `[x, y1, y2]` in one path, which is faster to draw and move than one element each. */
export function verticalLines(
  key: string,
  lines: readonly (readonly [number, number, number])[],
  opacity: number,
): Node {
  const d = lines.map(([x, y1, y2]) => `M${round(x)} ${round(y1)}V${round(y2)}`).join("");
  return node("path", key, { d, fill: "none", stroke: "currentColor", strokeOpacity: opacity });
}

/** A line in the text colour. */
export function inkLine(key: string, x1: number, y1: number, x2: number, y2: number, opacity: number, width = 1): Node {
  return node("line", key, {
    x1,
    y1,
    x2,
    y2,
    stroke: "currentColor",
    strokeOpacity: opacity === 1 ? undefined : opacity,
    strokeWidth: width === 1 ? undefined : width,
  });
}
