/** Every example of docs/writing-dates.md is what the library does. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type OtherCalendar, readCalendarDate } from "../src/calendars.js";
import { fr } from "../src/locales/fr.js";
import { en } from "../src/locales/en.js";
import { formatDate } from "../src/time/wording/format-date.js";
import { parseDate } from "../src/parse.js";
import { LOCALES } from "./support/locales.js";

const page = readFileSync(new URL("../docs/writing-dates.md", import.meta.url), "utf8");

/** The rows of all blocks of one kind: language, left, right. */
function rows(kind: string): (readonly [language: string, left: string, right: string])[] {
  return [...page.matchAll(new RegExp(`\`\`\`${kind} ?([\\w-]*)\\n([^]*?)\`\`\``, "g"))].flatMap(
    ([, language, block]) =>
      (block as string)
        .trim()
        .split("\n")
        .map((line) => {
          const [left = "", right = ""] = line.split(/ +→ /);
          return [language || "en", left, right] as const;
        }),
  );
}

describe("the page on writing dates", () => {
  test.each(rows("dates"))("in %s, %s is said as %s", (language, left, right) => {
    const locale = LOCALES.find((one) => one.code === language) ?? en;
    const { span, issues } = parseDate(left, { locale });
    expect(span ? formatDate(span, locale, "words") : issues[0]?.message).toBe(right);
  });

  test.each(rows("refused"))("in %s, %s is refused: %s", (_, left, right) => {
    const { span, issues } = parseDate(left);
    expect(span).toBeUndefined();
    expect(issues.map((issue) => issue.message)).toEqual([`"${left}": ${right}`]);
  });

  test("has its examples, so that none is lost to a change of their form", () => {
    expect(rows("dates").length).toBeGreaterThan(60);
    expect(rows("refused").length).toBeGreaterThan(6);
  });

  test("shows how to convert dates of other calendars", () => {
    const lines = [...page.matchAll(/readCalendarDate\("(.*?)"(?:, \{ calendar: "(.*?)" \})?\)\?\.date; \/\/ (.*)/g)];
    expect(lines).toHaveLength(3);
    for (const [, text = "", calendar, date] of lines) {
      expect(readCalendarDate(text, { calendar: calendar as OtherCalendar | undefined })?.date).toBe(date);
    }
  });

  test("shows how to use a language", () => {
    const [, code = ""] = /```js\n([^`]*parseDate\([^`]*)```/.exec(page) ?? [];
    const [, printed] = /\/\/ (.*)/.exec(code) ?? [];
    const [, text = ""] = /parseDate\("([^"]*)"/.exec(code) ?? [];
    const { span } = parseDate(text, { locale: fr });
    expect(span && formatDate(span, fr, "words")).toBe(printed);
  });

  test("names every language", () => {
    for (const { code } of LOCALES) expect(page).toContain(`\`${code}\``);
  });
});
