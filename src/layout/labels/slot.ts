/**
 * The pair rule of labels. Extents with fixed pixel widths move apart as the scale grows, so every pair of labels has one
 * scale from which it is clear, at every greater scale too. Panning, zooming and the order of input cannot change it.
 */
import { LEADER_OFFSET_MAX, LEADER_GAP } from "../metrics.js";

/** What a label is attached to: the event's mark, in units of the axis. */
export interface Anchor {
  /** Beginning of the event. */
  readonly position: number;
  /** Length of the event; 0 for an instant. */
  readonly length: number;
  /** Height of its mark, in px; a dot is as wide. */
  readonly mark: number;
  /** First and last date that its sources give, where they differ: a fork is drawn there on the far side of the line. */
  readonly fork?: readonly [from: number, to: number] | undefined;
}

/** Size of a label in one of its forms, in px. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** Where a label stands about its leader line: on which side of the lane line, how far from it, and to which hand it flows. */
export interface Slot {
  readonly above: boolean;
  /** True when the text ends at the leader line. */
  readonly left: boolean;
  /** From the lane line to the near edge of the text, in px. */
  readonly offset: number;
}

export type Box = Slot & LabelSize;

/** A leader line with half its stroke, in px. */
const LEADER = 1;
/** A leader line keeps this distance from the text of others, in px. */
export const TEXT_CLEARANCE = 6;
/** Between two texts side by side, in px. */
export const SIDE_GAP = 12;
/** Between two rows of text, and the least of it where rows stand close, in px. */
export const TEXT_ROW_GAP = 5;
export const CLOSE_ROW_GAP = 2;
/** Labels further apart than their widths and this never meet, in px. */
export const LABELS_APART = 40;
/** Between two marks on the lane line, in px. */
const MARKS_GAP = 1;
/** From the lane line to the end of a fork beyond half its mark, in px. */
export const FORK_DEPTH = 14;

/** How far after its event's beginning a leader line stands, in px: in the middle of a dot, in the end of a pill. */
export function leaderOffset(length: number, scale: number): number {
  return Math.min((length * scale) / 2, LEADER_OFFSET_MAX);
}

/**
 * The smallest scale from which two leader lines stay at least `distance` px apart.
 *
 * @param gap from the earlier beginning to the later one, in units of the axis
 * @param first length of the earlier event; its leader line moves away from its beginning while it is short
 * @param second length of the later event
 */
export function scaleForDistance(gap: number, distance: number, first: number, second: number): number {
  if (distance <= 0) return 0;
  if (gap <= 0) return Number.POSITIVE_INFINITY;
  if (first <= 0 && second <= 0) return distance / gap;
  // Between these scales, from which a leader line stays at its offset, the distance is linear in the scale.
  const one = bendOf(first);
  const other = bendOf(second);
  const high = one > other ? one : other;
  const low = one > other ? other : one;
  const far = (distance + (first > 0 ? LEADER_OFFSET_MAX : 0) - (second > 0 ? LEADER_OFFSET_MAX : 0)) / gap;
  if (far >= high) return far;
  const atLow = leadersApart(gap, low, first, second);
  const [from, begin, to, end] =
    atLow < distance ? [low, atLow, high, leadersApart(gap, high, first, second)] : [0, 0, low, atLow];
  return from + ((distance - begin) / (end - begin)) * (to - from);
}

/** Distance of two leader lines at a scale, in px. */
function leadersApart(gap: number, scale: number, first: number, second: number): number {
  return gap * scale + leaderOffset(second, scale) - leaderOffset(first, scale);
}

/** The scale from which a leader line stays at its offset from the event's beginning; 0 for an instant. */
function bendOf(length: number): number {
  return length > 0 ? (2 * LEADER_OFFSET_MAX) / length : 0;
}

/** The smallest distance of two leader lines at a scale and all greater ones, in px; other arguments as above. */
export function leastDistance(gap: number, scale: number, first: number, second: number): number {
  const now = leadersApart(gap, scale, first, second);
  // Where the earlier one is the longer, its leader line may come nearer until it has moved as far as it does.
  const bend = bendOf(first);
  return bend > scale ? Math.min(now, leadersApart(gap, bend, first, second)) : now;
}

/** The smallest scale from which the marks of two events stay apart; infinite for events that overlap in time. */
export function marksClearFrom(a: Anchor, b: Anchor): number {
  const middle = b.position + b.length / 2 - (a.position + a.length / 2);
  const gap = Math.abs(middle);
  const dots = scaleFor((a.mark + b.mark) / 2 + MARKS_GAP, gap);
  if (a.length === 0 && b.length === 0) return dots;
  const [first, second] = middle >= 0 ? [a, b] : [b, a];
  const between = gap - first.length / 2 - second.length / 2;
  // What follows at once touches and does not overlap. Sums of times may be off by a rounding.
  if (between < -1e-9 * (first.length + second.length)) return Number.POSITIVE_INFINITY;
  return Math.max(
    dots,
    scaleFor(MARKS_GAP + second.mark / 2, gap - first.length / 2),
    scaleFor(MARKS_GAP + first.mark / 2, gap - second.length / 2),
  );
}

function scaleFor(px: number, room: number): number {
  return room > 0 ? px / room : Number.POSITIVE_INFINITY;
}

/** A mark that is so much longer than high is no dot, in px. */
const WIDE = 4;
/** From a mark beside the line to text under it, in px. */
export const UNDER_MARK = 2;

/** Whether text would lie on its own mark where that sits beside the line: a dot is clear of it, a bar is not. */
export function liesOnMark({ length, mark }: Anchor, { offset, height }: Box, scale: number): boolean {
  return height > 0 && length * scale > mark + WIDE && offset < mark + UNDER_MARK;
}

/** The smallest scale from which two marks are clear that sit on either side of the line as long as they would touch. */
export function astrideClearFrom(a: Anchor, boxA: Box, b: Anchor, boxB: Box): number {
  if (a.length === 0 && b.length === 0) return 0;
  const apart = marksClearFrom(a, b);
  const until = Math.min(apart, Number.MAX_VALUE);
  return liesOnMark(a, boxA, until) || liesOnMark(b, boxB, until) ? apart : 0;
}

/** How far a label reaches from its leader line to one hand, in px. */
export function leaderReach(box: Box, left: boolean): number {
  return box.left === left ? LEADER_GAP + box.width : LEADER;
}

/** Smallest distance between two leader lines at which their labels are clear, in px; `a` stands left of `b`. */
export function leaderDistance(a: Box, b: Box): number {
  if (a.above !== b.above) return 0;
  const right = leaderReach(a, false);
  const left = leaderReach(b, true);
  const deeper =
    a.offset >= b.offset + b.height + CLOSE_ROW_GAP
      ? a
      : b.offset >= a.offset + a.height + CLOSE_ROW_GAP
        ? b
        : undefined;
  if (!deeper) return right + left + SIDE_GAP;
  return (deeper === a ? left : right) + TEXT_CLEARANCE;
}

/** The smallest scale from which a text is clear of the fork of another event on its side of the line. */
export function forkClearFrom({ position, length }: Anchor, box: Box, other: Anchor, otherAbove: boolean): number {
  if (!other.fork || box.above === otherAbove || box.offset >= other.mark / 2 + FORK_DEPTH) return 0;
  const [from, to] = other.fork;
  const reach = (left: boolean): number => (box.left === left ? LEADER_GAP + box.width : LEADER) + TEXT_CLEARANCE;
  if (position <= from) return scaleForDistance(from - position, reach(false), length, 0);
  if (position >= to) return scaleForDistance(position - to, reach(true), 0, length);
  return Number.POSITIVE_INFINITY;
}

/**
 * The smallest scale from which two labels and their marks are clear of each other.
 *
 * @param astride whether marks that touch may sit on either side of the line, as their labels do
 */
export function clearFrom(a: Anchor, boxA: Box, b: Anchor, boxB: Box, astride: boolean): number {
  if (b.position < a.position) return clearFrom(b, boxB, a, boxA, astride);
  const distance = leaderDistance(boxA, boxB);
  const apart = distance > 0 ? scaleForDistance(b.position - a.position, distance, a.length, b.length) : 0;
  if (apart === Number.POSITIVE_INFINITY) return apart;
  const marks = astride && boxA.above !== boxB.above ? astrideClearFrom(a, boxA, b, boxB) : marksClearFrom(a, b);
  if (!a.fork && !b.fork) return Math.max(apart, marks);
  return Math.max(apart, marks, forkClearFrom(a, boxA, b, boxB.above), forkClearFrom(b, boxB, a, boxA.above));
}
