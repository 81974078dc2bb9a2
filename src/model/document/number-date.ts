/** Numbers as dates: milliseconds since 1970, unless they look like a year or a day written without quotes. */
import { type Issue, type IssueCode, makeIssue } from "../../base/issue.js";
import { civilOf, SECOND } from "../../time/calendar.js";
import { clockText, dayText, pad } from "../../time/digits.js";
import { dayInDigits } from "../../time/spoken/date-parts.js";

/** Numbers that are probably seconds: as seconds they are September 2001 to 2039, as milliseconds all of January 1970. */
const LIKELY_SECONDS = [1e9, 2.2e9] as const;

/** Whether a number looks like a year, YYYYMM or YYYYMMDD rather than the first hours of 1970. */
export function isYearLike(n: number): boolean {
  const size = Math.abs(n);
  return size >= 1 && size <= 99_991_231 && Number.isInteger(n) && (size < 1e4 || (n > 0 && digitsOf(n) !== undefined));
}

/** "2020-01-01" for 20200101, "2020-01" for 202001; `undefined` when no such day or month exists. */
function digitsOf(n: number): string | undefined {
  return n >= 1e7 ? dayInDigits(n) : dayInDigits(n * 100 + 1)?.slice(0, 7);
}

/** The issue of a number that is used as a date, if there is one. */
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
  if (n < LIKELY_SECONDS[0] || n >= LIKELY_SECONDS[1]) return undefined;
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
 * A replacer for `JSON.stringify` whose output reads back as the same document. A `Date` becomes its milliseconds, because
 * its text would be read with more precision. A typed array becomes a list, in which JSON writes NaN as null; both mean
 * that there is no value.
 *
 * @param holder the object that has the value under `key`
 * @param value the result of the value's own `toJSON`
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
