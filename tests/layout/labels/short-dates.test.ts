/** Dates of labels that have little room: in the unit that the length of the axis asks for, or on the clock of a segment. */
import { describe, expect, test } from "vitest";
import { en } from "../../../src/index.js";
import { briefDates, segmentDates } from "../../../src/layout/labels/short-dates.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { timeScale } from "../../../src/time/scale.js";
import { renderToString } from "../../../src/render-to-string.js";

const eventOf = (date: string) => {
  const event = parseDocument([{ title: "A", date }]).timeline.events[0];
  if (!event) throw new Error(`no event on ${date}`);
  return event;
};
const time = (date: string): number => Date.parse(`${date}Z`);

describe("the brief date", () => {
  test.each([
    ["1912-03-19", "1900-01-01T00:00", "2000-01-01T00:00", "1912"],
    ["1912-03-19~", "1900-01-01T00:00", "2000-01-01T00:00", "about 1912"],
    ["1912-03-19/1914-05-02", "1900-01-01T00:00", "2000-01-01T00:00", "1912–1914"],
    ["1912-03-19/1912-05-02", "1900-01-01T00:00", "2000-01-01T00:00", "1912"],
    ["1912-03-19", "1910-01-01T00:00", "1915-01-01T00:00", "Mar 1912"],
    ["1912-03-19", "1911-06-01T00:00", "1912-08-01T00:00", undefined],
    ["1912", "1900-01-01T00:00", "2000-01-01T00:00", undefined],
    ["1912-03-19/..", "1900-01-01T00:00", "2000-01-01T00:00", undefined],
  ])("of %s on an axis from %s to %s is %s", (date, first, last, brief) => {
    const axis = timeScale(time(first), time(last));
    expect(briefDates(axis, en)(eventOf(date))).toBe(brief);
  });
});

describe("the date in a segment of a bent axis", () => {
  const segments = [
    { start: time("1963-11-01T00:00"), end: time("1963-11-22T11:00") },
    { start: time("1963-11-22T11:00"), end: time("1963-11-22T15:00") },
  ];
  test.each([
    ["1963-11-22T12:30", "12:30"],
    ["1963-11-22T12:15/1963-11-22T12:20", "12:15–12:20"],
    ["1963-11-22T14:15/1963-11-22T16:20", undefined],
    ["1963-11-22T16:00", undefined],
    ["1963-11-08", "8 Nov"],
  ])("of %s is %s", (date, clock) => {
    expect(segmentDates(segments, 0, en)(eventOf(date))).toBe(clock);
  });
});

test.each([480, 560, 640, 720, 800, 900, 1280])("a figure without a height names its few events at %d px", (width) => {
  const events = Array.from({ length: 21 }, (_, i) => ({
    title: `The council votes on paragraph ${i} of the treaty`,
    date: new Date(Date.UTC(2024, 5, 1) + ((i * 97) % 500) * 86_400_000).toISOString().slice(0, 10),
    lane: `Lane ${i % 4}`,
  }));
  const svg = renderToString(events, { width, orientation: "horizontal" });
  expect(svg.match(/class="dl-label"/g)).toHaveLength(events.length);
});
