/** The table of tick steps, from a millisecond to billions of years. A new step is a new row. */
import {
  type CountableTimeInterval,
  type TimeInterval,
  utcDay,
  utcHour,
  utcMillisecond,
  utcMinute,
  utcMonth,
  utcSecond,
} from "d3-time";
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "./calendar.js";

export type TickUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "month" | "year";

export interface TickStep {
  readonly unit: TickUnit;
  /** How many units. */
  readonly count: number;
  /** Typical length, in ms. */
  readonly length: number;
  /** The ticks of this step; absent for years, which are counted as numbers and reach beyond the range of `Date`. */
  readonly interval?: TimeInterval;
}

function every(unit: TickUnit, interval: CountableTimeInterval, length: number, counts: readonly number[]): TickStep[] {
  return counts.map((count) => ({
    unit,
    count,
    length: length * count,
    interval: count === 1 ? interval : (interval.every(count) as TimeInterval),
  }));
}

/** Days that begin again with each month, so that no two labels stand closer than the step at its end. */
function daysOfMonth(count: number): TickStep {
  const last = count === 2 ? 29 : 31 - count;
  const interval = utcDay.filter((date) => {
    const day = date.getUTCDate();
    return day <= last + 1 && (day - 1) % count === 0;
  });
  return { unit: "day", count, length: count * DAY, interval };
}

/** Steps below a year, ascending. */
const SHORT: readonly TickStep[] = [
  ...every("millisecond", utcMillisecond, 1, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
  ...every("second", utcSecond, SECOND, [1, 2, 5, 10, 15, 30]),
  ...every("minute", utcMinute, MINUTE, [1, 2, 5, 10, 15, 30]),
  ...every("hour", utcHour, HOUR, [1, 2, 3, 6]),
  ...every("day", utcDay, DAY, [1]),
  daysOfMonth(2),
  daysOfMonth(5),
  daysOfMonth(10),
  daysOfMonth(15),
  ...every("month", utcMonth, YEAR / 12, [1, 3, 6]),
];

const YEAR_COUNTS = [1, 2, 5, 10, 20, 50] as const;
/** Powers of a hundred years that the table reaches: 10^14 years is longer than any axis. */
const HUNDREDS = 7;

const LONG: readonly TickStep[] = Array.from({ length: HUNDREDS }, (_, power) =>
  YEAR_COUNTS.map((count): TickStep => {
    const years = count * 100 ** power;
    return { unit: "year", count: years, length: years * YEAR };
  }),
).flat();

export const TICK_STEPS: readonly TickStep[] = [...SHORT, ...LONG];
