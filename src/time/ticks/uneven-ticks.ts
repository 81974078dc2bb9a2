/** Ticks of axes that are not linear in time (`equal`, `log`). A tick gets a label where there is room for it. */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "../calendar.js";
import { countedUnit, type DurationUnit } from "../wording/duration.js";
import { formatDate } from "../wording/format-date.js";
import { fill, type Locale } from "../locale.js";
import type { Scale } from "../scale.js";
import { certain, type Instant, momentSpan, type Precision } from "../span.js";
import { stepTimes } from "./step-times.js";
import { TICK_STEPS, type TickUnit } from "./tick-steps.js";
import { MAX_TICK_LABELS, type TickMark } from "./ticks.js";

export interface UnevenRequest {
  readonly scale: Scale;
  /** The visible part of the axis begins here, in units of the axis. */
  readonly from: number;
  readonly to: number;
  readonly px: (place: number) => number;
  readonly locale: Locale;
  /** Room that a label takes along the axis, in px. */
  readonly room: (label: string) => number;
}

/** Space between two labels, in px. */
const UNEVEN_GAP_PX = 14;
/** A step with more visible ticks than this is skipped. */
const MAX_STEP_TICKS = 400;

/** The labels placed so far, as stretches of the axis in px. */
class Row {
  private readonly taken: { from: number; to: number }[] = [];

  get full(): boolean {
    return this.taken.length >= MAX_TICK_LABELS;
  }

  /** Reserves room for a label, and returns whether there was room before `limit`. */
  take(from: number, room: number, limit: number): boolean {
    const to = from + room;
    if (
      this.full ||
      to > limit ||
      this.taken.some((other) => from < other.to + UNEVEN_GAP_PX && other.from < to + UNEVEN_GAP_PX)
    )
      return false;
    this.taken.push({ from, to });
    return true;
  }
}

/**
 * Ticks of evenly spaced events: round dates, the coarsest first. Each label is a complete date, because its neighbours may
 * be years away.
 */
export function equalTicks(request: UnevenRequest): TickMark[] {
  const { scale, from, to, px, locale, room } = request;
  const [start, end] = [scale.timeAt(from), scale.timeAt(to)];
  const row = new Row();
  const marks = new Map<Instant, TickMark>();
  for (let i = TICK_STEPS.length - 1; i >= 0 && !row.full; i--) {
    const step = TICK_STEPS[i];
    if (!step || step.length < DAY || step.length > end - start) continue;
    if ((end - start) / step.length > MAX_STEP_TICKS) break;
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

/** Distances with a name in words, ascending. */
const DISTANCES: readonly (readonly [unit: DurationUnit, count: number, length: number])[] = [
  ["xSeconds", 1, SECOND],
  ["xMinutes", 1, MINUTE],
  ["xHours", 1, HOUR],
  ["xDays", 1, DAY],
  ["xWeeks", 1, 7 * DAY],
  ["xMonths", 1, YEAR / 12],
  ...Array.from({ length: 15 }, (_, power) => ["xYears", 10 ** power, YEAR * 10 ** power] as const),
];

/** Ticks of a logarithmic axis. Each label is the distance from the origin. */
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
