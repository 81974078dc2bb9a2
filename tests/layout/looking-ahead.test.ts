/** What is worked out while the page is idle changes no picture. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { View } from "../../src/view.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";
import { figureOf } from "../support/random-timelines.js";

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
type Figure = ReturnType<typeof figureOf>["figure"];

/** Does what a page does while it is idle, up to a number of turns, and says how many it took. */
function lookAhead(figure: Figure, view: View, turns = Number.POSITIVE_INFINITY): number {
  let taken = 0;
  for (const _ of figure.ahead?.(view) ?? []) if (++taken >= turns) break;
  return taken;
}

describe("looking ahead", { timeout: TIMEOUT }, () => {
  test("gives every view of a zoom the picture it has without, wherever it was interrupted", () => {
    holds(
      "layout: looking ahead changes nothing",
      fc.property(days, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), (places, part, turns) => {
        const document = documentOf(places);
        const plain = figureOf(document, OPTIONS);
        const ahead = figureOf(document, OPTIONS);
        const at = plain.whole.from + part * (plain.whole.to - plain.whole.from);
        for (let zoom = 1; zoom <= plain.figure.deepest; zoom *= 2) {
          const view = plain.whole.zoomAt(zoom, at);
          lookAhead(ahead.figure, view, turns);
          expect(ahead.figure.frame(view)).toEqual(plain.figure.frame(view));
        }
      }),
      { numRuns: triesOf(40, 5), seed: 3 },
    );
  });

  test("takes many turns, so that a page can do other things between them", () => {
    const places = Array.from({ length: 300 }, (_, i) => (i * i * 37) % 4000);
    const { figure, whole } = figureOf(documentOf(places), OPTIONS);
    expect(lookAhead(figure, whole)).toBeGreaterThan(20);
  });

  test("ends", () => {
    const { figure, whole } = figureOf(documentOf([]), OPTIONS);
    expect(lookAhead(figure, whole)).toBe(0);
  });
});
