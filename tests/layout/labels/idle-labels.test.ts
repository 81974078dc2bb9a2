/** Computing labels while the page is idle changes no picture; a partial layout lacks labels and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { View } from "../../../src/view.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";
import { figureOf } from "../../support/random-timelines.js";

const OPTIONS = { orientation: "horizontal", scale: "time" } as const;
const days = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 60 });
const documentOf = (places: readonly number[]) => ({
  events: places.map((n, i) => ({
    id: `e${i}`,
    title: i % 2 ? `Event ${i}` : `Event ${i} of a council that meets in the old town hall about the northern gate`,
    date: new Date(Date.UTC(1900, 0, 1 + n)).toISOString().slice(0, 10),
    lane: `l${i % 3}`,
    importance: (i % 5) + 1,
  })),
});
/** More events than each lane has room for. */
const MANY = Array.from({ length: 300 }, (_, i) => (i * i * 37) % 4000);
type Figure = ReturnType<typeof figureOf>["figure"];

/** Computes labels as an idle page does, up to a number of turns; returns the number of turns. */
function lookAhead(figure: Figure, view: View, turns = Number.POSITIVE_INFINITY): number {
  let taken = 0;
  for (const _ of figure.prepareZoom?.(view) ?? []) if (++taken >= turns) break;
  return taken;
}

/** Labels, marks and clusters of each lane with their positions. */
function shownBy(figure: Figure, view: View, hurried: boolean) {
  const layout = figure.layout(view, 0, hurried);
  if (layout.orientation !== "horizontal") throw new Error("laid out down the page");
  return layout.laneLayouts.map(({ labels, marks, clusters, count }) => ({
    labels: labels.map(({ event, row, flow, leader }) => `${event.id} ${row} ${flow} ${leader}`),
    events: [...marks.map(({ event }) => event.id), ...clusters.flatMap(({ events }) => events().map(({ id }) => id))],
    count,
  }));
}

describe("a partial layout", { timeout: TIMEOUT }, () => {
  const walk = fc.array(
    fc.record({ factor: fc.constantFrom(0.5, 1.3, 1.5, 2, 8), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  test("shows labels where the complete one has them, and every event of the whole timeline once", () => {
    holds(
      "layout: a hurried frame lacks labels only",
      fc.property(days, walk, fc.nat(30), (places, steps, turns) => {
        const document = documentOf(places);
        const [plain, hurried] = [figureOf(document, OPTIONS), figureOf(document, OPTIONS)];
        let view = plain.whole;
        for (const { factor, part } of steps) {
          view = view.zoomAt(factor, view.from + part * (view.to - view.from));
          let taken = 0;
          for (const _ of hurried.figure.finishLabels?.(view, 0) ?? []) if (++taken > turns) break;
          const [all, some] = [shownBy(plain.figure, view, false), shownBy(hurried.figure, view, true)];
          some.forEach(({ labels, events, count }, i) => {
            expect(all[i]?.labels).toEqual(expect.arrayContaining(labels));
            if (view.isWhole) expect(new Set(events).size).toBe(count);
            expect(new Set(events).size).toBe(events.length);
          });
        }
      }),
      { numRuns: triesOf(60, 5), seed: 5 },
    );
  });

  test("equals the complete one after `finishLabels`, wherever that was interrupted before", () => {
    holds(
      "layout: what is missing is worked out",
      fc.property(days, walk, fc.nat(30), (places, steps, turns) => {
        const document = documentOf(places);
        const [plain, hurried] = [figureOf(document, OPTIONS), figureOf(document, OPTIONS)];
        let view = plain.whole;
        for (const { factor, part } of steps) {
          let taken = 0;
          for (const _ of hurried.figure.finishLabels?.(view, 0.25) ?? []) if (++taken > turns) break;
          view = view.zoomAt(factor, view.from + part * (view.to - view.from));
        }
        for (const _ of hurried.figure.finishLabels?.(view, 0) ?? []);
        expect(hurried.figure.layout(view, 0, true)).toEqual(plain.figure.layout(view));
      }),
      { numRuns: triesOf(60, 5), seed: 6 },
    );
  });

  test("leaves labels out and is fast enough for a frame", () => {
    const { figure, whole } = figureOf(documentOf(MANY), OPTIONS);
    const view = whole.zoomAt(6);
    const count = (hurried: boolean): number =>
      shownBy(figure, view, hurried).reduce((sum, { labels }) => sum + labels.length, 0);
    const first = count(true);
    expect(first).toBeLessThan(count(false));
    expect(count(true)).toBe(count(false));
  });

  test("lacks no label that the complete one has computed before", () => {
    const { figure, whole } = figureOf(documentOf(MANY), OPTIONS);
    const view = whole.zoomAt(6);
    figure.layout(view);
    expect([...(figure.finishLabels?.(view, 0) ?? [])]).toHaveLength(0);
  });
});

describe("preparing a zoom", { timeout: TIMEOUT }, () => {
  test("changes no view of a zoom, wherever it was interrupted", () => {
    holds(
      "layout: looking ahead changes nothing",
      fc.property(days, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), (places, part, turns) => {
        const document = documentOf(places);
        const plain = figureOf(document, OPTIONS);
        const ahead = figureOf(document, OPTIONS);
        const at = plain.whole.from + part * (plain.whole.to - plain.whole.from);
        for (let zoom = 1; zoom <= plain.figure.maxZoom; zoom *= 2) {
          const view = plain.whole.zoomAt(zoom, at);
          lookAhead(ahead.figure, view, turns);
          expect(ahead.figure.layout(view)).toEqual(plain.figure.layout(view));
        }
      }),
      { numRuns: triesOf(40, 5), seed: 3 },
    );
  });

  test("takes many turns, so that a page can do other things between them", () => {
    const { figure, whole } = figureOf(documentOf(MANY), OPTIONS);
    expect(lookAhead(figure, whole)).toBeGreaterThan(20);
  });

  test("ends", () => {
    const { figure, whole } = figureOf(documentOf([]), OPTIONS);
    expect(lookAhead(figure, whole)).toBe(0);
  });
});
