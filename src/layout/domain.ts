/** The stretch of time a figure shows: all events and a little air, beginning at a round date where that costs little. */
import { DAY, HOUR, YEAR } from "../time/calendar.js";
import { compressedScale, type Scale, type ScaleType, timeScale } from "../time/scale.js";
import { TICK_STEPS } from "../time/tick-steps.js";
import type { EventIndex } from "../model/event-index.js";
import type { Era } from "../model/timeline.js";

/** Air on either side, as a part of the whole. */
const AIR = 0.03;
/** A round beginning may cost this much more. */
const ROUNDING = 0.06;
/** Empty stretches longer than this part of the whole are folded. */
const FOLD_FROM = 0.05;

export interface DomainOptions {
  readonly scale: ScaleType;
  /** Length of a fold, as a part of all open stretches together. */
  readonly foldLength: number;
}

export function timelineScale(index: EventIndex, eras: readonly Era[], options: DomainOptions): Scale {
  const [first, last] = extentWithEras(index, eras);
  if (options.scale !== "compressed") return timeScale(...padded(first, last));
  const gaps = emptyStretches(index, first, last);
  // Air in proportion to what is left open, or it would be longer than the stretches with events.
  const kept = last - first - gaps.reduce((sum, [a, b]) => sum + b - a, 0);
  const air = Math.max(DAY, kept * AIR);
  const [start, end] = gaps.length === 0 ? padded(first, last) : [first - air, last + air];
  const open = end - start - gaps.reduce((sum, [a, b]) => sum + b - a, 0);
  return gaps.length === 0 ? timeScale(start, end) : compressedScale(start, end, gaps, open * options.foldLength);
}

/** Eras stretch the axis only as far as they are not mere background: half the events' extent on either side. */
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

function padded(first: number, last: number): [number, number] {
  const length = last - first;
  // A single instant or day stands in the middle of a month, a single minute in an hour.
  if (length <= 2 * DAY) {
    const air = length <= HOUR ? 12 * HOUR : 15 * DAY;
    return [first - air, last + air];
  }
  const start = first - length * AIR;
  const end = last + length * AIR;
  return [roundDown(start, first - length * ROUNDING), end];
}

/** The coarsest round date that lies between two times, or the later time if none does. */
function roundDown(time: number, earliest: number): number {
  if (Math.abs(earliest) > 8e15) return time;
  for (let i = TICK_STEPS.length - 1; i >= 0; i--) {
    const step = TICK_STEPS[i];
    if (!step?.interval || step.length > (time - earliest) * 20) continue;
    const floor = step.interval.floor(new Date(time)).getTime();
    if (floor >= earliest) return floor;
  }
  return time;
}

/** Stretches without any event that are long enough to fold, with some air left at their ends. */
function emptyStretches(index: EventIndex, start: number, end: number): [number, number][] {
  const spans: [number, number][] = [];
  for (const lane of index.lanes) {
    for (let i = 0; i < lane.size; i++) {
      const from = lane.start[i] as number;
      const to = lane.end[i] as number;
      // Nothing begins or ends in the middle of something long, so it may be folded there; its mark runs through.
      spans.push([from, from]);
      if (Number.isFinite(to)) spans.push([to, to]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);
  const shortest = (end - start) * FOLD_FROM;
  const gaps: [number, number][] = [];
  let covered = spans[0]?.[0] ?? end;
  for (const [from, to] of spans) {
    if (from - covered > shortest) {
      const air = (from - covered) * 0.08;
      gaps.push([covered + air, from - air]);
    }
    covered = Math.max(covered, to);
  }
  return gaps;
}
