/** Files with bytes changed, cut, doubled and swapped: nothing throws, and no event is lost without a word. */
import { describe, expect, test } from "vitest";
import type { Imported } from "../../src/import/result.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { fromRecords } from "../../src/import/csv/from-records.js";
import { fromDatelines } from "../../src/import/from-datelines.js";
import { fromVis } from "../../src/import/from-vis.js";
import { fromIcs } from "../../src/import/ics/from-ics.js";
import { importText } from "../../src/import/import-text.js";
import { fromSimile } from "../../src/import/simile/from-simile.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { fromWikidata } from "../../src/import/wikidata/from-wikidata.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { figure } from "../../scripts/figures.mjs";
import { TIMEOUT, triesOf } from "../support/property.js";

/** Numbers from a seed, the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  ...['"', "'", ",", ";", "\t", "|", "\n", "\r", "\r\n", ":", "{", "}", "[", "]", "\\", "<", ">", "&", "/", "-", "="],
  ...[
    "\u0000",
    "\ufeff",
    "\ud800",
    "\u202e",
    "é",
    "🙂",
    "null",
    "true",
    "1e999",
    "-0",
    "__proto__",
    "BEGIN:VEVENT\r\n",
  ],
  ...["END:VEVENT\r\n", "9999999", "0000", "T25:00", "RRULE:FREQ=SECONDLY\r\n", "<event", "]]>", "%", "constructor"],
];

function mutate(text: string, next: () => number): string {
  let result = text;
  const at = (): number => Math.floor(next() * (result.length + 1));
  const times = 1 + Math.floor(next() * 4);
  for (let i = 0; i < times; i++) {
    const from = at();
    const to = Math.min(result.length, from + Math.floor(next() * 12));
    const piece = PIECES[Math.floor(next() * PIECES.length)] as string;
    const kind = Math.floor(next() * 5);
    if (kind === 0) result = result.slice(0, from) + piece + result.slice(from);
    else if (kind === 1) result = result.slice(0, from) + result.slice(to);
    else if (kind === 2) result = result.slice(0, from) + piece + result.slice(to);
    else if (kind === 3) result = result.slice(0, to) + result.slice(from);
    else result = result.slice(0, Math.max(10, from));
  }
  return result;
}

const CSV = `title,date,end,lane,source,note
"A ""quoted"" one",2020-01-05,,West,https://a.example/,x
"Two
lines",13/04/2021,2022,East,Paper | https://b.example/,
C,c. 1848,,West,,"a, b"
`;
const ICS = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\\, B\r\nDTSTART;TZID=Europe/Berlin:20240101T100000\r\nDTEND;TZID=Europe/Berlin:20240101T110000\r\nRRULE:FREQ=MONTHLY;COUNT=4\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:C\r\nDTSTART;VALUE=DATE:20240301\r\nDESCRIPTION:Long\r\n  er\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const TIMELINEJS = JSON.stringify({
  title: { text: { headline: "T" } },
  events: [
    {
      start_date: { year: "2020", month: "5" },
      text: { headline: "A", text: '<a href="https://a.example/">x</a>' },
      group: "g",
    },
    {
      start_date: { year: -44 },
      end_date: { year: 10 },
      text: { headline: "B" },
      media: { url: "https://b.example/a.png" },
    },
  ],
  eras: [{ start_date: { year: 1900 }, end_date: { year: 1950 }, text: { headline: "E" } }],
});
const DOCUMENT = JSON.stringify({
  title: "T",
  events: [
    { title: "A", date: "2020", sources: ["a"], relations: [{ type: "follows", to: "b" }] },
    { id: "b", title: "B", date: "1848~", end: "1900", lane: "x", claims: [{ date: "1849", source: "a" }] },
  ],
  sources: { a: { url: "https://a.example/" } },
});
const VIS = JSON.stringify({
  items: [
    { id: 1, content: "A", start: "2020-01-01", end: "2020-02-01", group: 1 },
    { content: "B", start: "2021" },
  ],
  groups: [{ id: 1, content: "G" }],
});
const WIKIDATA = JSON.stringify({
  head: { vars: [] },
  results: {
    bindings: [
      {
        item: { value: "http://www.wikidata.org/entity/Q1" },
        itemLabel: { value: "A" },
        date: { value: "1900-01-01T00:00:00Z" },
      },
      { date: { value: "-0043-01-01T00:00:00Z" } },
    ],
  },
});
const SIMILE =
  '<data>\n<event start="Nov 14 1840 00:00:00 GMT" title="A">x &lt;b&gt;y&lt;/b&gt;</event>\n<event start="1845" end="1846" title="B" link="https://a.example/"/>\n</data>';
const RECORDS = JSON.stringify([
  { name: "A", year: 1900, links: [{ url: "https://a.example/" }] },
  { name: "B", year: "1901" },
]);

const SUBJECTS: readonly (readonly [name: string, text: string, read: (text: string) => Imported])[] = [
  ["CSV", CSV, fromCsv],
  ["ICS", ICS, fromIcs],
  ["TimelineJS", TIMELINEJS, fromTimelineJs],
  ["datelines", DOCUMENT, fromDatelines],
  ["vis", VIS, fromVis],
  ["Wikidata", WIKIDATA, fromWikidata],
  ["SIMILE", SIMILE, fromSimile],
  ["records", RECORDS, fromRecords],
];

const RUNS = triesOf(640, 10);

describe("mutated files", () => {
  test.each(SUBJECTS)(
    `%s, ${RUNS} times: no exception, every event placed or listed, every loss told`,
    (name, text, read) => {
      const next = numbers(20_240_619);
      for (let i = 0; i < RUNS; i++) {
        const mutant = mutate(text, next);
        const context = JSON.stringify(mutant);
        const { document, issues, locate } = read(mutant);
        const parsed = parseDocument(document);
        locate(parsed.issues);
        const given: unknown = Array.isArray(document) ? document : document.events;
        const count = Array.isArray(given) ? given.length : 0;
        expect(parsed.timeline.events.length + parsed.timeline.unplaced.length, context).toBe(count);
        // A file that gives nothing says why.
        if (count === 0)
          expect(
            [...issues, ...parsed.issues].map(({ severity }) => severity),
            context,
          ).not.toEqual([]);
        const { document: found } = importText(mutant, "auto", "file.txt");
        expect(() => parseDocument(found), context).not.toThrow();
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
      // One that throws, or loses an event without a word, ends the test and leaves no figure.
      figure(`${name} files with bytes changed: read or refused`, RUNS, { least: 640 });
    },
    TIMEOUT,
  );

  test("rows of a table, quotes apart, are as many as its events, blank rows and header", () => {
    const next = numbers(7);
    for (let i = 0; i < 500; i++) {
      const lines = Array.from({ length: 12 }, () =>
        next() < 0.2 ? "" : `A${Math.floor(next() * 99)},20${10 + Math.floor(next() * 80)}`,
      );
      const { document, issues } = fromCsv(["title,date", ...lines].join("\n"));
      // A last line that is empty is the end of the file, not a row.
      const blank = lines.filter((line, at) => line === "" && at < lines.length - 1).length;
      expect(document.events).toHaveLength(lines.filter((line) => line !== "").length);
      const told = issues.find(({ code }) => code === "rows-blank")?.message;
      expect(told === undefined ? 0 : Number(/\((\d+) times/.exec(told)?.[1] ?? 1)).toBe(blank);
    }
  });
});
