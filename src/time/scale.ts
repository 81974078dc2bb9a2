/**
 * Where a time stands on the axis. An axis has units of its own: for the proportional scale they are milliseconds, for
 * others whatever makes the scale linear. Everything after this file is linear in these units.
 */
import type { Instant } from "./span.js";

export type ScaleType = "time" | "compressed" | "equal" | "log";

/** An empty stretch that is drawn shorter than it is. */
export interface Fold {
  readonly start: Instant;
  readonly end: Instant;
  /** Where it stands on the axis. */
  readonly from: number;
  readonly to: number;
}

export interface Scale {
  readonly type: ScaleType;
  /** The axis from its beginning to its end, in units of the axis. */
  readonly domain: readonly [number, number];
  /** The same in time. */
  readonly times: readonly [Instant, Instant];
  readonly folds: readonly Fold[];
  /** Time to place. Defined for all times. */
  position(time: Instant): number;
  /** Place to time: the inverse of `position`. */
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
    timeAt: (place) => place,
  };
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
  const knots: { time: Instant; place: number }[] = [{ time: start, place: 0 }];
  const folds: Fold[] = [];
  for (const [gapStart, gapEnd] of gaps) {
    const last = knots.at(-1) as { time: Instant; place: number };
    const from = last.place + (gapStart - last.time);
    const to = from + foldLength;
    folds.push({ start: gapStart, end: gapEnd, from, to });
    knots.push({ time: gapStart, place: from }, { time: gapEnd, place: to });
  }
  const last = knots.at(-1) as { time: Instant; place: number };
  knots.push({ time: end, place: last.place + (end - last.time) });
  return {
    type: "compressed",
    domain: [0, (knots.at(-1) as { place: number }).place],
    times: [start, end],
    folds,
    position: (time) => interpolate(knots, "time", "place", time),
    timeAt: (place) => interpolate(knots, "place", "time", place),
  };
}

type Axis = "time" | "place";

/** Piecewise linear; beyond the ends with slope 1, as outside all folds. */
function interpolate(knots: readonly Record<Axis, number>[], from: Axis, to: Axis, value: number): number {
  const first = knots[0] as Record<Axis, number>;
  const last = knots.at(-1) as Record<Axis, number>;
  if (value <= first[from]) return first[to] + (value - first[from]);
  if (value >= last[from]) return last[to] + (value - last[from]);
  let [low, high] = [0, knots.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((knots[middle] as Record<Axis, number>)[from] <= value) low = middle;
    else high = middle;
  }
  const [a, b] = [knots[low] as Record<Axis, number>, knots[high] as Record<Axis, number>];
  const length = b[from] - a[from];
  return length === 0 ? a[to] : a[to] + ((value - a[from]) / length) * (b[to] - a[to]);
}
