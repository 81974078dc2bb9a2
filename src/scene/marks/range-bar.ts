/** A range as a rule that carries its name: the fill says how well it stands, the ends what kind of boundary they are. */
import type { Attributes, Node } from "../node.js";
import { node } from "../node.js";
import { boxPath, Pen, round } from "../path.js";
import { type Glyph, glyphNodes } from "./glyph.js";
import { fillLane, outline, type Paint, strokeLane } from "./paint.js";
import { bar, diamond, type Shape, tapered } from "./shape.js";

/** Opacity of the shelf over the bar, on which the name stands, in a light figure and in a dark one. */
const SHELF = 0.12;
const SHELF_DARK = 0.2;
const LENGTH_MIN = 3;
/** A rule whose fill or ends say something is so high, in px, and its outline so wide. */
const TELLING_HEIGHT = 5;
const OUTLINE = 1.25;
/** Length of a bar without a start, in px. */
const ONE_SIDED_LENGTH = 20;
/** Length of a soft end, and part of a bar that an end takes at most, in px. */
const TIP = 10;
const END_PART = 0.4;
/** Length of the arrow of what goes on, how far it reaches beyond the end, and its head, in px. */
const ARROW = 9;
const ARROW_BEYOND = 3;
const HEAD = 4;
/** Distances and radii of the dots of an unknown end, from the end back, in px. */
const DOTS = [
  [1, 0.9],
  [5, 1.25],
  [9.5, 1.6],
] as const;
/** Distance of the strokes of what is denied, in px. */
const STROKES = 8;
/** Half the height of the stroke at a date that a source gives, in px. */
const CLAIM_REACH = 4.5;

/** @param shelf height of the shelf over the middle of the rule, in px; 0 for none */
export function rangeBarNodes(glyph: Glyph, shelf: number, paint: Paint): Node[] {
  const { t1, height, span, status, claims } = glyph;
  // What began nobody knows when has its end alone on the axis.
  const t0 = span.openStart ? Math.min(glyph.t0, t1 - ONE_SIDED_LENGTH) : glyph.t0;
  const claimed = claims.length > 1 ? [claimNode(claims, paint)] : [];
  const isShort = span.kind === "moment" && t1 - t0 < height + 4;
  if (isShort || !["moment", "interval"].includes(span.kind)) {
    return [...glyphNodes({ ...glyph, claims: [], span: { ...span, uncertain: false } }, paint), ...claimed];
  }
  const length = Math.max(LENGTH_MIN, t1 - t0);
  const ends = { from: t0, to: t0 + length };
  const extras: Node[] = [];
  const room = length * END_PART;
  if (span.openEnd === "open") {
    ends.to -= Math.min(room, ARROW - ARROW_BEYOND);
    extras.push(arrow(t0 + length + ARROW_BEYOND, 1, paint));
  }
  if (span.openStart === "open") {
    ends.from += Math.min(room, ARROW - ARROW_BEYOND);
    extras.push(arrow(t0 - ARROW_BEYOND, -1, paint));
  }
  if (span.openEnd === "unknown") {
    ends.to -= Math.min(room, TIP + 2);
    extras.push(dots(t0 + length, -1, paint));
  }
  if (span.openStart === "unknown") {
    ends.from += Math.min(room, TIP + 2);
    extras.push(dots(t0, 1, paint));
  }
  const { shape, plain } = shapeOf(glyph, ends.from, ends.to);
  const rule =
    status === "confirmed"
      ? [
          plain
            ? node("path", "body", {
                d: boxPath(ends.from, -height / 2, ends.to - ends.from, height),
                ...fillLane(paint),
              })
            : node("path", "body", { d: shape.whole(0), ...fillLane(paint) }),
        ]
      : tellingNodes(glyph, shape, ends, paint);
  return [...(shelf > 0 ? [shelfNode(t0, length, shelf, height, paint)] : []), ...rule, ...extras, ...claimed];
}

function shelfNode(t0: number, length: number, shelf: number, height: number, paint: Paint): Node {
  const attributes: Attributes = { ...fillLane(paint), fillOpacity: isDark(paint.surface) ? SHELF_DARK : SHELF };
  return node("path", "shelf", { d: boxPath(t0, -height / 2 - shelf + 1, length, shelf - 1), ...attributes });
}

/** The outline of a rule, and whether it is a plain one. */
function shapeOf({ span, status, core }: Glyph, from: number, to: number): { shape: Shape; plain: boolean } {
  const pen = (): Pen => new Pen(false, 0);
  const isSoft = (end: Glyph["span"]["from"]): boolean => Boolean(end?.soft || end?.approximate);
  const softStart = isSoft(span.from);
  const softEnd = span.kind === "interval" ? isSoft(span.to) : softStart;
  if (softStart || softEnd) {
    const tip = Math.min(TIP, (to - from) * END_PART);
    const a = softStart ? (core ? Math.max(from, core[0]) : from + tip) : from;
    const b = softEnd ? (core ? Math.min(to, core[1]) : to - tip) : to;
    const body: [number, number] = a <= b ? [a, b] : [(from + to) / 2, (from + to) / 2];
    const tips = [softStart ? from : undefined, softEnd ? to : undefined] as const;
    return { shape: tapered(pen, body, tips, TELLING_HEIGHT), plain: false };
  }
  if (status === "planned") {
    return { shape: diamond(pen, from, Math.max(to, from + TELLING_HEIGHT), TELLING_HEIGHT), plain: false };
  }
  return { shape: bar(pen, from, to, TELLING_HEIGHT), plain: true };
}

/** A rule whose fill says that something is not certain. */
function tellingNodes(
  { status }: Glyph,
  shape: Shape,
  { from, to }: { readonly from: number; readonly to: number },
  paint: Paint,
): Node[] {
  const dash = status === "presumed" ? "3 2" : undefined;
  const body = node("path", "body", { d: shape.whole(OUTLINE / 2), ...outline(paint, OUTLINE, dash) });
  if (status === "disputed") return [body, node("path", "half", { d: shape.half(), ...fillLane(paint) })];
  if (status !== "denied") return [body];
  let d = "";
  for (let x = from + 1; x + TELLING_HEIGHT <= to; x += STROKES) {
    d += `M${round(x)} ${TELLING_HEIGHT / 2}l${TELLING_HEIGHT} ${-TELLING_HEIGHT}`;
  }
  return [body, node("path", "strokes", { d, ...strokeLane(paint, OUTLINE) })];
}

function arrow(tip: number, out: 1 | -1, paint: Paint): Node {
  const d = `M${round(tip - out * ARROW)} 0h${out * ARROW}m${-out * HEAD} ${-HEAD}l${out * HEAD} ${HEAD}l${-out * HEAD} ${HEAD}`;
  return node("path", `arrow${out}`, { d, ...strokeLane(paint, 1.75) });
}

function dots(end: number, back: 1 | -1, paint: Paint): Node {
  const circles = DOTS.map(([at, r], i) => node("circle", String(i), { cx: end + back * at, r, ...fillLane(paint) }));
  return node("g", `dots${-back}`, {}, circles);
}

/** A stroke across the rule at each date that a source gives. */
function claimNode(claims: readonly number[], paint: Paint): Node {
  const d = claims.map((t) => `M${round(t)} ${-CLAIM_REACH}v${2 * CLAIM_REACH}`).join("");
  return node("path", "claims", { d, ...strokeLane(paint, 1.75) });
}

/** Whether a surface, written as a hex colour, is darker than the middle. */
function isDark(surface: string): boolean {
  return Number.parseInt(surface.slice(3, 5), 16) < 0x80;
}
