/** How many ranges run at once, as an exact step function of time. */
import type { Viewport } from "../axis/viewport.js";
import type { RibbonShape } from "./crowd-shape.js";
import { firstAbove, firstAtLeast } from "../../base/bisect.js";
import { memoByKey } from "../../base/memo.js";
import { RangeMinTree } from "../../base/range-min-tree.js";

export interface Concurrency {
  /** Where the number changes, ascending. */
  readonly at: Float64Array;
  /** The number from there on. */
  readonly count: Int32Array;
  /** The highest number, and where it is first reached. */
  readonly peak: number;
  readonly peakAt: number;
  /** All ends, ascending. */
  readonly ends: Float64Array;
}

/** @param from ascending */
export const concurrencyOf = /* @__PURE__ */ memoByKey((from: Float64Array, to: Float64Array): Concurrency => {
  const size = from.length;
  const ends = to.slice().sort();
  const at = new Float64Array(2 * size);
  const count = new Int32Array(2 * size);
  let [length, running, peak, peakAt] = [0, 0, 0, from[0] ?? 0];
  for (let i = 0, j = 0; j < size; ) {
    const place = i < size ? Math.min(from[i] as number, ends[j] as number) : (ends[j] as number);
    // What ends where the next begins does not run beside it; what has no length runs for an instant.
    let begun = 0;
    for (; i < size && from[i] === place; i++) begun++;
    let ended = 0;
    for (; j < size && ends[j] === place; j++) ended++;
    running += begun - ended;
    if (running > peak) [peak, peakAt] = [running, place];
    if (length > 0 && count[length - 1] === running) continue;
    at[length] = place;
    count[length++] = running;
  }
  return { at: at.subarray(0, length), count: count.subarray(0, length), peak, peakAt, ends };
});

const highestOf = /* @__PURE__ */ memoByKey(
  (count: Int32Array) => new RangeMinTree(count.length, (i) => -(count[i] as number)),
);
const lowestOf = /* @__PURE__ */ memoByKey(
  (count: Int32Array) => new RangeMinTree(count.length, (i) => count[i] as number),
);

/** Steps of a stretch of the axis: the number at its beginning, then each change; at most about two for each px. */
export function stepsIn(
  { at, count }: Concurrency,
  from: number,
  to: number,
  px: number,
): [place: number, count: number][] {
  const first = firstAbove(at, from);
  const end = firstAtLeast(at, to, first);
  const found: [number, number][] = [[from, first > 0 ? (count[first - 1] as number) : 0]];
  if (end - first <= 2 * px) {
    for (let i = first; i < end; i++) found.push([at[i] as number, count[i] as number]);
    return found;
  }
  // Of each px the highest number, and the last.
  const pixel = (to - from) / px;
  for (let i = first; i < end; ) {
    const until = from + (Math.floor(((at[i] as number) - from) / pixel) + 1) * pixel;
    const last = Math.max(i, firstAtLeast(at, until, i + 1, end) - 1);
    const most = count[highestOf(count).smallest(i, last + 1, 1)[0] as number] as number;
    found.push([at[i] as number, most]);
    if (count[last] !== most) found.push([at[last] as number, count[last] as number]);
    i = last + 1;
  }
  return found;
}

/** The lowest number of a stretch of the axis. */
export function lowestIn({ at, count }: Concurrency, from: number, to: number): number {
  const first = firstAbove(at, from) - 1;
  const end = firstAtLeast(at, to, Math.max(0, first));
  if (first < 0 || end <= first) return 0;
  return count[lowestOf(count).smallest(first, end, 1)[0] as number] as number;
}

/** How many of the ranges touch a stretch of the axis. */
export function countIn({ ends }: Concurrency, starts: Float64Array, from: number, to: number): number {
  return firstAbove(starts, to) - firstAtLeast(ends, from);
}

/**
 * The ribbon of a viewport.
 *
 * @param base from the lane line down to its foot, in px
 * @param words what it says under its peak
 */
export function ribbonShape(
  runs: Concurrency,
  { from, to, px }: Viewport,
  base: number,
  perRange: number,
  words: NonNullable<RibbonShape["peak"]>["words"],
): RibbonShape {
  const { peak, peakAt } = runs;
  const steps = stepsIn(runs, from, to, px(to) - px(from));
  return {
    kind: "ribbon",
    base,
    height: peak * perRange,
    perRange,
    steps: [...steps, [to, steps.at(-1)?.[1] ?? 0] as const].map(([place, high]) => [px(place), high * perRange]),
    peak: peakAt >= from && peakAt <= to ? { x: px(peakAt), words } : undefined,
  };
}
