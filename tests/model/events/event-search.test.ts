/** Finding by dates: a text that names a time selects what happened then, and what may have. */
import { describe, expect, test } from "vitest";
import { de } from "../../../src/locales/de.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { filterEvents } from "../../../src/model/events/filter-events.js";

const events = [
  { id: "rising", title: "Rising in Paris", date: "1848-02" },
  { id: "war", title: "War", date: "1848-03-23", end: "1849-08" },
  { id: "fair", title: "Great Exhibition, planned in 1849", date: "1851" },
  { id: "landing", title: "Landing", date: "1944-06-06" },
  { id: "photo", title: "Photograph", date: "c. 1944" },
  { id: "strike", title: "General strike", date: "1968-05-13" },
  { id: "march", title: "March on the radio building", date: "1968-05-24" },
  { id: "either", title: "Letter", date: "[1966,1970]" },
  { id: "school", title: "School", date: "1950/.." },
  { id: "lost", title: "Lost in May 1968", date: "some day" },
];

const found = (text: string, input: unknown = { events }, locale = undefined as typeof de | undefined): string[] => {
  const { timeline } = parseDocument(input, { locale });
  const { timeline: left } = filterEvents(timeline, { text });
  return [...left.events, ...left.unplaced].map(({ id }) => id);
};

describe("a search for a date", () => {
  test.each([
    ["May 1968", ["school", "strike", "march", "lost"]],
    ["1968-05-13", ["school", "strike"]],
    ["1848-1850", ["rising", "war"]],
    ["1849", ["war", "fair"]],
    ["c. 1944", ["photo", "landing"]],
    ["1966", ["school", "either"]],
    ["before 1849", ["rising", "war"]],
    ["1840s", ["rising", "war"]],
  ])("finds what happened then: %s", (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  test("finds what happened then and has the other words", () => {
    expect(found("may 1968 strike")).toEqual(["strike"]);
    expect(found("RADIO May 1968")).toEqual(["march"]);
  });

  test("reads the language of the figure", () => {
    expect(found("Mai 1968", { events }, de)).toEqual(["school", "strike", "march"]);
    expect(found("Mai 1968")).toEqual([]);
  });

  test("reads the order of day and month that the document has", () => {
    const input = ["14/5/1968", "6/5/1968"].map((date) => ({ id: date, title: "Day", date }));
    expect(found("6/5/1968", input)).toEqual(["6/5/1968"]);
    expect(found("6/5/1968", input.slice(0, 1))).toEqual([]);
  });

  test("takes a word without a figure for a word", () => {
    expect(found("march")).toEqual(["march"]);
    expect(found("present")).toEqual([]);
  });

  test("finds the same rows in columns as in objects", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      id: `e${i}`,
      title: i % 3 === 0 ? "Comet" : "Halo of 1903",
      date: Date.UTC(1900, 0, 1 + 5 * i),
      end: Date.UTC(1900, 0, 1 + 5 * i + (i % 40)),
    }));
    const columns = Object.fromEntries(
      (["id", "title", "date", "end"] as const).map((name) => [name, rows.map((row) => row[name])]),
    );
    for (const text of ["May 1903", "comet May 1903", "1903", "halo"]) {
      expect(found(text, { columns })).toEqual(found(text, { events: rows }));
    }
    expect(found("comet May 1903").length).toBe(0);
    expect(found("comet May 1903", { columns }).length).toBeGreaterThan(1);
  });
});
