/** What an axis says beside its ticks: counts of a crowd by year, and dates over hours. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../../src/render-to-string.js";
import type { TimelineOptions } from "../../../src/options.js";

/** The texts of the axis below the lanes, in order. */
function axisOf(document: unknown, options: TimelineOptions = {}): string[] {
  const picture = renderToString(document as never, { width: 1000, height: 500, ...options });
  const axis = picture.slice(picture.lastIndexOf('class="dl-axis"')).split("</g>")[0] ?? "";
  return [...axis.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text = ""]) => text);
}

/** Some 40 events a year from 1965 to 2004. */
const CROWD = Array.from({ length: 1600 }, (_, i) => ({
  title: `Event ${i}`,
  date: `${1965 + Math.floor(i / 40)}-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
}));

describe("the years under bars of counts", () => {
  test("say how many events begin from each to the next", () => {
    const words = axisOf(CROWD, { form: "histogram" });
    expect(words.slice(words.indexOf("1970"), words.indexOf("1970") + 2)).toEqual(["1970", "400 events"]);
    expect(words.slice(words.indexOf("1990"), words.indexOf("1990") + 2)).toEqual(["1990", "400 events"]);
  });

  test("say the same in a part of the figure", () => {
    const words = axisOf(CROWD, { form: "histogram", initialView: { from: "1968", to: "1999" } });
    const at = words.indexOf("1970");
    const step = Number(words[at + 2]) - 1970;
    expect(words[at + 1]).toBe(`${step * 40} events`);
  });

  test("say none of several lanes, nor of events that have a dot each", () => {
    const lanes = CROWD.map((event, i) => ({ ...event, lane: i % 2 === 0 ? "even" : "odd" }));
    expect(axisOf(lanes, { form: "histogram" }).join()).not.toContain("events");
    expect(axisOf(CROWD.slice(0, 20)).join()).not.toContain("events");
  });
});

describe("an axis of hours", () => {
  const days = Array.from({ length: 30 }, (_, i) => ({
    title: `Event ${i}`,
    date: `2025-05-${String(14 + Math.floor(i / 6)).padStart(2, "0")}T${String(8 + (i % 6)).padStart(2, "0")}:00`,
  }));

  test("says each day instead of midnight, the year once, and hours between", () => {
    const words = axisOf(days);
    expect(words).not.toContain("00:00");
    expect(words.filter((text) => text.includes("2025"))).toHaveLength(1);
    expect(words).toEqual(expect.arrayContaining(["16 May", "12:00"]));
  });

  test("says the year of a day that begins another", () => {
    const words = axisOf(
      days.map((event, i) => ({
        ...event,
        date: i < 15 ? `2024-12-31T${10 + (i % 12)}:00` : `2025-01-0${1 + (i % 2)}T10:00`,
      })),
    );
    expect(words).toContain("1 January 2025");
  });
});
