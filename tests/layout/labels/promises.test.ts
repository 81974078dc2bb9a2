/** The promises of the layout on random timelines: what a reader may trust while the picture moves. */
import { group } from "d3-array";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROW_GAP } from "../../../src/layout/metrics.js";
import type { FigureLayout } from "../../../src/layout/types.js";
import type { PlacedEvent } from "../../../src/model/timeline.js";
import type { TimelineOptions } from "../../../src/options.js";
import type { View } from "../../../src/view.js";
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

interface Box {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  /** Across the axis; all of the row where nothing is said. */
  readonly near?: number;
  readonly far?: number;
}

interface Labelled {
  readonly id: string;
  /** What may not change while the reader moves. */
  readonly place: string;
  readonly box: Box;
}

/** Labels in a common form, with the stretch they take up in their row or column. */
function labelsOf(layout: FigureLayout): Labelled[] {
  switch (layout.orientation) {
    case "horizontal":
      return layout.laneLayouts.flatMap((frame, lane) =>
        frame.labels.map(({ event, row, side, flow, leader, offset, content: { width, height } }) => {
          const [from, to] = flow === "right" ? [leader + 7, leader + 7 + width] : [leader - 7 - width, leader - 7];
          return {
            id: event.id,
            place: `${row} ${side} ${flow}`,
            box: { row: `${lane}/${side}`, from, to, near: offset, far: offset + height },
          };
        }),
      );
    case "vertical":
      return layout.labels.map(({ event, top, content: { height } }) => ({
        id: event.id,
        place: "labelled",
        box: { row: "column", from: top, to: top + height },
      }));
    case "compact":
      return layout.labels.map(({ event, leader, flow, content: { width } }) => {
        const [from, to] = flow === "right" ? [leader + 7, leader + 7 + width] : [leader - 7 - width, leader - 7];
        return { id: event.id, place: flow, box: { row: "top", from, to } };
      });
  }
}

/** Pairs of stretches of one row that overlap by more than rounding. */
function overlapping(boxes: readonly (Box & { id: string })[]): string[] {
  const found: string[] = [];
  const byRow = group(boxes, (box) => box.row);
  for (const row of byRow.values()) {
    const inOrder = [...row].sort((a, b) => a.from - b.from);
    const apart = (a: Box, b: Box): boolean =>
      a.far !== undefined && b.near !== undefined && (a.far <= b.near + 0.01 || (b.far ?? 0) <= (a.near ?? 0) + 0.01);
    inOrder.forEach((a, i) => {
      for (const b of inOrder.slice(i + 1)) {
        if (a.to > b.from + 0.01 && !apart(a, b)) found.push(`${a.id} and ${b.id} in ${a.row}`);
      }
    });
  }
  return found;
}

function markBoxes(layout: FigureLayout) {
  return layout.laneLayouts.flatMap((frame, lane) => [
    ...frame.marks.map((mark) => {
      const wide = mark.t1 - mark.t0 >= mark.height + 4;
      const middle = (mark.t0 + mark.t1) / 2;
      const [from, to] = wide ? [mark.t0, mark.t1] : [middle - mark.height / 2, middle + mark.height / 2];
      // Bars of the strip run on the line or beside it, under the dots.
      const kind = layout.orientation === "compact" && wide ? "bar " : "";
      const row = `${lane}/at ${kind}${mark.lineOffset}`;
      return { row, from, to, id: mark.event.id };
    }),
    ...frame.clusters.map(({ from, to, first, shape }) => ({
      // Piles and ribbons stand apart from the line.
      row: `${lane}/at ${shape?.kind ?? 0}`,
      from,
      to,
      id: `cluster of ${first.id}`,
    })),
  ]);
}

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

/** Place of an event in px of a view. */
function pxOf({ start, end }: FigureLayout, at: number, { from, to }: { from: number; to: number }): number {
  return start + ((end - start) * (at - from)) / (to - from);
}

/** A leader line moves so far within its mark while the scale grows, in px. */
const LEADER_MOVES = 8;
/** Text that begins further after its event than this is aligned with the end of a bar, in px. */
const AT_START = 15;

/**
 * Whether the window would cut a label, were it drawn in another view as it was in one. Down the page and in a low strip
 * nothing is cut.
 *
 * @param seen a label with the place of its event in the view that showed it, in px
 */
function wouldBeCut(layout: FigureLayout, { box, px }: { box: Box; px: number }, to: number): boolean {
  if (layout.orientation !== "horizontal" || box.from - px > AT_START) return layout.orientation === "horizontal";
  const move = to - px;
  return box.from + move < layout.start + LEADER_MOVES || box.to + move > layout.end - LEADER_MOVES;
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
        let view = whole;
        const seenIn = (now: View) => {
          const layout = figure.layout(now);
          const labels = labelsOf(layout).map((label) => ({
            ...label,
            px: pxOf(layout, places.get(label.id) as number, now),
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
            if (after.has(label.id) || !wouldBeCut(layout, label, pxOf(layout, at, view)))
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

/** When an event begins, or ends if it has no beginning. */
function instantOf({ span: { start, end } }: PlacedEvent): number {
  return Number.isFinite(start) ? start : end;
}

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
