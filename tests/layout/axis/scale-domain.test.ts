import { describe, expect, test } from "vitest";
import { timelineScale } from "../../../src/layout/axis/scale-domain.js";
import { buildEventIndex } from "../../../src/model/events/event-index.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { renderToString } from "../../../src/render-to-string.js";
import { DAY, HOUR, MINUTE } from "../../../src/time/calendar.js";
import type { ScaleType } from "../../../src/time/scale.js";

function scaleOf(dates: readonly string[], scale: ScaleType = "time") {
  const { timeline } = parseDocument(dates.map((date) => ({ title: "A", date })));
  return timelineScale(timeline, buildEventIndex(timeline), { scale, foldLength: 0.03, foldPadding: 0.03 });
}

/** Length of the axis relative to the extent of its events. */
function excess(dates: readonly string[]): number {
  const { timeline } = parseDocument(dates.map((date) => ({ title: "A", date })));
  const [first, last] = buildEventIndex(timeline).extent ?? [0, 0];
  const [from, to] = scaleOf(dates).times;
  return (to - from) / (last - first);
}

describe("the length of the axis", () => {
  test.each([
    ["twenty hours", ["1912-04-14T09:00", "1912-04-14T23:40", "1912-04-15T05:40"]],
    ["one day in hours", ["2024-06-19T08", "2024-06-19T12", "2024-06-19T18"]],
    ["two days", ["2024-06-19", "2024-06-20"]],
    ["ten minutes", ["2024-06-19T08:00", "2024-06-19T08:09"]],
    ["a second", ["2024-06-19T08:00:00.000", "2024-06-19T08:00:00.900"]],
    ["a month", ["2024-06-01", "2024-06-30"]],
    ["a century", ["1901", "2000"]],
  ])("%s fill at least nine tenths of their axis", (_, dates) => {
    expect(excess(dates)).toBeGreaterThan(1);
    expect(excess(dates)).toBeLessThan(1 / 0.9);
  });

  test.each([
    ["a single day stands in a month", ["2024-06-19"], 31 * DAY],
    ["several events of one day stand in a month", ["2024-06-19", "2024-06-19"], 31 * DAY],
    ["a single minute stands in a day", ["2024-06-19T08:00"], 24 * HOUR + MINUTE],
  ])("%s", (_, dates, length) => {
    for (const scale of ["time", "compressed"] as const) {
      const [from, to] = scaleOf(dates, scale).times;
      expect(to - from).toBe(length);
    }
  });

  test("a millisecond beyond the precision of a double is drawn", () => {
    const date = new Date("-033709-08-27T01:52:37.375Z");
    expect(renderToString([{ title: "A", date }], { orientation: "vertical" })).not.toMatch(/NaN|Infinity/);
    expect(
      renderToString(
        [
          { title: "A", date },
          { title: "B", date: new Date(date.getTime() + 1) },
        ],
        { orientation: "vertical" },
      ),
    ).not.toMatch(/NaN|Infinity/);
  });

  test("a compressed axis of hours has no empty day at its ends", () => {
    // Only pauses several times the usual one are folded: here the usual one is ten minutes.
    const evening = ["1912-04-14T23:40", "1912-04-14T23:50", "1912-04-15T05:40"];
    const dates = ["09:00", "09:10", "09:20", "09:30"].map((time) => `1912-04-14T${time}`).concat(evening);
    const scale = scaleOf(dates, "compressed");
    expect(scale.folds).toHaveLength(2);
    const [from, to] = scale.times;
    expect(to - from).toBeLessThan(1.1 * (20 * HOUR + 41 * MINUTE));
  });
});
