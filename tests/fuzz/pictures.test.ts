/**
 * What a reader may trust, on pictures of random documents: points, ranges, bursts, skewed time, one lane and many. Each
 * document is drawn at 29 scales, in one of the shapes below, and looked at by detectors that know nothing of the layout.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FigureLayout } from "../../src/layout/types.js";
import type { TimelineOptions } from "../../src/options.js";
import { renderToString } from "../../src/render-to-string.js";
import type { Node } from "../../src/scene/node.js";
import type { Labelled } from "../support/drawn-labels.js";
import {
  changedCounts,
  counts,
  drawing,
  faultsOf,
  lostEvents,
  lostLabels,
  overlapsIn,
  type Seen,
  seenIn,
} from "../support/picture-promises.js";
import { drawnEvents, overlappingTexts, textBoxes } from "../support/picture-texts.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";
import { randomDocument } from "../support/random-timelines.js";

/** 10,000 documents in `npm run fuzz`, which tries 50 times as many. */
const RUNS = triesOf(200);

const SHAPES = {
  wide: { width: 1280 },
  low: { width: 1000, height: 500 },
  "very low": { width: 720, height: 260 },
  "true scale": { width: 960, scale: "time" },
  "bars of counts": { width: 960, form: "histogram", scale: "time" },
  ribbons: { width: 960, form: "ribbon", scale: "time" },
  "bars of ranges": { width: 960, height: 400, form: "range-bars" },
  dots: { width: 960, form: "dots", scale: "time" },
  rows: { width: 1000, form: "single-row" },
  phone: { width: 360 },
  tall: { width: 700, orientation: "vertical", scale: "time" },
  strip: { width: 640, height: 160 },
} satisfies Record<string, TimelineOptions>;

const shape = fc.constantFrom(...(Object.keys(SHAPES) as (keyof typeof SHAPES)[]));
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe("pictures of random documents", { timeout: TIMEOUT }, () => {
  test("hold every event, overlap nothing, and lose no label while one zooms in or pans", () => {
    holds(
      "pictures: nothing lost, no overlap, zoom and pan",
      fc.property(randomDocument, shape, part, part, (document, name, stop, way) => {
        expect(faultsOf(document, SHAPES[name], stop, way - 0.5)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 30 },
    );
  });

  test("are the same bytes in any order of the events", () => {
    const shuffled = randomDocument.chain((document) =>
      fc.tuple(fc.constant(document), fc.shuffledSubarray(document.events, { minLength: document.events.length })),
    );
    holds(
      "pictures: the same bytes in any order of input",
      fc.property(shuffled, shape, ([document, events], name) => {
        expect(renderToString({ ...document, events }, SHAPES[name])).toBe(renderToString(document, SHAPES[name]));
      }),
      { numRuns: RUNS, seed: 31 },
    );
  });
});

describe("a control", () => {
  const events = Array.from({ length: 40 }, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: `${1900 + ((i * 7) % 40)}-05-05`,
    lane: i % 2 === 0 ? "a" : "b",
  }));
  const { timeline, at, whole, draw } = drawing({ events }, { width: 960, scale: "time" });
  const ids = timeline.events.map(({ id }) => id);
  const picture = draw(whole);
  const seen = seenIn(picture.layout, whole);

  const without = (node: Node, id: string): Node => ({
    ...node,
    children: node.children.filter((child) => child.attributes.dataEvent !== id).map((child) => without(child, id)),
  });
  const doubled = (node: Node, id: string): Node => ({
    ...node,
    children: node.children.flatMap((child) =>
      child.attributes.dataEvent === id ? [child, child] : [doubled(child, id)],
    ),
  });
  const moved = (node: Node, id: string): Node =>
    node.attributes.dataEvent === id
      ? { ...node, attributes: { ...node.attributes, transform: "translate(160 160)" } }
      : { ...node, children: node.children.map((child) => moved(child, id)) };

  test("an event that is not drawn is found, and one that is drawn twice", () => {
    const { alone } = drawnEvents(picture.svg);
    expect(lostEvents(picture.svg, ids)).toEqual([]);
    expect(lostEvents(without(picture.svg, alone[0] as string), ids)).toHaveLength(1);
    expect(lostEvents(doubled(picture.svg, alone[0] as string), ids)).not.toEqual([]);
  });

  test("a label over another is found", () => {
    expect(overlapsIn(picture)).toEqual([]);
    // Labels lie on either side of their marks: of all of them some meet.
    const together = seen.labels.reduce((svg, { id }) => moved(svg, id), picture.svg);
    expect(overlappingTexts(textBoxes(together))).not.toEqual([]);
  });

  test("a label that is gone, or on its other side, is found while one zooms in and pans", () => {
    const [first, ...rest] = seen.labels as readonly [Labelled, ...Labelled[]];
    expect(lostLabels(seen, seen, at)).toEqual([]);
    expect(lostLabels(seen, { ...seen, labels: rest }, at)).toHaveLength(1);
    const turned = { ...first, place: `${first.place} turned` };
    expect(lostLabels(seen, { ...seen, labels: [turned, ...rest] }, at)).toHaveLength(1);
  });

  test("a pile that is gone is found while one pans", () => {
    const crowd = Array.from({ length: 400 }, (_, i) => ({ title: `E ${i}`, date: `${1900 + ((i * 37) % 80)}` }));
    const many = drawing({ events: crowd }, { width: 960, scale: "time" });
    const one = many.whole.zoomAt(4);
    const [here, there] = [one, one.pan(0.2)].map((view) => seenIn(many.draw(view).layout, view)) as [Seen, Seen];
    expect(counts(here.layout)).not.toEqual([]);
    expect(changedCounts(here, there)).toEqual([]);
    const bare = there.layout.laneLayouts.map((lane) => ({ ...lane, clusters: [] }));
    expect(
      changedCounts(here, { ...there, layout: { ...there.layout, laneLayouts: bare } as FigureLayout }),
    ).not.toEqual([]);
  });

  test("events that differ in more than their order give other bytes", () => {
    const turned = events.map((event, i) => ({ ...event, title: events[(i + 1) % events.length]?.title ?? "" }));
    expect(renderToString({ events: turned })).not.toBe(renderToString({ events }));
  });
});
