/**
 * How long one event comes after another, never finer than both dates are known: to the day only when both are known to
 * the day and no account differs; "about" where a month or a year is all that is known; a range where even that would say
 * too much; nothing where it is not certain which came first.
 */
import { civilOf, DAY, dayOfInstant, HOUR, MINUTE, YEAR } from "../../time/calendar.js";
import { comparePrecision, isDayOrFiner, type Precision, type Span } from "../../time/span.js";
import type { TimelineEvent } from "../timeline.js";

export type DurationUnit = "years" | "months" | "days" | "hours" | "minutes";

export interface Duration {
  /** Seen from the first event: the second is later or earlier, or on the same day. */
  readonly direction: "later" | "earlier" | "same-day";
  readonly unit: DurationUnit;
  /** From so many units to so many; both are the same where one number says it. */
  readonly from: number;
  readonly to: number;
  readonly about: boolean;
}

const DAYS: Readonly<Record<"years" | "months" | "days", number>> = {
  years: YEAR / DAY,
  months: YEAR / 12 / DAY,
  days: 1,
};
/** From so many days on a larger unit is easier to picture. */
const MONTHS_FROM = 61;
const YEARS_FROM = 730;
/** From so many units on, two numbers close to each other are said as one. */
const DEEP = 10_000;
/** How far a day may lie from the date of an anniversary and still be its celebration. */
const FESTIVE = 31;

/** All that an event's date may be. */
interface Extent {
  readonly start: number;
  readonly end: number;
  /** The coarsest of its parts. */
  readonly precision: Precision;
  readonly vague: boolean;
}

/** The time from `first` to `second`; `undefined` when nothing certain can be said. */
export function timeBetween(first: TimelineEvent, second: TimelineEvent): Duration | undefined {
  const [a, b] = [extentOf(first), extentOf(second)];
  if (!a || !b) return undefined;
  if (b.start >= a.end) return gap(a, b, "later");
  if (a.start >= b.end) return gap(b, a, "earlier");
  const day = dayOfInstant(a.start);
  const together = [a.end - 1, b.start, b.end - 1].every((instant) => dayOfInstant(instant) === day);
  return together ? { direction: "same-day", unit: "days", from: 0, to: 0, about: false } : undefined;
}

/** Which anniversary of `first` the event `second` is; `undefined` when that is not certain. */
export function anniversaryOf(first: TimelineEvent, second: TimelineEvent): number | undefined {
  const [a, b] = [extentOf(first), extentOf(second)];
  if (!a || !b || b.start < a.end) return undefined;
  if (a.precision === "year" && b.precision === "year" && !a.vague && !b.vague) {
    const years = civilOf(b.start).year - civilOf(a.start).year;
    return civilOf(a.end - 1).year === civilOf(a.start).year && civilOf(b.end - 1).year === civilOf(b.start).year
      ? years
      : undefined;
  }
  const [least, most] = days(a, b);
  const years = Math.round((least + most) / 2 / DAYS.years);
  const off = Math.max(Math.abs(least - years * DAYS.years), Math.abs(most - years * DAYS.years));
  return years >= 1 && off <= FESTIVE ? years : undefined;
}

function extentOf(event: TimelineEvent): Extent | undefined {
  const spans = [event.span, ...event.claims.map((claim) => claim.date.span)].filter((span): span is Span =>
    Boolean(span),
  );
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  if (!event.span || !Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const parts = spans.flatMap((span) => [span.precision, span.from?.precision, span.to?.precision]);
  const known = parts.filter((part): part is Precision => part !== undefined);
  return {
    start,
    end,
    precision: known.reduce((a, b) => (comparePrecision(b, a) > 0 ? b : a)),
    vague: spans.some((span) => span.approximate || span.uncertain),
  };
}

/** The fewest and the most days there may be between two stretches. */
function days(a: Extent, b: Extent): [least: number, most: number] {
  return [dayOfInstant(b.start) - dayOfInstant(a.end - 1), dayOfInstant(b.end - 1) - dayOfInstant(a.start)];
}

function gap(a: Extent, b: Extent, direction: "later" | "earlier"): Duration | undefined {
  const vague = a.vague || b.vague;
  const of = (unit: DurationUnit, from: number, to: number, about: boolean): Duration => ({
    direction,
    unit,
    from,
    to,
    about,
  });
  const finer = [a, b].every(({ precision }) => comparePrecision(precision, "day") < 0);
  if (finer && b.end - a.start < 2 * DAY) {
    const minutes = Math.round((b.start - a.start) / MINUTE);
    const hours = Math.round((b.start - a.start) / HOUR);
    const toMinute = [a, b].every(({ precision }) => comparePrecision(precision, "minute") <= 0);
    if (!toMinute || minutes >= 120)
      return hours > 0 ? of("hours", hours, hours, vague || minutes % 60 > 0 || !toMinute) : undefined;
    return of("minutes", minutes, minutes, vague);
  }
  const [least, most] = days(a, b);
  const precision = comparePrecision(a.precision, b.precision) > 0 ? a.precision : b.precision;
  if (least === most && isDayOrFiner(precision)) return exactDays(a, b, least, vague, of);
  return inexact(least, most, precision, vague, of);
}

type MakeGap = (unit: DurationUnit, from: number, to: number, about: boolean) => Duration;

/** Between two known days. Months and years are exact from one day of the month to the same of another. */
function exactDays(a: Extent, b: Extent, count: number, vague: boolean, of: MakeGap): Duration {
  if (count < MONTHS_FROM) return of("days", count, count, vague);
  const [from, to] = [civilOf(a.start), civilOf(b.start)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const exact = from.day === to.day && !vague;
  if (exact && months % 12 === 0) return of("years", months / 12, months / 12, false);
  if (exact && months < 24) return of("months", months, months, false);
  const unit = count < YEARS_FROM ? "months" : "years";
  const n = Math.round(count / DAYS[unit]);
  return of(unit, n, n, true);
}

/** Where a date is a stretch. */
function inexact(least: number, most: number, precision: Precision, vague: boolean, of: MakeGap): Duration | undefined {
  const natural = least >= YEARS_FROM ? "years" : least >= MONTHS_FROM ? "months" : "days";
  const coarse = comparePrecision(precision, "year") >= 0;
  const unit = coarse || natural === "years" ? "years" : !isDayOrFiner(precision) ? "months" : natural;
  const [from, to] = [least / DAYS[unit], most / DAYS[unit]];
  if (unit === "days") return of(unit, least, most, vague);
  const middle = (from + to) / 2;
  // One more or one less is what "about" says.
  if (to - from <= 2) return middle >= 0.75 ? of(unit, Math.round(middle), Math.round(middle), true) : undefined;
  // Of millions of years nobody wants the last digits of both ends.
  if (middle >= DEEP && to - from <= middle / 10) {
    const step = 10 ** Math.floor(Math.log10(to - from));
    const n = Math.round(middle / step) * step;
    return of(unit, n, n, true);
  }
  return Math.round(from) >= 1 ? of(unit, Math.round(from), Math.round(to), vague) : undefined;
}
