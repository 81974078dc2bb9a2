/** Out and in again: what a format can hold comes back, and what it cannot is in the report. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/export/csv.js";
import { toIcs } from "../../src/export/ics.js";
import { toJson } from "../../src/export/json.js";
import { toTimelineJs } from "../../src/export/timelinejs.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { readRows } from "../../src/import/csv/read-rows.js";
import { fromIcs } from "../../src/import/ics/from-ics.js";
import { ImportReport } from "../../src/import/import-report.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import type { EventInput, TimelineDocument } from "../../src/model/document/document.js";

const FULL: TimelineDocument = {
  title: "All of it",
  description: "Every field once",
  timeZone: "Europe/Berlin",
  lanes: [{ id: "w", title: "West", color: "teal" }],
  eras: [{ title: "Era", date: "1900", end: "1950" }],
  sources: { paper: { url: "https://paper.example/a", title: "The Paper", publisher: "Publisher" } },
  events: [
    {
      id: "a",
      title: 'A "quoted", title',
      shortTitle: "A",
      date: "2024-06-19",
      end: "2024-06-21",
      description: "Two\nlines; with, signs",
      lane: "w",
      tags: ["one", "two"],
      importance: 5,
      status: "planned",
      place: "Berlin",
      sources: [
        "paper",
        { url: "https://b.example/", author: "Ada", published: "2020", quote: "Said so", accessed: "2021" },
      ],
      claims: [{ date: "2024-06-18", source: "paper" }],
      relations: [{ type: "follows", to: "b" }],
      media: [{ src: "https://i.example/a.png", alt: "Alt", credit: "Credit", caption: "Caption" }],
      data: { date: "not the date", Magnitude: "6.1" },
    },
    { id: "b", title: "About", date: "c. 1848" },
    { id: "c", title: "Time", date: "2024-06-19T10:30", end: "2024-06-19T12:00" },
    { id: "d", title: "Long ago", date: "44 BC" },
    { id: "e", title: "Nobody knows", date: "unknown" },
  ],
};

const losses = (issues: readonly { code: string; message: string; path?: string }[]): string[] =>
  issues.filter(({ code }) => code === "export-loss").map(({ path }) => path ?? "");

describe("CSV", () => {
  test("comes back with every field that a table has", () => {
    const { document } = fromCsv(toCsv(FULL).text);
    const [a, b, c, d, e] = document.events;
    const { claims: _claims, relations: _relations, sources: _sources, ...fields } = FULL.events[0] as EventInput;
    expect(a).toEqual({
      ...fields,
      sources: [
        { url: "https://paper.example/a", title: "The Paper", publisher: "Publisher" },
        { url: "https://b.example/", author: "Ada", published: "2020", quote: "Said so" },
      ],
    });
    expect([b, c, d, e]).toEqual(FULL.events.slice(1));
  });

  test("reports what it leaves out", () => {
    expect(losses(toCsv(FULL).issues)).toEqual([
      "title",
      "description",
      "timeZone",
      "eras",
      "lanes",
      "events[0].claims",
      "events[0].relations",
      "events[0].sources",
    ]);
    expect(losses(toCsv({ events: [{ title: "A", date: "2020" }] }).issues)).toEqual([]);
  });

  const nasty = fc.oneof(
    fc.constantFrom(
      "=1+1",
      "+1",
      "-x",
      "@a",
      "\tx",
      "'=x",
      "''=y",
      "＝1",
      '"=',
      "=HYPERLINK(1)",
      "-0044-03-15",
      "-12.5",
    ),
    fc.string({ maxLength: 8 }),
  );
  const plain = (text: string): boolean => /^[^\r\n\u0000]*$/.test(text) && text.trim() !== "" && text.trim() === text;

  test("is read back with every text unchanged, and no cell begins a formula", () => {
    fc.assert(
      fc.property(nasty.filter(plain), nasty.filter(plain), (title, key) => {
        const event = { title, date: "-0044-03-15", data: { [`x ${key}`.trim()]: title } };
        const { text } = toCsv([event]);
        const { document } = fromCsv(text, { delimiter: "," });
        expect(document.events).toEqual([event]);
        readRows(text, ",", new ImportReport(), (cells) => {
          for (const cell of cells) {
            expect(/^[=+@\t\r\u0000＝＋－＠]/.test(cell) || (cell.startsWith("-") && !/^-\d/.test(cell))).toBe(false);
          }
        });
      }),
      { numRuns: 500, examples: [["</A>", "!"]] },
    );
  });

  test("reads an unclosed tag as text", () => {
    const event = { title: "a </b", date: "2024" };
    expect(fromCsv(toCsv([event]).text).document.events).toEqual([event]);
  });

  test.each([
    ["0000-03-15T10:30:05.250Z", "0000-03-15T10:30:05.250"],
    ["-000005-01-01T00:00:00.000Z", "-0005-01-01"],
    ["-012000-01-01T00:00:00.000Z", "-012000-01-01"],
    ["+012000-01-01T00:00:00.000Z", "+012000-01-01"],
    ["2024-06-19T14:30:00.001Z", "2024-06-19T14:30:00.001"],
    ["2024-06-19T14:30:05.000Z", "2024-06-19T14:30:05"],
  ])("writes the Date %s so that it is read as the same", (iso, written) => {
    const document = [{ title: "A", date: new Date(iso) }];
    const { text } = toCsv(document);
    // What begins like a formula is guarded.
    expect(text.replace("'", "")).toContain(`A,${written}\r\n`);
    const [event] = parseDocument(document).timeline.events;
    expect(parseDocument(fromCsv(text).document).timeline.events[0]?.span).toEqual(event?.span);
  });

  test("is written with the given delimiter", () => {
    expect(toCsv([{ title: "A;B", date: "2020" }], { delimiter: ";" }).text).toBe('title;date\r\n"A;B";2020\r\n');
  });
});

describe("iCalendar", () => {
  test("comes back with what a calendar has, dates as they were written", () => {
    const { document, issues } = fromIcs(toIcs(FULL).text);
    expect(issues).toEqual([]);
    expect(document).toEqual({
      title: "All of it",
      description: "Every field once",
      timeZone: "Europe/Berlin",
      events: [
        {
          id: "a",
          title: 'A "quoted", title',
          date: "2024-06-19",
          end: "2024-06-21",
          description: "Two\nlines; with, signs",
          tags: ["one", "two"],
          status: "planned",
          place: "Berlin",
          sources: [{ url: "https://paper.example/a" }, { url: "https://b.example/" }],
        },
        { id: "b", title: "About", date: "c. 1848" },
        { id: "c", title: "Time", date: "2024-06-19T10:30", end: "2024-06-19T12:00" },
      ],
    });
  });

  test("writes days and times for other calendars", () => {
    const lines = toIcs(FULL).text.split("\r\n");
    expect(lines.filter((line) => /^DT(START|END)/.test(line))).toEqual([
      "DTSTART;VALUE=DATE:20240619",
      "DTEND;VALUE=DATE:20240622",
      "DTSTART;VALUE=DATE:18480101",
      "DTEND;VALUE=DATE:18490101",
      "DTSTART:20240619T083000Z",
      "DTEND:20240619T100000Z",
    ]);
  });

  test.each([
    ["2024-06-19T14:00", "2024-06-21", ["DTSTART:20240619T140000Z", "DTEND:20240622T000000Z"]],
    ["2024-06-19T14:00", "2024-06-19", ["DTSTART:20240619T140000Z", "DTEND:20240620T000000Z"]],
    ["2024-06-19T14:00", "2024-06", ["DTSTART:20240619T140000Z", "DTEND:20240701T000000Z"]],
    ["2024-06-19T14:00", "2024-06-21T09:00", ["DTSTART:20240619T140000Z", "DTEND:20240621T090000Z"]],
    ["1969-12-31T14:00", "1969-12-31", ["DTSTART:19691231T140000Z", "DTEND:19700101T000000Z"]],
    ["9999-12-31", undefined, ["DTSTART;VALUE=DATE:99991231"]],
  ])("from %s to %s lasts until the last moment of its end", (date, end, expected) => {
    const lines = toIcs([{ title: "A", date, ...(end === undefined ? {} : { end }) }]).text.split("\r\n");
    expect(lines.filter((line) => /^DT(START|END)/.test(line))).toEqual(expected);
  });

  test("reports an end after the year 9999, and keeps it as written", () => {
    const { text, issues } = toIcs([{ title: "A", date: "2024", end: "Y12000" }]);
    expect(text).not.toContain("DTEND");
    expect(issues.map(({ message }) => message).join("\n")).toContain("a calendar has no dates after the year 9999");
    expect(fromIcs(text).document.events[0]).toMatchObject({ date: "2024", end: "Y12000" });
  });

  test("gives each event an id of its own, as a timeline does", () => {
    const events = ["x", "x", "x-2"].map((id) => ({ id, title: "A", date: "2024" }));
    const ids = parseDocument(events).timeline.events.map(({ id }) => id);
    const { text, issues } = toIcs(events);
    expect(text.match(/^UID:.*$/gm)).toEqual(ids.map((id) => `UID:${id}`));
    expect(issues.filter(({ code }) => code === "id-duplicate").map(({ path }) => path)).toEqual(["events[1].id"]);
    expect(JSON.parse(toTimelineJs(events).text).events.map((slide: { unique_id: string }) => slide.unique_id)).toEqual(
      ids,
    );
  });

  test("reports events that it leaves out and dates that it widens to days", () => {
    const lost = losses(toIcs(FULL).issues);
    expect(lost).toEqual(expect.arrayContaining(["events[1].date", "events[3]", "eras", "events[0].lane"]));
    expect(toIcs(FULL).issues.find(({ path }) => path === "events[3]")?.message).toContain("(2 times)");
  });

  test("has lines of at most 75 octets, splits no character, and no text begins a new line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const { text } = toIcs([
          { id: "x", title: `T${title}`, date: "2020-01-01", description: "a\r\nBEGIN:VALARM\nATTACH:x" },
        ]);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.split("\r\n").filter((line) => /^(BEGIN:VALARM|ATTACH)/.test(line))).toEqual([]);
        // A split character becomes a replacement character; the title may have some of its own.
        expect(text.split("\ufffd")).toHaveLength(title.split("\ufffd").length);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same text every time", () => {
    expect(toIcs(FULL).text).toBe(toIcs(FULL).text);
  });
});

describe("TimelineJS", () => {
  test("comes back with texts, dates, groups, links and images", () => {
    const { document } = fromTimelineJs(toTimelineJs(FULL).text);
    expect(document).toMatchObject({
      title: "All of it",
      description: "Every field once",
      eras: [{ title: "Era", date: "1900", end: "1950" }],
    });
    expect(document.events).toEqual([
      {
        id: "a",
        title: 'A "quoted", title',
        date: "2024-06-19",
        end: "2024-06-21",
        description: expect.stringMatching(/^Two\nlines; with, signs\n\nThe Paper, Publisher · https:\/\/b\.example\//),
        lane: "West",
        sources: [
          { url: "https://paper.example/a", title: "The Paper, Publisher" },
          { url: "https://b.example/", title: "https://b.example/" },
        ],
        media: [{ src: "https://i.example/a.png", alt: "Alt", credit: "Credit", caption: "Caption" }],
      },
      { id: "b", title: "About", date: "1848", data: { displayDate: "c. 1848" } },
      { id: "c", title: "Time", date: "2024-06-19T10:30", end: "2024-06-19T12:00" },
      { id: "d", title: "Long ago", date: "44 BC" },
    ]);
  });

  test("reports what it leaves out", () => {
    expect(losses(toTimelineJs(FULL).issues)).toEqual(
      expect.arrayContaining(["events[0].claims", "events[0].tags", "events[1].date", "events[4]"]),
    );
  });

  test("contains no markup of the document", () => {
    const { text } = toTimelineJs([
      { title: "<img src=x onerror=alert(1)>", date: "2020", sources: [{ url: 'https://a.example/"onx="' }] },
    ]);
    const [slide] = (JSON.parse(text) as { events: { text: { headline: string; text: string } }[] }).events;
    expect(slide?.text.headline).toBe("&lt;img src=x onerror=alert(1)&gt;");
    expect(slide?.text.text).not.toMatch(/href="[^"]*"[^>]/);
  });
});

describe("JSON", () => {
  test("comes back as it was", () => {
    expect(JSON.parse(toJson(FULL).text)).toEqual(FULL);
    expect(JSON.parse(toJson([{ title: "A", date: "2020" }]).text)).toEqual({ events: [{ title: "A", date: "2020" }] });
  });

  test("has a Date as its milliseconds, and names what it cannot hold", () => {
    const { text, issues } = toJson([{ title: "A", date: new Date(0), data: { f: () => 1 } }]);
    expect(JSON.parse(text)).toEqual({ events: [{ title: "A", date: 0, data: {} }] });
    expect(issues[0]?.message).toContain("f (function)");
    const cycle: Record<string, unknown> = { events: [] };
    cycle["self"] = cycle;
    expect(toJson(cycle).issues[0]?.code).toBe("document-invalid");
  });
});

describe("an exporter", () => {
  test.each([[null], [7], ["x"], [{}], [[null, 7, {}]], [{ events: "x" }], [{ events: [{ date: {} }] }]])(
    "does not throw on %j, and every format gives a text",
    (document) => {
      for (const write of [toCsv, toIcs, toTimelineJs, toJson]) {
        const { text } = write(document);
        expect(typeof text).toBe("string");
      }
      expect(() => parseDocument(document)).not.toThrow();
    },
  );
});
