/** A title that was cut in a crowd is said in full once zooming in makes room, and never shrinks while one goes on. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HorizontalLayout } from "../../../src/layout/types.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";
import { figureOf } from "../../support/random-timelines.js";

const LONG = "A meeting of the council in the old town hall about the new road to the northern gate and what it costs";
const years = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 30 });
const documentOf = (places: readonly number[]) => ({
  events: places.map((n, i) => ({
    id: `e${i}`,
    title: i % 3 === 2 ? `Event ${i}` : LONG,
    date: `${1700 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-11`,
    importance: (i % 5) + 1,
  })),
});
const linesOf = (layout: HorizontalLayout) =>
  new Map(layout.laneLayouts.flatMap(({ labels }) => labels.map((label) => [label.event.id, label] as const)));

describe("titles that were cut", { timeout: TIMEOUT }, () => {
  test("grow where zooming in makes room", () => {
    const places = [0, 1500, 1510, 1520, 1530, 1540, 1550, 1560, 3000];
    const { figure, whole } = figureOf(documentOf(places), { orientation: "horizontal", scale: "time" });
    const cutAt = (zoom: number): number =>
      [...linesOf(figure.layout(whole.zoomAt(zoom)) as HorizontalLayout).values()].filter(({ content }) => content.cut)
        .length;
    expect(cutAt(1)).toBeGreaterThan(0);
    expect(cutAt(figure.maxZoom)).toBe(0);
  });

  test("never shrink while one zooms in, do not change while one pans, and overlap nothing", () => {
    holds(
      "layout: titles grow and do not shrink",
      fc.property(years, fc.double({ min: 0, max: 1, noNaN: true }), (places, part) => {
        const { figure, whole } = figureOf(documentOf(places), { orientation: "horizontal", scale: "time" });
        const at = whole.from + part * (whole.to - whole.from);
        let before = new Map<string, number>();
        for (let zoom = 1; zoom <= figure.maxZoom; zoom *= 1.7) {
          const layout = figure.layout(whole.zoomAt(zoom, at)) as HorizontalLayout;
          const panned = linesOf(figure.layout(whole.zoomAt(zoom, at).pan(0.3)) as HorizontalLayout);
          const now = linesOf(layout);
          for (const [id, { content, leader, flow, row }] of now) {
            const said = content.lines.join().length;
            expect(said, id).toBeGreaterThanOrEqual(before.get(id) ?? 0);
            expect(panned.get(id)?.content.lines ?? content.lines, id).toEqual(content.lines);
            const [from, to] =
              flow === "right" ? [leader + 7, leader + 7 + content.width] : [leader - 7 - content.width, leader - 7];
            for (const [other, label] of now) {
              if (other === id || label.row < row) continue;
              // No pole stands in a text that it would pass, but the one that both hang from.
              const inside = label.leader > from && label.leader < to;
              expect(inside, `the pole of ${other} in ${id}`).toBe(false);
            }
          }
          before = new Map([...now].map(([id, { content }]) => [id, content.lines.join().length]));
        }
      }),
      { numRuns: triesOf(60, 6), seed: 12 },
    );
  });
});
