/** Notations of catalogues, genealogists and planners are read rightly, or refused by their name. */
import { describe, expect, test } from "vitest";
import { ar } from "../../src/locales/ar.js";
import { en } from "../../src/locales/en.js";
import { fa } from "../../src/locales/fa.js";
import { he } from "../../src/locales/he.js";
import { zhTW } from "../../src/locales/zh-TW.js";
import { parseDate, parseDocument } from "../../src/parse.js";
import { divisionInWords } from "../../src/time/season.js";
import type { Locale } from "../../src/time/locale.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { findPairMeaning, settlePair } from "../../src/time/year-pairs.js";
import { isoDay } from "../support/iso.js";
import { CORE_ROWS, NOTED_ROWS } from "./notations-table.js";

const day = (instant: number): string => (Number.isFinite(instant) ? isoDay(instant) : "open");

describe("a notation", () => {
  test.each(CORE_ROWS.map((row) => [row[0], row] as const))("%s", (text, [, expected, last]) => {
    const { span, issues } = parseDate(text);
    if (expected instanceof RegExp) {
      expect(span).toBeUndefined();
      expect(issues.map((issue) => issue.message)).toEqual([expect.stringMatching(expected)]);
    } else expect(span && [day(span.start), day(span.end - 1)]).toEqual([expected, last]);
  });

  test.each(NOTED_ROWS)("%s is read with the note %s", (text, code, message) => {
    const { span, issues } = parseDate(text);
    expect(span).toBeDefined();
    expect(issues.map((issue) => [issue.code, issue.message])).toEqual([[code, expect.stringMatching(message)]]);
  });

  test("has a row for each kind", () => {
    const count = CORE_ROWS.length + NOTED_ROWS.length;
    console.info(`notations of catalogues, genealogists and planners: ${count} rows`);
    expect(count).toBeGreaterThan(110);
  });

  test("that is refused is named in the issues of a document too", () => {
    const { issues } = parseDocument([{ title: "A", date: "昭和20年" }]);
    expect(issues[0]?.message).toMatch(/^events\[0\]\.date "昭和20年": it is a date of the Japanese calendar\./);
  });

  test("with the right weekday has no note", () => {
    for (const text of ["Wed 19 June 2024", "Wednesday, June 19, 2024", "2024年6月17日(月)"]) {
      expect(parseDate(text).issues).toEqual([]);
    }
  });
});

describe("a season code that is also a year", () => {
  test("is a season in a document, with a remark that names the years", () => {
    const { timeline, issues } = parseDocument([{ title: "A", date: "2020-21", sources: ["https://example.org"] }]);
    expect(isoDay(timeline.events[0]?.span.start as number)).toBe("2020-03-01");
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([["season-code", "Write 2020/2021 for the years"]]);
  });

  test("is a season where the syntax is EDTF, or the caller asks for seasons", () => {
    for (const options of [{ syntax: "edtf" }, { seasonCodes: true }] as const) {
      expect(parseDate("2020-21", options).span?.precision).toBe("season");
    }
  });

  test("is settled by the other cells of its column", () => {
    const years = findPairMeaning(["2018-19", "2019-20", "2020-21", "2021-22"]);
    expect(["2009-10", "2018-19", "2020-21", "c. 2020-21"].map((text) => settlePair(text, years))).toEqual([
      ...["2009/2010", "2018/2019", "2020/2021", "c. 2020–2021"],
    ]);
    const units = findPairMeaning(["2020-21", "2020-03", "2021-9"]);
    expect(["2020-21", "2021-9"].map((text) => settlePair(text, units))).toEqual(["2020-21", "2021-09"]);
  });

  test("is settled by three successive pairs, but not by two", () => {
    expect(findPairMeaning(["2020-21", "2021-22", "2022-23"])).toBe("years");
    expect(findPairMeaning(["2020-21", "2021-22"])).toBeUndefined();
    expect(findPairMeaning(["2020-21", "2021-24", "2022-23", "2023-24"])).toBeUndefined();
  });

  test("is not settled by cells that contradict each other", () => {
    expect(findPairMeaning(["2018-19", "2019-05", "2020-21"])).toBeUndefined();
  });

  test("is written with both readings where nothing settles it, and then refused", () => {
    expect(settlePair("2020-21", undefined)).toBe("2020-21 or 2020/2021");
    expect(settlePair("2009-10", undefined)).toBe("2009-10");
    const { issues } = parseDocument([{ title: "A", date: settlePair("2020-21", undefined) }]);
    expect(issues.map(({ code }) => code)).toContain("date-order-unknown");
  });

  test("can be written in words that are read as the season", () => {
    for (let code = 21; code <= 41; code++) {
      const words = divisionInWords(2020, code);
      if (words === undefined) expect(code).toBeGreaterThan(28);
      else {
        const [said, meant] = [parseDate(words).span, parseDate(`2020-${code}`, { seasonCodes: true }).span];
        expect([words, said?.start, said?.end]).toEqual([words, meant?.start, meant?.end]);
      }
    }
  });
});

describe("two equal ends", () => {
  test.each([
    ["1915/1915", "1915", "1915"],
    ["1915~/1915~", "about 1915", "about 1915"],
    ["4 July 1861 – 4 July 1861", "4 Jul 1861", "4 July 1861"],
    ["June 1861 – June 1861", "Jun 1861", "June 1861"],
  ])("%s is written as one date", (text, short, words) => {
    const { span } = parseDate(text);
    expect(span && [formatDate(span, en, "short"), formatDate(span, en, "words")]).toEqual([short, words]);
  });
});

describe("a year that is also one of another calendar", () => {
  const refused: readonly (readonly [Locale, string, string])[] = [
    [fa, "1402/07/15", "Solar Hijri"],
    [fa, "۱۴۰۲/۰۷/۱۵", "Solar Hijri"],
    [ar, "1445/09/15", "Hijri"],
    [he, "5784/1/5", "Hebrew"],
    [zhTW, "113年5月2日", "Minguo"],
  ];
  test.each(refused)("%# %s is refused with both readings", (locale, text, name) => {
    const { span, issues } = parseDate(text, { locale });
    expect(span).toBeUndefined();
    expect(issues[0]?.message).toMatch(new RegExp(`of the ${name} calendar or \\d+ of the common era`));
  });

  test.each([
    [fa, "1402-07-15"],
    [fa, "1402"],
    [fa, "۱۴۰۲"],
    [ar, "1445"],
    [he, "5784"],
  ] as const)("%# %s is read with a warning that names the calendar", (locale, text) => {
    expect(parseDate(text, { locale }).issues.map(({ code }) => code)).toContain("calendar-unclear");
  });

  test("is read without a warning where an era or the name of a month says the calendar", () => {
    for (const [locale, text] of [
      [fa, "1402 میلادی"],
      [fa, "1402/07/15 CE"],
      [ar, "يناير 1300"],
      [fa, "2024/07/15"],
    ] as const) {
      const { span, issues } = parseDate(text, { locale });
      expect([text, span !== undefined, issues.filter(({ code }) => code !== "date-normalised")]).toEqual([
        text,
        true,
        [],
      ]);
    }
  });
});
