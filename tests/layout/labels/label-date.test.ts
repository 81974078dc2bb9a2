/** What the date line of a label says beside the date. */
import { describe, expect, test } from "vitest";
import { measureByTable } from "../../../src/base/text-width.js";
import { en, renderToHtml } from "../../../src/index.js";
import { labelMakerOf, type LabelLimits } from "../../../src/layout/labels/label-content.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { renderToString } from "../../../src/render-to-string.js";
import { LOCALES } from "../../support/locales.js";

const documentOf = (date: string, type = "anniversary-of") => [
  { id: "first", title: "Treaty", date: "2023-06-19" },
  { id: "second", title: "Gala", date, relations: [{ type, to: "first" }] },
];

function content(date: string, type?: string, limits?: LabelLimits, locale = en) {
  const { timeline } = parseDocument(documentOf(date, type));
  const gala = timeline.events.find(({ id }) => id === "second");
  return gala && labelMakerOf(timeline, { locale, measure: measureByTable })(gala, limits);
}

describe("the label of an anniversary", () => {
  test.each([
    ["2024-06-29", ", 1 year on"],
    ["2033-06-20", ", 10 years on"],
    ["2023-12-29", undefined],
    ["2024", undefined],
  ])("of %s says %s after its date", (date, note) => {
    expect(content(date)?.note).toBe(note);
  });

  test.each(["follows", "causes", "responds-to", "commemorates"])("is silent on the relation %s", (type) => {
    expect(content("2024-06-29", type)).not.toHaveProperty("note");
  });

  test("leaves the words out where they have no room, and takes no more lines with them", () => {
    const [wide, narrow] = [content("2024-06-29"), content("2024-06-29", undefined, { room: 100 })];
    expect(narrow).not.toHaveProperty("note");
    expect(narrow?.height).toBe(wide?.height);
    expect(wide?.width).toBeGreaterThan(narrow?.width as number);
  });

  test("keeps the words beside larger and smaller dates alike", () => {
    expect(content("2024-06-29", undefined, { headline: true })?.note).toBe(", 1 year on");
  });

  test.each(LOCALES.map((locale) => [locale.code, locale] as const))("has the words in %s", (_, locale) => {
    const [one, many] = [content("2024-06-19", undefined, {}, locale), content("2048-06-19", undefined, {}, locale)];
    expect(many?.note).toMatch(/25/);
    expect(one?.note).not.toBe(many?.note);
    expect(one?.note?.startsWith(`${one.date}`)).toBe(false);
  });

  test("is muted in the picture, in the line of the date", () => {
    expect(renderToString(documentOf("2024-06-29"), { width: 900 })).toMatch(
      /29 Jun 2024<\/tspan><tspan[^>]*fill-opacity="0\.7"[^>]*>, 1 year on</,
    );
  });
});

describe("the label of a moment within limits", () => {
  test.each([
    ["between 1870 and 1871", "1870–71"],
    ["between 1899 and 1901", "1899–1901"],
    ["between 1 December 1976 and 1 January 1977", "1 Dec 1976 – 1 Jan 1977"],
    ["between 1963-11-23 00:30 and 1963-11-23 01:00", "23 Nov 1963, 00:30–01:00"],
    ["1870/1871", "1870–1871"],
    ["about 1870", "about 1870"],
  ])("of %s says %s", (date, text) => {
    const { timeline } = parseDocument([{ title: "A", date }]);
    const [event] = timeline.events;
    expect(event && labelMakerOf(timeline, { locale: en, measure: measureByTable })(event).date).toBe(text);
  });

  test("keeps its words in the accessible name", () => {
    expect(renderToHtml([{ title: "A", date: "between 1870 and 1871" }], { width: 700 })).toContain(
      "A. between 1870 and 1871, exact year unknown.",
    );
  });
});
