/** d3-time is the oracle of the steps below a year. */
import { type CountableTimeInterval, utcDay, utcHour, utcMillisecond, utcMinute, utcMonth, utcSecond } from "d3-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, daysInMonth } from "../../../src/time/calendar.js";
import { floorTo, stepTimes } from "../../../src/time/ticks/step-times.js";
import { ALL_STEPS, type TickStep } from "../../../src/time/ticks/tick-steps.js";

const INTERVALS: Readonly<Record<string, CountableTimeInterval>> = {
  millisecond: utcMillisecond,
  second: utcSecond,
  minute: utcMinute,
  hour: utcHour,
  day: utcDay,
  month: utcMonth,
};

function oracle({ unit, count }: TickStep) {
  const interval = INTERVALS[unit] as CountableTimeInterval;
  if (count === 1) return interval;
  if (unit !== "day") return interval.every(count) ?? interval;
  return utcDay.filter((date) => {
    const day = date.getUTCDate();
    const left = daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1) - day + 1;
    return (day - 1) % count === 0 && left >= 0.8 * count;
  });
}

const SHORT = ALL_STEPS.filter(({ unit }) => unit !== "year");
const starts = fc.integer({ min: -6e13, max: 6e13 });

describe("the instants of a step", () => {
  test("there are steps of every unit", () => {
    expect([...new Set(SHORT.map(({ unit }) => unit))]).toEqual(Object.keys(INTERVALS));
  });

  test.each(SHORT.map((step) => [step.count, step.unit, step] as const))(
    "of %d %s are those of d3-time",
    (_, __, step) => {
      fc.assert(
        fc.property(starts, fc.integer({ min: 0, max: 40 }), (start, steps) => {
          const end = start + Math.round(steps * step.length);
          const expected = oracle(step)
            .range(new Date(start), new Date(end + 1))
            .map((date) => date.getTime());
          expect(stepTimes(step, start, end)).toEqual(expected);
          expect(floorTo(step, start)).toBe(oracle(step).floor(new Date(start)).getTime());
        }),
        { numRuns: 40 },
      );
    },
  );

  test("beyond the range of Date there are only years", () => {
    const day = SHORT.find(({ length }) => length === DAY) as TickStep;
    expect(stepTimes(day, 8.7e15, 8.7e15 + 9 * DAY)).toEqual([]);
    expect(floorTo(day, 8.7e15)).toBe(8.7e15);
  });
});
