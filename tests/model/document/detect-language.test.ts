/** The language of a document that names none, read from its letters. */
import { describe, expect, test } from "vitest";
import { optionIssues } from "../../../src/check-options.js";
import { ar } from "../../../src/locales/ar.js";
import { en } from "../../../src/locales/en.js";
import { detectLanguage, languageOf } from "../../../src/model/document/detect-language.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { renderToHtml } from "../../../src/render-to-html.js";
import { renderToString } from "../../../src/render-to-string.js";
import { resolveOptions } from "../../../src/resolve-options.js";

const ARABIC = { title: "تاريخ مكتبة الحي", events: [{ title: "افتتاح المكتبة", date: "1931-04-02" }] };

describe("the language of texts", () => {
  test.each([
    ["تاريخ مكتبة الحي", "ar"],
    ["گزارش ساختن پل", "fa"],
    ["תולדות הספרייה", "he"],
    ["История библиотеки, открытие новых залов", "ru"],
    ["Історія бібліотеки", "uk"],
    ["図書館のあゆみ", "ja"],
    ["도서관의 역사", "ko"],
    ["图书馆的历史, 国家图书馆开馆", "zh-CN"],
    ["圖書館的歷史, 國家圖書館開館", "zh-TW"],
    ["افتتاح British Library في المدينة القديمة", "ar"],
  ])("is read from the letters: %s", (text, lang) => {
    expect(detectLanguage([text])).toBe(lang);
  });

  test.each([
    "History of the library",
    "Histoire de l’été",
    "The word история in English",
    "Историја",
    "1931, 1932",
    "",
  ])("is not guessed: %s", (text) => {
    expect(detectLanguage([text])).toBeUndefined();
  });
});

describe("a document without lang", () => {
  test("has the language of its texts", () => {
    expect(parseDocument(ARABIC).timeline.lang).toBe("ar");
    expect(parseDocument({ ...ARABIC, lang: "arz" }).timeline.lang).toBe("arz");
    expect(languageOf(ARABIC)).toBe("ar");
    expect(languageOf(ARABIC.events)).toBe("ar");
    expect(languageOf({ columns: { title: ["افتتاح"], date: ["1931"] } })).toBe("ar");
    expect(languageOf({ ...ARABIC, lang: "arz" })).toBe("arz");
    expect(languageOf(null)).toBeUndefined();
  });

  test("is written with its language and direction", () => {
    expect(renderToHtml(ARABIC)).toMatch(/^<figure[^>]* lang="ar" dir="rtl"/);
    expect(renderToString(ARABIC)).toMatch(/^<svg[^>]* lang="ar"/);
  });

  test("says that its dates are in another language, unless the locale is given", () => {
    const issues = (locale: typeof en) =>
      optionIssues(parseDocument(ARABIC, { locale }).timeline, resolveOptions({ locale })).map(({ code }) => code);
    expect(issues(en)).toEqual(["locale-missing"]);
    expect(issues(ar)).toEqual([]);
  });
});
