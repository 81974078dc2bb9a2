/**
 * Divisions of a year, ISO 8601-2:2019 table 2 (codes 21 to 41). The standard names them and leaves the months open;
 * the months here are those of meteorology. A winter that begins in December belongs to the year it begins in, so
 * `2024-24` is December 2024 to February 2025.
 */
import { instantOf } from "./calendar.js";
import type { Moment } from "./span.js";

/** The month each division starts with, and how many months it has. Codes 21 to 24 are read as northern. */
const DIVISIONS: Readonly<Record<number, readonly [month: number, months: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

/** The moment of a division of a year. `code` is 21 to 41. */
export function seasonMoment(year: number, code: number): Moment {
  const [month, months] = DIVISIONS[code] as readonly [number, number];
  return {
    start: instantOf(year, month),
    end: instantOf(year, month + months),
    precision: "season",
    season: code,
    approximate: false,
    uncertain: false,
  };
}

/** True for a season that runs over New Year: its name carries two years ("winter 2024–25"). */
export function crossesNewYear(code: number): boolean {
  const [month, months] = DIVISIONS[code] as readonly [number, number];
  return month + months > 13;
}
