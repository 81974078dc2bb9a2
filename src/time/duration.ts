/** Lengths of time in words, from the language's date-fns tables: one rounded unit, as in "5 months". */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "./calendar.js";
import { bigNumber } from "./format-moment.js";
import type { Locale } from "./locale.js";

const UNITS = [
  ["xYears", YEAR],
  ["xMonths", YEAR / 12],
  ["xWeeks", 7 * DAY],
  ["xDays", DAY],
  ["xHours", HOUR],
  ["xMinutes", MINUTE],
  ["xSeconds", SECOND],
] as const;

/** A month from two on, a week from two on: "6 weeks" says more than "1 month". */
const SMALLEST_COUNT = 2;

/** @param length in ms */
export function durationInWords(length: number, locale: Locale): string {
  for (const [token, unit] of UNITS) {
    const count = Math.round(length / unit);
    const last = token === "xSeconds";
    if (count >= SMALLEST_COUNT || last || (count === 1 && token === "xDays")) {
      const words = locale.names.formatDistance(token, count);
      // Millions of years are easier to read as such.
      return count >= 100_000 ? words.replace(String(count), bigNumber(count, locale)) : words;
    }
  }
  return "";
}
