/** Ticks of axes on which time does not run evenly: there the ticks are chosen by the room they find, not by their step. */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "../calendar.js";
import { countedUnit, type DurationUnit } from "../wording/duration.js";
import { formatDate } from "../wording/format-date.js";
import { fill, type Locale } from "../locale.js";
import type { Scale } from "../scale.js";
import { certain, type Instant, momentSpan, type Precision } from "../span.js";
import { stepTimes } from "./step-times.js";
import { TICK_STEPS, type TickUnit } from "./tick-steps.js";
import type { TickMark } from "./ticks.js";

export interface UnevenRequest {
  readonly scale: Scale;
  /** Window on the axis, in its units. */
  readonly from: number;
  readonly to: number;
  readonly px: (place: number) => number;
  readonly locale: Locale;
  /** Room that a label takes along the axis, in px. */
  readonly room: (label: string) => number;
}

const GAP = 14;
const MOST_LABELS = 14;
/** A step with more ticks than this in the window is too fine to be looked at. */
const MOST_TICKS = 400;

/** Labels that were given room, by where they stand. */
class Row {
  private readonly taken: { from: number; to: number }[] = [];

  get full(): boolean {
    return this.taken.length >= MOST_LABELS;
  }

  take(from: number, room: number, limit: number): boolean {
    const to = from + room;
    if (this.full || to > limit || this.taken.some((other) => from < other.to + GAP && other.from < to + GAP))
      return false;
    this.taken.push({ from, to });
    return true;
  }
}

/**
 * Ticks of evenly spaced events: round dates where they fall, the coarser first. Each label says all of its date that it
 * needs, since its neighbours may be years away.
 */
export function equalTicks(request: UnevenRequest): TickMark[] {
  const { scale, from, to, px, locale, room } = request;
  const [start, end] = [scale.timeAt(from), scale.timeAt(to)];
  const row = new Row();
  const marks = new Map<Instant, TickMark>();
  for (let i = TICK_STEPS.length - 1; i >= 0 && !row.full; i--) {
    const step = TICK_STEPS[i];
    if (!step || step.length < DAY || step.length > end - start) continue;
    if ((end - start) / step.length > MOST_TICKS) break;
    for (const time of stepTimes(step, start, end)) {
      if (marks.has(time)) continue;
      const label = roundDate(time, step.unit, locale);
      if (row.take(px(scale.position(time)), room(label), px(to))) marks.set(time, { time, label });
    }
  }
  return [...marks.values()].sort((a, b) => a.time - b.time);
}

function roundDate(time: Instant, unit: TickUnit, locale: Locale): string {
  const precision: Precision = unit === "year" || unit === "month" ? unit : "day";
  return formatDate(momentSpan(certain(time, time + 1, precision)), locale, "short");
}

/** Distances that people have names for, ascending: the last is longer than anything can be. */
const DISTANCES: readonly (readonly [unit: DurationUnit, count: number, length: number])[] = [
  ["xSeconds", 1, SECOND],
  ["xMinutes", 1, MINUTE],
  ["xHours", 1, HOUR],
  ["xDays", 1, DAY],
  ["xWeeks", 1, 7 * DAY],
  ["xMonths", 1, YEAR / 12],
  ...Array.from({ length: 15 }, (_, power) => ["xYears", 10 ** power, YEAR * 10 ** power] as const),
];

/** Ticks of a logarithmic axis: how long before or after its origin. */
export function logTicks(request: UnevenRequest): { marks: TickMark[]; context: string } {
  const { scale, from, to, px, locale, room } = request;
  const origin = scale.origin ?? 0;
  const row = new Row();
  const marks: TickMark[] = [];
  const add = (time: Instant, label: string): void => {
    const place = scale.position(time);
    if (place < from || place > to) return;
    marks.push(row.take(px(place), room(label), px(to)) ? { time, label } : { time });
  };
  const day = roundDate(origin, "day", locale);
  add(origin, day);
  for (let i = DISTANCES.length - 1; i >= 0; i--) {
    const [unit, count, length] = DISTANCES[i] as (typeof DISTANCES)[number];
    const label = countedUnit(unit, count, locale);
    add(origin - length, label);
    add(origin + length, label);
  }
  marks.sort((a, b) => a.time - b.time);
  return { marks, context: fill(scale.timeAt(from) < origin ? locale.dates.before : locale.dates.after, day) };
}
