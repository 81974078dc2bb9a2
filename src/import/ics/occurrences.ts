/**
 * Generates the dates of a recurrence rule. Our own code, because ical.js moves a day that does not exist into the next
 * month (29 February to 1 March) and never returns for some rules without any date. Work is counted in days and times
 * examined, so the limit is the same on every machine.
 */
import {
  type Civil,
  civilFromDays,
  civilOf,
  DAY,
  daysFromCivil,
  daysInMonth,
  HOUR,
  isLeapYear,
  MINUTE,
  SECOND,
  weekdayOf,
} from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import type { RecurrenceRule } from "./recurrence-rule.js";

/** Days and times examined before a rule is given up; about 50 ms. */
export const RULE_WORK_MAX = 400_000;

/** Starting a year, month or day counts as much work as examining ten days. */
const PERIOD_WORK = 10;

export interface Work {
  left: number;
}

/** Last year that a rule is followed to. */
const LAST_YEAR = 9999;
const AFTER_LAST_YEAR = daysFromCivil(LAST_YEAR + 1, 1, 1) * DAY;

/** Wall-clock instants from `start` on, in order. Ends when the work is used up (`work.left` is then 0). */
export function* occurrences(rule: RecurrenceRule, start: Instant, work: Work): Generator<Instant> {
  const positions = rule.bySetPosition;
  for (const period of periods(rule, start, work)) {
    work.left -= PERIOD_WORK;
    if (!positions) {
      for (const instant of period) if (instant >= start) yield instant;
      continue;
    }
    const all = [...period];
    const chosen = positions.map((n) => all.at(n > 0 ? n - 1 : n)).filter((n): n is number => n !== undefined);
    for (const instant of [...new Set(chosen)].sort((a, b) => a - b)) if (instant >= start) yield instant;
  }
}

/** One list of instants per period (year, month, week, …) of the rule. */
function* periods(rule: RecurrenceRule, start: Instant, work: Work): Generator<Iterable<Instant>> {
  const { frequency, interval, weekStart } = rule;
  const first = civilOf(start);
  const day = Math.floor(start / DAY);
  switch (frequency) {
    case "YEARLY":
      // The first and the last week of a year may contain days of the adjacent year.
      if (rule.byWeekNumber) {
        for (let year = weekYear(day, weekStart); year <= LAST_YEAR && work.left > 0; year += interval) {
          yield days(rule, start, firstWeek(year, weekStart), firstWeek(year + 1, weekStart), work);
        }
        return;
      }
      for (let year = first.year; year <= LAST_YEAR && work.left > 0; year += interval) {
        // Fast path for anniversaries: examine one day a year.
        if (isAnniversary(rule)) {
          const exists = first.day <= daysInMonth(year, first.month);
          const at = daysFromCivil(year, first.month, first.day);
          yield days(rule, start, at, exists ? at + 1 : at, work);
          work.left--;
          continue;
        }
        const from = daysFromCivil(year, 1, 1);
        yield days(rule, start, from, from + (isLeapYear(year) ? 366 : 365), work);
      }
      return;
    case "MONTHLY":
      for (let month = first.year * 12 + first.month - 1; work.left > 0; month += interval) {
        const [year, m] = [Math.floor(month / 12), (month % 12) + 1];
        if (year > LAST_YEAR) return;
        const from = daysFromCivil(year, m, 1);
        yield days(rule, start, from, from + daysInMonth(year, m), work);
      }
      return;
    case "WEEKLY": {
      for (let from = firstOfWeek(day, weekStart); work.left > 0 && inRange(from * DAY); from += 7 * interval) {
        yield days(rule, start, from, from + 7, work);
      }
      return;
    }
    case "DAILY":
      for (let from = day; work.left > 0 && inRange(from * DAY); from += interval) {
        yield days(rule, start, from, from + 1, work);
      }
      return;
    default: {
      const unit = frequency === "HOURLY" ? HOUR : frequency === "MINUTELY" ? MINUTE : SECOND;
      const begin = Math.floor(start / unit) * unit;
      for (let at = begin; work.left > 0 && inRange(at); at += unit * interval) yield within(rule, start, at, work);
    }
  }
}

function isAnniversary({ byDay, byMonth, byMonthDay, byWeekNumber, byYearDay }: RecurrenceRule): boolean {
  return !byDay && !byMonth && !byMonthDay && !byWeekNumber && !byYearDay;
}

function inRange(instant: Instant): boolean {
  return instant < AFTER_LAST_YEAR;
}

/** The times of the days from `from` up to, but not including, `to` that match the rule. */
function* days(rule: RecurrenceRule, start: Instant, from: number, to: number, work: Work): Generator<Instant> {
  const first = civilOf(start);
  const hours = sorted(rule.byHour) ?? [first.hour];
  const minutes = sorted(rule.byMinute) ?? [first.minute];
  const seconds = sorted(rule.bySecond) ?? [first.second];
  // Increment the date instead of computing it, because there may be hundreds of thousands of days.
  let { year, month, day: date } = civilFromDays(from);
  for (let day = from; day < to; day++, date++) {
    if (--work.left <= 0) return;
    if (date > daysInMonth(year, month)) {
      date = 1;
      if (++month > 12) [year, month] = [year + 1, 1];
    }
    if (rule.byMonth && !rule.byMonth.includes(month)) {
      const rest = daysInMonth(year, month) - date;
      day += rest;
      date += rest;
      continue;
    }
    if (!matchesDay(rule, start, first, { day, year, month, date })) continue;
    for (const hour of hours)
      for (const minute of minutes)
        for (const second of seconds) {
          if (--work.left <= 0) return;
          yield day * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
        }
  }
}

/** The matching times within one hour, minute or second. */
function* within(rule: RecurrenceRule, start: Instant, at: Instant, work: Work): Generator<Instant> {
  if (--work.left <= 0) return;
  const { year, month, day: date, hour, minute, second } = civilOf(at);
  const first = civilOf(start);
  if (!matchesDay(rule, start, first, { day: Math.floor(at / DAY), year, month, date })) return;
  if (rule.byHour && !rule.byHour.includes(hour)) return;
  if (rule.frequency === "HOURLY") {
    for (const m of sorted(rule.byMinute) ?? [first.minute])
      for (const s of sorted(rule.bySecond) ?? [first.second]) yield at + m * MINUTE + s * SECOND;
    return;
  }
  if (rule.byMinute && !rule.byMinute.includes(minute)) return;
  if (rule.frequency === "MINUTELY") {
    for (const s of sorted(rule.bySecond) ?? [first.second]) yield at + s * SECOND;
    return;
  }
  if (!rule.bySecond || rule.bySecond.includes(second)) yield at;
}

function sorted(list: readonly number[] | undefined): readonly number[] | undefined {
  return list && [...list].sort((a, b) => a - b);
}

interface DayFields {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly year: number;
  readonly month: number;
  /** Day of the month. */
  readonly date: number;
}

/** Whether a day matches the day parts of a rule (table of RFC 5545, 3.3.10). */
function matchesDay(rule: RecurrenceRule, start: Instant, first: Civil, at: DayFields): boolean {
  const { day, year, month, date } = at;
  const weekday = weekdayOf(day);
  const length = daysInMonth(year, month);
  if (rule.byMonth && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay && !rule.byMonthDay.some((n) => date === (n > 0 ? n : length + n + 1))) return false;
  const yearLength = isLeapYear(year) ? 366 : 365;
  const yearDay = day - daysFromCivil(year, 1, 1) + 1;
  if (rule.byYearDay && !rule.byYearDay.some((n) => yearDay === (n > 0 ? n : yearLength + n + 1))) return false;
  if (rule.byWeekNumber && !isInWeek(day, rule.byWeekNumber, rule.weekStart)) return false;
  if (rule.byDay) {
    const monthly = rule.frequency === "MONTHLY" || (rule.frequency === "YEARLY" && rule.byMonth !== undefined);
    const ordinals = monthly || rule.frequency === "YEARLY";
    const [place, size] = monthly ? [date, length] : [yearDay, yearLength];
    return rule.byDay.some(({ weekday: wanted, ordinal }) => {
      if (weekday !== wanted) return false;
      if (ordinal === undefined || !ordinals) return true;
      return ordinal > 0 ? Math.ceil(place / 7) === ordinal : Math.ceil((size - place + 1) / 7) === -ordinal;
    });
  }
  if (rule.byMonthDay || rule.byYearDay) return true;
  switch (rule.frequency) {
    case "YEARLY":
      if (rule.byWeekNumber) return weekday === weekdayOf(Math.floor(start / DAY));
      return date === first.day && (rule.byMonth !== undefined || month === first.month);
    case "MONTHLY":
      return date === first.day;
    case "WEEKLY":
      return weekday === weekdayOf(Math.floor(start / DAY));
    default:
      return true;
  }
}

/** The year of a week, which is the year of its fourth day: the first week has at least four days in its year. */
function weekYear(day: number, weekStart: number): number {
  return civilFromDays(firstOfWeek(day, weekStart) + 3).year;
}

/** The first day of the first week of a year. */
function firstWeek(year: number, weekStart: number): number {
  return firstOfWeek(daysFromCivil(year, 1, 4), weekStart);
}

function firstOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** Whether a day is in one of these weeks of its year; -1 is the last week. */
function isInWeek(day: number, wanted: readonly number[], weekStart: number): boolean {
  const year = weekYear(day, weekStart);
  const begin = firstWeek(year, weekStart);
  const weeks = (firstWeek(year + 1, weekStart) - begin) / 7;
  const number = Math.floor((day - begin) / 7) + 1;
  return wanted.some((n) => number === (n > 0 ? n : weeks + n + 1));
}
