/** Random documents: none throws, and every event of the input is an event of the timeline. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as importers from "../../src/import.js";
import { parseDocument, renderToHtml, renderToString } from "../../src/index.js";
import { holds, holdsLater, TIMEOUT, triesOf } from "../support/property.js";

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withSparseArray: true,
  withNullPrototype: true,
  maxDepth: 3,
});
const date = fc.oneof(
  fc.constantFrom("1848", "2024-06-19", "c. 44 BC", "..", "1/2/2021", ""),
  fc.integer(),
  fc.date(),
  anything,
);
const field = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), fc.string(), anything);
const event = fc.record(
  {
    title: field("A", "B"),
    date,
    end: date,
    id: field("a", "b"),
    lane: field("x", "y"),
    importance: field(1, 5, 6, "3"),
    status: field("disputed", "planned"),
    sources: field(["https://a.example/"], ["s"], [{ url: "https://a.example/", published: "1848" }]),
    claims: field([{ date: "1848", source: "s" }]),
    relations: field([{ type: "follows", to: "a" }]),
    media: field([{ src: "https://a.example/x.png", alt: "" }]),
    tags: field(["t"]),
    data: field({ k: 1 }),
  },
  { requiredKeys: [] },
);
const document = fc.record(
  {
    title: field("T"),
    events: fc.array(fc.oneof(event, event, event, anything), { maxLength: 12 }),
    lanes: field(["x"], [{ id: "x", color: "red" }]),
    eras: field([{ title: "E", date: "1840/1850" }]),
    sources: field({ s: { url: "https://b.example/" } }),
    timeZone: field("Asia/Tokyo", "UTC"),
  },
  { requiredKeys: ["events"] },
);

describe("documents of anything", () => {
  test("keep every event, ids unique, in order of time, and can be drawn", { timeout: TIMEOUT }, () => {
    holds(
      "documents of anything, drawn",
      fc.property(document, fc.constantFrom("horizontal", "vertical"), (raw, orientation) => {
        const { timeline, issues } = parseDocument(raw);
        const all = [...timeline.events, ...timeline.unplaced];
        expect(all).toHaveLength(raw.events.length);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        const begins = timeline.events.map(({ span }) => (Number.isFinite(span.start) ? span.start : span.end));
        expect(begins).toEqual([...begins].sort((a, b) => a - b));
        for (const issue of issues) expect(issue.message).toMatch(/[.?]$/);
        expect(renderToString(raw as never, { orientation } as object)).not.toMatch(/="[^"]*(?:NaN|Infinity)[^"]*"/);
        expect(renderToHtml(raw as never, { orientation } as object)).toContain("</figure>");
      }),
      { numRuns: triesOf(200, 20), seed: 22 },
    );
  });

  test("anything at all is a document or is refused, and does not throw", { timeout: TIMEOUT }, () => {
    holds(
      "anything as a document",
      fc.property(fc.oneof(anything, fc.json(), fc.string({ unit: "binary" })), (raw) => {
        const { timeline, issues } = parseDocument(raw);
        expect(timeline.events.length + timeline.unplaced.length + issues.length).toBeGreaterThan(0);
      }),
      { numRuns: triesOf(2000), seed: 23 },
    );
  });
});

const SAMPLES = [
  '{"events":[{"start_date":{"year":"1848","month":2},"text":{"headline":"A <b>c</b>","text":"x"}}],"title":{"text":{"headline":"T"}}}',
  'title,date,lane,sources\n"A, b",1848-02-21,x,https://a.example/\nB,1850,y,\n',
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:18480221\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  '[{"id":1,"content":"A","start":"1848-02-21","group":1}]',
  '{"head":{"vars":["item"]},"results":{"bindings":[{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"}}]}}',
];
/** A sample with a stretch cut out, doubled, or replaced. */
const mutated = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.nat(200), fc.nat(20), fc.string({ unit: "binary", maxLength: 6 }))
  .map(([text, at, length, with_]) => text.slice(0, at) + with_ + text.slice(at + length));

/** What a reader makes, or `undefined` where it says that the program gave it something that is no file. */
function attempt<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toMatch(/input must be a text/);
    return undefined;
  }
}

type Reader = (input: unknown) => { document: unknown; issues: readonly unknown[] };
const READERS = Object.entries(importers as Record<string, unknown>)
  .filter(([name, value]) => name.startsWith("from") && typeof value === "function")
  .map(([name, value]) => [name, value as Reader] as const);

describe.each(READERS)("%s", (name, read) => {
  test("reads or refuses every bent file, and what it makes can be drawn", { timeout: TIMEOUT }, async () => {
    await holdsLater(
      `bent files in ${name}`,
      fc.asyncProperty(fc.oneof(mutated, fc.string({ unit: "binary" }), fc.json(), anything), async (input) => {
        const made = attempt(() => read(input));
        // What is no file at all, or no text for a reader of texts, is a mistake of the program.
        if (made === undefined) {
          expect(typeof input).not.toBe("string");
          return;
        }
        const { document, issues } = await made;
        expect(Array.isArray(issues)).toBe(true);
        expect(() => parseDocument(document)).not.toThrow();
      }),
      { numRuns: triesOf(1000), seed: 24 },
    );
  });
});
