/**
 * Divisions of a year, ISO 8601-2:2019 table 2 (codes 21 to 41). The standard names them and leaves the months open;
 * the months here are those of meteorology. A winter that begins in December belongs to the year it begins in, so
 * `2024-24` is December 2024 to February 2025.
 */
import { instantOf } from "./calendar.js";
import { certain, type Moment } from "./span.js";

/**
 * The month each division starts with, from code 21 on: seasons, which are read as northern, northern and southern ones,
 * quarters, thirds and halves.
 */
const STARTS: readonly number[] = [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7];

/** The month a division starts with, and the one after its last: 13 is January of the next year. */
function monthsOf(code: number): [first: number, next: number] {
  const first = STARTS[code - 21] as number;
  return [first, first + (code < 37 ? 3 : code < 40 ? 4 : 6)];
}

/** The moment of a division of a year. `code` is 21 to 41. */
export function seasonMoment(year: number, code: number): Moment {
  const [first, next] = monthsOf(code);
  return { ...certain(instantOf(year, first), instantOf(year, next), "season"), season: code };
}

/** True for a season that runs over New Year: its name carries two years ("winter 2024–25"). */
export function crossesNewYear(code: number): boolean {
  return monthsOf(code)[1] > 13;
}
