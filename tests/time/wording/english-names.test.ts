/** The table of date-fns is the oracle of our own. */
import { enGB } from "date-fns/locale/en-GB";
import { describe, expect, test } from "vitest";
import { englishNames } from "../../../src/time/wording/english-names.js";
import type { DateNames } from "../../../src/time/locale.js";

const oracle = enGB as DateNames;
const { localize } = englishNames;

describe("English names are those of date-fns", () => {
  test.each(["narrow", "abbreviated", "wide", undefined] as const)("for months, %s", (width) => {
    const options = width && { width };
    for (let i = 0; i < 12; i++) expect(localize.month(i, options)).toBe(oracle.localize.month(i, options));
  });

  test.each(["narrow", "short", "abbreviated", "wide", undefined] as const)("for weekdays, %s", (width) => {
    const options = width && { width };
    for (let i = 0; i < 7; i++) expect(localize.day(i, options)).toBe(oracle.localize.day(i, options));
  });

  test("for ordinals", () => {
    for (let n = 0; n <= 1200; n++) expect(localize.ordinalNumber(n)).toBe(oracle.localize.ordinalNumber(n));
  });

  test.each([
    ...["xSeconds", "xMinutes", "xHours", "xDays", "xWeeks", "xMonths", "xYears"],
    ...["aboutXHours", "aboutXWeeks", "aboutXMonths", "aboutXYears"],
  ])("for lengths in %s", (unit) => {
    for (const n of [0, 1, 2, 11, 10_000]) {
      expect(englishNames.formatDistance(unit, n)).toBe(oracle.formatDistance(unit, n));
    }
  });
});
