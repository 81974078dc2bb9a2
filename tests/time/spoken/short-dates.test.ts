import { describe, expect, test } from "vitest";
import { de } from "../../../src/locales/de.js";
import { en } from "../../../src/locales/en.js";
import { ja } from "../../../src/locales/ja.js";
import { formatDate } from "../../../src/time/wording/format-date.js";
import type { Locale } from "../../../src/time/locale.js";
import { parseDate } from "../../../src/time/parse-date.js";
import type { Span } from "../../../src/time/span.js";
import { LOCALES } from "../../support/locales.js";

const short = (date: string, locale: Locale = en): string => formatDate(parseDate(date).span as Span, locale, "short");

describe("an open end on a label", () => {
  test.each([
    ["2002-01-01/..", "since 1 Jan 2002"],
    ["2002-01-01/", "1 Jan 2002 – ?"],
    ["../1985", "until 1985"],
    ["/1985", "? – 1985"],
  ])("%s is %s", (date, words) => {
    expect(short(date)).toBe(words);
  });

  test.each(LOCALES.map((locale) => [locale.code, locale] as const))("is no unknown end in %s", (_, locale) => {
    expect(short("2002-01-01/", locale)).not.toBe(short("2002-01-01/..", locale));
    expect(short("/1985", locale)).not.toBe(short("../1985", locale));
  });
});

describe("what both ends of a range share is said once on a label", () => {
  test.each([
    ["264 BC – 241 BC", en, "264–241 BCE"],
    ["264 BC – 241 BC", de, "264–241 v. Chr."],
    ["264 BC – 241 BC", ja, "紀元前264年–紀元前241年"],
    ["44 BC – 14 AD", en, "44 BCE – 14 CE"],
    ["720 Ma – 635 Ma", en, "720–635 million years ago"],
    ["720 Ma – 635 Ma", de, "vor 720–635 Millionen Jahren"],
    ["4000 Ma – 2500 Ma", en, "4000–2500 million years ago"],
    ["2.5 Ga – 541 Ma", en, "2.5 billion – 541 million years ago"],
    ["1912-04-15T00:45/1912-04-15T01:40", en, "15 Apr 1912, 00:45–01:40"],
    ["1912-04-14T23:45/1912-04-15T01:40", en, "14 Apr 1912, 23:45 – 15 Apr 1912, 01:40"],
    ["about 264 BC – 241 BC", en, "about 264 BCE – 241 BCE"],
  ])("%s", (date, locale, words) => {
    expect(short(date, locale)).toBe(words);
  });

  test.each(["264–241 BCE", "720–635 million years ago", "4000–2500 million years ago"])("%s can be read", (text) => {
    expect(short(text)).toBe(text);
  });
});
