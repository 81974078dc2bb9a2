/**
 * Divisions of a year, ISO 8601-2:2019 table 2 (codes 21 to 41). The standard leaves their months open. The
 * months here are those of meteorology. A winter belongs to the year in which it begins: `2024-24` is December 2024 to
 * February 2025.
 */
import { instantOf } from "./calendar.js";
import { certain, type Moment } from "./span.js";

/**
 * First month of each division, from code 21 on: four seasons (read as northern), four northern seasons, four southern
 * seasons, quarters, thirds, halves.
 */
const FIRST_MONTHS: readonly number[] = [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7];

/** The first month of a division, and the month after its last. Month 13 is January of the next year. */
function monthsOf(code: number): [first: number, next: number] {
  const first = FIRST_MONTHS[code - 21] as number;
  return [first, first + (code < 37 ? 3 : code < 40 ? 4 : 6)];
}

/** The moment of a division of a year. `code` is 21 to 41. */
export function seasonMoment(year: number, code: number): Moment {
  const [first, next] = monthsOf(code);
  return { ...certain(instantOf(year, first), instantOf(year, next), "season"), season: code };
}

/** A division of a year in English words that are read again: "spring 2020", "Q1 2020". `undefined`: it has no such words. */
export function divisionInWords(year: number, code: number): string | undefined {
  if (code > 28 && code < 33) return undefined;
  if (code < 29) return `${["spring", "summer", "autumn", "winter"][(code - 21) % 4]} ${year}`;
  if (code < 37) return `Q${code - 32} ${year}`;
  const [n, unit] = code < 40 ? [code - 36, "third"] : [code - 39, "half"];
  return `${["1st", "2nd", "3rd"][n - 1]} ${unit} of ${year}`;
}

/** True for a season that crosses New Year. Its name has two years ("winter 2024–25"). */
export function crossesNewYear(code: number): boolean {
  return monthsOf(code)[1] > 13;
}
