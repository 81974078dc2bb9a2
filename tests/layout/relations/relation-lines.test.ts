/** Relation lines end at the marks as the picture draws them. */
import { describe, expect, test } from "vitest";
import kursk from "../../../examples/kursk/kursk.json" with { type: "json" };
import type { TimelineOptions } from "../../../src/options.js";
import { renderToString } from "../../../src/render-to-string.js";

/** The tip of the line from the disclosure to the first transport, and that event's mark, which is stacked over a cluster. */
function drawn(options: TimelineOptions) {
  const svg = renderToString(kursk, { ...options, selected: "nis-disclosure" });
  const path = /<g class="dl-thread"><path d="([^"]+)"/.exec(svg)?.[1] ?? "";
  const [x, y] = path
    .split(/[ A-Z]/)
    .slice(-2)
    .map(Number) as [number, number];
  const leftmost = Math.min(...[...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, left]) => Number(left)));
  const event = svg.split('data-event="first-transport"')[1] ?? "";
  const [, t, place, shape] =
    /^[^>]*translate\(([\d.]+ [\d.]+)\).*?<g class="dl-mark" transform="translate\(([\d.]+ [\d.]+)\)".*?<path d="([^"]+)" class="dl-halo"/.exec(
      event,
    ) ?? [];
  const pair = (text = ""): [number, number] => text.split(" ").map(Number) as [number, number];
  const [[originX, originY], [markX, markY]] = [pair(t), pair(place)];
  const corners = [...(shape ?? "").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, a, b]) => [Number(a), Number(b)]);
  const edge = (axis: 0 | 1): number => Math.min(...corners.map((corner) => corner[axis] as number));
  return { tip: { x, y }, leftmost, mark: { left: originX + markX + edge(0), top: originY + markY + edge(1) } };
}

describe("a relation line to a mark that is stacked over a cluster", () => {
  test("ends 4 or 5 px above the mark in a horizontal figure", () => {
    const { tip, mark } = drawn({ width: 1000, height: 500 });
    // A bar is drawn 1 px lower than the box that the layout gives it.
    expect(mark.top - tip.y).toBeGreaterThanOrEqual(4);
    expect(mark.top - tip.y).toBeLessThanOrEqual(5);
  });

  test("ends left of the mark in a vertical figure", () => {
    const { tip, mark } = drawn({ width: 420, height: 700, orientation: "vertical" });
    expect(mark.left - tip.x).toBeGreaterThanOrEqual(4);
  });

  test("runs left of its ends in a vertical figure, so that its arrow has room", () => {
    const { tip, leftmost } = drawn({ width: 420, height: 700, orientation: "vertical" });
    expect(tip.x - leftmost).toBeGreaterThanOrEqual(8);
  });
});
