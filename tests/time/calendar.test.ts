import { describe, expect, test } from "vitest";
import { civilFromDays, civilOf, daysFromCivil, instantOf, weekdayOf } from "../../src/time/calendar.js";

describe("the calendar", () => {
  test("agrees with Date on every day from 1600 to 2400", () => {
    const first = Date.UTC(1600, 0, 1) / 86_400_000;
    const last = Date.UTC(2400, 0, 1) / 86_400_000;
    for (let day = first; day < last; day++) {
      const date = new Date(day * 86_400_000);
      const civil = civilFromDays(day);
      if (
        civil.year !== date.getUTCFullYear() ||
        civil.month !== date.getUTCMonth() + 1 ||
        civil.day !== date.getUTCDate()
      ) {
        expect(civil).toEqual(date.toISOString());
      }
      if (weekdayOf(day) !== date.getUTCDay()) expect(day).toBe("another weekday");
    }
  });

  test("days and dates are inverse over ten thousand years on either side", () => {
    for (let year = -9999; year <= 9999; year += 7) {
      const days = daysFromCivil(year, 3, 1);
      expect(civilFromDays(days)).toEqual({ year, month: 3, day: 1 });
      expect(civilFromDays(days - 1).month).toBe(2);
    }
  });

  test("years below 100 are not years of the last century", () => {
    expect(civilOf(instantOf(44, 3, 15)).year).toBe(44);
  });

  test("a year of the deep past keeps its number", () => {
    for (const year of [-13_800_000_000, -170_000_002, -2_600_000, 300_000]) {
      expect(civilOf(instantOf(year)).year).toBe(year);
    }
  });
});
