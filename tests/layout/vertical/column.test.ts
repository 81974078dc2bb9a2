/** The column of labels of the vertical figure, with bursts and many events. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ColumnSpace } from "../../../src/layout/vertical/column-space.js";
import type { VerticalLayout } from "../../../src/layout/types.js";
import { verticalStackOffset, CLUSTER_HEIGHT } from "../../../src/layout/metrics.js";
import { crowd1000Low, crowdEvents } from "../../../stories/gallery/crowds.js";
import type { TimelineOptions } from "../../../src/options.js";
import { equalScale } from "../../../src/time/scale.js";
import { figureOf } from "../../support/random-timelines.js";
import { renderToString } from "../../../src/render-to-string.js";

const columnOf = (events: readonly object[], options: TimelineOptions = {}): VerticalLayout => {
  const { figure, whole } = figureOf({ events }, { width: 360, ...options });
  return figure.layout(whole) as VerticalLayout;
};

/** The most important events of a long history all fall into its first year. */
const burstFirst = [
  ...Array.from({ length: 300 }, (_, i) => ({
    title: `Launch ${i}`,
    date: new Date(Date.UTC(1957, 0, 1 + i)).toISOString().slice(0, 10),
    importance: 5,
  })),
  ...Array.from({ length: 60 }, (_, i) => ({ title: `Later ${i}`, date: String(1958 + i), importance: 1 })),
];

describe("labels of many events", () => {
  test.each([
    ["5,000 events in bursts", crowdEvents(5000, 4)],
    ["a burst of the most important events", burstFirst],
  ])("%s: none stands further than 420 px from its mark, and some stand in every fifth of the column", (_, events) => {
    const { labels, start, end } = columnOf(events);
    const far = labels.filter(({ top, mark }) => Math.abs(top - mark) > 420);
    expect(far.map(({ event }) => event.title)).toEqual([]);
    const fifths = new Set(labels.map(({ mark }) => Math.floor((5 * (mark - start)) / (end - start))));
    expect([...fifths].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test("of one day make a column no higher than the labels that fit, with all other events in a capsule", () => {
    const events = Array.from({ length: 500 }, (_, i) => ({ title: `Event ${i}`, date: "2020-05-01" }));
    const { height, labels, laneLayouts } = columnOf(events);
    expect(height).toBeLessThan(500);
    expect(labels.length).toBeGreaterThan(4);
    expect(laneLayouts[0]?.clusters.map(({ count }) => count)).toEqual([500 - labels.length]);
    // A year with a day for each has room for 150.
    const spread = events.map((event, i) => ({ ...event, date: new Date(Date.UTC(2020, 0, 1 + i)).toISOString() }));
    expect(columnOf(spread).labels.length).toBeGreaterThan(100);
  });

  test("a few events all have one, however close they are", () => {
    const events = Array.from({ length: 21 }, (_, i) => ({
      title: `Event ${i}`,
      date: i < 12 ? "2024-10-08" : `20${i}`,
    }));
    expect(columnOf(events).labels).toHaveLength(21);
  });

  test("five events far apart all have one, though together they are higher than the column", () => {
    const events = ["2460 Ma/2060 Ma", "720 Ma/635 Ma", "538.8 Ma", "298.9 Ma/251.9 Ma", "251.9 Ma"].map((date) => ({
      title: "A title that takes two lines of the column, and more of them",
      date,
    }));
    const { labels, start, end } = columnOf(events);
    expect(labels).toHaveLength(5);
    expect(labels.reduce((sum, { content }) => sum + content.height + 10, 0)).toBeGreaterThan(240);
    expect(labels.every(({ top, content }) => top > start - 20 && top + content.height <= end)).toBe(true);
  });
});

describe("many events in little height", () => {
  const { document } = crowd1000Low();

  test.each([300, 500, 900])(
    "%i px: no capsule lies over another, and none is shorter than its ends are round",
    (height) => {
      const { figure, whole } = figureOf(document, { width: 360, height });
      for (const { clusters } of (figure.layout(whole) as VerticalLayout).laneLayouts) {
        expect(clusters.length).toBeGreaterThan(3);
        clusters.forEach(({ from, to }, i) => {
          expect(to - from).toBeGreaterThanOrEqual(CLUSTER_HEIGHT);
          expect(from).toBeGreaterThanOrEqual(clusters[i - 1]?.to ?? 0);
        });
      }
    },
  );

  test("a mark beside a capsule leaves the count in its middle free", () => {
    const marks = [document, { events: crowdEvents(500, 3) }].flatMap((one) => {
      const { figure, whole } = figureOf(one, { width: 360 });
      return figure.layout(whole).laneLayouts.flatMap((frame) => frame.marks.filter(({ overCluster }) => overCluster));
    });
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) expect(verticalStackOffset(mark) - mark.height / 2).toBeGreaterThanOrEqual(4);
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

/** An hour with sixty events, between a century before and years after. */
const burst = [
  { title: "Long before", date: "1860" },
  ...Array.from({ length: 60 }, (_, i) => ({
    title: `Minute ${i}`,
    date: `1963-11-22T12:${String(i).padStart(2, "0")}`,
  })),
  ...Array.from({ length: 40 }, (_, i) => ({ title: `Year ${i}`, date: String(1964 + i) })),
];
const furthest = ({ labels }: VerticalLayout): number =>
  Math.max(...labels.map(({ top, mark }) => Math.abs(top - mark)));

describe("a burst whose labels would be screens away from their marks", () => {
  test("is spaced by its labels, each of which stands at its mark", () => {
    const column = columnOf(burst);
    expect(column.scaleType).toBe("equal");
    expect(column.labels).toHaveLength(burst.length);
    expect(furthest(column)).toBeLessThan(80);
  });

  test("keeps a scale that the caller sets, though labels are far from their marks", () => {
    const column = columnOf(burst, { scale: "compressed" });
    expect(column.scaleType).toBe("compressed");
    expect(furthest(column)).toBeGreaterThan(320);
  });

  test("keeps a given height", () => {
    expect(columnOf(burst, { height: 900, orientation: "vertical" }).scaleType).toBe("compressed");
  });

  test("of events at one time leaves room for all of them before the next event", () => {
    const together = burst.map((event, i) => (i > 0 && i <= 60 ? { ...event, date: "1963-11-22T12:30" } : event));
    const { labels } = columnOf(together);
    const next = labels.find(({ event }) => event.title === "Year 0");
    expect(labels.filter(({ mark }) => mark < (next?.mark ?? 0))).toHaveLength(61);
    expect(Math.abs((next?.top ?? 0) - (next?.mark ?? 0))).toBeLessThan(20);
  });
});

test("steps of the scale that spaces evenly may differ in length", () => {
  const { position, domain } = equalScale([0, 10, 500], [1, 3, 2]);
  expect([0, 10, 255, 500].map(position)).toEqual([0, 1, 2.5, 4]);
  expect(domain).toEqual([-0.6, 4.6]);
});

test("labels never exceed any stretch of the column, and none is rejected without a full stretch", () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 2999 }), fc.integer({ min: 33, max: 90 })), {
    maxLength: 150,
  });
  fc.assert(
    fc.property(labels, (wanted) => {
      const room = new ColumnSpace(3000, 280);
      const given: [y: number, height: number][] = [];
      /** Naive oracle: the largest excess of any stretch that contains a position. */
      const surplusAt = (y: number, more: number): number => {
        let most = Number.NEGATIVE_INFINITY;
        const piece = Math.floor(y / 120);
        for (let from = 0; from <= piece; from++) {
          for (let to = piece + 1; to <= 26; to++) {
            const inside = given.filter(([at]) => at >= from * 120 && at < to * 120);
            most = Math.max(most, more + inside.reduce((sum, [, height]) => sum + height, 0) - (to - from) * 120);
          }
        }
        return most;
      };
      for (const [y, height] of wanted) {
        if (room.isFull(y)) continue;
        const [fits, total] = [surplusAt(y, height) <= 280, given.reduce((sum, [, one]) => sum + one, 0)];
        expect(room.take(y, height)).toBe(fits && total <= 3000);
        if (fits && total <= 3000) given.push([y, height]);
      }
    }),
    { seed: 41, numRuns: 60 },
  );
});

test("stacked marks stay right of the axis and its texts", () => {
  const events = Array.from({ length: 12 }, (_, i) => ({ title: `Event ${i}`, date: "2024-10-08", importance: 5 }));
  const { axisX } = columnOf(events);
  const svg = renderToString({ events }, { width: 360 });
  const targets = [...svg.matchAll(/"dl-mark" transform="translate\(([\d.]+) /g)].map(([, x]) => Number(x));
  expect(targets.length).toBeGreaterThanOrEqual(12);
  for (const middle of targets) expect(middle).toBeGreaterThan(axisX);
});
