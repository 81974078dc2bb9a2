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
import { DAY, daysInMonth, HOUR, MINUTE, SECOND, YEAR } from "./calendar.js";

export type TickUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "month" | "year";

export interface TickStep {
  readonly unit: TickUnit;
  /** How many units. */
  readonly count: number;
  /** Typical length, in ms. */
  readonly length: number;
  /** Less round: used only where the others would leave an axis with fewer than three labels. */
  readonly spare?: true;
  /** The ticks of this step; absent for years, which are counted as numbers and reach beyond the range of `Date`. */
  readonly interval?: TimeInterval;
}

/** `counts` in ascending order; those below 0 are spare. */
function every(unit: TickUnit, interval: CountableTimeInterval, length: number, counts: readonly number[]): TickStep[] {
  return counts.map((signed) => {
    const count = Math.abs(signed);
    const step = { unit, count, length: length * count };
    const own = count === 1 ? interval : (interval.every(count) as TimeInterval);
    return signed < 0 ? { ...step, interval: own, spare: true } : { ...step, interval: own };
  });
}

/** Days that begin again with each month, so that no two labels stand closer than the step at its end. */
function daysOfMonth(count: number, spare = false): TickStep {
  const interval = utcDay.filter((date) => {
    const day = date.getUTCDate();
    const left = daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1) - day + 1;
    return (day - 1) % count === 0 && left >= 0.8 * count;
  });
  const step = { unit: "day" as const, count, length: count * DAY, interval };
  return spare ? { ...step, spare } : step;
}

/** Steps below a year, ascending. */
const SHORT: readonly TickStep[] = [
  ...every("millisecond", utcMillisecond, 1, [1, 2, 5, 10, 20, -25, 50, 100, 200, -250, 500]),
  ...every("second", utcSecond, SECOND, [1, 2, -3, 5, 10, 15, -20, 30]),
  ...every("minute", utcMinute, MINUTE, [1, 2, -3, 5, 10, 15, -20, 30]),
  ...every("hour", utcHour, HOUR, [1, 2, 3, -4, 6, -8, -12]),
  ...every("day", utcDay, DAY, [1]),
  daysOfMonth(2),
  daysOfMonth(3, true),
  daysOfMonth(5),
  daysOfMonth(7, true),
  daysOfMonth(10),
  daysOfMonth(15),
  ...every("month", utcMonth, YEAR / 12, [1, -2, 3, -4, 6]),
];

const YEAR_COUNTS = [1, 2, -4, 5, 10, 20, -25, -40, 50] as const;
/** From a hundred years on, labels such as "3.25 billion" are so wide that the spare steps must lie closer. */
const LONG_COUNTS = [1, 2, -3, -4, 5, -6, -8, 10, -15, 20, -25, -30, -40, 50, -60, -80] as const;
/** Powers of a hundred years that the table reaches: 10^14 years is longer than any axis. */
const HUNDREDS = 7;

const LONG: readonly TickStep[] = Array.from({ length: HUNDREDS }, (_, power) =>
  (power === 0 ? YEAR_COUNTS : LONG_COUNTS).map((count): TickStep => {
    const years = Math.abs(count) * 100 ** power;
    const step = { unit: "year" as const, count: years, length: years * YEAR };
    return count < 0 ? { ...step, spare: true } : step;
  }),
).flat();

/** Every step, ascending. */
export const ALL_STEPS: readonly TickStep[] = [...SHORT, ...LONG];

/** The round ones. */
export const TICK_STEPS: readonly TickStep[] = ALL_STEPS.filter((step) => !step.spare);
