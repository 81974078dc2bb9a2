/** Twenty thousand inputs a run: nothing throws, everything is a date or one error, and no date that was not written. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilOf, DAY } from "../../src/time/calendar.js";
import { parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";
import { LOCALES } from "../support/locales.js";
import { fewerOf } from "../support/effort.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";
import { ENGLISH_ROWS, OTHER_ROWS } from "./spoken/spoken-table.js";

const ERROR_CODES = new Set([
  ...["date-invalid", "date-missing", "date-order-unknown", "date-out-of-range", "date-too-long"],
  ...["date-trailing-text", "date-unknown", "date-unrecognised", "year-two-digits"],
]);

/** The contract of every input. */
function check(text: string, options: Parameters<typeof parseDate>[1]): Span | undefined {
  const { span, issues } = parseDate(text, options);
  const errors = issues.filter((issue) => issue.severity === "error");
  expect(errors).toHaveLength(span ? 0 : 1);
  for (const error of errors) expect(ERROR_CODES).toContain(error.code);
  if (span) {
    expect(Number.isNaN(span.start) || Number.isNaN(span.end)).toBe(false);
    expect(span.start).toBeLessThan(span.end);
  }
  return span;
}

/**
 * Days from 1970-01-01, counted in another way than the library does: the formula of Fliegel and Van Flandern
 * (Communications of the ACM 11, 1968), which holds from 4801 BCE on.
 */
function daysByFliegel(year: number, month: number, day: number): number {
  const a = Math.trunc((month - 14) / 12);
  const julian =
    day -
    32075 +
    Math.trunc((1461 * (year + 4800 + a)) / 4) +
    Math.trunc((367 * (month - 2 - 12 * a)) / 12) -
    Math.trunc((3 * Math.trunc((year + 4900 + a) / 100)) / 4);
  return julian - 2440588;
}

/** Whether a day exists: no other month may hold it. */
function exists(year: number, month: number, day: number): boolean {
  const days = daysByFliegel(year, month, day);
  const next = month === 12 ? daysByFliegel(year + 1, 1, 1) : daysByFliegel(year, month + 1, 1);
  return day >= 1 && days < next;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** The ways to write a day, each with the year it can write. */
const WAYS: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${pad(y, 4)}-${pad(m)}-${pad(d)}`,
  (y, m, d) => `${d} ${MONTHS[m - 1]} ${pad(y, 4)}`,
  (y, m, d) => `${MONTHS[m - 1]} ${d}, ${pad(y, 4)}`,
  (y, m, d) => `${d} ${MONTHS[m - 1]?.slice(0, 3)}. ${pad(y, 4)}`,
  (y, m, d) => `c. ${d} ${MONTHS[m - 1]} ${pad(y, 4)}`,
  (y, m, d) => `${pad(y, 4)}年${m}月${d}日`,
  (y, m, d) => `${pad(y, 4)}-${pad(m)}-${pad(d)}~`,
  (y, m, d) => `${pad(y, 4)}-${pad(m)}-${pad(d)}T12:30`,
  (y, m, d) => `${d} ${MONTHS[m - 1]} ${y} AD`,
];

const PIECES = [
  ...["2024", "06", "19", "1", "44", "1939", "-", "/", "..", "X", "~", "?", "%", " ", " ", ",", ".", "'", "(", ")"],
  ...["June", "Sept.", "c.", "before", "not before", "after", "between", "and", "or", "from", "to", "until", "since"],
  ...[
    "BC",
    "AD",
    "th",
    "st",
    "century",
    "millennium",
    "s",
    "early",
    "mid-",
    "late",
    "winter",
    "summer",
    "Q3",
    "half of",
  ],
  ...["[", "]", "{", "}", "Y", "E", "S", "T12:00", "Z", "+02:00", "年", "月", "日", "٨", "\u00a0", "present", "n.d."],
  ...["Ma", "million", "years ago", "XIX", "octobre", "siècle", "Jahrhundert", "v. Chr.", "век", "до", "öncesi", "ב"],
];

const known = [...ENGLISH_ROWS, ...Object.values(OTHER_ROWS).flat()].map((row) => row[0]);
const mutated = fc
  .tuple(
    fc.constantFrom(...known),
    fc.nat(),
    fc.constantFrom("cut", "double", "swap", "insert"),
    fc.constantFrom(...PIECES),
  )
  .map(([text, n, how, piece]) => {
    const at = n % (text.length + 1);
    if (how === "cut") return text.slice(0, at) + text.slice(at + 1);
    if (how === "double") return text.slice(0, at) + text.slice(at - 1);
    if (how === "swap") return text.slice(at) + text.slice(0, at);
    return text.slice(0, at) + piece + text.slice(at);
  });

const locales = fc.constantFrom(undefined, ...LOCALES);

describe("20,000 inputs", () => {
  test(
    "8,000 days that exist or do not: the day that is written, or a refusal",
    () => {
      let refused = 0;
      holds(
        "days that exist or do not",
        fc.property(
          fc.integer({ min: 1, max: 9999 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 31 }),
          fc.constantFrom(...WAYS),
          (year, month, day, way) => {
            const text = way(year, month, day);
            const span = check(text, {});
            if (!span) refused++;
            const found = span && [text, Math.floor(span.start / DAY)];
            expect(found).toEqual(exists(year, month, day) ? [text, daysByFliegel(year, month, day)] : undefined);
          },
        ),
        { numRuns: triesOf(8000), seed: 11 },
      );
      // The control: there were days that do not exist among them, in proportion to the tries.
      expect(refused).toBeGreaterThan(fewerOf(50));
    },
    TIMEOUT,
  );

  test(
    "5,000 texts of the pieces that dates are made of",
    () => {
      const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((parts) => parts.join(""));
      holds(
        "texts of the pieces of dates",
        fc.property(texts, locales, fc.constantFrom("any" as const, "edtf" as const), (text, locale, syntax) => {
          const span = check(text, { locale, syntax });
          if (span?.kind !== "moment" || span.precision !== "day" || span.from?.soft || span.from?.part) return;
          // A day is never made up: its number and that of its year stand in the text.
          const { year, day } = civilOf(span.start);
          const numbers = (text.normalize("NFKC").replace(/٨/g, "8").match(/\d+/g) ?? []).map(Number);
          if (/X/.test(text)) return;
          expect([text, numbers]).toEqual([text, expect.arrayContaining([day])]);
          expect(numbers.some((n) => n === year || n === 1 - year)).toBe(true);
        }),
        { numRuns: triesOf(5000), seed: 12 },
      );
    },
    TIMEOUT,
  );

  test(
    "4,000 dates with a mistake in them",
    () => {
      holds(
        "dates with a mistake in them",
        fc.property(mutated, locales, (text, locale) => {
          check(text, { locale });
        }),
        { numRuns: triesOf(4000), seed: 13 },
      );
    },
    TIMEOUT,
  );

  test(
    "3,000 texts of any characters",
    () => {
      holds(
        "texts of any characters as dates",
        fc.property(fc.string({ maxLength: 60, unit: "binary" }), locales, (text, locale) => {
          check(text, { locale });
        }),
        { numRuns: triesOf(3000), seed: 14 },
      );
    },
    TIMEOUT,
  );
});
