/**
 * Splits skewed time into segments of even density, for an axis that bends between them. The partition maximises
 * Σ n (ln n − ln T) less a penalty a segment, by dynamic programming over the dates (Bayesian blocks, Scargle et al. 2013,
 * ApJ 764, 167, section 2).
 */
import { firstIndex as bisect } from "../../base/bisect.js";
import { DATE_LIMIT, DAY, HOUR, YEAR } from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import { floorTo, stepTimes } from "../../time/ticks/step-times.js";
import { ALL_STEPS, type TickStep } from "../../time/ticks/tick-steps.js";

/** A part of time that is drawn at one scale. */
export interface Segment {
  readonly start: Instant;
  readonly end: Instant;
  /** Number of events that begin in it. */
  readonly count: number;
}

/** Width in px at which skew is judged: fixed, so that resizing never changes the kind of scale. */
const REFERENCE_WIDTH = 1000;
const EVENTS_MIN = 8;
/** More events are a crowd: counts show them better than a bent axis. */
const EVENTS_MAX = 20_000;
/** Time is skewed when one window of this width in px holds at least this share of all events … */
const BURST_WIDTH = 24;
const BURST_SHARE = 0.4;
/** … and bending multiplies the occupied cells of this width in px by at least this factor. */
const OCCUPANCY_CELL_WIDTH = 12;
const CELL_GAIN = 1.7;
const SEGMENTS_MIN = 2;
const SEGMENTS_MAX = 6;
/** A segment holds at least so many events on average. */
const EVENTS_PER_SEGMENT = 2.5;
/** Up to so many events, segments cost less and are wider. */
const FEW_EVENTS = 30;
/** The partition looks at this many boundaries at most; of more dates it takes even quantiles and the longest waits. */
const BOUNDARIES_MAX = 400;
/** A boundary may add this share of empty time to the denser of its segments. */
const EMPTY_SHARE = 0.15;
/** A boundary may pass over so many events where no wait of an hour has a round date. */
const EVENTS_PASSED = 2;

/** Consecutive dates that stay in one segment. */
interface Atom {
  readonly first: Instant;
  readonly last: Instant;
  readonly count: number;
}

/**
 * The segments of skewed time; undefined where a proportional scale serves, unless `force` asks for segments anyway.
 *
 * @param times beginnings of events in ms, ascending, with repeats
 * @param last end of the last event
 */
export function segmentsOf(times: Float64Array, last: Instant, force = false): readonly Segment[] | undefined {
  const size = times.length;
  const first = times[0] as number;
  if (size < SEGMENTS_MIN || !(last > first)) return undefined;
  if (!force && (size < EVENTS_MIN || size > EVENTS_MAX)) return undefined;
  if (!force && burst(times, ((last - first) / REFERENCE_WIDTH) * BURST_WIDTH) < size * BURST_SHARE) return undefined;
  const segments = cut(times, partition(atomsOf(times), size), last);
  if (segments.length < SEGMENTS_MIN) return undefined;
  if (force) return segments;
  const widths = segmentWidths(segments, REFERENCE_WIDTH);
  const bent = (time: Instant): number => positionIn(segments, widths, time);
  const even = (time: Instant): number => ((time - first) / (last - first)) * REFERENCE_WIDTH;
  return occupiedCells(times, bent) >= CELL_GAIN * occupiedCells(times, even) ? segments : undefined;
}

/** Widths of segments in px: a fixed part each, and the rest by the number of events, dampened where there are many. */
export function segmentWidths(segments: readonly Segment[], width: number): readonly number[] {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const fixed = Math.min(total < FEW_EVENTS ? 130 : 76, (width * 0.6) / segments.length);
  const shares = segments.map(({ count }) => (total < FEW_EVENTS ? count : count ** 0.9));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => fixed + ((width - fixed * segments.length) * share) / all);
}

function positionIn(segments: readonly Segment[], widths: readonly number[], time: Instant): number {
  let at = 0;
  for (const [i, { start, end }] of segments.entries()) {
    const width = widths[i] as number;
    if (time < end || i === segments.length - 1) return at + ((time - start) / (end - start)) * width;
    at += width;
  }
  return at;
}

/** The most events in any window of a length. */
function burst(times: Float64Array, length: number): number {
  let [most, from] = [0, 0];
  for (let i = 0; i < times.length; i++) {
    while ((times[i] as number) - (times[from] as number) > length) from++;
    most = Math.max(most, i - from + 1);
  }
  return most;
}

function occupiedCells(times: Float64Array, position: (time: Instant) => number): number {
  return new Set(Array.from(times, (time) => Math.floor(position(time) / OCCUPANCY_CELL_WIDTH))).size;
}

/** Distinct dates; of very many, runs of dates between quantiles and between the longest waits. */
function atomsOf(times: Float64Array): readonly Atom[] {
  const distinct: Atom[] = [];
  for (let i = 0; i < times.length; ) {
    const first = times[i] as number;
    const next = bisect(i, times.length, (n) => (times[n] as number) > first);
    distinct.push({ first, last: first, count: next - i });
    i = next;
  }
  if (distinct.length <= BOUNDARIES_MAX) return distinct;
  const wait = (i: number): number => (distinct[i] as Atom).first - (distinct[i - 1] as Atom).last;
  const longest = [...distinct.keys()].slice(1).sort((a, b) => wait(b) - wait(a) || a - b);
  const half = BOUNDARIES_MAX / 2;
  const quantiles = Array.from({ length: half }, (_, i) => Math.floor((i * distinct.length) / half));
  const starts = [...new Set([...quantiles, ...longest.slice(0, half)])].sort((a, b) => a - b);
  return starts.map((start, i) => {
    const run = distinct.slice(start, starts[i + 1] ?? distinct.length);
    const count = run.reduce((sum, atom) => sum + atom.count, 0);
    return { first: (run[0] as Atom).first, last: (run.at(-1) as Atom).last, count };
  });
}

/** The best partition of atoms: for each segment its atoms, in order. */
function partition(atoms: readonly Atom[], size: number): readonly (readonly Atom[])[] {
  const most = Math.max(SEGMENTS_MIN, Math.min(SEGMENTS_MAX, Math.floor(size / EVENTS_PER_SEGMENT), atoms.length));
  const penalty = size > FEW_EVENTS ? 4 : 2;
  const shortest = ((atoms.at(-1) as Atom).last - (atoms[0] as Atom).first) * 1e-9 || 1;
  const before = [0];
  for (const { count } of atoms) before.push((before.at(-1) as number) + count);
  const waitBefore = (i: number): number =>
    i <= 0 || i >= atoms.length ? Number.POSITIVE_INFINITY : (atoms[i] as Atom).first - (atoms[i - 1] as Atom).last;
  // A segment lasts from its first date to its last, and one wait more: a mean one of its own or one beside it, if shorter.
  const fitness = (from: number, to: number): number => {
    const count = (before[to] as number) - (before[from] as number);
    const length = (atoms[to - 1] as Atom).last - (atoms[from] as Atom).first;
    const mean = to - from > 1 ? length / (to - from - 1) : Number.POSITIVE_INFINITY;
    const wait = Math.min(mean, waitBefore(from), waitBefore(to));
    return count * (Math.log(count) - Math.log(Math.max(shortest, length + (Number.isFinite(wait) ? wait : 0))));
  };
  const best: Float64Array[] = [new Float64Array(atoms.length + 1).fill(Number.NEGATIVE_INFINITY)];
  (best[0] as Float64Array)[0] = 0;
  const cuts: Int32Array[] = [new Int32Array(atoms.length + 1)];
  for (let k = 1; k <= most; k++) {
    const row = new Float64Array(atoms.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(atoms.length + 1);
    const last = best[k - 1] as Float64Array;
    for (let to = k; to <= atoms.length; to++) {
      for (let i = k - 1; i < to; i++) {
        if (last[i] === Number.NEGATIVE_INFINITY) continue;
        const value = (last[i] as number) + fitness(i, to) - penalty;
        if (value > (row[to] as number)) {
          row[to] = value;
          from[to] = i;
        }
      }
    }
    best.push(row);
    cuts.push(from);
  }
  let chosen = Math.min(SEGMENTS_MIN, atoms.length);
  for (let k = chosen; k <= most; k++) {
    const [value, record] = [(best[k] as Float64Array)[atoms.length], (best[chosen] as Float64Array)[atoms.length]];
    if ((value as number) > (record as number)) chosen = k;
  }
  const parts: (readonly Atom[])[] = [];
  for (let k = chosen, to = atoms.length; k >= 1; k--) {
    const from = (cuts[k] as Int32Array)[to] as number;
    parts.unshift(atoms.slice(from, to));
    to = from;
  }
  return parts;
}

/** Moves each boundary to the roundest date in its wait. */
function cut(times: Float64Array, parts: readonly (readonly Atom[])[], last: Instant): readonly Segment[] {
  const bounds = parts.slice(1).map((part, i) => boundary(times, parts[i] as readonly Atom[], part));
  const [first, end] = [times[0] as number, Math.max(last, times.at(-1) as number)];
  const edges = [first];
  for (const bound of bounds) if (bound > (edges.at(-1) as number) && bound < end) edges.push(bound);
  edges.push(end);
  const countBefore = (time: Instant): number => bisect(0, times.length, (i) => (times[i] as number) >= time);
  return edges.slice(1).map((edge, i): Segment => {
    const start = edges[i] as number;
    const until = i === edges.length - 2 ? times.length : countBefore(edge);
    return { start, end: edge, count: until - countBefore(start) };
  });
}

/** Between two parts: the coarsest round date in the wait; of several the one nearest the denser side. */
function boundary(times: Float64Array, left: readonly Atom[], right: readonly Atom[]): Instant {
  const [a, b] = [(left.at(-1) as Atom).last, (right[0] as Atom).first];
  const length = (part: readonly Atom[]): number => (part.at(-1) as Atom).last - (part[0] as Atom).first;
  // A single date has no length of its own: the wait between the parts counts on both sides.
  const rate = (part: readonly Atom[]): number =>
    part.reduce((sum, { count }) => sum + count, 0) / (length(part) + b - a);
  const isLeftDenser = rate(left) > rate(right);
  const spare = (length(isLeftDenser ? left : right) || b - a) * EMPTY_SHARE;
  const [from, to] = isLeftDenser ? [a, Math.min(b, a + spare)] : [Math.max(a, b - spare), b];
  const within = roundest(from, to, isLeftDenser);
  if (within !== undefined) return within;
  const at = bisect(0, times.length, (i) => (times[i] as number) >= b);
  const [wideFrom, wideTo] = [times[at - 1 - EVENTS_PASSED] ?? a, times[at + EVENTS_PASSED] ?? b];
  // No wait of the denser part holds an hour: the nearest one, or the part would be drawn as long as the emptiness beside it.
  const nearest = roundest(wideFrom, wideTo, isLeftDenser, [...BOUNDARY_STEPS].reverse());
  return nearest ?? (isLeftDenser ? Math.min(b, a + 1) : b);
}

/** The steps whose dates may be boundaries, from the coarsest: powers of ten of years, quarter, month, day, 6 h, hour. */
const BOUNDARY_STEPS: readonly TickStep[] = /* @__PURE__ */ ALL_STEPS.filter(
  ({ unit, count, length }) =>
    (unit === "year" && Number.isInteger(Math.log10(count))) ||
    (unit === "month" && (count === 1 || count === 3)) ||
    length === DAY ||
    length === 6 * HOUR ||
    length === HOUR,
).reverse();

/** @param steps the first of them that has a date between `from` and `to` serves; beyond the limit of dates only years */
function roundest(from: Instant, to: Instant, earliest: boolean, steps = BOUNDARY_STEPS): Instant | undefined {
  for (const step of steps) {
    if (step.length < YEAR && Math.max(Math.abs(from), Math.abs(to)) > DATE_LIMIT) continue;
    const found = earliest
      ? stepTimes(step, from + 1, Math.min(to, from + 1 + 1.1 * step.length))[0]
      : floorTo(step, to);
    if (found !== undefined && found > from && found <= to) return found;
  }
  return undefined;
}
