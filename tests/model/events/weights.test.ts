/** The option `rankBy`: a number of the data decides who is named. */
import { describe, expect, test } from "vitest";
import { buildEventIndex } from "../../../src/model/events/event-index.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { figureOf } from "../../../src/render-to-html.js";
import { renderToString } from "../../../src/index.js";

type Row = readonly [title: string, data: Record<string, unknown> | undefined, importance?: number, sources?: number];

const documentOf = (rows: readonly Row[]) => ({
  events: rows.map(([title, data, importance, sources = 0], i) => ({
    title,
    date: `2020-01-${String(i + 1).padStart(2, "0")}`,
    ...(data && { data }),
    ...(importance && { importance }),
    sources: Array.from({ length: sources }, (_, n) => `https://s.example/${n}`),
  })),
});

/** Titles in the order in which they are named. */
function ranked(document: unknown, rankBy?: string): string[] {
  const { timeline } = parseDocument(document, { rankBy });
  const { rank } = buildEventIndex(timeline);
  return timeline.events
    .map(({ title }, at) => [title, rank[at] as number] as const)
    .toSorted(([, a], [, b]) => a - b)
    .map(([title]) => title);
}

describe("rankBy", () => {
  const quakes = documentOf([
    ["a", { magnitude: 5 }],
    ["b", { magnitude: "7.1" }],
    ["c", { magnitude: 6 }, 3, 4],
    ["d", {}],
    ["e", undefined, 3, 9],
    ["f", { magnitude: "unknown" }],
    ["g", { magnitude: 4 }, 5],
    ["h", { magnitude: 6 }],
  ]);

  test("names the larger number first, after the importance of the author and before sources and time", () => {
    expect(ranked(quakes, "magnitude").join("")).toBe("gbchaedf");
  });

  test("is not asked for by default", () => {
    expect(ranked(quakes).join("")).toBe("gecabdfh");
  });

  test("ranks what has no number last, as it does without the option", () => {
    const rows = documentOf([
      ["a", { depth: Number.NaN }],
      ["b", { depth: Number.POSITIVE_INFINITY }],
      ["c", { depth: -3 }],
      ["d", { depth: "" }],
    ]);
    expect(ranked(rows, "depth").join("")).toBe("cabd");
  });

  test("survives a getter that throws", () => {
    const data = Object.defineProperty({}, "size", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    const rows = documentOf([
      ["a", data as Record<string, unknown>],
      ["b", { size: 2 }],
    ]);
    expect(ranked(rows, "size").join("")).toBe("ba");
  });

  const issuesOf = (document: unknown, rankBy: string) =>
    parseDocument(document, { rankBy }).issues.filter(({ code }) => code === "rank-by-unmatched");

  test("reports a field that no event has, and names the fields with numbers", () => {
    const [issue] = issuesOf(
      documentOf([
        ["a", { magnitude: 1, place: "Kuril", depth: "7" }],
        ["b", undefined],
      ]),
      "deaths",
    );
    expect(issue).toMatchObject({
      severity: "warning",
      path: "options.rankBy",
      value: "deaths",
      hint: "The data of the events has numbers in depth, magnitude",
    });
  });

  test("suggests the name that was meant", () => {
    expect(issuesOf(quakes, "Magnitud")[0]?.hint).toBe('Did you mean "magnitude"');
  });

  test("reports data without any number", () => {
    expect(issuesOf(documentOf([["a", { place: "Kuril" }]]), "place")[0]?.hint).toBe(
      "The data of the events has no numbers",
    );
  });

  test.each(["magnitude"])("has nothing to report of %s", (field) => {
    expect(issuesOf(quakes, field)).toEqual([]);
    expect(issuesOf({ events: [] }, field)).toEqual([]);
  });

  test("is reported beside the other options of a figure", () => {
    const codes = figureOf(quakes, { rankBy: "deaths" }).issues.map(({ code }) => code);
    expect(codes).toContain("rank-by-unmatched");
  });
});

describe("rankBy of columns", () => {
  const SIZE = 10_500;
  const numbers = Float64Array.from({ length: SIZE }, (_, i) => (i % 11 === 0 ? Number.NaN : (i * 7919) % 1000));
  const date = Float64Array.from({ length: SIZE }, (_, i) => ((i * 31) % SIZE) * 86_400_000);
  const title = Array.from({ length: SIZE }, (_, i) => `e${i}`);
  const rows = Array.from(numbers, (size) => (Number.isNaN(size) ? undefined : { size, name: "x" }));
  const nested = { columns: { date, title, data: { size: numbers, name: title.map(() => "x") } } };
  const listed = { columns: { date, title, data: rows } };

  test("orders rows that are never objects as it orders objects", () => {
    const objects = {
      events: title.map((name, i) => ({ id: `row-${i + 1}`, title: name, date: date[i], data: rows[i] })),
    };
    const expected = ranked(objects, "size");
    expect(parseDocument(nested).timeline.store.lazy).toBe(true);
    expect(ranked(nested, "size")).toEqual(expected);
    expect(ranked(listed, "size")).toEqual(expected);
  });

  test("gives each event its own data", () => {
    const { events } = parseDocument(nested).timeline;
    const first = events.find((event) => event.title === "e1");
    expect(first?.data).toEqual({ size: 919, name: "x" });
    expect(events.find((event) => event.title === "e0")?.data).toEqual({ name: "x" });
  });

  test("names other events in the picture", () => {
    const titles = (rankBy?: string): string => renderToString(nested, { rankBy, width: 800, height: 400 });
    expect(titles("size")).not.toBe(titles());
  });

  test("reports a column of data that is no list", () => {
    const { issues } = parseDocument({ columns: { title: ["a"], date: ["2020"], data: { size: 3 } } });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toContain("field-type columns.data.size");
  });
});
