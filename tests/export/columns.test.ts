/** Events as columns leave in every format as the same events one by one would. */
import { describe, expect, test } from "vitest";
import { toBibTeX, toCslJson, toCsv, toIcs, toJson, toJsonLd, toRis, toTimelineJs } from "../../src/export.js";
import { parseDocument } from "../../src/index.js";

const at = Date.parse("1848-02-21T10:30:00Z");
const columns = {
  id: ["a", "b", "c"],
  title: ["A", "B", "C"],
  date: Float64Array.of(at, at + 86_400_000, Number.NaN),
  importance: Uint8Array.of(5, 3, 1),
  lane: ["x", "y"],
  tags: [["one", "two"]],
  sources: [["https://a.example/"], ["paper"], []],
};
const events = [
  { id: "a", title: "A", date: at, importance: 5, lane: "x", tags: ["one", "two"], sources: ["https://a.example/"] },
  { id: "b", title: "B", date: at + 86_400_000, importance: 3, lane: "y", sources: ["paper"] },
  { id: "c", title: "C", importance: 1, sources: [] },
];
const sources = { paper: { url: "https://paper.example/", title: "The Paper" } };

const textOf = (out: string | { readonly text: string } | readonly unknown[]): unknown =>
  typeof out === "object" && "text" in out ? out.text : out;

describe("events as columns", () => {
  test.each([
    ["toCsv", toCsv],
    ["toIcs", toIcs],
    ["toTimelineJs", toTimelineJs],
    ["toJsonLd", toJsonLd],
    ["toBibTeX", toBibTeX],
    ["toRis", toRis],
    ["toCslJson", toCslJson],
  ] as const)("%s writes the same as of objects", (_, write) => {
    const written = textOf(write({ title: "T", sources, columns }));
    expect(written).toEqual(textOf(write({ title: "T", sources, events })));
    expect(written).not.toEqual(textOf(write({ title: "T", sources, events: events.slice(1) })));
  });

  test.each([
    ["toIcs", toIcs, /^DTSTART.*20210605$/m],
    ["toTimelineJs", toTimelineJs, /"day": 5/],
  ] as const)("%s reads day and month in the order that all dates of the document show", (_, write, drawn) => {
    const dates = ["13/04/2021", "05/06/2021"];
    for (const document of [{ columns: { date: dates } }, { events: dates.map((date) => ({ title: "A", date })) }]) {
      const { text, issues } = write(document);
      expect(text).toMatch(drawn);
      expect(issues.map(({ code }) => code)).toEqual(["date-order-inferred"]);
    }
  });

  test.each([
    ["toIcs", toIcs],
    ["toCsv", toCsv],
    ["toTimelineJs", toTimelineJs],
  ] as const)("%s reads JSON, and says what is no document or no zone, as parseDocument does", (_, write) => {
    const document = { timeZone: "Moon/Copernicus", events: [{ title: "A", date: "1848-02-21T10:30" }] };
    const { text, issues } = write(JSON.stringify(document));
    expect(text).toContain("1848");
    expect(issues[0]).toMatchObject({ code: "time-zone-unknown", path: "timeZone" });
    expect(write("{").issues[0]?.code).toBe("json-invalid");
  });

  test("toJson writes lists, from which the same timeline is read", () => {
    const { text, issues } = toJson({ title: "T", sources, columns });
    expect(issues).toEqual([]);
    expect(JSON.parse(text).columns.date).toEqual([at, at + 86_400_000, null]);
    expect(parseDocument(text).timeline).toEqual(parseDocument({ title: "T", sources, columns }).timeline);
  });

  test("losses are reported by column and row", () => {
    const { issues } = toCsv({ columns: { title: ["A", "B"], date: ["1848", "1849"], tags: [[], ["a,b"]] } });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(["export-loss columns.tags[1]"]);
  });

  test("a row after events one by one is written after them", () => {
    const rows = toCsv({ events: [{ title: "first", date: "1848" }], columns: { title: ["second"], date: ["1849"] } });
    expect(rows.text.split("\r\n")).toEqual(["title,date", "first,1848", "second,1849", ""]);
  });
});
