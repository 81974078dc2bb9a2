/** The minimap, and its texts in the gutter. */
import { describe, expect, test } from "vitest";
import { measureByTable } from "../../../src/base/text-width.js";
import { en } from "../../../src/locales/en.js";
import { renderToString, type EventInput, type TimelineOptions } from "../../../src/index.js";
import { LOCALES } from "../../support/locales.js";

const gutterOf = (options: TimelineOptions, events: readonly EventInput[] = EVENTS): string[] => {
  const svg = renderToString(
    { lanes: [{ id: "a", title: "Harbour" }], events },
    { width: 960, minimap: true, scale: "time", ...options },
  );
  const strip = svg.split('class="dl-strip"')[1]?.split('class="dl-window"')[0] ?? "";
  return [...strip.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner = ""]) =>
    inner.replace(/<\/tspan><tspan[^>]*>/g, "|").replace(/<[^>]*>/g, ""),
  );
};

const at = (date: string) => ({ title: `At ${date}`, date, lane: "a" });
const EVENTS = ["1600", "1701", "1748", "1850-05-03", "1850-05-04T10:00", "1850-05-04T12:00", "1990"].map(at);

describe("the texts beside the minimap", () => {
  test("are absent while all of the timeline is in view, as the minimap is", () => {
    expect(gutterOf({})).toEqual([]);
  });

  test.each([
    ["years", "1700", "1749", "1700–1749"],
    ["months", "1850-03", "1850-09", "Mar – Sep 1850"],
    ["days", "1850-05-01", "1850-05-09", "1–9 May 1850"],
    ["hours of a day", "1850-05-04T09:00", "1850-05-04T11:00", "4 May 1850, 09:00–11:01"],
    ["two days, whatever their hours", "1850-05-03T18:00", "1850-05-04T11:00", "3–4 May 1850"],
  ])("say which part is in view, by %s", (_, from, to, range) => {
    expect(gutterOf({ initialView: { from, to } }).map((text) => text.replaceAll("|", " "))).toEqual([range]);
  });

  test("round dates a million years ago to the precision of the range in view", () => {
    const deep = ["Y-400000000", "Y-66000000", "Y-1000000"].map(at);
    const [range] = gutterOf({ initialView: { from: "Y-66123456", to: "Y-12345678" } }, deep);
    expect(range?.replaceAll("|", " ")).toBe("66–12 million years ago");
  });

  const WINDOWS = [
    ["1700", "1849"],
    ["1850-09", "1851-11"],
    ["1850-11-28", "1851-02-27"],
    ["1850-09-22T18:00", "1850-09-23T11:00"],
    ["1850-09-22T09:00", "1850-09-22T22:00"],
  ] as const;

  test.each(LOCALES.map((locale) => [locale.code, locale] as const))("are never cut in %s", (_, locale) => {
    const crowd = Array.from({ length: 1200 }, (_, i) => at(String(1600 + (i % 390))));
    for (const [from, to] of WINDOWS) {
      const lines = gutterOf({ locale, initialView: { from, to } }, crowd);
      expect(lines).toHaveLength(1);
      expect(lines.join("")).not.toContain("…");
      for (const line of lines.join("|").split("|")) {
        expect(measureByTable(line, 12, 400), line).toBeLessThanOrEqual(94);
      }
    }
  });

  test("are right-to-left in a right-to-left locale, though they begin with a digit", () => {
    const ar = LOCALES.find(({ code }) => code === "ar") ?? en;
    const svg = renderToString(
      { lanes: [{ id: "a", title: "Harbour" }], events: EVENTS },
      { width: 960, locale: ar, scale: "time", initialView: { from: "1700", to: "1749" } },
    );
    expect(svg).toMatch(/<text x="944"[^>]*direction="rtl"[^>]*>1700–1749</);
  });
});

describe("the events in the minimap", () => {
  const rects = (lanes: number) => {
    const events = Array.from({ length: 8 }, (_, i) => ({
      title: `Event ${i}`,
      date: String(1900 + i),
      lane: `${i % lanes}`,
    }));
    const svg = renderToString({ events }, { width: 960, minimap: true, initialView: { from: "1901", to: "1905" } });
    const strip = svg.split('class="dl-strip"')[1]?.split('class="dl-window"')[0] ?? "";
    const [, y, height] = /<rect[^>]*? y="([\d.]+)"[^>]*? height="([\d.]+)"/.exec(strip) ?? [];
    const drawn = [...strip.matchAll(/M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)h-[\d.]+z/g)].map(([, ...box]) => box);
    return [[y, height], ...drawn].map(([from, length]) => ({
      top: Number(from),
      bottom: Number(from) + Number(length),
    }));
  };

  test.each([1, 2, 4, 8])("stand over its base line, lane by lane, in %i lanes", (lanes) => {
    const [target, ...ticks] = rects(lanes) as [{ top: number; bottom: number }, ...{ top: number; bottom: number }[]];
    // Those in view and those out of view are two paths for each lane.
    expect(ticks).toHaveLength(8);
    const rows = [...new Set(ticks.map(({ top }) => top))].sort((a, b) => a - b);
    expect(rows).toHaveLength(lanes);
    for (const { top, bottom } of ticks) {
      expect(top).toBeGreaterThan(target.top);
      expect(bottom).toBeLessThan(target.bottom - 3.5);
    }
  });
});
