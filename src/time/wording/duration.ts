/** Lengths of time in words, as one rounded unit ("5 months"). The words come from the date-fns locale. */
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

/** A unit that date-fns has words for: `xYears`, `xMonths` and so on. */
export type DurationUnit = (typeof UNITS)[number][0];

/** The least count of a unit. Below it the next smaller unit is more precise: "17 months", not "1 year". */
const MIN_COUNT = 1.95;
/** From this count on, two significant digits are written. */
const ROUNDED_COUNT = 10_000;

/** A length in the largest unit that it holds about twice. @param length in ms */
export function durationInWords(length: number, locale: Locale): string {
  for (const [unit, size] of UNITS) {
    const enough = unit === "xDays" ? 1 : MIN_COUNT;
    if (length >= enough * size || unit === "xSeconds") return countedUnit(unit, rounded(length / size), locale);
  }
  return "";
}

/** Rounds to whole units, and long lengths to two digits ("7.7 billion years"), because more digits were never measured. */
function rounded(count: number): number {
  return count < ROUNDED_COUNT ? Math.round(count) : Number(count.toPrecision(2));
}

/** A number of units in words: `10,000 years`, `1 week`. */
export function countedUnit(unit: DurationUnit, count: number, locale: Locale): string {
  const words = locale.names.formatDistance(unit, count);
  // "66 million years" is easier to read than "66000000 years".
  return words.replace(String(count), bigNumber(count, locale));
}
