/** One spoken date: "19 June 2024", "June 19th, 2024", "late 19th century", "44 BC", "2024年10月8日". */
import type { Cursor, NumberToken } from "./cursor.js";
import type { DateOrder } from "./numeric-date.js";
import { numericDate } from "./numeric-date.js";
import { type Parts, twoDigits } from "./parts.js";
import { Refusal } from "./refusal.js";
import { DASHES, refuseApostrophe, setYear } from "./spoken-parts.js";
import { readTime } from "./spoken-time.js";
import { readAgo, readQuarter, readSeason } from "./spoken-units.js";

/** Reads as much of a date as stands here. `undefined`: nothing here begins a date. */
export function readParts(cursor: Cursor, dateOrder: DateOrder | undefined): Parts | undefined {
  const start = cursor.place;
  const parts: Parts = {};
  readPrefix(cursor, parts);
  const read =
    readYearFirstEra(cursor, parts) ||
    readMonthFirst(cursor, parts) ||
    readSeason(cursor, parts) ||
    readQuarter(cursor, parts) ||
    readNumberFirst(cursor, parts, dateOrder);
  if (!read) {
    cursor.reset(start);
    return undefined;
  }
  readEra(cursor, parts);
  readTime(cursor, parts);
  readSuffix(cursor, parts);
  return parts;
}

/** "about", "possibly", "early", weekdays and words that say nothing, in any order. */
function readPrefix(cursor: Cursor, parts: Parts): void {
  for (;;) {
    const word = cursor.take("about", "possibly", "early", "mid", "late", "filler", "weekday");
    if (word === "about") parts.approximate = true;
    else if (word === "possibly") parts.uncertain = true;
    else if (word === "early" || word === "mid" || word === "late") {
      parts.part = word;
      cursor.sign(...DASHES);
    } else if (word === "weekday") cursor.sign(",");
    else if (!word) return;
  }
}

/** "AD 44", "BC 44". */
function readYearFirstEra(cursor: Cursor, parts: Parts): boolean {
  const next = cursor.peek(1);
  if (next?.kind !== "number") return false;
  const era = cursor.take("ce", "bce");
  if (!era) return false;
  setYear(parts, cursor.number() as NumberToken);
  parts.era = era as "ce" | "bce";
  return true;
}

/** "June 1944", "June 19, 2024", "Sept." */
function readMonthFirst(cursor: Cursor, parts: Parts): boolean {
  const month = cursor.monthName();
  if (month === undefined) return false;
  parts.month = month;
  const before = cursor.place;
  cursor.take("filler");
  refuseApostrophe(cursor);
  // A dash in front of the number makes it a range ("June-August"), not a part of this date; "June-1944" has no gap.
  const dash = cursor.peek()?.joined && cursor.sign(...DASHES);
  const number = cursor.number();
  if (!number || (dash && number.digits < 3)) {
    cursor.reset(before);
    return true;
  }
  if (number.digits > 2) {
    setYear(parts, number);
    return true;
  }
  parts.day = number.value;
  cursor.take("ordinal");
  readYearAfterComma(cursor, parts);
  return true;
}

function readYearAfterComma(cursor: Cursor, parts: Parts): void {
  const before = cursor.place;
  cursor.sign(",");
  cursor.take("filler");
  refuseApostrophe(cursor);
  const year = cursor.number();
  const clock = cursor.peek();
  if (year && (year.digits > 2 || isEra(cursor)) && !(clock?.kind === "sign" && clock.sign === ":")) {
    setYear(parts, year);
  } else cursor.reset(before);
}

function isEra(cursor: Cursor): boolean {
  const kind = cursor.peek()?.kind;
  return kind === "bce" || kind === "ce";
}

function readNumberFirst(cursor: Cursor, parts: Parts, dateOrder: DateOrder | undefined): boolean {
  refuseApostrophe(cursor);
  const before = cursor.place;
  const moment = numericDate(cursor, dateOrder);
  if (moment) {
    parts.moment = moment;
    return true;
  }
  const number = cursor.number();
  if (!number) return false;
  if (readAgo(cursor, parts, number)) return true;
  const next = cursor.peek();
  if (next?.kind === "decade" && next.joined && number.value % 10 === 0 && number.digits > 1) {
    cursor.take("decade");
    if (number.digits < 3) throw twoDigits(number.value);
    parts.decade = number.value;
    return true;
  }
  if (cursor.take("year")) return readEastAsian(cursor, parts, number);
  parts.ordinal = Boolean(cursor.peek()?.joined && cursor.take("ordinal"));
  if (cursor.take("century")) {
    parts.century = number.value;
    return true;
  }
  if (cursor.take("millennium")) {
    parts.millennium = number.value;
    return true;
  }
  if (readMonthAfterNumber(cursor, parts, number)) return true;
  cursor.reset(before);
  const bare = cursor.number() as NumberToken;
  parts.ordinal = Boolean(cursor.peek()?.joined && cursor.take("ordinal"));
  if (bare.digits <= 2 && readYearAfterDay(cursor, parts)) {
    // "June 19-21, 2024": what stands before the year is a day, whose month was said before.
    parts.day = bare.value;
    return true;
  }
  parts.bare = bare.value;
  parts.digits = bare.digits;
  return true;
}

function readYearAfterDay(cursor: Cursor, parts: Parts): boolean {
  const before = cursor.place;
  const year = cursor.sign(",") && cursor.number();
  if (year && year.digits > 2) {
    setYear(parts, year);
    return true;
  }
  cursor.reset(before);
  return false;
}

/** "19 June 2024", "19. Juni", "2024 June 19", "11-Mar-2015". */
function readMonthAfterNumber(cursor: Cursor, parts: Parts, number: NumberToken): boolean {
  const joined = cursor.peek()?.joined;
  const dash = joined ? cursor.sign(...DASHES, ".", "/") : cursor.sign(".");
  cursor.take("filler");
  const month = cursor.monthName();
  if (month === undefined) return false;
  parts.month = month;
  if (number.digits > 2) {
    setYear(parts, number);
    const before = cursor.place;
    if (dash) cursor.sign(...DASHES, "/");
    const day = cursor.number();
    if (day && day.digits <= 2) parts.day = day.value;
    else cursor.reset(before);
    cursor.take("ordinal");
    return true;
  }
  parts.day = number.value;
  const before = cursor.place;
  if (dash) cursor.sign(dash);
  else cursor.sign(",");
  cursor.take("filler");
  refuseApostrophe(cursor);
  const year = cursor.number();
  const range = cursor.peek();
  if (year && !(range?.kind === "monthName" || (range?.kind === "sign" && range.sign === ":"))) setYear(parts, year);
  else cursor.reset(before);
  return true;
}

/** "2024年10月8日", "2024년 10월 8일". */
function readEastAsian(cursor: Cursor, parts: Parts, year: NumberToken): boolean {
  setYear(parts, year);
  const beforeMonth = cursor.place;
  const month = cursor.number();
  if (!month || !cursor.take("month")) {
    cursor.reset(beforeMonth);
    return true;
  }
  parts.month = month.value;
  if (month.value < 1 || month.value > 12) {
    throw new Refusal("date-invalid", `there is no month ${month.value}`, "Write a month from 1 to 12");
  }
  const beforeDay = cursor.place;
  const day = cursor.number();
  if (day && cursor.take("day")) parts.day = day.value;
  else cursor.reset(beforeDay);
  return true;
}

function readEra(cursor: Cursor, parts: Parts): void {
  const era = cursor.take("bce", "ce") as "bce" | "ce" | undefined;
  if (era) parts.era = era;
}

/** "?", "~", "(?)", "(circa)", "(uncertain)". */
function readSuffix(cursor: Cursor, parts: Parts): void {
  for (;;) {
    const before = cursor.place;
    const bracket = cursor.sign("(", "[");
    const sign = cursor.sign("?", "%", "~");
    const word = sign ? undefined : bracket && cursor.take("about", "possibly");
    if (!sign && !word) {
      cursor.reset(before);
      return;
    }
    if (sign === "?" || sign === "%" || word === "possibly") parts.uncertain = true;
    if (sign === "%" || sign === "~" || word === "about") parts.approximate = true;
    if (bracket) cursor.sign(")", "]");
  }
}
