/**
 * Calendar arithmetic on plain numbers: proleptic Gregorian (ISO 8601-1:2019, 4.2.1), astronomical years (0 is 1 BCE).
 * An instant is a number of milliseconds since 1970-01-01T00:00 of the wall clock. It is not a `Date`, because a `Date`
 * ends at the years ±271,821, reads years below 100 as 19xx, and has a machine time zone that shifts days.
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Lengths of the units of a time of day, in ms. */
export const TIME_UNITS = { hour: HOUR, minute: MINUTE, second: SECOND, millisecond: 1 } as const;
/** The last millisecond that a `Date` can hold (ECMA-262, 21.4.1.1). */
export const DATE_LIMIT = 8.64e15;
/** Mean Gregorian year, in ms. For estimates only. */
export const YEAR = 365.2425 * DAY;

/** The largest instant that a double holds to the millisecond, in ms. */
const MAX_EXACT_INSTANT = Number.MAX_SAFE_INTEGER;

/** The year from which "years ago" count back by default. Such figures are too rough for a more exact choice. */
export const PRESENT_YEAR = 2000;

export interface Civil {
  /** Astronomical: 0 is 1 BCE, -43 is 44 BCE. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 28 to 31. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * Days since 1970-01-01. A month outside 1 to 12 carries into the year.
 * Counts in eras of 400 years that begin on 1 March, so that the leap day is the last of its year
 * (the algorithm known as days_from_civil, H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const m = months - y * 12;
  const marchYear = m < 2 ? y - 1 : y;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of {@link daysFromCivil}. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The instant of a wall-clock time, in ms. Fields that are out of their range carry. */
export function instantOf(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  return daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + millisecond;
}

/** The day an instant falls on, counted from 1970-01-01. */
export function dayOfInstant(instant: number): number {
  const days = instant / DAY;
  if (Math.abs(instant) <= MAX_EXACT_INSTANT) return Math.floor(days);
  // So far out a double is rounded to seconds or minutes. An instant that lies next to midnight means that midnight.
  const nearest = Math.round(days);
  return Math.abs(days - nearest) < 1e-3 ? nearest : Math.floor(days);
}

/** The wall-clock fields of an instant. */
export function civilOf(instant: number): Civil {
  const days = dayOfInstant(instant);
  const rest = Math.min(DAY - 1, Math.max(0, Math.floor(instant - days * DAY)));
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / HOUR),
    minute: Math.floor(rest / MINUTE) % 60,
    second: Math.floor(rest / SECOND) % 60,
    millisecond: rest % SECOND,
  };
}

/** Day of the week of a day counted from 1970-01-01: 0 is Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}
