/** The size of a layout does not grow with the number of events. */
import { expect, test } from "vitest";
import { crowdEvents } from "../../stories/gallery/crowds.js";
import { figureOf } from "../support/random-timelines.js";

const MOST_MARKS = 600;

test.each([
  ["across", { width: 1200 }],
  ["down", { width: 360 }],
] as const)("100,000 events %s: at most 600 marks at any zoom, and none lost at the first", (_, options) => {
  const { figure, whole } = figureOf({ events: crowdEvents(100_000, 4) }, options);
  for (const zoom of [1, 7, 60, 800, 20_000]) {
    const { laneLayouts } = figure.layout(whole.zoomAt(zoom, (whole.from + whole.to) / 2));
    const marks = laneLayouts.reduce((sum, frame) => sum + frame.marks.length + frame.clusters.length, 0);
    expect(marks, `at ${zoom}`).toBeLessThanOrEqual(MOST_MARKS);
    if (zoom > 1) continue;
    const drawn = laneLayouts.reduce(
      (sum, frame) => sum + frame.marks.length + frame.clusters.reduce((count, cluster) => count + cluster.count, 0),
      0,
    );
    expect(drawn).toBe(100_000);
  }
});
