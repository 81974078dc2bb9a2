/** Lengths of time in words, from the language's date-fns tables: one rounded unit, as in "5 months". */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "../calendar.js";
import { bigNumber } from "./format-moment.js";
import type { Locale } from "../locale.js";

const UNITS = [
  ["xYears", YEAR],
  ["xMonths", YEAR / 12],
  ["xWeeks", 7 * DAY],
  ["xDays", DAY],
  ["xHours", HOUR],
  ["xMinutes", MINUTE],
  ["xSeconds", SECOND],
] as const;

/** A unit of which date-fns' tables have the words: `xYears`, `xMonths` and so on. */
export type DurationUnit = (typeof UNITS)[number][0];

/** "17 months" says more than "2 years", "6 weeks" more than "1 month": a unit is used from nearly two on. */
const SMALLEST_COUNT = 1.95;
/** From here on two digits are said. */
const LONG = 10_000;

/** @param length in ms */
export function durationInWords(length: number, locale: Locale): string {
  for (const [unit, size] of UNITS) {
    const enough = unit === "xDays" ? 1 : SMALLEST_COUNT;
    if (length >= enough * size || unit === "xSeconds") return countedUnit(unit, rounded(length / size), locale);
  }
  return "";
}

/** "7.7 billion years": nobody measured the other digits. */
function rounded(count: number): number {
  return count < LONG ? Math.round(count) : Number(count.toPrecision(2));
}

/** A number of units, as given: `10,000 years`, `1 week`. */
export function countedUnit(unit: DurationUnit, count: number, locale: Locale): string {
  const words = locale.names.formatDistance(unit, count);
  // Millions of years are easier to read as such.
  return words.replace(String(count), bigNumber(count, locale));
}
