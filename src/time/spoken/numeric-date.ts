/**
 * Dates in numbers alone: 13/04/2021, 13.4.2021, 2021/4/13, 06/1944. A date that exists in both orders of day and month is
 * refused with both readings.
 */
import { daysInMonth } from "../calendar.js";
import type { Cursor } from "./token-cursor.js";
import { dayText, pad } from "../digits.js";
import { exactDate, monthRefusal, unitMoment } from "../edtf/edtf-date.js";
import { MONTHS } from "../wording/english-names.js";
import { twoDigits } from "./date-parts.js";
import { Refusal } from "../refusal.js";
import type { Moment } from "../span.js";

/** The order of day, month and year in a date of three numbers. */
export type DateOrder = "DMY" | "MDY" | "YMD";

const NUMERIC_SEPARATORS = ["/", ".", "-", "–"] as const;

interface Field {
  readonly value: number;
  readonly digits: number;
}

/** Reads two or three numbers with one separator between them. `undefined`: the text has no such numbers here. */
export function numericDate(cursor: Cursor, order: DateOrder | undefined): Moment | undefined {
  const before = cursor.place;
  const a = cursor.number();
  const separator = a && joinedSign(cursor);
  const b = separator && joinedNumber(cursor);
  if (!a || !b || !separator) {
    cursor.reset(before);
    return undefined;
  }
  const place = cursor.place;
  const second = joinedSign(cursor);
  const c = second === separator ? joinedNumber(cursor) : undefined;
  if (c) return threeNumbers(a, b, c, order);
  cursor.reset(place);
  const monthYear = a.digits <= 2 && b.digits === 4 && a.value >= 1 && a.value <= 12;
  if (monthYear && (separator === "/" || separator === ".")) return unitMoment(b.value, a.value);
  if (separator === "/" && a.digits === 4 && b.digits <= 2 && b.value >= 1 && b.value <= 12) return yearSlash(a, b);
  cursor.reset(before);
  return undefined;
}

/** "1944/06" is a month. "2009/10" may be a month or two years, and is refused. */
function yearSlash(a: Field, b: Field): Moment {
  const year = a.value;
  const size = 10 ** b.digits;
  if (b.value <= year % size) return unitMoment(year, b.value);
  throw monthOrYears(year, b.value, year - (year % size) + b.value);
}

/** The refusal of a month that may also be the end of a range of years. */
export function monthOrYears(year: number, month: number, last: number): Refusal {
  return new Refusal(
    "date-order-unknown",
    `it could be ${MONTHS[month - 1]} ${year} or the years ${year} to ${last}`,
    `Write ${year}-${pad(month)} or ${year}/${last}`,
  );
}

function joinedSign(cursor: Cursor): string | undefined {
  return cursor.peek()?.joined ? cursor.sign(...NUMERIC_SEPARATORS) : undefined;
}

function joinedNumber(cursor: Cursor): Field | undefined {
  return cursor.peek()?.joined ? cursor.number() : undefined;
}

function threeNumbers(a: Field, b: Field, c: Field, order: DateOrder | undefined): Moment {
  if (a.digits >= 3) return dayOf(a, b, c);
  if (c.digits < 3) {
    throw twoDigits(order === "YMD" ? a.value : c.value);
  }
  if (order === "DMY") return dayOf(c, b, a);
  if (order === "MDY") return dayOf(c, a, b);
  const dayFirst = exists(c, b, a);
  const monthFirst = exists(c, a, b);
  if (dayFirst && monthFirst && a.value !== b.value) throw bothWays(a, b, c);
  if (dayFirst) return dayOf(c, b, a);
  if (monthFirst) return dayOf(c, a, b);
  if (a.value > 12 && b.value > 12) throw monthRefusal(String(b.value));
  // One order has a valid month, so the refusal names its day.
  return b.value >= 1 && b.value <= 12 ? dayOf(c, b, a) : dayOf(c, a, b);
}

function exists(year: Field, month: Field, day: Field): boolean {
  return month.value >= 1 && month.value <= 12 && day.value >= 1 && day.value <= daysInMonth(year.value, month.value);
}

function dayOf(year: Field, month: Field, day: Field): Moment {
  return exactDate(year.value, String(month.value), String(day.value));
}

function bothWays(a: Field, b: Field, c: Field): Refusal {
  return new Refusal(
    "date-order-unknown",
    `it could be ${a.value} ${MONTHS[b.value - 1]} ${c.value} or ${b.value} ${MONTHS[a.value - 1]} ${c.value}`,
    `Write ${dayText(c.value, b.value, a.value)} or ${dayText(c.value, a.value, b.value)}, or set dateOrder to "DMY" or "MDY"`,
  );
}
