/** The promises of the layout on random timelines: what a reader may trust while the picture moves. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROW_GAP } from "../../../src/layout/metrics.js";
import type { FigureLayout } from "../../../src/layout/types.js";
import type { TimelineOptions } from "../../../src/options.js";
import type { View } from "../../../src/view.js";
import {
  instantOf,
  type Labelled,
  labelsOf,
  markBoxes,
  overlapping,
  pxOf,
  wouldBeCut,
} from "../../support/drawn-labels.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";

/** Each runs so many timelines in each of the forms below: more than 2,000 in all. */
const RUNS = triesOf(45, 5);

const forms: Record<string, TimelineOptions> = {
  "as the data ask": { orientation: "horizontal" },
  "time across": { orientation: "horizontal", scale: "time" },
  "compressed across": { orientation: "horizontal", scale: "compressed" },
  "equal across": { orientation: "horizontal", scale: "equal" },
  "log across": { orientation: "horizontal", scale: "log" },
  "a given height": { orientation: "horizontal", height: 500 },
  "as the data ask, down": { orientation: "vertical", width: 360 },
  "time down": { orientation: "vertical", scale: "time", width: 360 },
  "compressed down": { orientation: "vertical", scale: "compressed", width: 360 },
  "equal down": { orientation: "vertical", scale: "equal", width: 360 },
  "log down": { orientation: "vertical", scale: "log", width: 360 },
  "a low strip": { orientation: "horizontal", width: 640, height: 160 },
};

const OF_THE_MODEL = new Set(["event", "era", "fold", "lane", "first", "last", "places", "source"]);

/** Every number of a layout, by its path; objects of the model are not followed. */
function badNumbers(value: unknown, path = "layout", found: string[] = []): string[] {
  if (typeof value === "number") {
    const size = /\.(width|height|length|gutter|numbersWidth|nameWidth|count|earlier|later)$/.test(path);
    if (!Number.isFinite(value) || (size && value < 0)) found.push(`${path} is ${value}`);
  } else if (value !== null && typeof value === "object") {
    for (const [key, child] of Object.entries(value)) {
      if (!OF_THE_MODEL.has(key)) badNumbers(child, `${path}.${key}`, found);
    }
  }
  return found;
}

/** Marks that reach over the top of their lane and half of the air above it, to the labels that stand there. */
function outOfLane(layout: FigureLayout): string[] {
  if (layout.orientation !== "horizontal") return [];
  return layout.laneLayouts.flatMap(({ marks }, i) => {
    const { top, line } = layout.boxes[i] as (typeof layout.boxes)[number];
    return marks
      .filter((mark) => line + mark.lineOffset - mark.height / 2 < top - ROW_GAP / 2)
      .map(({ event }) => event.id);
  });
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const zooms = fc.double({ min: 1, max: 400, noNaN: true });

test("the search for overlaps finds one", () => {
  expect(
    overlapping([
      { row: "a", from: 0, to: 10, id: "one" },
      { row: "a", from: 9, to: 12, id: "two" },
    ]),
  ).toEqual(["one and two in a"]);
});

describe.each(Object.entries(forms))("%s", { timeout: TIMEOUT }, (form, options) => {
  const low = options.height === 160;

  test("loses nothing: every placed event is in exactly one mark or cluster", () => {
    holds(
      `layout, ${form}: loses nothing`,
      fc.property(randomDocument, (document) => {
        const { timeline, figure, whole } = figureOf(document, options);
        const seen = figure
          .layout(whole)
          .laneLayouts.flatMap((frame) => [
            ...frame.marks.map((mark) => mark.event.id),
            ...frame.clusters.flatMap((cluster) => cluster.events().map((event) => event.id)),
          ]);
        expect(seen.sort()).toEqual(timeline.events.map((event) => event.id).sort());
        expect(timeline.events.length + timeline.unplaced.length).toBe(document.events.length);
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });

  test("overlaps nothing and holds no number that is none, wherever one looks", () => {
    holds(
      `layout, ${form}: no overlap, no number that is none`,
      fc.property(randomDocument, zooms, part, (document, zoom, stop) => {
        const { figure, whole } = figureOf(document, options);
        for (const view of [whole, whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from))]) {
          const layout = figure.layout(view);
          expect(badNumbers(layout)).toEqual([]);
          expect(overlapping(labelsOf(layout).map(({ id, box }) => ({ id, ...box })))).toEqual([]);
          expect(overlapping(markBoxes(layout))).toEqual([]);
          expect(outOfLane(layout)).toEqual([]);
        }
      }),
      { numRuns: RUNS, seed: 10 },
    );
  });

  test.skipIf(low)("keeps every label and its row while one zooms in, as long as its event is in view", () => {
    const moves = fc.array(fc.tuple(fc.double({ min: 1.05, max: 3, noNaN: true }), part), {
      minLength: 1,
      maxLength: 6,
    });
    holds(
      `layout, ${form}: labels stay while one zooms in`,
      fc.property(randomDocument, moves, (document, steps) => {
        const { timeline, figure, whole } = figureOf(document, options);
        const places = new Map(timeline.events.map((event) => [event.id, figure.scale.position(instantOf(event))]));
        const ends = new Map(timeline.events.map(({ id, span }) => [id, figure.scale.position(span.end)]));
        let view = whole;
        const seenIn = (now: View) => {
          const layout = figure.layout(now);
          const labels = labelsOf(layout).map((label) => ({
            ...label,
            px: pxOf(layout, places.get(label.id) as number, now),
            end: pxOf(layout, ends.get(label.id) as number, now),
          }));
          return { layout, labels };
        };
        let before = seenIn(view).labels;
        for (const [factor, place] of steps) {
          view = view.zoomAt(factor, view.from + place * (view.to - view.from));
          const { layout, labels } = seenIn(view);
          const after = new Map(labels.map((label) => [label.id, label]));
          for (const label of before) {
            const at = places.get(label.id) as number;
            if (at < view.from || at > view.to) continue;
            // A label that the edge of the window would cut leaves to its mark.
            // A name that begins before its bar ends with it, and moves with that end.
            const endsWithBar = label.onBar && label.box.from < label.px;
            const [px, held] = endsWithBar ? [label.end, ends.get(label.id) as number] : [label.px, at];
            if (after.has(label.id) || !wouldBeCut(layout, { ...label, px }, pxOf(layout, held, view)))
              expect(after.get(label.id)?.place, label.id).toBe(label.place);
          }
          before = labels;
        }
      }),
      { numRuns: RUNS, seed: 8 },
    );
  });

  test.skipIf(low)(
    "shows the same labels in the same rows wherever one pans to at one scale, and by whatever way",
    () => {
      holds(
        `layout, ${form}: the same labels wherever one pans`,
        fc.property(randomDocument, zooms, fc.array(part, { minLength: 2, maxLength: 5 }), (document, zoom, stops) => {
          const one = figureOf(document, options);
          const at = new Map(
            one.timeline.events.map((event) => [event.id, one.figure.scale.position(instantOf(event))]),
          );
          const places = new Map<string, Labelled & { px: number }>();
          for (const stop of stops) {
            const view = one.whole.zoomAt(zoom, one.whole.from + stop * (one.whole.to - one.whole.from));
            const layout = one.figure.layout(view);
            const shown = labelsOf(layout);
            const now = new Map(shown.map((label) => [label.id, label]));
            // What another window of the same scale showed is there, unless the edge would cut it.
            for (const [id, label] of places) {
              const own = at.get(id) as number;
              if (own < view.from || own > view.to || wouldBeCut(layout, label, pxOf(layout, own, view))) continue;
              expect(now.get(id)?.place, id).toBe(label.place);
            }
            for (const label of shown) {
              expect(places.get(label.id)?.place ?? label.place).toBe(label.place);
              places.set(label.id, { ...label, px: pxOf(layout, at.get(label.id) as number, view) });
            }
            // A figure that went there at once agrees with one that wandered.
            const fresh = figureOf(document, options);
            expect(labelsOf(fresh.figure.layout(view))).toEqual(shown);
          }
        }),
        { numRuns: RUNS, seed: 9 },
      );
    },
  );

  test("does not depend on the order of the events", () => {
    holds(
      `layout, ${form}: the order of events does not matter`,
      fc.property(
        randomDocument.chain((document) =>
          fc.tuple(fc.constant(document), fc.shuffledSubarray(document.events, { minLength: document.events.length })),
        ),
        ([document, shuffled]) => {
          const lanes = "abcdefghijkl".split("");
          const one = figureOf({ ...document, lanes }, options);
          const other = figureOf({ ...document, lanes, events: shuffled }, options);
          const said = ({ figure, whole }: typeof one) => {
            const layout = figure.layout(whole);
            return [
              labelsOf(layout)
                .map(({ id, place }) => `${id} ${place}`)
                .sort(),
              layout.height,
            ];
          };
          expect(said(other)).toEqual(said(one));
        },
      ),
      { numRuns: RUNS, seed: 12 },
    );
  });
});

/** What lasted beside what lasted: more at a time than a lane has tracks for. */
const lasting = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 20,
  maxLength: 120,
});

test("however much lasts at a time, marks keep to their lane", { timeout: TIMEOUT }, () => {
  holds(
    "layout: marks keep to their lane",
    fc.property(lasting, zooms, part, (periods, zoom, stop) => {
      const events = periods.map(([from, years, importance], i) => ({
        id: `e${i}`,
        title: `Term ${i}`,
        date: `${1900 + from}-03-05/${1900 + from + years}-06-01`,
        importance,
        lane: i % 3 === 0 ? "a" : "b",
      }));
      const { figure, whole } = figureOf({ events }, { orientation: "horizontal", scale: "time" });
      for (const view of [whole, whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from))]) {
        const layout = figure.layout(view);
        expect(outOfLane(layout)).toEqual([]);
        expect(overlapping(markBoxes(layout))).toEqual([]);
      }
    }),
    { numRuns: triesOf(200, 20), seed: 14 },
  );
});
