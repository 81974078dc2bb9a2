import { describe, expect, test } from "vitest";
import type { Locale } from "../../../src/time/locale.js";
import { civilOf } from "../../../src/time/calendar.js";
import { parseDate } from "../../../src/time/parse-date.js";
import { isoDay } from "../../support/iso.js";
import { LOCALES } from "../../support/locales.js";
import { ENGLISH_ROWS, OTHER_ROWS, type SpokenRow } from "./spoken-table.js";

const SIGNS = { moment: "=", interval: "-", before: "<", after: ">", "one-of": "|", "all-of": "&" } as const;

function read(text: string, locale?: Locale): SpokenRow | string | undefined {
  const { span, issues } = parseDate(text, { locale });
  if (!span) return issues[0]?.message;
  const marks = `${span.approximate ? "~" : ""}${span.uncertain ? "?" : ""}` as "~";
  const last = span.end - (Number.isFinite(span.end) ? 1 : 0);
  // Beyond the range of exact milliseconds the last one of a year is not to be told from the next.
  const lastDay =
    !Number.isFinite(last) || Number.isSafeInteger(last)
      ? isoDay(last)
      : `${Number(isoDay(span.end).slice(0, -6)) - 1}-12-31`;
  const row = [text, SIGNS[span.kind], isoDay(span.start), lastDay] as const;
  return marks ? [...row, marks] : row;
}

describe("dates as people type them", () => {
  test.each(ENGLISH_ROWS.map((row) => [row[0], row] as const))("%s", (text, row) => {
    expect(read(text)).toEqual(row);
  });

  test("there are more than 150 forms", () => {
    const others = Object.values(OTHER_ROWS).flat().length;
    console.info(`spoken dates: ${ENGLISH_ROWS.length} forms in English, ${others} in other languages`);
    expect(ENGLISH_ROWS.length + others).toBeGreaterThanOrEqual(150);
  });
});

describe.each(Object.entries(OTHER_ROWS))("dates as people type them in %s", (code, rows) => {
  const locale = LOCALES.find((one) => one.code === code);
  test.each(rows.map((row) => [row[0], row] as const))("%s", (text, row) => {
    expect(read(text, locale)).toEqual(row);
  });
});

test("every language that is shipped has rows", () => {
  expect(["en", ...Object.keys(OTHER_ROWS)].sort()).toEqual(LOCALES.map((locale) => locale.code).sort());
});

describe("stretches of deep time", () => {
  test("from a part of a number of years ago to all of it, or the other way, covers more than an instant", () => {
    for (const text of ["mid-6 Ma to 6 Ma", "6 Ma to mid-6 Ma", "6mid-6 Ma"]) {
      const { start = 0, end = 0 } = parseDate(text).span ?? {};
      expect(end - start, text).toBeGreaterThan(1e15);
    }
  });

  test("from a figure to the same one is all that the figure stands for", () => {
    const [pair, one] = ["6 Ma to 6 Ma", "6 Ma"].map((text) => parseDate(text).span);
    expect([pair?.start, pair?.end]).toEqual([one?.start, one?.end]);
  });

  test("end at the figure that is stated, where the next one begins", () => {
    const [archean, proterozoic] = ["4000 Ma – 2500 Ma", "2500 Ma – 541 Ma"].map((text) => parseDate(text).span);
    expect(archean?.end).toBe(proterozoic?.start);
    expect(archean && [civilOf(archean.start).year, civilOf(archean.end).year]).toEqual([
      -3_999_998_000, -2_499_998_000,
    ]);
  });
});
