/** Draws an event's mark: its glyph, a click target, and a ring when it is selected. */
import { memoByScope } from "../../base/memo.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { MarkBox } from "../../layout/marks/lane-layout.js";
import { entryId, eventColor, isDimmed, type SceneContext } from "../context.js";
import { rangeBarNodes } from "./range-bar.js";
import { type Glyph, glyphExtent, glyphNodes } from "./glyph.js";
import { isWide } from "../../layout/marks/mark-size.js";
import { eventName } from "../accessible-names.js";
import { type Attributes, type Node, node } from "../node.js";
import type { Paint } from "./paint.js";
import { translateTo, round } from "../path.js";
import { INK } from "../theme.js";

/** Smallest size of a click target, in px. */
const MARK_TARGET = 24;
/** Largest origin, in px: browsers calculate coordinates with 24 bits, so a mark further out is not translated. */
const ORIGIN_MAX = 10_000;

/** Colours of an event's mark; grey while another event is selected. */
function markPaint(event: PlacedEvent, context: SceneContext): Paint {
  const { surface } = context.theme;
  if (isDimmed(context, event)) return { color: "currentColor", surface, ink: true };
  return { color: eventColor(context, event), surface };
}

/** Origin of a mark along the axis, in px: the middle of a dot, which then is the same node at every zoom, or the start. */
export function markOrigin(mark: MarkBox): number {
  const { t0, t1 } = mark;
  const origin = isDot(mark) ? (t0 + t1) / 2 : t0;
  return Math.abs(origin) < ORIGIN_MAX ? origin : 0;
}

/** As short as this its length does not show. */
function isDot({ event, t0, t1, height, claims, members, core, bar }: MarkBox): boolean {
  if (bar) return false;
  const { kind } = event.span;
  const bare = claims.length === 0 && members.length === 0 && core === undefined;
  return bare && kind !== "interval" && kind !== "before" && kind !== "after" && !isWide(t0, t1, height);
}

/** The transform to the origin of an event's mark. Mark and label are relative to it, so a frame changes one attribute. */
export function translateToOrigin(mark: MarkBox, vertical: boolean): string {
  const origin = markOrigin(mark);
  return vertical ? translateTo(0, origin) : translateTo(origin, 0);
}

/**
 * Draws a mark relative to its origin.
 *
 * @param base middle of the mark across the axis, in px
 * @param stem line from a stacked mark to the lane line, relative to the origin; painted below the mark
 */
export function markNode(mark: MarkBox, base: number, vertical: boolean, context: SceneContext, stem?: Node): Node {
  const origin = markOrigin(mark);
  const own = origin !== 0 && isDot(mark) ? { ...mark, t0: 0, t1: 0 } : relativeTo(origin, mark);
  const { attributes, parts } = isPlain(own)
    ? cachedDrawing(context, own.event, own.t1, own.height, vertical)
    : drawing(own, vertical, context);
  const transform = vertical ? translateTo(base, 0) : translateTo(0, base);
  return {
    tag: context.standalone ? "g" : "a",
    key: "mark",
    attributes: { ...attributes, transform },
    // The painter skips nodes that are identical to those of the frame before.
    children: stem ? [stem, ...parts] : parts,
  };
}

interface Drawing {
  readonly attributes: Attributes;
  readonly parts: readonly Node[];
}

/** The drawing of a mark that depends only on its length, cached. */
const cachedDrawing = memoByScope(
  (context: SceneContext, event: PlacedEvent, length: number, height: number, vertical: boolean): Drawing =>
    drawing({ event, t0: 0, t1: length, height, claims: [], members: [], core: undefined }, vertical, context),
);

function drawing(mark: RelativeMark, vertical: boolean, context: SceneContext): Drawing {
  return { attributes: markAttributes(mark.event, context), parts: partsOf(mark, vertical, context) };
}

/** Attributes of a mark. In a page it is a named link; in a file the label has the text. */
export function markAttributes(event: PlacedEvent, context: SceneContext): Attributes {
  if (context.standalone) return { className: "dl-mark" };
  return {
    className: "dl-mark",
    href: `#${entryId(context, event)}`,
    ariaLabel: eventName(event, context.locale, context.sinceBefore?.(event)),
    ariaCurrent: context.selected === event.id ? "true" : undefined,
  };
}

type RelativeMark = Pick<
  MarkBox,
  "event" | "t0" | "t1" | "height" | "claims" | "members" | "core" | "forkBelow" | "bar"
>;

/** The extents of a mark, counted from where it is moved to. */
function relativeTo(
  origin: number,
  { event, t0, t1, height, claims, members, core, forkBelow = false, bar }: MarkBox,
): RelativeMark {
  const moved = ([from, to]: readonly [number, number]): readonly [number, number] => [from - origin, to - origin];
  return {
    event,
    t0: t0 - origin,
    t1: round(t1 - origin),
    height,
    claims: claims.map((t) => t - origin),
    members: members.map(moved),
    core: core && moved(core),
    forkBelow,
    ...(bar ? { bar } : {}),
  };
}

/** Its length says all. */
function isPlain({ t0, claims, members, core, bar }: RelativeMark): boolean {
  return t0 === 0 && bar === undefined && claims.length === 0 && members.length === 0 && core === undefined;
}

function partsOf(mark: RelativeMark, vertical: boolean, context: SceneContext): readonly Node[] {
  const { event } = mark;
  const glyph: Glyph = { ...mark, base: 0, vertical, span: event.span, status: event.status };
  const [from, to] = glyphExtent(glyph);
  const middle = (from + to) / 2;
  const length = Math.max(MARK_TARGET, to - from);
  const paint = markPaint(event, context);
  const glyphs = mark.bar ? rangeBarNodes(glyph, mark.bar.shelf, paint) : glyphNodes(glyph, paint);
  return [
    ...(isDimmed(context, event) ? [node("g", "glyph", { opacity: INK.markDim }, glyphs)] : glyphs),
    node("rect", "target", {
      ...markRect(middle - length / 2, length, MARK_TARGET, vertical),
      fill: "none",
      pointerEvents: "all",
    }),
    ...(context.selected === event.id ? [ring(from, to, mark.height, vertical)] : []),
  ];
}

/** A rectangle along the axis, astride the middle of a mark. */
export function markRect(t: number, length: number, across: number, vertical: boolean): Attributes {
  return vertical
    ? { x: -across / 2, y: t, width: across, height: length }
    : { x: t, y: -across / 2, width: length, height: across };
}

/** The ring of the selected mark: a circle around a dot, a rounded frame around a bar. */
function ring(from: number, to: number, height: number, vertical: boolean): Node {
  const gap = 4;
  const across = height + 2 * gap;
  return node("rect", "ring", {
    className: "dl-ring",
    ...markRect(from - gap, to - from + 2 * gap, across, vertical),
    rx: across / 2,
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 2,
  });
}
