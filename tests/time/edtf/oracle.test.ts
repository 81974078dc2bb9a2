/** The same dates read by another library, `edtf` 4.11: where the two differ, the other is known to be wrong. */
import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilFromDays, DAY } from "../../../src/time/calendar.js";
import { parseDate } from "../../../src/time/parse-date.js";

/** First and last day, counted from 1970; `undefined` where the text is refused. */
type Bounds = readonly [first: number, last: number] | undefined;

function ours(text: string): Bounds {
  const { span } = parseDate(text, { syntax: "edtf" });
  return span && [Math.floor(span.start / DAY), Math.ceil(span.end / DAY) - 1];
}

function theirs(text: string): Bounds {
  try {
    const { min, max } = edtf(text) as unknown as { min: number; max: number };
    return [Math.floor(min / DAY), Math.floor(max / DAY)];
  } catch {
    return undefined;
  }
}

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const years = fc.integer({ min: -9999, max: 9999 }).filter((year) => year !== 0);
const year = (n: number): string => `${n < 0 ? "-" : ""}${pad(Math.abs(n), 4)}`;
const marks = fc.constantFrom("", "", "?", "~", "%");
const daysOf = (y: number, m: number): number =>
  new Date(Date.UTC(2000 + (((y % 400) + 400) % 400), m, 0)).getUTCDate();

const dates = fc.oneof(
  fc.tuple(years, marks).map(([y, mark]) => year(y) + mark),
  fc.tuple(years, fc.integer({ min: 1, max: 12 }), marks).map(([y, m, mark]) => `${year(y)}-${pad(m)}${mark}`),
  fc
    .tuple(years, fc.integer({ min: 1, max: 12 }), fc.nat(), marks)
    .map(([y, m, d, mark]) => `${year(y)}-${pad(m)}-${pad((d % daysOf(y, m)) + 1)}${mark}`),
  fc.integer({ min: 100, max: 999 }).map((n) => `${n}X`),
  fc.integer({ min: 10, max: 99 }).map((n) => `${n}XX`),
);
const plain = fc.integer({ min: 1, max: 9998 });
const intervals = fc
  .tuple(plain, fc.integer({ min: 1, max: 500 }), marks, marks)
  .map(([a, n, left, right]) => `${pad(a, 4)}${left}/${pad(Math.min(9999, a + n), 4)}${right}`);
const sets = fc
  .tuple(plain, fc.integer({ min: 1, max: 500 }), fc.constantFrom("[]", "{}"))
  .map(([a, n, [open, close]]) => `${open}${pad(a, 4)},${pad(Math.min(9999, a + n), 4)}${close}`);

describe("the same bounds as the edtf package", () => {
  test("for 3,000 dates, intervals and sets that both know", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.oneof(dates, intervals, sets), (text) => {
        compared++;
        expect([text, ours(text)]).toEqual([text, theirs(text)]);
      }),
      { numRuns: 3000, seed: 21 },
    );
    console.info(`edtf oracle: ${compared} dates compared`);
  }, 60_000);

  /** What it says, and what is right. If one of these is mended there, its row should go. */
  const FAULTS: readonly (readonly [text: string, theirs: string, ours: string, why: string])[] = [
    ["2021-02-29", "2021-03-01/2021-03-01", "refused", "February 2021 has 28 days"],
    ["1900-02-29", "1900-03-01/1900-03-01", "refused", "1900 was no leap year"],
    ["20211", "1970-01-01/1970-01-01", "refused", "a year of five digits has a Y; this is taken for milliseconds"],
    ["Y-17E7", "NaN", "-170000000-01-01/-170000000-12-31", "beyond the range of Date"],
    ["2001-21", "2001-01-01/2001-03-31", "2001-03-01/2001-05-31", "spring is not the first quarter"],
    ["2001-24", "2001-10-01/2001-12-31", "2001-12-01/2002-02-28", "winter is not the last quarter"],
    ["1950S2", "1950-01-01/1950-12-31", "1900-01-01/1999-12-31", "only two digits count"],
  ];

  const text = (bounds: Bounds): string => {
    if (!bounds) return "refused";
    if (bounds.some(Number.isNaN)) return "NaN";
    const day = (days: number): string => {
      const date = new Date(days * DAY);
      if (!Number.isNaN(date.getTime())) return date.toISOString().slice(0, 10);
      const { year, month, day } = civilFromDays(days);
      return `${year}-${pad(month)}-${pad(day)}`;
    };
    return `${day(bounds[0])}/${day(bounds[1])}`;
  };

  test.each(FAULTS)("%s is there %s", (date, wrong, right) => {
    expect(text(theirs(date))).toBe(wrong);
    expect(text(ours(date))).toBe(right);
  });
});
