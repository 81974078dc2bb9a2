/** Inputs that go wrong elsewhere, read as files: what a user is told, word for word where it counts. */
import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/base/issue.js";
import { importText } from "../../src/import/import-text.js";
import type { Format } from "../../src/import/detect.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { parseDocument } from "../../src/model/document/parse-document.js";

interface Told {
  readonly placed: number;
  readonly unplaced: number;
  readonly issues: readonly Issue[];
}

function read(text: string, format: Format | "auto" = "auto"): Told {
  const imported = importText(text, format, undefined);
  const { timeline, issues } = parseDocument(imported.document);
  const all = [...imported.issues, ...imported.locate(issues)];
  return { placed: timeline.events.length, unplaced: timeline.unplaced.length, issues: all };
}

/** A sheet with the input in its column of dates, in row 2, column 2. */
const inSheet = (date: string): Told => read(`title,date\nA,"${date.replaceAll('"', '""')}"`);

const QUIET = ["unsourced", "columns-mapped", "format-detected"];
const loud = ({ issues }: Told): readonly Issue[] => issues.filter(({ code }) => !QUIET.includes(code));

describe("dates in a column", () => {
  test.each<[input: string, code: string, severity: string, hint: RegExp]>([
    ["2021-02-30", "date-invalid", "error", /^Write a day from 01 to 28/],
    ["2021-02-29", "date-invalid", "error", /^Write a day from 01 to 28/],
    ["1900-02-29", "date-invalid", "error", /^Write a day from 01 to 28/],
    ["-0044-03-15", "year-astronomical", "info", /^Write 44 BC for 44 BCE/],
    ["0000", "date-order-unknown", "error", /^Leave the cell blank/],
    ["'98", "year-two-digits", "error", /19?98/],
    ["1/1/98", "year-two-digits", "error", /98/],
    ["1/2/2021", "date-order-unknown", "error", /2021-02-01 or 2021-01-02/],
    ["2021-01-01junk", "date-trailing-text", "error", /./],
    ["n.d.", "date-unknown", "error", /./],
    ["unknown", "date-unknown", "error", /./],
    ["???", "date-unknown", "error", /./],
    ["2024-01-01T25:00", "date-invalid", "error", /./],
    ["2024-01-01T24:00", "time-midnight", "info", /./],
    ["x".repeat(300), "date-too-long", "error", /./],
  ])("%s: %s with row, column, value and hint", (input, code, severity, hint) => {
    const told = inSheet(input);
    const [issue, ...more] = loud(told);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code, severity, row: 2, column: 2 });
    expect(issue?.value?.slice(0, 10)).toBe(input.slice(0, 10));
    if (issue?.severity === "error") expect(issue.hint).toMatch(hint);
    expect([told.placed, told.unplaced]).toEqual(issue?.severity === "error" ? [0, 1] : [1, 0]);
  });

  test.each(["2000-02-29", "44 BC", "c. 44 bce", "0044", "0099-12-31", "2021–2023", "66 Ma"])(
    "%s is placed without an error",
    (input) => {
      const told = inSheet(input);
      expect(told.placed).toBe(1);
      expect(loud(told).filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  test("a blank one is missing, never today", () => {
    const told = inSheet("");
    expect(loud(told)).toMatchObject([{ code: "date-missing", severity: "error", row: 2, column: 2 }]);
    expect(told.unplaced).toBe(1);
  });
});

describe("what a file may hold", () => {
  test("TimelineJS: the year -44 is 44 BCE", () => {
    const { document } = fromTimelineJs({ events: [{ start_date: { year: -44 }, text: { headline: "A" } }] });
    expect(parseDocument(document).timeline.events[0]?.written).toEqual(["44 BC"]);
  });

  test("an end before its start: both rows of it as they are, drawn from the earlier", () => {
    const [issue] = loud(read("title,date,end\nA,2021,2020"));
    expect(issue).toMatchObject({ code: "interval-reversed", severity: "warning", row: 2, column: 3, value: "2020" });
  });

  test("an end alone", () => {
    const [issue] = loud(read("title,date,end\nA,,2020"));
    expect(issue).toMatchObject({ code: "end-only", severity: "info", row: 2, column: 3, value: "2020" });
  });

  test("two events with one id: both rows are named", () => {
    const [issue] = loud(read("id,title,date\nx,A,2020\nx,B,2021"));
    expect(issue).toMatchObject({ code: "id-duplicate", severity: "warning", row: 3, column: 1, value: "x" });
    expect(issue?.message).toContain("row 2 has the same id");
  });

  test("a source with a scheme that is not allowed is text", () => {
    const [issue] = loud(read("title,date,source\nA,2020,javascript:alert(1)"));
    expect(issue).toMatchObject({ code: "url-scheme-blocked", severity: "error", row: 2, column: 3 });
  });

  test("a source without a scheme is read as https, which is reported", () => {
    const [issue] = loud(read("title,date,source\nA,2020,example.org/a"));
    expect(issue).toMatchObject({ code: "url-scheme-assumed", severity: "info", row: 2, column: 3 });
  });

  test.each<[string, string, Format | "auto", Partial<Issue>]>([
    ["an empty file", "", "csv", { code: "no-events", row: 1 }],
    ["a header alone", "title,date\n", "auto", { code: "no-events", row: 1 }],
    ["an empty list", "[]", "auto", { code: "no-events" }],
    ["an empty object", "{}", "auto", { code: "no-events" }],
    ["a header without a date", "title,who\nA,B", "auto", { code: "column-missing", severity: "error", row: 1 }],
    [
      "a column twice",
      "title,date,Title\nA,2020,B",
      "auto",
      { code: "column-duplicate", row: 1, column: 3, value: "Title" },
    ],
    ["a comma too many", '[{"title":"A","date":"2020"},]', "auto", { code: "json-invalid", row: 1, column: 30 }],
    ["a comment", '[\n// note\n{"title":"A"}]', "auto", { code: "json-invalid", row: 2, column: 1 }],
    ["single quotes", "[{'title':'A'}]", "auto", { code: "json-invalid", row: 1, column: 3 }],
    ["NaN", '[{"title":"A","date":NaN}]', "auto", { code: "json-invalid", row: 1, column: 22 }],
    [
      "a key twice",
      '[{"title":"A","date":"2020","date":"2021"}]',
      "auto",
      { code: "json-duplicate-key", row: 1, column: 29, value: "date" },
    ],
  ])("%s", (_, text, format, expected) => {
    expect(loud(read(text, format))).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  test("a header alone names the columns that it found", () => {
    const [issue] = read("title,date\n").issues.filter(({ code }) => code === "no-events");
    expect(issue?.message).toContain("there is a header (title, date) and no row below it");
  });

  test("a duplicate key is reported with both values", () => {
    const [issue] = loud(read('[{"title":"A","date":"2020","date":"2021"}]'));
    expect(issue?.message).toContain('with the values "2020" and "2021"');
  });

  test("an unclosed quote in row 900 loses no row", () => {
    const lines = Array.from({ length: 1200 }, (_, i) => (i === 898 ? `"A${i},2020` : `A${i},2020`));
    const told = read(["title,date", ...lines].join("\n"));
    expect(told.placed).toBe(1200);
    expect(loud(told)[0]).toMatchObject({ code: "quote-unclosed", severity: "error", row: 900, column: 1 });
  });

  test("HTML in a text is text, its links are sources, and it stays in the data", () => {
    const { document, issues } = fromCsv(
      'title,date,text\nA,2020,"<p>See <a href=""https://a.example/"">this</a></p>"',
    );
    expect(document.events[0]).toMatchObject({
      description: "See this",
      sources: [{ url: "https://a.example/", title: "this" }],
      data: { "description (HTML)": '<p>See <a href="https://a.example/">this</a></p>' },
    });
    expect(issues.map(({ code }) => code)).toContain("html-as-text");
  });
});

describe("limits", () => {
  const rows = (count: number): string => `title,date\n${"A,2020\n".repeat(count)}`;

  test.each<[string, string, object, Partial<Issue>, number]>([
    ["bytes", rows(100), { bytes: 200 }, { code: "limit-bytes", severity: "error" }, 0],
    ["events", rows(100), { events: 10 }, { code: "limit-events", severity: "error", row: 12 }, 10],
    ["field", `title,date\n${"é".repeat(50)},2020`, { field: 20 }, { code: "limit-field", row: 2, column: 1 }, 1],
    [
      "columns",
      `title,date${",x".repeat(50)}\nA,2020`,
      { columns: 20 },
      { code: "limit-columns", row: 1, column: 21 },
      1,
    ],
    ["depth", `${"[".repeat(70)}${"]".repeat(70)}`, {}, { code: "limit-depth", row: 1, column: 65 }, 0],
  ])("%s: the message names the figure and the option, and the rest is kept", (name, text, limits, expected, kept) => {
    const { document, issues } = importText(text, "auto", undefined, { limits });
    const issue = issues.find(({ code }) => code.startsWith("limit-"));
    expect(issue).toMatchObject(expected);
    expect(issue?.hint).toBe(`Raise the option limits.${name} to read more`);
    expect(document.events).toHaveLength(kept);
  });

  test("a limit of events reports how many there are", () => {
    const { issues } = importText(rows(100), "csv", undefined, { limits: { events: 10 } });
    expect(issues.find(({ code }) => code === "limit-events")?.message).toContain(
      "there are 100 events, and the limit is 10; the first 10 are kept",
    );
  });

  test("a hundred thousand brackets, quotes and separators are read within the default limits", () => {
    for (const char of ["(", '"', ",", "[", "{", "\n", "<", "&", "\t", "|"]) {
      const text = char.repeat(100_000);
      for (const format of [
        "csv",
        "ics",
        "timelinejs",
        "simile",
        "datelines",
        "vis",
        "records",
        "wikidata",
        "chrono",
      ] as const) {
        expect(importText(text, format, undefined).issues.length, `${char} as ${format}`).toBeGreaterThan(0);
      }
    }
    for (const piece of [
      "<a href=x>",
      "<a ",
      "<script>",
      "<!--",
      "<style ",
      "</a",
      "&amp",
      " ;",
      "https://a ",
      "|",
      "\t ",
      "é,",
    ]) {
      const text = piece.repeat(30_000);
      const slides = { events: [{ start_date: { year: 2020 }, text: { headline: "A", text } }] };
      expect(fromTimelineJs(slides).document.events).toHaveLength(1);
      const cell = `"${text.replaceAll('"', "")}"`;
      expect(
        fromCsv(`title,date,source,tags\nA,2020,${cell},${cell}`, { delimiter: "," }).document.events,
      ).toHaveLength(1);
    }
  }, 60_000);
});
