/**
 * Scales map time to places on the axis. Each scale has its own unit of the axis: milliseconds for the proportional scale, and
 * for the others a unit in which the drawing is linear. Layout and scene are linear in these units.
 */
import { firstIndex } from "../base/bisect.js";
import type { Instant } from "./span.js";

export type ScaleType = "time" | "segmented" | "compressed" | "equal" | "log";

/** An empty stretch that is drawn shorter than it is. */
export interface Fold {
  readonly start: Instant;
  readonly end: Instant;
  /** The beginning of the fold on the axis. */
  readonly from: number;
  readonly to: number;
}

/** A part of time that a segmented scale draws with one slope. */
export interface ScaleSegment {
  readonly start: Instant;
  readonly end: Instant;
  /** The beginning of the segment on the axis. */
  readonly from: number;
  readonly to: number;
}

export interface Scale {
  readonly type: ScaleType;
  /** The axis from its beginning to its end, in units of the axis. */
  readonly domain: readonly [number, number];
  /** The times at both ends of the domain. */
  readonly times: readonly [Instant, Instant];
  readonly folds: readonly Fold[];
  /** The segments of a segmented scale, in order of time; the first and the last reach to the ends of the domain. */
  readonly segments?: readonly ScaleSegment[];
  /** True when no event says which time to show. */
  readonly isEmpty?: true;
  /** The year from which "years ago" count: that of the option `now` or of the latest event. */
  readonly presentYear?: number;
  /** The instant from which a logarithmic scale measures distances. */
  readonly origin?: Instant;
  /** Maps a time to a place. Defined for all times. */
  position(time: Instant): number;
  /**
   * The place where an interval that ends at a time is drawn to. It differs from `position` where events are evenly spaced or
   * have a row each: there the length of a stretch is the number of events that begin in it.
   */
  endPosition(time: Instant): number;
  /** Maps a place to a time: the inverse of `position`. */
  timeAt(place: number): Instant;
}

/** The proportional scale: one unit is one millisecond. */
export function timeScale(start: Instant, end: Instant): Scale {
  return {
    type: "time",
    domain: [start, end],
    times: [start, end],
    folds: [],
    position: (time) => time,
    endPosition: (time) => time,
    timeAt: (place) => place,
  };
}

/** A point of the piecewise linear mapping: a place of the axis and its time. */
export interface Knot {
  readonly time: Instant;
  readonly place: number;
}

/** A scale that is linear between knots. Beyond its ends it continues with the slope of the outermost stretch. */
function piecewise(
  type: ScaleType,
  knots: readonly Knot[],
  domain: readonly [number, number],
  folds: readonly Fold[],
): Scale {
  const position = (time: Instant): number => interpolate(knots, "time", "place", time);
  const timeAt = (place: number): Instant => interpolate(knots, "place", "time", place);
  const endPosition = type === "equal" ? (time: Instant): number => lastBefore(knots, time) : position;
  return { type, domain, times: [timeAt(domain[0]), timeAt(domain[1])], folds, position, endPosition, timeAt };
}

/**
 * A proportional scale with the given stretches folded to a fixed length, in units of the axis (ms of open time).
 *
 * @param gaps stretches to fold, in order of time, apart from each other and inside `start` to `end`
 */
export function compressedScale(
  start: Instant,
  end: Instant,
  gaps: readonly (readonly [Instant, Instant])[],
  foldLength: number,
): Scale {
  const knots: Knot[] = [{ time: start, place: 0 }];
  const folds: Fold[] = [];
  for (const [gapStart, gapEnd] of gaps) {
    const last = knots.at(-1) as Knot;
    const from = last.place + (gapStart - last.time);
    const to = from + foldLength;
    folds.push({ start: gapStart, end: gapEnd, from, to });
    knots.push({ time: gapStart, place: from }, { time: gapEnd, place: to });
  }
  const last = knots.at(-1) as Knot;
  const length = last.place + (end - last.time);
  knots.push({ time: end, place: length });
  return piecewise("compressed", knots, [0, length], folds);
}

/**
 * A scale that bends between segments: proportional within each, with its own slope.
 *
 * @param segments in order of time, each beginning where the one before ends
 * @param widths length of each segment on the axis
 * @param padding length of the axis before the first and after the last segment
 */
export function segmentedScale(
  segments: readonly { readonly start: Instant; readonly end: Instant }[],
  widths: readonly number[],
  padding: number,
): Scale {
  let place = 0;
  const placed = segments.map(({ start, end }, i): ScaleSegment => {
    const from = place;
    place += widths[i] as number;
    return { start, end, from, to: place };
  });
  const knots = placed.map(({ start, from }): Knot => ({ time: start, place: from }));
  knots.push({ time: (placed.at(-1) as ScaleSegment).end, place });
  return { ...piecewise("segmented", knots, [-padding, place + padding], []), segments: placed };
}

/**
 * A scale on which each of the given times is one step after the time before it.
 *
 * @param times ascending, without repeats
 */
export function equalScale(times: readonly Instant[]): Scale {
  const knots = times.map((time, place): Knot => ({ time, place }));
  const last = knots.at(-1)?.place ?? 0;
  if (knots.length < 2) {
    const time = times[0] ?? 0;
    knots.splice(0, knots.length, { time: time - 1, place: -1 }, { time: time + 1, place: 1 });
  }
  return piecewise("equal", knots, [-EQUAL_MARGIN_STEPS, last + EQUAL_MARGIN_STEPS], []);
}

/**
 * A scale of rows: each date has the room that its labels need, and time is linear between two rows.
 *
 * @param knots the rows, ascending in time and place
 * @param length length of the axis; it begins at place 0
 * @param segments parts of time with a head each, where time is skewed
 */
export function rowScale(
  knots: readonly Knot[],
  length: number,
  folds: readonly Fold[],
  segments?: readonly ScaleSegment[],
): Scale {
  const scale = piecewise(segments ? "segmented" : "equal", knots, [0, length], folds);
  const endPosition = (time: Instant): number => lastBefore(knots, time);
  return { ...scale, endPosition, ...(segments ? { segments } : {}) };
}

/** Margin before the first and after the last event, in steps between events. */
const EQUAL_MARGIN_STEPS = 0.6;

/**
 * A scale that is logarithmic in the distance from an origin.
 *
 * @param unit distances below this, in ms, are drawn in proportion
 */
export function logScale(start: Instant, end: Instant, origin: Instant, unit: number): Scale {
  const position = (time: Instant): number => {
    const distance = time - origin;
    return Math.sign(distance) * Math.log10(1 + Math.abs(distance) / unit);
  };
  const timeAt = (place: number): Instant => origin + Math.sign(place) * unit * (10 ** Math.abs(place) - 1);
  const [a, b] = [position(start), position(end)];
  // The domain of a single moment at the origin would be empty.
  const margin = (b - a) * LOG_MARGIN || LOG_MIN_MARGIN;
  const domain: [number, number] = [a - margin, b + margin];
  const times = [timeAt(domain[0]), timeAt(domain[1])] as const;
  return { type: "log", domain, times, folds: [], origin, position, endPosition: position, timeAt };
}

/** Margin at both ends of a logarithmic scale, as a fraction of its length. */
const LOG_MARGIN = 0.03;
/** Margin of a logarithmic scale without length, in units of the axis. */
const LOG_MIN_MARGIN = 0.5;

/** The place of the last knot before a time. */
function lastBefore(knots: readonly Knot[], time: Instant): number {
  const next = firstIndex(1, knots.length, (i) => (knots[i] as Knot).time >= time);
  return (knots[next - 1] as Knot).place;
}

type Axis = "time" | "place";

function interpolate(knots: readonly Knot[], from: Axis, to: Axis, value: number): number {
  const next = firstIndex(1, knots.length - 1, (i) => (knots[i] as Knot)[from] > value);
  const [a, b] = [knots[next - 1] as Knot, knots[next] as Knot];
  const length = b[from] - a[from];
  return length === 0 ? a[to] : a[to] + ((value - a[from]) / length) * (b[to] - a[to]);
}
