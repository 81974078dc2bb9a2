/** Units of the calendar that events are counted in, from an hour to a billion years. */
import { civilOf, DATE_LIMIT, DAY, HOUR, instantOf, YEAR } from "./calendar.js";
import type { Instant } from "./span.js";

export interface CalendarUnit {
  readonly unit: "hour" | "day" | "week" | "month" | "year";
  readonly count: number;
  /** Mean length, in ms. */
  readonly length: number;
}

const UNIT_YEARS = [1, 2, 5, 10, 25, 50] as const;
const CENTURY_POWERS = [0, 1, 2, 3, 4] as const;
const WEEK = 7 * DAY;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

const years = (count: number): CalendarUnit => ({ unit: "year", count, length: count * YEAR });

/** Every unit, the shortest first. */
export const CALENDAR_UNITS: readonly CalendarUnit[] = /* @__PURE__ */ [
  { unit: "hour", count: 1, length: HOUR } as const,
  { unit: "day", count: 1, length: DAY } as const,
  { unit: "week", count: 1, length: WEEK } as const,
  { unit: "month", count: 1, length: YEAR / 12 } as const,
  { unit: "month", count: 3, length: YEAR / 4 } as const,
  ...CENTURY_POWERS.flatMap((power) => UNIT_YEARS.map((count) => years(count * 100 ** power))),
];

/** Beginning of the unit that a time is in. */
export function unitStart({ unit, count, length }: CalendarUnit, time: Instant): Instant {
  if (unit === "week") return Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
  if (length < WEEK) return Math.floor(time / length) * length;
  const { year, month } = civilOf(time);
  if (unit === "year") return instantOf(Math.floor(year / count) * count);
  // Months are not told apart there.
  if (Math.abs(time) > DATE_LIMIT) return instantOf(year);
  return instantOf(year, month - ((month - 1) % count));
}

/** Beginning of the next unit. */
export function unitAfter(unit: CalendarUnit, start: Instant): Instant {
  if (unit.length <= WEEK) return start + unit.length;
  const { year, month } = civilOf(start);
  return unit.unit === "year" || Math.abs(start) > DATE_LIMIT
    ? instantOf(year + (unit.unit === "year" ? unit.count : 1))
    : instantOf(year, month + unit.count);
}
