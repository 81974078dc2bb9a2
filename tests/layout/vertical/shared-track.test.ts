/** Lanes of the vertical figure that are too many for tracks of their own share one. */
import { group } from "d3-array";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LaneLayout } from "../../../src/layout/marks/lane-layout.js";
import { TIMEOUT, triesOf } from "../../support/property.js";
import { figureOf } from "../../support/random-timelines.js";

const LANES = 14;
const dayOf = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const begin = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 9000, max: 9030 }), fc.constant(9015));
const event = fc
  .tuple(begin, fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4000 })))
  .map(([at, length]) => ({ date: length === 0 ? dayOf(at) : `${dayOf(at)}/${dayOf(at + length)}` }));
/** Events of many lanes, in bursts, with long events between. */
const crowd = fc
  .array(fc.tuple(event, fc.integer({ min: 1, max: LANES }), fc.integer({ min: 1, max: 5 })), {
    minLength: 400,
    maxLength: 900,
  })
  .map((list) => ({
    lanes: Array.from({ length: LANES }, (_, i) => `lane ${i + 1}`),
    events: list.map(([one, lane, importance], i) => ({
      ...one,
      title: `Event ${i}`,
      lane: `lane ${lane}`,
      importance,
    })),
  }));
const part = fc.tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }));

function framesOf(document: object, [at, length]: readonly [number, number]): readonly LaneLayout[] {
  const { figure, whole } = figureOf(document, { orientation: "vertical", width: 360 });
  const place = (of: number): number => whole.from + Math.min(1, of) * (whole.to - whole.from);
  return figure.layout(whole.window(place(at), place(at + length))).laneLayouts;
}

const clustersOf = (frames: readonly LaneLayout[]) => frames.flatMap(({ clusters }) => clusters);
const shownOf = (frames: readonly LaneLayout[]): string[] => [
  ...frames.flatMap(({ marks }) => marks.map((mark) => mark.event.id)),
  ...clustersOf(frames).flatMap((cluster) => cluster.events().map(({ id }) => id)),
];
const holds = <Values>(property: fc.IProperty<Values>): void =>
  fc.assert(property, { numRuns: triesOf(160, 10), seed: 14 });

describe("a track that lanes share", () => {
  test("shows each event at most once: as a mark of its lane, or in one capsule", { timeout: TIMEOUT }, () => {
    holds(
      fc.property(crowd, part, (document, view) => {
        const frames = framesOf(document, view);
        frames.forEach(({ marks }, lane) => expect(marks.every((mark) => mark.event.lane === lane)).toBe(true));
        const shown = shownOf(frames);
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  test("shows every event where the whole timeline is in view", { timeout: TIMEOUT }, () => {
    holds(
      fc.property(crowd, (document) => {
        expect(shownOf(framesOf(document, [0, 1]))).toHaveLength(document.events.length);
      }),
    );
  });

  test("has no overlapping capsules", { timeout: TIMEOUT }, () => {
    let most = 0;
    holds(
      fc.property(crowd, part, (document, view) => {
        const clusters = clustersOf(framesOf(document, view)).sort((a, b) => a.from - b.from);
        most = Math.max(most, clusters.length);
        clusters.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThanOrEqual(clusters[i]?.to ?? from + 1));
      }),
    );
    expect(most).toBeGreaterThan(5);
  });

  test("gives for each capsule the first and the last event of every lane in it", { timeout: TIMEOUT }, () => {
    let mixed = 0;
    holds(
      fc.property(crowd, part, (document, view) => {
        for (const cluster of clustersOf(framesOf(document, view))) {
          const byLane = [...group(cluster.events(), ({ lane }) => lane)].sort(([a], [b]) => a - b);
          const ends = byLane.map(([lane, events]) => [lane, events[0]?.id, events.at(-1)?.id]);
          expect(cluster.parts?.map(({ lane, first, last }) => [lane, first.id, last.id])).toEqual(ends);
          if (byLane.length > 1) mixed++;
        }
      }),
    );
    expect(mixed).toBeGreaterThan(20);
  });
});
