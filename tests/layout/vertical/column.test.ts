/** The column of labels of the vertical figure: rows, crowds, ranges, given heights and scales. */
import { group } from "d3-array";
import { describe, expect, test } from "vitest";
import type { VerticalLayout } from "../../../src/layout/types.js";
import type { TimelineOptions } from "../../../src/options.js";
import { renderToString } from "../../../src/render-to-string.js";
import { crowdEvents } from "../../../stories/gallery/crowds.js";
import { figureOf } from "../../support/random-timelines.js";

const columnOf = (events: readonly object[], options: TimelineOptions = {}): VerticalLayout => {
  const { figure, whole } = figureOf({ events }, { width: 360, ...options });
  return figure.layout(whole) as VerticalLayout;
};

const dayOf = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
const marksOf = ({ laneLayouts }: VerticalLayout) => laneLayouts.flatMap(({ marks }) => marks);
const clustersOf = ({ laneLayouts }: VerticalLayout) => laneLayouts.flatMap(({ clusters }) => clusters);
/** How far the first line of the labels is from their marks at most, in px. */
const furthest = ({ labels }: VerticalLayout): number =>
  Math.max(...labels.map(({ top, mark }) => Math.abs(top + 8 - mark)));
/** Events of which each is drawn once: in a mark or in a crowd. */
const drawn = (layout: VerticalLayout): number =>
  marksOf(layout).length + clustersOf(layout).reduce((sum, { count }) => sum + count, 0);

/** An hour with sixty events, between a century before and years after. */
const burst = [
  { title: "Long before", date: "1860" },
  ...Array.from({ length: 60 }, (_, i) => ({
    title: `Minute ${i}`,
    date: `1963-11-22T12:${String(i).padStart(2, "0")}`,
  })),
  ...Array.from({ length: 40 }, (_, i) => ({ title: `Year ${i}`, date: String(1964 + i) })),
];

describe("a column of rows", () => {
  test("names each of a few events level with its mark, however close they are", () => {
    const events = Array.from({ length: 21 }, (_, i) => ({
      title: `Event ${i}`,
      date: i < 12 ? "2024-10-08" : `20${i}`,
    }));
    const column = columnOf(events);
    expect(column.labels).toHaveLength(21);
    expect(furthest(column)).toBe(0);
    for (const { event, mark } of column.labels) {
      const own = marksOf(column).find((one) => one.event === event);
      expect(((own?.t0 ?? 0) + (own?.t1 ?? 0)) / 2).toBeCloseTo(mark, 6);
    }
  });

  test("begins with its first event, without lane names above it", () => {
    const events = ["a", "b", "c", "d", "e"].map((lane, i) => ({ title: lane, date: dayOf(i), lane }));
    const { labels, start } = columnOf(events);
    expect((labels[0]?.mark ?? 999) - start).toBeLessThan(20);
  });

  test("gives a longer wait more space, up to a limit, and folds a very long one", () => {
    const at = [0, 2, 12, 14, 16, 412];
    const { labels, axis } = columnOf(at.map((n, i) => ({ title: `Event ${i}`, date: dayOf(n) })));
    const spaces = labels.slice(1).map(({ top }, i) => {
      const before = labels[i];
      return top - (before?.top ?? 0) - (before?.content.height ?? 0);
    });
    expect(spaces[1]).toBeGreaterThan(spaces[0] ?? 0);
    expect(Math.max(...spaces)).toBeLessThanOrEqual(40);
    expect(axis.folds.map(({ label }) => label)).toEqual([["13 months"]]);
  });

  test("says the lane at the end of the date line, or not at all where it has no room", () => {
    const events = [
      { title: "Short", date: "2024-10-08", lane: "Diplomacy" },
      { title: "Long", date: "2024-10-12", lane: "The commission for the investigation of the affair" },
    ];
    const lanes = columnOf(events).labels.map(({ content }) => content.lane?.title);
    expect(lanes).toEqual(["Diplomacy", undefined]);
    expect(renderToString({ events }, { width: 360 })).toContain(">Diplomacy</text>");
  });

  test("puts the name of an era before the event that begins with it", () => {
    const { figure, whole } = figureOf(
      {
        events: [1900, 1920, 1940].map((year) => ({ title: `In ${year}`, date: String(year) })),
        eras: [{ title: "Era", date: "1920/1930" }],
      },
      { width: 360 },
    );
    const { eras, labels } = figure.layout(whole) as VerticalLayout;
    const name = eras[0]?.text ?? 0;
    expect(name).toBeGreaterThan((labels[0]?.top ?? 0) + (labels[0]?.content.height ?? 0));
    expect(name + 30).toBeLessThan(labels[1]?.top ?? 0);
  });

  test("has every event of a burst before the next one", () => {
    const together = burst.map((event, i) => (i > 0 && i <= 60 ? { ...event, date: "1963-11-22T12:30" } : event));
    const column = columnOf(together);
    expect(column.labels).toHaveLength(burst.length);
    expect(furthest(column)).toBe(0);
    const next = column.labels.find(({ event }) => event.title === "Year 0");
    expect(column.labels.filter(({ mark }) => mark < (next?.mark ?? 0))).toHaveLength(61);
  });

  test("draws what lasts beside what happens meanwhile", () => {
    const column = columnOf([
      { title: "Winter", date: "2020-01-01/2020-02-20" },
      { title: "Day", date: "2020-01-10" },
      { title: "Later", date: "2020-03-10" },
      { title: "Last", date: "2020-03-20" },
    ]);
    const offsets = new Map(marksOf(column).map(({ event, lineOffset }) => [event.title, lineOffset]));
    expect(offsets.get("Winter")).toBe(0);
    expect(offsets.get("Day")).toBeGreaterThan(0);
    expect(offsets.get("Later")).toBe(0);
  });
});

describe("skewed time in rows", () => {
  const column = columnOf(burst);

  test("has a head in words for each segment, with the number of its events", () => {
    expect(column.scaleType).toBe("segmented");
    expect(column.heads.length).toBeGreaterThan(1);
    expect(column.heads.reduce((sum, { count }) => sum + count, 0)).toBe(burst.length);
    expect(column.heads.filter(({ words }) => words.endsWith("drawn widest"))).toHaveLength(1);
  });

  test("keeps its heads clear of labels and of the texts of the axis", () => {
    const texts = [
      ...column.labels.map(({ top, content }) => [top, top + content.height] as const),
      ...column.axis.ticks.filter(({ label }) => label.length > 0).map(({ t }) => [t - 5, t + 5] as const),
      ...column.axis.ticks.flatMap(({ context, contextAt }) =>
        context.map((_, i) => [contextAt + 14 * i - 5, contextAt + 14 * i + 5] as const),
      ),
    ];
    for (const { from } of column.heads)
      expect(texts.filter(([top, bottom]) => top < from + 24 && bottom > from + 4)).toEqual([]);
  });

  test("says the time of day where the head says the day", () => {
    const dates = new Map(column.labels.map(({ event, content }) => [event.title, content.date]));
    expect(dates.get("Minute 5")).toBe("12:05");
    expect(dates.get("Year 5")).toBe("1969");
  });

  test("has all events on a bar of true scale over it", () => {
    expect(column.trueScale?.events.flat().length).toBeGreaterThan(1);
    expect(column.trueScaleTop).toBeLessThan(column.start - 40);
    expect(renderToString({ events: burst }, { width: 360 })).toContain('class="dl-true-scale"');
  });

  test("has no bar, and no heads, at true scale", () => {
    const { heads, trueScale } = columnOf(burst, { scale: "time" });
    expect([heads, trueScale]).toEqual([[], undefined]);
  });
});

test("ticks of rows say no more than the dates do", () => {
  const years = Array.from({ length: 4 }, (_, i) => ({ title: `Year ${i}`, date: String(1870 + 3 * i) }));
  const hours = Array.from({ length: 20 }, (_, i) => ({ title: `Call ${i}`, date: `1893-10-04T2${i % 4}:${10 + i}` }));
  const { axis } = columnOf([...years, ...hours].slice(0, 20), { width: 360 });
  const texts = axis.ticks.flatMap(({ label, context }) => [label.join(" "), context.join(" ")]);
  expect(texts).toContain("20:00");
  expect(texts.filter((text) => /Jan|00:00/.test(text))).toEqual([]);
});

/** The most important events of a long history all fall into its first year. */
const burstFirst = [
  ...Array.from({ length: 300 }, (_, i) => ({
    title: `Launch ${i}`,
    date: new Date(Date.UTC(1957, 0, 1 + i)).toISOString().slice(0, 10),
    importance: 5,
  })),
  ...Array.from({ length: 60 }, (_, i) => ({ title: `Later ${i}`, date: String(1958 + i), importance: 1 })),
];

describe("a crowd", () => {
  test.each([
    ["5,000 events in bursts", crowdEvents(5000, 4)],
    ["500 events in 14 lanes", crowdEvents(500, 14)],
    ["a burst of the most important events", burstFirst],
  ])("%s: each label is level with its event, and all events are drawn on a page of at most 1,100 px", (_, events) => {
    const column = columnOf(events);
    expect(furthest(column)).toBe(0);
    expect(column.labels.length).toBeGreaterThan(4);
    expect(drawn(column)).toBe(events.length);
    expect(column.height).toBeLessThan(1100);
  });

  test("names some in every fifth of the column, though the most important are all in the first", () => {
    const { labels, start, end } = columnOf(burstFirst);
    const fifths = new Set(labels.map(({ mark }) => Math.floor((5 * (mark - start)) / (end - start))));
    expect([...fifths].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test("of one day names one of its events and counts the others", () => {
    const events = Array.from({ length: 500 }, (_, i) => ({ title: `Event ${i}`, date: "2020-05-01" }));
    const column = columnOf(events);
    expect(column.labels).toHaveLength(1);
    expect(clustersOf(column).reduce((sum, { count }) => sum + count, 0)).toBe(499);
  });

  test("of many lanes stands on one line, and no pile reaches into the labels", () => {
    const column = columnOf(crowdEvents(500, 14));
    expect(new Set(column.boxes.map(({ line }) => line)).size).toBe(1);
    for (const { shape } of clustersOf(column)) {
      if (shape?.kind !== "pile") continue;
      expect(column.lineX + shape.foot + shape.count * shape.pitch).toBeLessThan(column.labelX - 6);
    }
  });
});

describe("ranges", () => {
  const terms = Array.from({ length: 60 }, (_, i) => ({
    title: `Term ${i}`,
    date: `${1800 + 3 * i}-03-04/${1803 + 3 * i + (i % 4)}-03-04`,
  }));

  test("have bars that overlap none on their track, and names with their years", () => {
    const column = columnOf(terms);
    expect(column.kind).toBe("ranges");
    expect(marksOf(column)).toHaveLength(60);
    const byTrack = group(marksOf(column), ({ lineOffset }) => lineOffset);
    for (const marks of byTrack.values()) {
      marks.forEach(({ t0 }, i) => expect(t0).toBeGreaterThan(marks[i - 1]?.t1 ?? Number.NEGATIVE_INFINITY));
    }
    expect(column.labels.length).toBeGreaterThan(20);
    const term = column.labels.find(({ event }) => event.title === "Term 1");
    expect(term?.content.after).toBe("1803–1807");
  });

  test("of which too many run at once are counted in a ribbon, beside those that are named", () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ title: `Term ${i}`, date: `${1800 + i}/${1890 + i}` }));
    const column = columnOf(many);
    expect(clustersOf(column).map(({ shape }) => shape?.kind)).toEqual(["ribbon"]);
    expect(drawn(column)).toBe(200);
  });
});

describe("a given scale or height", () => {
  test("stays, and labels that would be far from their marks stand level with them instead", () => {
    const column = columnOf(burst, { scale: "compressed" });
    expect(column.scaleType).toBe("compressed");
    expect(furthest(column)).toBe(0);
    expect(drawn(column)).toBe(burst.length);
  });

  test("stays where each of a few events has its label near its mark", () => {
    const events = Array.from({ length: 12 }, (_, i) => ({ title: `Event ${i}`, date: dayOf(i * i) }));
    const column = columnOf(events, { scale: "time" });
    expect(column.scaleType).toBe("time");
    expect(column.labels).toHaveLength(12);
  });

  test.each([300, 500, 900])("of %i px keeps all labels and crowds in it", (height) => {
    const column = columnOf(crowdEvents(1000, 3), { height, orientation: "vertical" });
    expect(column.height).toBe(height);
    for (const { top, content } of column.labels) expect(top + content.height).toBeLessThanOrEqual(height);
    expect(drawn(column)).toBe(1000);
  });

  test("five events far apart all have a label, though together they are higher than the shortest column", () => {
    const events = ["2460 Ma/2060 Ma", "720 Ma/635 Ma", "538.8 Ma", "298.9 Ma/251.9 Ma", "251.9 Ma"].map((date) => ({
      title: "A title that takes two lines of the column, and more of them",
      date,
    }));
    const { labels, start, end } = columnOf(events);
    expect(labels).toHaveLength(5);
    expect(labels.every(({ top, content }) => top > start - 20 && top + content.height <= end)).toBe(true);
  });
});

describe("the name of an era that began before the window", () => {
  const document = {
    events: [1900, 1920, 1940, 1960, 1980].map((year) => ({ title: `In ${year}`, date: String(year) })),
    eras: [
      { title: "Early", date: "1902/1970" },
      { title: "Late", date: "1904/1975" },
    ],
  };

  test("is complete at the start of the window and clear of other names, however shortly before it the era began", () => {
    const { figure, whole } = figureOf(document, { width: 360, scale: "time" });
    const [first, last] = whole.domain;
    for (const part of [0.03, 0.05, 0.08, 0.2, 0.5]) {
      const from = first + (last - first) * part;
      const layout = figure.layout(whole.window(from, from + (last - first) * 0.3)) as VerticalLayout;
      const names = layout.eras
        .map(({ text, nameLines, dateLines }) => ({
          top: text,
          bottom: text + 16 * (nameLines.length + dateLines.length),
        }))
        .sort((a, b) => a.top - b.top);
      expect(names[0]?.top, String(part)).toBeGreaterThanOrEqual(layout.start);
      if (names[1]) expect(names[1].top, String(part)).toBeGreaterThanOrEqual(names[0]?.bottom ?? 0);
    }
  });
});
