import { describe, expect, test } from "vitest";
import type { CountedWord, PluralForms } from "../../src/time/wording/figure-words.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import type { Locale } from "../../src/time/locale.js";
import { parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";
import { LOCALE_FILES, LOCALES } from "../support/locales.js";
import { FORMS, WORDING } from "./wording-table.js";

const COUNTED: readonly CountedWord[] = ["events", "sources", "lanes", "cited", "accounts", "earlier", "later"];

/** The places of a template, such as "0" and "1". */
const places = (template: string): string[] =>
  [...template.matchAll(/\{[gp]?(\d)\}/g)].map((m) => m[1] as string).sort();

/** Whatever differs between two readings of a date and is not a number of its words. */
const essence = (span: Span | undefined): unknown =>
  span && [span.kind, span.start, span.end, span.approximate, span.uncertain, span.openStart, span.openEnd];

const span = (text: string): Span => parseDate(text, { seasonCodes: true }).span as Span;

describe("the languages", () => {
  test("are the eighteen that are promised, each in a file of its code", () => {
    expect(LOCALES.map((locale) => locale.code).sort()).toEqual([...LOCALE_FILES].sort());
    expect(LOCALES).toHaveLength(18);
  });

  test("run from right to left where they are written so", () => {
    expect(LOCALES.filter((locale) => locale.dir === "rtl").map((locale) => locale.code)).toEqual(["ar", "fa", "he"]);
  });
});

describe.each(LOCALES.map((locale) => [locale.code, locale] as const))("%s", (code, locale: Locale) => {
  test("has the plural rules of Unicode CLDR for whole numbers", () => {
    // The tables in the library are our own; the runtime's serve only to check them. Millions are "many" in some
    // languages, where our words have no form of their own.
    const rules = new Intl.PluralRules(code === "pt" ? "pt-BR" : code);
    for (let n = 0; n < 1200; n++) expect([n, locale.plural(n)]).toEqual([n, rules.select(n)]);
  });

  test("has a form for every number that it counts", () => {
    const categories = new Set(Array.from({ length: 200 }, (_, n) => locale.plural(n)));
    for (const word of COUNTED) {
      const forms: PluralForms = locale.figure[word];
      if (Object.keys(forms).length === 1) continue;
      for (const category of categories) expect([word, category, forms[category]]).not.toContain(undefined);
    }
  });

  test("puts the same texts into its templates as English does", () => {
    const english = LOCALES[0] as Locale;
    const wrong = Object.entries(english.figure).filter(([key, text]) => {
      const own = (locale.figure as Record<string, unknown>)[key];
      // A language leaves out a template where the default serves; others are type errors.
      return typeof text === "string" && own !== undefined && places(text).join() !== places(own as string).join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test.each(FORMS.map(([date, style], i) => [date, style, WORDING[code]?.[i] as string] as const))(
    "says %s (%s) as %s",
    (date, style, words) => {
      expect(formatDate(span(date), locale, style)).toBe(words);
    },
  );

  test("says every form without a sign that screen readers skip", () => {
    for (const [date] of FORMS) expect(formatDate(span(date), locale, "words")).not.toMatch(/[~?%/–—…→]/);
  });

  test("reads what it says", () => {
    for (const [date] of FORMS) {
      for (const style of ["words", "long"] as const) {
        const text = formatDate(span(date), locale, style);
        expect([text, essence(parseDate(text, { locale }).span)]).toEqual([text, essence(span(date))]);
      }
    }
  });
});

test("the table of wordings has more than two hundred rows", () => {
  const rows = Object.values(WORDING).reduce((sum, list) => sum + list.length, 0);
  console.info(`wording: ${rows} rows in ${Object.keys(WORDING).length} languages`);
  expect(rows).toBeGreaterThanOrEqual(200);
});
