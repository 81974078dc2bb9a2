/** Reads the number of a year. */
import { type Parts, twoDigits } from "./date-parts.js";
import { Refusal } from "../refusal.js";
import { APOSTROPHES } from "./punctuation.js";
import type { Cursor } from "./token-cursor.js";

export function setYear(parts: Parts, token: { value: number; digits: number }): void {
  parts.year = token.value;
  parts.digits = token.digits;
}

/** Refuses a year such as "'98", whose century is unknown. */
export function refuseApostrophe(cursor: Cursor): void {
  const next = cursor.peek(1);
  const here = cursor.peek();
  if (here?.kind !== "sign" || !(APOSTROPHES as readonly string[]).includes(here.sign)) return;
  if (next?.kind === "number" && next.digits === 2) throw twoDigits(next.value);
}

/** The decade of the 2090s in three digits: larger numbers are no decades of the past. */
const LAST_DECADE = 209;

/** True for a number such as the 186 of "186-", which libraries write for a decade. */
export function isDecade({ bare, digits, era }: Parts): boolean {
  return bare !== undefined && digits === 3 && bare <= LAST_DECADE && era === undefined;
}

/** The refusal of such a number, with both readings. */
export function decadeOrYear(number: number): Refusal {
  return new Refusal(
    "date-order-unknown",
    `it could be the ${number}0s, as libraries write a decade, or the year ${number}`,
    `Write ${number}0s for the decade, or AD ${number} for the year`,
  );
}
