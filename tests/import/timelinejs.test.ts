import { describe, expect, test } from "vitest";
import { detect } from "../../src/import/detect.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import { sharedText } from "../support/shared.js";
import { parseXml } from "../support/xml.js";

/** Events of each file, as its index counts them. */
const FILES: readonly (readonly [name: string, events: number])[] = [
  ["hundred-years-war", 42],
  ["javascript-history-fr-v2", 19],
  ["knightlab-cosmo-mixed", 11],
  ["knightlab-eras", 20],
  ["knightlab-v2-houston", 18],
  ["knightlab-v2-utc", 14],
  ["sorokovka-ru", 85],
  ["ulsterworldly", 18],
];

describe("TimelineJS files of other people", () => {
  test.each(FILES)("%s: all %i events are drawn, clustered or listed as not placed", (name, count) => {
    const text = sharedText(`timelinejs/${name}.json`);
    expect(detect(text).format).toBe("timelinejs");
    const { document } = fromTimelineJs(text);
    expect(document.events).toHaveLength(count);
    const { timeline } = parseDocument(document);
    expect(timeline.events.length + timeline.unplaced.length).toBe(count);
    const svg = renderToString(document);
    parseXml(svg);
    const drawn = [...svg.matchAll(/<g class="dl-event"/g)].length;
    const clustered = [...svg.matchAll(/data-events="(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(drawn + clustered).toBe(timeline.events.length);
    const html = renderToHtml(document);
    expect([...html.matchAll(/<li id="[^"]*" data-event=/g)]).toHaveLength(count);
  });

  test("13.8 billion years and the present are on one axis", () => {
    const { timeline } = parseDocument(fromTimelineJs(sharedText("timelinejs/knightlab-cosmo-mixed.json")).document);
    expect(timeline.unplaced).toEqual([]);
    expect(timeline.events[0]?.title).toBe("The Big Bang");
  });
});

describe("a TimelineJS timeline", () => {
  const slide = (start: unknown, more: object = {}) => ({ start_date: start, text: { headline: "H" }, ...more });
  const dateOf = (start: unknown): string | undefined =>
    fromTimelineJs({ events: [slide(start)] }).document.events[0]?.date as string;

  test.each([
    [{ year: "2024" }, "2024"],
    [{ year: 602, month: "", day: "" }, "0602"],
    [{ year: "1996", month: "9", day: 10, hour: "12", minute: "6" }, "1996-09-10T12:06"],
    [{ year: "-44", month: "3", day: "15" }, "15 March 44 BC"],
    [{ year: "-44", month: "3", day: "15", hour: 12, minute: 0 }, "-0043-03-15T12:00"],
    [{ year: 2024, month: 6, day: 19, hour: 14 }, "2024-06-19T14"],
    [{ year: -13_800_000_000 }, "13800000000 BC"],
    [{ year: "20240" }, "Y20240"],
    ["1996,9,10,12,06", "1996-09-10T12:06"],
  ])("date %j becomes %s", (start, expected) => {
    const input = typeof start === "string" ? { timeline: { date: [{ startDate: start, headline: "H" }] } } : undefined;
    expect(input ? fromTimelineJs(input).document.events[0]?.date : dateOf(start)).toBe(expected);
  });

  test.each([
    [{ year: 2024, month: 6, hour: 14, minute: 30 }, "2024-06", "a time without a day"],
    [{ year: 2024, day: 19, hour: 14 }, "2024", "a day without a month"],
  ])("of %j keeps what can be drawn, and names the rest", (start, date, message) => {
    const { document, issues } = fromTimelineJs({ events: [slide(start)] });
    expect(document.events[0]?.date).toBe(date);
    expect(issues).toMatchObject([{ code: "import-loss", path: "events[0].start_date" }]);
    expect(issues[0]?.message).toContain(message);
  });

  test("gives its HTML as text, and its links as sources", () => {
    const text = {
      headline: "A &amp; B",
      text: '<p>See <a href="https://x.example/1?a=1&amp;b=2">the <b>paper</b></a>.</p><script>alert(1)</script>',
    };
    const { document, issues } = fromTimelineJs({ events: [{ start_date: { year: 2000 }, text }] });
    expect(document.events[0]).toMatchObject({
      title: "A & B",
      description: "See the paper.",
      sources: [{ url: "https://x.example/1?a=1&b=2", title: "the paper" }],
    });
    expect(issues.map((issue) => issue.code)).toEqual(["html-as-text"]);
  });

  test("keeps a slide without a date as an event that is not placed", () => {
    const { document } = fromTimelineJs({ events: [{ text: { headline: "No date" } }] });
    const { timeline, issues } = parseDocument(document);
    expect(timeline.unplaced.map((event) => event.title)).toEqual(["No date"]);
    expect(issues[0]?.code).toBe("date-missing");
  });

  test("reports what it cannot keep", () => {
    const { issues } = fromTimelineJs({
      events: [slide({ year: 2000 }, { background: { color: "#fff" }, media: { url: "https://youtu.be/x" } })],
    });
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([
      ["import-loss", "events[0].background"],
      ["import-loss", "events[0].media"],
    ]);
  });

  test.each([["not json"], ["[]"], ["7"], ["null"]])("that is %s is an issue and no exception", (text) => {
    expect(fromTimelineJs(text).issues[0]?.severity).toBe("error");
  });
});
