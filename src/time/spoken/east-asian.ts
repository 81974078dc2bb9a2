/** Dates with a mark after each number: "2024年10月8日", "2024년 10월 8일", and years followed by a word ("1944 г."). */
import type { Cursor, NumberToken } from "./token-cursor.js";
import type { Parts } from "./date-parts.js";
import { Refusal } from "../refusal.js";
import { setYear } from "./year-number.js";
import { fillers, readQuarter } from "./units.js";

/** Reads the rest of a date after its first number. False: no mark follows the number. */
export function readEastAsian(cursor: Cursor, parts: Parts, first: NumberToken): boolean {
  if (cursor.take("year")) {
    setYear(parts, first);
    const before = cursor.place;
    fillers(cursor);
    if (readQuarter(cursor, parts)) return true;
    cursor.reset(before);
    const next = cursor.number();
    if (!(next && readMonth(cursor, parts, next))) cursor.reset(before);
    return true;
  }
  if (readMonth(cursor, parts, first)) return true;
  if (first.digits > 2 || !cursor.take("day")) return false;
  parts.day = first.value;
  return true;
}

function readMonth(cursor: Cursor, parts: Parts, month: NumberToken): boolean {
  if (!cursor.take("month")) return false;
  if (month.value < 1 || month.value > 12) {
    throw new Refusal("date-invalid", `there is no month ${month.value}`, "Write a month from 1 to 12");
  }
  parts.month = month.value;
  const before = cursor.place;
  const day = cursor.number();
  if (day && cursor.take("day")) parts.day = day.value;
  else cursor.reset(before);
  return true;
}
