/** What is said of a date, in any language and whether aloud or in a text, is read as the same date. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate } from "../../src/time/wording/format-date.js";
import { parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";
import { LOCALES } from "../support/locales.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const year = fc.integer({ min: 1000, max: 2100 });
const anyYear = fc.oneof(year, fc.integer({ min: 1, max: 999 }), fc.integer({ min: -3000, max: 0 }));
const written = (n: number): string => `${n < 0 ? "-" : ""}${pad(Math.abs(n), 4)}`;

const units = fc.oneof(
  anyYear.map(written),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${written(y)}-${pad(m)}`),
  fc
    .tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${written(y)}-${pad(m)}-${pad(d)}`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, code]) => `${y}-${code}`),
  fc.tuple(year, fc.integer({ min: 33, max: 41 })).map(([y, code]) => `${y}-${code}`),
  fc.integer({ min: 101, max: 209 }).map((n) => `${n}X`),
  fc.integer({ min: 10, max: 20 }).map((n) => `${n}XX`),
);
const marked = fc.tuple(units, fc.constantFrom("", "", "~", "?", "%")).map(([text, mark]) => text + mark);
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .chain(([h, m, s]) =>
    fc.constantFrom(
      `T${pad(h)}`,
      `T${pad(h)}:${pad(m)}`,
      `T${pad(h)}:${pad(m)}:${pad(s)}`,
      `T${pad(h)}:${pad(m)}:${pad(s)}.250`,
      `T${pad(h)}:${pad(m)}Z`,
      `T${pad(h)}:${pad(m)}+09:00`,
      `T${pad(h)}:${pad(m)}:${pad(s)}-03:30`,
    ),
  )
  .map((time) => `2024-06-19${time}`);
/** Two times of one day, the earlier first. */
const inOrder = ([a, b]: readonly [string, string]): string => {
  const start = (text: string): number => parseDate(text, { seasonCodes: true }).span?.start as number;
  return start(a) === start(b) ? a : start(a) < start(b) ? `${a}/${b}` : `${b}/${a}`;
};
const dates = fc.oneof(
  { weight: 6, arbitrary: marked },
  { weight: 1, arbitrary: times },
  { weight: 3, arbitrary: fc.tuple(units, units).map(([a, b]) => `${a}/${b}`) },
  { weight: 1, arbitrary: fc.tuple(times, times).map(inOrder) },
  { weight: 1, arbitrary: marked.map((text) => `${text}/..`) },
  { weight: 1, arbitrary: marked.map((text) => `${text}/`) },
  { weight: 1, arbitrary: marked.map((text) => `../${text}`) },
  { weight: 1, arbitrary: marked.map((text) => `/${text}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom("before", "after", "not before", "not after"), year).map((x) => x.join(" ")),
  },
  { weight: 1, arbitrary: fc.tuple(year, year).map(([a, b]) => `between ${Math.min(a, b)} and ${Math.max(a, b)}`) },
  { weight: 1, arbitrary: fc.tuple(year, year, year).map((list) => `[${[...new Set(list)].join(",")}]`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("early", "mid", "late"), year).map((x) => x.join(" ")) },
  { weight: 1, arbitrary: fc.integer({ min: 11, max: 4600 }).map((n) => `${n} Ma`) },
);

const essence = (span: Span | undefined): unknown =>
  span && [
    span.from?.offset,
    span.to?.offset,
    // "1915 to 1915" is written as 1915.
    span.from?.start === span.to?.start && span.from?.end === span.to?.end ? "moment" : span.kind,
    span.start,
    span.end,
    span.approximate,
    span.uncertain,
    span.openStart,
    span.openEnd,
  ];

describe("parse(format(x)) = x", () => {
  test(
    "for 6,000 dates of every kind in eighteen languages",
    () => {
      holds(
        "dates written in 18 languages and read again",
        fc.property(
          dates,
          fc.constantFrom(...LOCALES),
          fc.constantFrom("words" as const, "long" as const),
          (date, locale, style) => {
            const { span } = parseDate(date, { seasonCodes: true });
            expect([date, span]).not.toEqual([date, undefined]);
            const text = formatDate(span as Span, locale, style);
            expect([locale.code, date, text, essence(parseDate(text, { locale }).span)]).toEqual([
              locale.code,
              date,
              text,
              essence(span),
            ]);
          },
        ),
        { numRuns: triesOf(6000), seed: 31 },
      );
    },
    TIMEOUT,
  );

  /**
   * Short dates leave out what a figure shows beside them. English comes back as it was; in other languages one word can stand
   * for an end that is open and one that is not known ("seit", "depuis"), so there the ends that are said must be the same.
   */
  test(
    "for 3,000 short dates: the same in English, and elsewhere the same time",
    () => {
      holds(
        "short dates written in 18 languages and read again",
        fc.property(dates, fc.constantFrom(...LOCALES), (date, locale) => {
          const { span } = parseDate(date, { seasonCodes: true });
          const text = formatDate(span as Span, locale, "short");
          const back = parseDate(text, { locale }).span;
          const told = (one: Span | undefined): unknown =>
            locale.code === "en" ? essence(one) : one && [one.start, one.end, one.approximate, one.uncertain];
          expect([locale.code, date, text, told(back)]).toEqual([locale.code, date, text, told(span)]);
        }),
        { numRuns: triesOf(3000), seed: 32 },
      );
    },
    TIMEOUT,
  );
});
