/** Ticks of a column of rows: the larger unit of the date that a row begins, level with it. */
import type { PlacedEvent } from "../../model/timeline.js";
import { civilOf, DAY, YEAR } from "../../time/calendar.js";
import type { Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import type { Instant, Precision } from "../../time/span.js";
import { floorTo } from "../../time/ticks/step-times.js";
import { tickContext, tickLabel } from "../../time/ticks/tick-labels.js";
import { TICK_STEPS, type TickStep } from "../../time/ticks/tick-steps.js";
import { formatYear } from "../../time/wording/format-moment.js";

export interface RowTick {
  /** Place of the axis, and how far below it the tick stands, in px. */
  readonly place: number;
  readonly offset: number;
  /** Empty where the date is not known so exactly. */
  readonly label: string;
  readonly context?: string;
}

/** A row of an event with its date, on the clock on which it is written. */
interface DatedRow {
  readonly time: Instant;
  /** The true time. */
  readonly instant: Instant;
  readonly place: number;
  readonly offset: number;
  /** How exactly the date is known, in ms. */
  readonly exact: number;
}

/** About how long a date of a precision is; ticks do not say more than dates do. */
const LENGTHS: Partial<Record<Precision, number>> = {
  day: DAY,
  month: YEAR / 12,
  season: YEAR / 12,
  year: YEAR,
  decade: 10 * YEAR,
  century: 100 * YEAR,
  millennium: 1000 * YEAR,
  age: 1000 * YEAR,
};

/** @param clock from UTC to the clock of the figure, in ms */
export function datedRow({ span }: PlacedEvent, place: number, offset: number, clock: number): DatedRow {
  const instant = Number.isFinite(span.start) ? span.start : span.end;
  const exact = LENGTHS[span.precision] ?? 0;
  return { time: exact === 0 ? instant + clock : instant, instant, place, offset, exact };
}

/** A unit serves where at most this part of the rows begins a new one. */
const NEW_PART = 0.6;
const LABELS_MIN = 2;

/** @param rows in order of time; without a label of their own are those whose unit has begun before */
export function rowTicks(rows: readonly DatedRow[], scale: Scale, locale: Locale): RowTick[] {
  const parts = scale.segments
    ? scale.segments.map(({ start, end }, i, all) =>
        rows.filter(({ instant }) => instant >= start && (instant < end || i === all.length - 1)),
      )
    : [rows];
  return parts.flatMap((part) => ticksOf(part, scale, locale, scale.segments !== undefined));
}

/** @param said whether a head says when the first row is */
function ticksOf(rows: readonly DatedRow[], scale: Scale, locale: Locale, said: boolean): RowTick[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const step = stepFor(rows);
  const { presentYear } = scale;
  const range = { start: first.time, end: last.time + 1, length: 0, short: true, presentYear };
  const found: RowTick[] = [];
  let unit: Instant | undefined;
  let context =
    said && first.exact <= step.length ? tickContext(floorTo(step, first.time), step, locale, range) : undefined;
  rows.forEach(({ time, place, offset, exact }, i) => {
    const own = floorTo(step, time);
    if (own === unit) return;
    if (exact > step.length) {
      const year = formatYear(civilOf(time).year, locale);
      if (year !== context && step.unit !== "year") found.push({ place, offset, label: "", context: year });
      [unit, context] = [undefined, year];
      return;
    }
    unit = own;
    const larger = tickContext(own, step, locale, range);
    // A unit of several years begins between two rows; one that stands for itself is said level with its first row.
    const begins = scale.position(own);
    const before = rows[i - 1];
    const isBetween = step.count > 1 && before !== undefined && begins > before.place;
    found.push({
      ...(isBetween ? { place: begins, offset: 0 } : { place, offset }),
      label: tickLabel(own, step, locale, range),
      ...(larger !== undefined && larger !== context ? { context: larger } : {}),
    });
    context = larger ?? context;
  });
  // Before its beginning, a unit of several years has no tick.
  return step.count > 1 ? found.slice(1) : found;
}

/** The finest unit that changes less often than the rows do. */
function stepFor(rows: readonly DatedRow[]): TickStep {
  const most = Math.max(LABELS_MIN, rows.length * NEW_PART);
  const fits = (step: TickStep): boolean => {
    let [count, unit]: [number, Instant | undefined] = [0, undefined];
    for (const { time } of rows) {
      const own = floorTo(step, time);
      if (own !== unit) count++;
      unit = own;
    }
    return count <= most;
  };
  const steps = TICK_STEPS.filter(({ unit, count }) => unit === "year" || (count === 1 && unit !== "millisecond"));
  return steps.find(fits) ?? (steps.at(-1) as TickStep);
}
