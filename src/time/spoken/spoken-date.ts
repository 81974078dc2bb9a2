/** Reads one spoken date: "19 June 2024", "June 19th, 2024", "late 19th century", "44 BC", "2024年10月8日". */
import type { Cursor, NumberToken } from "./token-cursor.js";
import type { DateOrder } from "./numeric-date.js";
import { numericDate } from "./numeric-date.js";
import { momentOf, type Parts } from "./date-parts.js";
import { readDualYear } from "./dual-year.js";
import { COMMAS, DASHES } from "./punctuation.js";
import { refuseApostrophe, setYear } from "./year-number.js";
import { readTime } from "./time-of-day.js";
import { readEastAsian } from "./east-asian.js";
import type { Remark } from "../refusal.js";
import { civilOf, instantOf } from "../calendar.js";
import { certain } from "../span.js";
import { fillers, readAgo, readQuarter, readSeason, readSeasonAfterYear, readUnitFirst } from "./units.js";

/** Reads the longest date at the cursor. `undefined`: no date begins there. */
export function readParts(cursor: Cursor, dateOrder: DateOrder | undefined, remarks: Remark[]): Parts | undefined {
  const start = cursor.place;
  const parts: Parts = {};
  readPrefix(cursor, parts, remarks);
  const read =
    readMonthFirst(cursor, parts, remarks) ||
    readSeason(cursor, parts) ||
    readPartOfPeriod(cursor, parts) ||
    readQuarter(cursor, parts) ||
    readUnitFirst(cursor, parts) ||
    readNumberFirst(cursor, parts, dateOrder, remarks);
  if (!read) {
    cursor.reset(start);
    return undefined;
  }
  readEra(cursor, parts);
  readTime(cursor, parts);
  readSuffix(cursor, parts, remarks);
  return parts;
}

/** Words before a date, in any order: "about", "possibly", "early", "AD", weekdays, fillers. */
function readPrefix(cursor: Cursor, parts: Parts, remarks: Remark[]): void {
  for (;;) {
    const word = cursor.take(
      "about",
      "possibly",
      "early",
      "mid",
      "late",
      "filler",
      "agoYears",
      "year",
      "weekday",
      "ce",
      "bce",
    );
    if (word === "about") parts.approximate = true;
    else if (word === "possibly") {
      parts.uncertain = true;
      cursor.sign(...COMMAS);
    } else if (word === "early" || word === "mid" || word === "late") {
      parts.part = word;
      cursor.sign(...DASHES);
    } else if (word === "weekday") {
      setWeekday(parts, cursor, remarks);
      cursor.sign(...COMMAS);
    } else if (word === "ce" || word === "bce") parts.era = word;
    else if (!word && cursor.sign("~")) parts.approximate = true;
    else if (!word && cursor.sign("?")) parts.uncertain = true;
    else if (!word) return;
  }
}

/** Keeps the value of the weekday before the cursor. */
function setWeekday(parts: Parts, cursor: Cursor, remarks: Remark[]): void {
  const token = cursor.peek(-1);
  if (token?.kind === "weekday" && token.value !== undefined) parts.weekday = { day: token.value, remarks };
}

/** "2nd half of the 17th century": a half, third or quarter of a century, decade or millennium. */
function readPartOfPeriod(cursor: Cursor, parts: Parts): boolean {
  const before = cursor.place;
  cursor.take("ordinal");
  const n = cursor.count();
  cursor.sign(".");
  cursor.take("ordinal");
  const unit = n !== undefined && cursor.take("half", "third", "quarter");
  const period: Parts = {};
  if (unit && n) {
    fillers(cursor);
    cursor.take("from");
    fillers(cursor);
    const count = { half: 2, third: 3, quarter: 4 }[unit as "half"];
    const found = readUnitFirst(cursor, period) || readNumberedPeriod(cursor, period);
    readEra(cursor, period);
    if (found && n <= count && (period.century ?? period.millennium ?? period.decade) !== undefined) {
      const { start, end } = momentOf(period);
      const [first, last] = [civilOf(start).year, civilOf(end).year];
      const cut = (i: number): number => instantOf(Math.round(first + ((last - first) * i) / count));
      parts.moment = { ...certain(cut(n - 1), cut(n), "year"), soft: true };
      return true;
    }
  }
  cursor.reset(before);
  return false;
}

function readNumberedPeriod(cursor: Cursor, period: Parts): boolean {
  const number = cursor.number();
  return Boolean(number && (readDecade(cursor, period, number) || readCountedPeriod(cursor, period, number)));
}

/** The era before a year: "15 March AD 44". */
function readEraBeforeYear(cursor: Cursor, parts: Parts): void {
  if (cursor.peek(1)?.kind === "number") readEra(cursor, parts);
}

/** "June 1944", "June 19, 2024", "Sept." */
function readMonthFirst(cursor: Cursor, parts: Parts, remarks: Remark[]): boolean {
  const month = cursor.valued("monthName");
  if (month === undefined) return false;
  parts.month = month;
  const before = cursor.place;
  cursor.sign(...COMMAS);
  fillers(cursor);
  refuseApostrophe(cursor);
  readEraBeforeYear(cursor, parts);
  // A dash before a number of one or two digits begins the end of a range. In "June-1944" it joins month and year.
  const dash = cursor.peek()?.joined && cursor.sign(...DASHES);
  const word = cursor.valued("ordinalWord");
  const number = word === undefined ? cursor.number() : { value: word, digits: 2 };
  if (!number || (dash && number.digits < 3)) {
    cursor.reset(before);
    return true;
  }
  if (number.digits > 2 || parts.era || isEra(cursor)) {
    setYear(parts, number);
    readDualYear(cursor, parts, remarks);
    cursor.take("year");
    return true;
  }
  parts.day = number.value;
  cursor.take("ordinal");
  readYearAfterComma(cursor, parts, remarks);
  return true;
}

function readYearAfterComma(cursor: Cursor, parts: Parts, remarks: Remark[]): void {
  const before = cursor.place;
  cursor.sign(...COMMAS);
  fillers(cursor);
  refuseApostrophe(cursor);
  readEraBeforeYear(cursor, parts);
  const year = cursor.number();
  const clock = cursor.peek();
  if (year && (year.digits > 2 || parts.era || isEra(cursor)) && !(clock?.kind === "sign" && clock.sign === ":")) {
    setYear(parts, year);
    readDualYear(cursor, parts, remarks);
    cursor.take("year");
  } else cursor.reset(before);
}

function isEra(cursor: Cursor): boolean {
  const kind = cursor.peek()?.kind;
  return kind === "bce" || kind === "ce";
}

function readNumberFirst(cursor: Cursor, parts: Parts, dateOrder: DateOrder | undefined, remarks: Remark[]): boolean {
  refuseApostrophe(cursor);
  const moment = numericDate(cursor, dateOrder);
  if (moment) {
    parts.moment = moment;
    return true;
  }
  const prefix = cursor.take("agoPrefix");
  const prefixed = Boolean(prefix) || cursor.taken("before");
  const start = cursor.place;
  const number = cursor.number();
  if (!number) return false;
  if (readAgo(cursor, parts, number, prefixed) || readSeasonAfterYear(cursor, parts, number)) return true;
  if (prefix) return false;
  if (readDecade(cursor, parts, number)) return true;
  if (readEastAsian(cursor, parts, number)) return true;
  if (readCountedPeriod(cursor, parts, number)) return true;
  if (readMonthAfterNumber(cursor, parts, number, remarks)) return true;
  cursor.reset(start);
  cursor.number();
  // In some languages a full stop makes a number ordinal: "8.–13. Oktober", "5.–4. Jahrhundert".
  const stop = number.digits <= 2 && cursor.sign(".");
  parts.ordinal = Boolean(stop || (cursor.peek()?.joined && cursor.take("ordinal")));
  if (number.digits <= 2 && readYearAfterDay(cursor, parts)) {
    // "June 19-21, 2024": the number before the year is a day of the month on the left.
    parts.day = number.value;
    return true;
  }
  parts.bare = number.value;
  parts.digits = number.digits;
  return true;
}

/** The rest of "1850s" after its number. */
function readDecade(cursor: Cursor, parts: Parts, number: NumberToken): boolean {
  const next = cursor.peek();
  if (next?.kind !== "decade" || !next.joined || number.value % 10 !== 0 || number.digits < 2) return false;
  cursor.take("decade");
  parts.decade = number.value;
  parts.digits = number.digits;
  return true;
}

/** The rest of "19th century" or "2. Jahrtausend" after its number. */
function readCountedPeriod(cursor: Cursor, parts: Parts, number: NumberToken): boolean {
  const before = cursor.place;
  const point = cursor.sign(".");
  parts.ordinal = Boolean(cursor.peek()?.joined && cursor.take("ordinal"));
  if (!point) cursor.sign(".");
  const unit = cursor.take("century", "millennium") as "century" | "millennium" | undefined;
  if (unit) parts[unit] = number.value;
  else cursor.reset(before);
  return unit !== undefined;
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
function readMonthAfterNumber(cursor: Cursor, parts: Parts, number: NumberToken, remarks: Remark[]): boolean {
  const joined = cursor.peek()?.joined;
  cursor.take("ordinal");
  const dash = joined ? cursor.sign(...DASHES, ".", "/") : cursor.sign(".");
  if (dash === ".") cursor.take("ordinal");
  fillers(cursor);
  const month = cursor.valued("monthName");
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
  else cursor.sign(...COMMAS);
  fillers(cursor);
  refuseApostrophe(cursor);
  readEraBeforeYear(cursor, parts);
  const year = cursor.number();
  const range = cursor.peek();
  if (year && !(range?.kind === "monthName" || (range?.kind === "sign" && range.sign === ":"))) {
    setYear(parts, year);
    readDualYear(cursor, parts, remarks);
    cursor.take("year");
  } else cursor.reset(before);
  return true;
}

function readEra(cursor: Cursor, parts: Parts): void {
  const era = cursor.take("bce", "ce") as "bce" | "ce" | undefined;
  if (era) parts.era = era;
}

/** Signs and words after a date: "?", "~", "(?)", "(circa)", a weekday, and words such as the one in "1944年頃". */
function readSuffix(cursor: Cursor, parts: Parts, remarks: Remark[]): void {
  for (;;) {
    const before = cursor.place;
    const bracket = cursor.sign("(", "[");
    const sign = cursor.sign("?", "%", "~");
    const word =
      sign ||
      cursor.take("about", "possibly", "weekday", ...(bracket ? SHORT_WEEKDAYS : (["early", "mid", "late"] as const)));
    // "1914~1918" is a range.
    if (!word || (sign === "~" && cursor.peek()?.kind === "number")) {
      cursor.reset(before);
      return;
    }
    if (word === "?" || word === "%" || word === "possibly") parts.uncertain = true;
    if (word === "%" || word === "~" || word === "about") parts.approximate = true;
    if (word === "early" || word === "mid" || word === "late") parts.part = word;
    if (word === "weekday") setWeekday(parts, cursor, remarks);
    if (word === "day" || word === "month") parts.weekday = { day: word === "day" ? 0 : 1, remarks };
    if (bracket) cursor.sign(")", "]");
  }
}

/** In brackets, "(日)" and "(月)" are Sunday and Monday. Elsewhere they are the marks of day and month. */
const SHORT_WEEKDAYS = ["day", "month"] as const;
