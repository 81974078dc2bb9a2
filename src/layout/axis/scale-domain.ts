/** The domain of a figure's scale: all events plus padding, starting at a round date where that costs little. */
import { memoByKey } from "../../base/memo.js";
import { civilOf, DAY, HOUR, PRESENT_YEAR, YEAR } from "../../time/calendar.js";
import {
  compressedScale,
  equalScale,
  logScale,
  type Scale,
  type ScaleType,
  segmentedScale,
  timeScale,
} from "../../time/scale.js";
import type { Instant } from "../../time/span.js";
import { floorTo } from "../../time/ticks/step-times.js";
import { TICK_STEPS } from "../../time/ticks/tick-steps.js";
import type { EventIndex } from "../../model/events/event-index.js";
import type { Era, Timeline } from "../../model/timeline.js";
import { emptyStretches } from "./empty-stretches.js";
import { type Segment, segmentsOf, segmentWidths } from "./segments.js";

/** Padding on either side, as a fraction of the events' extent. */
const DOMAIN_PADDING = 0.03;
/** Most additional padding for a round start, as a fraction of the extent. */
const DOMAIN_ROUNDING_MAX = 0.06;
/** Smallest empty stretch that is folded, as a fraction of the extent. */
const FOLD_FRACTION_MIN = 0.05;
/** Smallest empty stretch that is folded, in median distances between events: evenly spaced events are not folded. */
const FOLD_MEDIAN_RATIO_MIN = 4;
/** Most padding beside all folds together, as a fraction of the open axis. */
const FOLD_PADDING_TOTAL_MAX = 0.4;
/** Most padding on one side of a fold, as a fraction of its gap. */
const FOLD_PADDING_FRACTION_MAX = 0.2;

export interface DomainOptions {
  readonly scale: ScaleType;
  /** Drawn length of a fold, as a fraction of all open stretches. */
  readonly foldLength: number;
  /** Time left open on either side of a fold, as a fraction of all open stretches. */
  readonly foldPadding: number;
  /** Length of the axis in px, from which a segmented scale takes the widths of its segments; 1000 by default. */
  readonly length?: number | undefined;
  /** The instant that a logarithmic scale measures from; the end of the last event by default. */
  readonly origin?: Instant | undefined;
  /** Instants inside the folds that the reader has opened, usually their starts. */
  readonly opened?: ReadonlySet<Instant> | undefined;
}

export function timelineScale(timeline: Timeline, index: EventIndex, options: DomainOptions): Scale {
  return withPresent(scaleOf(timeline, index, options), timeline, index, options.origin);
}

/** A scale with the year from which "years ago" count, and whether there is any time to show. */
export function withPresent(scale: Scale, timeline: Timeline, index: EventIndex, origin: Instant | undefined): Scale {
  const isDated = timeline.eras.some(({ span }) => Number.isFinite(span.start) || Number.isFinite(span.end));
  const presentYear = presentYearOf(origin ?? (index.extent ? index.extent[1] - 1 : undefined));
  return { ...scale, presentYear, ...(index.extent || isDated ? {} : { isEmpty: true }) };
}

/** The first and the last year that may be the present of a figure. */
const PRESENT_YEARS = [1900, 2100] as const;

/** The year of an instant, unless a present in that year is not plausible: then the year from which dates count back. */
function presentYearOf(instant: Instant | undefined): number {
  const year = instant === undefined ? PRESENT_YEAR : civilOf(instant).year;
  return year >= PRESENT_YEARS[0] && year <= PRESENT_YEARS[1] ? year : PRESENT_YEAR;
}

function scaleOf(timeline: Timeline, index: EventIndex, options: DomainOptions): Scale {
  const [first, last] = extentWithEras(index, timeline.eras);
  switch (options.scale) {
    case "time":
      return timeScale(...padDomain(index, first, last));
    case "segmented":
      return segmented(index, first, last, options);
    case "equal":
      return equalScale(beginnings(index));
    case "log":
      return logarithmic(index, first, last, options.origin ?? last);
    case "compressed":
      return compressed(index, first, last, options);
  }
}

/** Space before the first and after the last segment, in px: half a mark and its halo. */
const SEGMENTED_PADDING = 10;

function segmented(index: EventIndex, first: Instant, last: Instant, { length = 1000 }: DomainOptions): Scale {
  const segments = segmentsOf(beginningTimes(index), last, true);
  if (!segments) return timeScale(...padDomain(index, first, last));
  return segmentedScale(segments, segmentWidths(segments, length - 2 * SEGMENTED_PADDING), SEGMENTED_PADDING);
}

/** Whether time is so skewed that an automatic scale bends it: at true scale most events would have no room. */
export function isSkewed(index: EventIndex): boolean {
  return skewedSegments(index, false) !== undefined;
}

/** The segments of skewed time; undefined where time is not skewed, unless `force` asks for segments anyway. */
export function skewedSegments(index: EventIndex, force: boolean): readonly Segment[] | undefined {
  return index.extent && segmentsOf(beginningTimes(index), index.extent[1], force);
}

/** Length of the shortest wait that is folded, in ms. */
export function shortestFold(index: EventIndex, [first, last]: readonly [Instant, Instant]): number {
  return Math.max((last - first) * FOLD_FRACTION_MIN, medianDistance(beginnings(index)) * FOLD_MEDIAN_RATIO_MIN);
}

function compressed(
  index: EventIndex,
  first: Instant,
  last: Instant,
  { foldLength, foldPadding, opened = new Set() }: DomainOptions,
): Scale {
  if (isSingleMoment(index, last - first)) return timeScale(...padDomain(index, first, last));
  const all = emptyStretches(index, [first, last], shortestFold(index, [first, last]));
  const gaps = all.filter(([from, to]) => ![...opened].some((time) => time >= from && time <= to));
  if (gaps.length === 0) return timeScale(...padDomain(index, first, last));
  const filled = last - first - gaps.reduce((sum, [a, b]) => sum + b - a, 0);
  // The padding is a fraction of the open time and itself counts as open.
  const part = Math.min(foldPadding, FOLD_PADDING_TOTAL_MAX / (2 * gaps.length));
  const beside = (filled * part) / (1 - 2 * gaps.length * part);
  const folds = gaps.map(([a, b]): [number, number] => {
    const air = Math.min(beside, (b - a) * FOLD_PADDING_FRACTION_MAX);
    return [a + air, b - air];
  });
  // Outer padding in proportion to the open time, or it would be longer than the stretches with events.
  const open = last - first - folds.reduce((sum, [a, b]) => sum + b - a, 0);
  const air = open * DOMAIN_PADDING;
  return compressedScale(first - air, last + air, folds, (open + 2 * air) * foldLength);
}

/** A logarithmic scale; its linear part ends at half the shortest distance of an event from the origin. */
function logarithmic(index: EventIndex, first: Instant, last: Instant, origin: Instant): Scale {
  const longest = Math.max(1, origin - first, last - origin);
  let shortest = longest;
  for (const time of beginnings(index)) {
    const distance = Math.abs(origin - time);
    if (distance > 0) shortest = Math.min(shortest, distance);
  }
  return logScale(
    first,
    Math.max(last, Math.min(origin, last + longest)),
    origin,
    Math.max(shortest / 2, longest / 1e12, 1),
  );
}

/** Starts of all events, ascending, with repeats. */
const beginningTimes = /* @__PURE__ */ memoByKey(({ store, places }: EventIndex): Float64Array => {
  const { start, end } = store.numbers;
  const size = (places ?? start).length;
  const times = new Float64Array(size);
  // The store is in order of time already.
  for (let i = 0; i < size; i++) {
    const at = places ? (places[i] as number) : i;
    const begin = start[at] as number;
    times[i] = begin === Number.NEGATIVE_INFINITY ? (end[at] as number) : begin;
  }
  return times;
});

/** Distinct starts of all events, ascending. */
const beginnings = /* @__PURE__ */ memoByKey((index: EventIndex): readonly Instant[] => {
  const times = beginningTimes(index);
  const found: Instant[] = [];
  for (let i = 0; i < times.length; i++) if (times[i] !== times[i - 1]) found.push(times[i] as number);
  return found;
});

/** Lower median of the distances between neighbouring times. */
function medianDistance(times: readonly Instant[]): number {
  const distances = Float64Array.from(times.slice(1), (time, i) => time - (times[i] as number)).sort();
  return distances[(distances.length - 1) >> 1] ?? 0;
}

/** Extent of events and of eras; era ends further out than half the events' extent are ignored as background. */
function extentWithEras(index: EventIndex, eras: readonly Era[]): [number, number] {
  const bounds = eras.flatMap(({ span }) => [span.start, span.end]).filter((time) => Number.isFinite(time));
  if (!index.extent) {
    return bounds.length > 0 ? [Math.min(...bounds), Math.max(...bounds)] : [0, YEAR];
  }
  const [first, last] = index.extent;
  const slack = (last - first) / 2;
  const near = bounds.filter((time) => time >= first - slack && time <= last + slack);
  return [Math.min(first, ...near), Math.max(last, ...near)];
}

function padDomain(index: EventIndex, first: number, last: number): [number, number] {
  const length = last - first;
  // Around a single day the domain is a month; around a single minute it is a day.
  if (isSingleMoment(index, length)) {
    const air = length <= HOUR ? 12 * HOUR : 15 * DAY;
    return [first - air, last + air];
  }
  const start = first - length * DOMAIN_PADDING;
  const end = last + length * DOMAIN_PADDING;
  return [roundDown(start, first - length * DOMAIN_ROUNDING_MAX), end];
}

/** Whether all events begin at one instant and are short, so that they suggest no length of the domain. */
function isSingleMoment({ lanes }: EventIndex, length: number): boolean {
  if (length > 2 * DAY) return false;
  const all = lanes.filter(({ size }) => size > 0);
  return all.every(({ start, size }) => start[0] === all[0]?.start[0] && start[size - 1] === start[0]);
}

/** The coarsest round date between `earliest` and `time`, or `time` if there is none. */
function roundDown(time: number, earliest: number): number {
  if (Math.abs(earliest) > 8e15) return time;
  for (let i = TICK_STEPS.length - 1; i >= 0; i--) {
    const step = TICK_STEPS[i];
    if (!step || step.unit === "year" || step.length > (time - earliest) * 20) continue;
    const floor = floorTo(step, time);
    if (floor >= earliest) return floor;
  }
  return time;
}
