/** One event's mark: its glyph, a target to hit it by, and a ring when it is selected. */
import { memoByScope } from "../../base/memo.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { MarkBox } from "../../layout/marks/lane-layout.js";
import { entryId, eventColor, isDimmed, type SceneContext } from "../context.js";
import { type Glyph, glyphExtent, glyphNodes } from "./glyph.js";
import { isWide } from "../../layout/marks/mark-size.js";
import { eventName } from "../accessible-names.js";
import { type Attributes, type Node, node } from "../node.js";
import type { Paint } from "./paint.js";
import { translateTo, round } from "../path.js";
import { INK } from "../theme.js";

const MARK_TARGET = 24;
/** Browsers count px in 24 bits: what begins further out than this is not moved there and back. */
const ORIGIN_MAX = 10_000;

export function markPaint(event: PlacedEvent, context: SceneContext): Paint {
  const { surface } = context.theme;
  if (isDimmed(context, event)) return { color: "currentColor", surface, ink: true };
  return { color: eventColor(context, event), surface };
}

/** Where a mark is drawn from, in px along the axis: a dot from its middle, so that it is the same dot at every zoom. */
export function markOrigin(mark: MarkBox): number {
  const { t0, t1 } = mark;
  const origin = isDot(mark) ? (t0 + t1) / 2 : t0;
  return Math.abs(origin) < ORIGIN_MAX ? origin : 0;
}

/** As short as this its length does not show. */
function isDot({ event, t0, t1, height, claims, members, core }: MarkBox): boolean {
  const { kind } = event.span;
  const bare = claims.length === 0 && members.length === 0 && core === undefined;
  return bare && kind !== "interval" && kind !== "before" && kind !== "after" && !isWide(t0, t1, height);
}

/** Moves an event to the origin of its mark: mark and label are drawn about it, and from frame to frame one attribute changes. */
export function translateToOrigin(mark: MarkBox, vertical: boolean): string {
  const origin = markOrigin(mark);
  return vertical ? translateTo(0, origin) : translateTo(origin, 0);
}

/**
 * A mark is drawn about its origin.
 *
 * @param base across the axis: the middle of the mark
 * @param stem from a mark that stepped away to the lane line, drawn under it, counted from the origin of the mark
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
    // The very same parts need not be compared from frame to frame.
    children: stem ? [stem, ...parts] : parts,
  };
}

interface Drawing {
  readonly attributes: Attributes;
  readonly parts: readonly Node[];
}

/** The same length gives the same mark. */
const cachedDrawing = memoByScope(
  (context: SceneContext, event: PlacedEvent, length: number, height: number, vertical: boolean): Drawing =>
    drawing({ event, t0: 0, t1: length, height, claims: [], members: [], core: undefined }, vertical, context),
);

function drawing(mark: RelativeMark, vertical: boolean, context: SceneContext): Drawing {
  return { attributes: markAttributes(mark.event, context), parts: partsOf(mark, vertical, context) };
}

/** What a page says of a mark. A file has the label for it. */
function markAttributes(event: PlacedEvent, context: SceneContext): Attributes {
  if (context.standalone) return { className: "dl-mark" };
  return {
    className: "dl-mark",
    href: `#${entryId(context, event)}`,
    ariaLabel: eventName(event, context.locale),
    ariaCurrent: context.selected === event.id ? "true" : undefined,
  };
}

type RelativeMark = Pick<MarkBox, "event" | "t0" | "t1" | "height" | "claims" | "members" | "core">;

/** The extents of a mark, counted from where it is moved to. */
function relativeTo(origin: number, { event, t0, t1, height, claims, members, core }: MarkBox): RelativeMark {
  const moved = ([from, to]: readonly [number, number]): readonly [number, number] => [from - origin, to - origin];
  return {
    event,
    t0: t0 - origin,
    t1: round(t1 - origin),
    height,
    claims: claims.map((t) => t - origin),
    members: members.map(moved),
    core: core && moved(core),
  };
}

/** Its length says all. */
function isPlain({ t0, claims, members, core }: RelativeMark): boolean {
  return t0 === 0 && claims.length === 0 && members.length === 0 && core === undefined;
}

function partsOf(mark: RelativeMark, vertical: boolean, context: SceneContext): readonly Node[] {
  const { event } = mark;
  const glyph: Glyph = { ...mark, base: 0, vertical, span: event.span, status: event.status };
  const [from, to] = glyphExtent(glyph);
  const middle = (from + to) / 2;
  const length = Math.max(MARK_TARGET, to - from);
  const glyphs = glyphNodes(glyph, markPaint(event, context));
  return [
    ...(isDimmed(context, event) ? [node("g", "glyph", { opacity: INK.markDim }, glyphs)] : glyphs),
    node("rect", "target", {
      ...box(middle - length / 2, length, MARK_TARGET, vertical),
      fill: "none",
      pointerEvents: "all",
    }),
    ...(context.selected === event.id ? [ring(from, to, mark.height, vertical)] : []),
  ];
}

function box(t: number, length: number, across: number, vertical: boolean): Attributes {
  return vertical
    ? { x: -across / 2, y: t, width: across, height: length }
    : { x: t, y: -across / 2, width: length, height: across };
}

/** Round a dot a circle, round anything longer a frame that keeps the same distance. */
function ring(from: number, to: number, height: number, vertical: boolean): Node {
  const gap = 4;
  const across = height + 2 * gap;
  return node("rect", "ring", {
    className: "dl-ring",
    ...box(from - gap, to - from + 2 * gap, across, vertical),
    rx: across / 2,
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 2,
  });
}
