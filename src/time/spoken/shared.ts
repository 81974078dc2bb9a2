/** What the readers of spoken dates share. */
import type { Cursor } from "./token-cursor.js";
import { type Parts, twoDigits } from "./date-parts.js";

export const DASHES = ["-", "–", "—", "‐", "‑"] as const;
export const COMMAS = [",", "،", "、"] as const;
const APOSTROPHES = ["'", "’", "‘"] as const;

export function setYear(parts: Parts, token: { value: number; digits: number }): void {
  parts.year = token.value;
  parts.digits = token.digits;
}

/** "'98" is never guessed at. */
export function refuseApostrophe(cursor: Cursor): void {
  const next = cursor.peek(1);
  const here = cursor.peek();
  if (here?.kind !== "sign" || !(APOSTROPHES as readonly string[]).includes(here.sign)) return;
  if (next?.kind === "number" && next.digits === 2) throw twoDigits(next.value);
}
