import { describe, expect, test } from "vitest";
import {
  type ColumnDocument,
  parseDocument,
  renderToHtml,
  renderToString,
  type TimelineDocument,
} from "../../../src/index.js";

const day = (iso: string): number => Date.parse(iso);
const columns = {
  title: ["A", "B", "C"],
  date: Float64Array.of(day("1848-02-21"), day("1850-01-01"), Number.NaN),
  importance: Uint8Array.of(5, 3, 1),
  lane: ["x", "y", "x"],
  sources: [["https://a.example/"], [], ["https://a.example/"]],
};
const objects = [
  { title: "A", date: day("1848-02-21"), importance: 5, lane: "x", sources: ["https://a.example/"] },
  { title: "B", date: day("1850-01-01"), importance: 3, lane: "y", sources: [] },
  { title: "C", importance: 1, lane: "x", sources: ["https://a.example/"] },
];

describe("a document of columns", () => {
  test("is the same timeline as its events as objects", () => {
    const document: ColumnDocument = { title: "T", columns };
    const same = { title: "T", events: objects.map((event, i) => ({ ...event, id: `row-${i + 1}` })) };
    expect(parseDocument(document).timeline).toEqual(parseDocument(same).timeline);
    expect(renderToString(document)).toBe(renderToString(same as TimelineDocument));
  });

  test("names a row without an id by its place, beside events that have taken that name", () => {
    const idsOf = (document: object): string[] =>
      parseDocument(document).timeline.events.map(({ title, id }) => `${title} ${id}`);
    const rows = { title: ["A", "B"], date: ["1848", "1849"], id: [undefined, "b"] };
    expect(idsOf({ columns: rows })).toEqual(["A row-1", "B b"]);
    expect(idsOf({ events: [{ title: "Z", date: "1700", id: "row-1" }], columns: rows })).toEqual([
      "Z row-1",
      "A row-1-2",
      "B b",
    ]);
  });

  test("reports by column and row", () => {
    const { issues } = parseDocument({ columns: { title: ["A", "B"], date: ["1848", "2021-02-30"] } });
    const at = issues.map(({ code, path }) => `${code} ${path}`);
    expect(at).toEqual(["date-invalid columns.date[1]", "unsourced columns[0]", "unsourced columns[1]"]);
  });

  test("shows the order of day and month by all its dates, as events one by one do", () => {
    const rows = { title: ["A", "B"], date: ["05/06/2021", "13/04/2021"] };
    const { timeline, issues } = parseDocument({ columns: rows });
    expect(timeline.unplaced).toEqual([]);
    expect(issues[0]).toMatchObject({ code: "date-order-inferred", path: "columns.date[1]", value: "13/04/2021" });
    expect(
      parseDocument({ events: [{ title: "Z", end: "13/04/2021" }], columns: { date: ["05/06/2021"] } }).issues[0],
    ).toMatchObject({ code: "date-order-inferred", path: "events[0].end" });
    const mixed = parseDocument({ columns: { date: ["13/04/2021", "1848"], end: [null, "04/13/2021"] } });
    expect(mixed.issues[0]).toMatchObject({ code: "date-order-mixed", path: "columns.end[1]" });
  });

  test("names a column that is not known once, and one that is no list", () => {
    const { issues, timeline } = parseDocument({ columns: { title: ["A"], date: ["1848"], dates: ["x"], lane: "x" } });
    expect(issues.filter(({ code }) => code !== "unsourced").map(({ code, path }) => `${code} ${path}`)).toEqual([
      "field-unknown columns.dates",
      "field-type columns.lane",
    ]);
    expect(timeline.events).toHaveLength(1);
  });

  test("has as many events as its longest column", () => {
    const { timeline } = parseDocument({ columns: { title: ["A", "B", "C"], date: ["1848"] } });
    expect([timeline.events.length, timeline.unplaced.length]).toEqual([1, 2]);
  });

  test("stands beside events given one by one", () => {
    const { timeline } = parseDocument({ events: [{ title: "Z", date: "1700" }], columns });
    expect(timeline.events.map(({ title }) => title)).toEqual(["Z", "A", "B"]);
  });

  test("can be taken over from its island", () => {
    const html = renderToHtml({ columns });
    const island = /<script type="application\/json"[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
    const { document } = JSON.parse(island) as { document: unknown };
    expect(parseDocument(document).timeline.events).toEqual(parseDocument({ columns }).timeline.events);
  });
});

describe("remarks", () => {
  test("are worded when they are read, in their places, once", () => {
    const parsed = parseDocument([
      { title: "A", date: "1848" },
      { title: "B", date: "1849", sources: ["https://a.example/"] },
      { title: "C", date: "1850" },
    ]);
    expect(parsed.issues.map(({ path }) => path)).toEqual(["events[0]", "events[2]"]);
    expect(parsed.issues).toBe(parsed.issues);
  });
});

describe("ids made from titles", () => {
  test("are unique for many events of one title, in time that grows with their number", () => {
    const { timeline } = parseDocument(Array.from({ length: 20_000 }, () => ({ title: "x", date: "1848" })));
    expect(new Set(timeline.events.map(({ id }) => id)).size).toBe(20_000);
    expect(timeline.events.map(({ id }) => id)).toContain("x-20000");
  });
});
