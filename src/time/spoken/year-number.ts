/** Reads the number of a year. */
import { type Parts, twoDigits } from "./date-parts.js";
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
