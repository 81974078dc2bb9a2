/** The one event that is set larger. */
import { describe, expect, test } from "vitest";
import { headlineOf } from "../../../src/layout/labels/headline.js";
import kursk from "../../../examples/kursk/kursk.json" with { type: "json" };
import { renderToString } from "../../../src/index.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";

const image = [{ src: "https://i.example/a.png", alt: "" }];
const sources = (n: number): string[] => Array.from({ length: n }, (_, i) => `https://s.example/${i}`);

const headline = (...events: readonly object[]): string | undefined =>
  headlineOf(
    parseDocument({ events: events.map((event, i) => ({ title: `e${i}`, date: `${1900 + i}`, ...event })) }).timeline,
  )?.title;

describe("the headline", () => {
  test("is the event that its author names, whatever its importance", () => {
    expect(headline({ importance: 5, media: image }, { importance: 1, headline: true })).toBe("e1");
  });

  test("is the earliest of two that authors name", () => {
    expect(headline({ date: "2001", headline: true }, { date: "2000", headline: true })).toBe("e1");
  });

  test("is the most important event with an image", () => {
    expect(headline({ importance: 5, sources: sources(3) }, { importance: 5, media: image }, {})).toBe("e1");
  });

  test("is the best sourced of the most important", () => {
    expect(headline({ importance: 5, sources: sources(1) }, { importance: 5, sources: sources(3) }, {})).toBe("e1");
  });

  test("is the earliest of the most important that are alike", () => {
    expect(headline({}, { importance: 5 }, { importance: 5 })).toBe("e1");
  });

  test("is none without an event of importance 5, and where all are", () => {
    expect(headline({ importance: 4 }, {})).toBeUndefined();
    expect(headline({ importance: 5 }, { importance: 5 })).toBeUndefined();
  });

  test("is not an event whose author declines", () => {
    expect(headline({ importance: 5, headline: false }, { importance: 5 }, {})).toBe("e1");
    expect(headline({ importance: 5, headline: false }, {})).toBeUndefined();
  });
});

describe("the field headline", () => {
  const issuesOf = (...values: readonly unknown[]) =>
    parseDocument({
      events: values.map((value, i) => ({ title: `e${i}`, date: `${2000 - i}`, headline: value })),
    }).issues.filter(({ code }) => code !== "unsourced");

  test("is true or false", () => {
    expect(issuesOf(true, false)).toEqual([]);
    expect(issuesOf("yes")[0]).toMatchObject({ code: "value-invalid", path: "events[0].headline", value: "yes" });
  });

  test("is reported of each event but the earliest that has it", () => {
    expect(issuesOf(true, true, true).map(({ code, path }) => `${code} ${path}`)).toEqual([
      "headline-many events[1].headline",
      "headline-many events[0].headline",
    ]);
    expect(issuesOf(true, true)[0]?.message).toMatch(/The earliest is set larger: "e1"/);
  });
});

describe("the headline of the example", () => {
  const svg = renderToString(kursk, { width: 1280 });

  test("is set larger, with its date in the colour of its lane", () => {
    const larger = [...svg.matchAll(/<text[^>]*font-size="18"[^>]*>(.*?)<\/text>/g)];
    expect(larger).toHaveLength(1);
    expect(larger[0]?.[1]?.replace(/<[^>]*>/g, " ")).toMatch(/North Korea confirms/);
    expect(svg.match(/dl-lane-ink/g)).toHaveLength(1);
  });

  test("leaves the figure at most 620 px high, with all events named", () => {
    expect(Number(/<svg[^>]* height="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(620);
    expect(svg.match(/class="dl-label/g)).toHaveLength(kursk.events.length);
  });
});
