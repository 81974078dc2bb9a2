/** Numbers as dates: milliseconds since 1970, unless they look like a year or a day written without quotes. */
import { type Issue, type IssueCode, makeIssue } from "../../base/issue.js";
import { civilOf, SECOND } from "../../time/calendar.js";
import { clockText, dayText, pad } from "../../time/digits.js";
import { dayInDigits } from "../../time/spoken/date-parts.js";

/** Seconds since 1970 of September 2001 to 2039: as milliseconds they all lie in January 1970. */
const SECONDS = [1e9, 2.2e9] as const;

/** A year, YYYYMM or YYYYMMDD: numbers that nobody means as the first hours of 1970. */
export function isYearLike(n: number): boolean {
  const size = Math.abs(n);
  return size >= 1 && size <= 99_991_231 && Number.isInteger(n) && (size < 1e4 || (n > 0 && digitsOf(n) !== undefined));
}

/** 20200101 as "2020-01-01", 202001 as "2020-01", if there is such a day or month. */
function digitsOf(n: number): string | undefined {
  return n >= 1e7 ? dayInDigits(n) : dayInDigits(n * 100 + 1)?.slice(0, 7);
}

/** What is to be said of a number that is a point in time. */
export function numberIssue(n: number, path: string): Issue | undefined {
  const issue = (code: IssueCode, problem: string, hint: string): Issue =>
    makeIssue(code, problem, { path, value: n, hint });
  if (isYearLike(n)) {
    const text = Math.abs(n) < 1e4 ? yearText(n) : (digitsOf(n) as string);
    return issue(
      "date-number-unclear",
      `a number is milliseconds since 1970, which is ${isoTime(n)}, and this one looks like ${
        Math.abs(n) < 1e4 ? "a year" : text
      }`,
      `Write "${text}" in quotes, or "${isoTime(n)}" for the milliseconds`,
    );
  }
  if (n < SECONDS[0] || n >= SECONDS[1]) return undefined;
  return issue(
    "date-number-seconds",
    `read as milliseconds this is ${isoTime(n)}, as seconds it would be ${isoTime(n * SECOND)}`,
    "Multiply seconds by 1000, or write a text such as 2024-06-19",
  );
}

function yearText(n: number): string {
  return n < 0 ? `${-n} BC` : pad(n, 4);
}

/**
 * A value as JSON holds it so that it is read as the same. A `Date` is written as its milliseconds, since as a text it
 * would be read with more precision than it had; a column of numbers, which JSON would write as an object, is written as a
 * list, in which NaN becomes null: both are no value.
 *
 * @param holder what holds it, and under which key, as `JSON.stringify` tells its replacer
 * @param value what it has become by its own `toJSON`
 */
export function jsonValue(holder: unknown, key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>);
  const held = (holder as Readonly<Record<string, unknown>>)[key];
  if (!(held instanceof Date)) return value;
  const ms = held.getTime();
  return isYearLike(ms) ? isoTime(ms) : ms;
}

function isoTime(ms: number): string {
  const c = civilOf(ms);
  const time = clockText(c, c.millisecond === 0 ? "second" : "millisecond");
  return `${dayText(c.year, c.month, c.day)}T${time}Z`;
}
