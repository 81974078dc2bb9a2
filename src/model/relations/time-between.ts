/**
 * Computes the time between two events, never finer than the coarser of their dates. The result is exact when both dates are
 * known to the day and no claim differs. It is marked "about" when a month or a year is known, and is a range when even that
 * would be too precise. There is no result when the order of the events is uncertain.
 */
import { civilOf, DAY, dayOfInstant, HOUR, MINUTE, YEAR } from "../../time/calendar.js";
import { comparePrecision, isDayOrFiner, type Precision, type Span } from "../../time/span.js";
import type { TimelineEvent } from "../timeline.js";

export type DurationUnit = "years" | "months" | "days" | "hours" | "minutes";

export interface Duration {
  /** Position of the second event relative to the first. */
  readonly direction: "later" | "earlier" | "same-day";
  readonly unit: DurationUnit;
  /** Shortest and longest duration, in units; equal when one number is enough. */
  readonly from: number;
  readonly to: number;
  readonly about: boolean;
}

const DAYS_PER_UNIT: Readonly<Record<"years" | "months" | "days", number>> = {
  years: YEAR / DAY,
  months: YEAR / 12 / DAY,
  days: 1,
};
/** Shortest distances, in days, that are given in months and in years. */
const MONTHS_FROM_DAYS = 61;
const YEARS_FROM_DAYS = 730;
/** From this many units on, a narrow range is rounded to one number. */
const ROUNDED_UNITS_MIN = 10_000;
/** An event may be this many days away from the anniversary that it celebrates. */
const ANNIVERSARY_DAYS_MAX = 31;

/** The interval that contains every date given for an event. */
interface Extent {
  readonly start: number;
  readonly end: number;
  /** The coarsest precision of these dates. */
  readonly precision: Precision;
  readonly vague: boolean;
}

/** The time from `first` to `second`; `undefined` when their order is uncertain. */
export function timeBetween(first: TimelineEvent, second: TimelineEvent): Duration | undefined {
  const [a, b] = [extentOf(first), extentOf(second)];
  if (!a || !b) return undefined;
  if (b.start >= a.end) return durationBetween(a, b, "later");
  if (a.start >= b.end) return durationBetween(b, a, "earlier");
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
  const [least, most] = dayRange(a, b);
  const years = Math.round((least + most) / 2 / DAYS_PER_UNIT.years);
  const off = Math.max(Math.abs(least - years * DAYS_PER_UNIT.years), Math.abs(most - years * DAYS_PER_UNIT.years));
  return years >= 1 && off <= ANNIVERSARY_DAYS_MAX ? years : undefined;
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

/** Smallest and largest number of days between two intervals. */
function dayRange(a: Extent, b: Extent): [least: number, most: number] {
  return [dayOfInstant(b.start) - dayOfInstant(a.end - 1), dayOfInstant(b.end - 1) - dayOfInstant(a.start)];
}

function durationBetween(a: Extent, b: Extent, direction: "later" | "earlier"): Duration | undefined {
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
  const [least, most] = dayRange(a, b);
  const precision = comparePrecision(a.precision, b.precision) > 0 ? a.precision : b.precision;
  if (least === most && isDayOrFiner(precision)) return exactDuration(a, b, least, vague, of);
  return inexactDuration(least, most, precision, vague, of);
}

type MakeDuration = (unit: DurationUnit, from: number, to: number, about: boolean) => Duration;

/** Duration between two known days. Months and years are exact when both dates have the same day of the month. */
function exactDuration(a: Extent, b: Extent, count: number, vague: boolean, of: MakeDuration): Duration {
  if (count < MONTHS_FROM_DAYS) return of("days", count, count, vague);
  const [from, to] = [civilOf(a.start), civilOf(b.start)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const exact = from.day === to.day && !vague;
  if (exact && months % 12 === 0) return of("years", months / 12, months / 12, false);
  if (exact && months < 24) return of("months", months, months, false);
  const unit = count < YEARS_FROM_DAYS ? "months" : "years";
  const n = Math.round(count / DAYS_PER_UNIT[unit]);
  return of(unit, n, n, true);
}

/** Duration between dates of which at least one covers more than a day. */
function inexactDuration(
  least: number,
  most: number,
  precision: Precision,
  vague: boolean,
  of: MakeDuration,
): Duration | undefined {
  const natural = least >= YEARS_FROM_DAYS ? "years" : least >= MONTHS_FROM_DAYS ? "months" : "days";
  const coarse = comparePrecision(precision, "year") >= 0;
  const unit = coarse || natural === "years" ? "years" : !isDayOrFiner(precision) ? "months" : natural;
  const [from, to] = [least / DAYS_PER_UNIT[unit], most / DAYS_PER_UNIT[unit]];
  if (unit === "days") return of(unit, least, most, vague);
  const middle = (from + to) / 2;
  // "About" covers a difference of one unit in either direction.
  if (to - from <= 2) return middle >= 0.75 ? of(unit, Math.round(middle), Math.round(middle), true) : undefined;
  // The last digits of a distance of millions of years carry no information.
  if (middle >= ROUNDED_UNITS_MIN && to - from <= middle / 10) {
    const step = 10 ** Math.floor(Math.log10(to - from));
    const n = Math.round(middle / step) * step;
    return of(unit, n, n, true);
  }
  return Math.round(from) >= 1 ? of(unit, Math.round(from), Math.round(to), vague) : undefined;
}
