/** An event that began before the window and continues in it keeps a label in view, which overlaps no other. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HorizontalLayout, VerticalLayout } from "../../../src/layout/types.js";
import { labelTop } from "../../../src/layout/horizontal/lane-boxes.js";
import type { TimelineOptions } from "../../../src/options.js";
import type { View } from "../../../src/view.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";

const RUNS = triesOf(150, 15);
const part = fc.double({ min: 0, max: 1, noNaN: true });
const zooms = fc.double({ min: 1.2, max: 60, noNaN: true });

interface Box {
  readonly id: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Boxes of label texts and leader lines as drawn; leader lines may touch each other. A name on its bar has none. */
function drawn(layout: HorizontalLayout): { texts: Box[]; poles: Box[] } {
  const { stickyLabels = [], boxes, laneLayouts } = layout;
  const keeps = new Set(stickyLabels.map(({ mark }) => mark.event.id));
  const texts: Box[] = [];
  const poles: Box[] = [];
  const add = (
    id: string,
    pole: number,
    line: number | undefined,
    top: number,
    left: boolean,
    width: number,
    height: number,
  ) => {
    texts.push({ id, x: left ? [pole - 7 - width, pole - 7] : [pole + 7, pole + 7 + width], y: [top, top + height] });
    if (line === undefined) return;
    poles.push({ id, x: [pole, pole], y: [Math.min(line, top), Math.max(line, top + height)] });
  };
  laneLayouts.forEach((frame, i) => {
    const box = boxes[i] as (typeof boxes)[number];
    for (const label of frame.labels) {
      const { event, leader, flow, content, onBar } = label;
      if (keeps.has(event.id)) continue;
      add(
        event.id,
        leader,
        onBar ? undefined : box.line,
        labelTop(box, label),
        flow === "left",
        content.width,
        content.height,
      );
    }
  });
  for (const { mark, leader, top, content, onBar } of stickyLabels) {
    const line = onBar ? undefined : (boxes[mark.event.lane]?.line ?? 0);
    add(mark.event.id, leader, line, top, false, content.width, content.height);
  }
  return { texts, poles };
}

const meet = (a: Box, b: Box): boolean =>
  a.id !== b.id && a.x[0] < b.x[1] && b.x[0] < a.x[1] && a.y[0] < b.y[1] && b.y[0] < a.y[1];
const crossing = (one: Box, text: Box): boolean => meet({ ...one, x: [one.x[0] - 1, one.x[0] + 1] }, text);

/** Names of boxes that overlap a sticky label. */
function disturbed(layout: HorizontalLayout): string[] {
  const keeps = new Set(layout.stickyLabels?.map(({ mark }) => mark.event.id));
  const { texts, poles } = drawn(layout);
  const held = ({ id }: Box): boolean => keeps.has(id);
  return texts.flatMap((text) => [
    ...texts.filter((other) => (held(text) || held(other)) && meet(text, other)).map(({ id }) => `${id} on ${text.id}`),
    ...poles
      .filter((pole) => (held(text) || held(pole)) && crossing(pole, text))
      .map(({ id }) => `pole of ${id} through ${text.id}`),
  ]);
}

function disturbedBeside({ labels, stickyLabels = [], eras }: VerticalLayout): string[] {
  const boxes = [
    ...labels.map(({ event, top, content }) => ({ id: event.id, from: top, to: top + content.height })),
    ...eras.map(({ era, text }) => ({ id: era.id, from: text, to: text + 16 })),
  ];
  return stickyLabels.flatMap(({ event, top, content }, i) =>
    [
      ...boxes.filter(({ id }) => id !== event.id),
      ...stickyLabels.slice(0, i).map((other) => ({
        id: other.event.id,
        from: other.top,
        to: other.top + other.content.height,
      })),
    ]
      .filter(({ from, to }) => from < top + content.height && to > top)
      .map(({ id }) => `${event.id} on ${id}`),
  );
}

const zoomed = (whole: View, zoom: number, stop: number): View =>
  whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from));

const across = (options: TimelineOptions, document: unknown) => {
  const { figure, whole } = figureOf(document, { orientation: "horizontal", ...options });
  return { figure, whole, frame: (view: View, beyond = 0) => figure.layout(view, beyond) as HorizontalLayout };
};

const REIGN = [
  { id: "reign", title: "A long reign", date: "1837/1901" },
  { id: "born", title: "Born", date: "1830" },
  { id: "died", title: "Died", date: "1910" },
];

describe("an event that began before the window", () => {
  test("a control: the search finds a text on another, and a leader line through a text", () => {
    const { frame, whole } = across({ form: "range-bars" }, REIGN);
    const layout = frame(whole.window(whole.from + (whole.to - whole.from) * 0.5, whole.to));
    const [label] = layout.stickyLabels ?? [];
    const twice = {
      ...label,
      mark: { ...label?.mark, event: { ...label?.mark.event, id: "other" } },
      leader: (label?.leader ?? 0) + 9,
    };
    expect(disturbed(layout)).toEqual([]);
    expect(disturbed({ ...layout, stickyLabels: [label, twice] } as HorizontalLayout)).not.toEqual([]);
  });

  test.each(["horizontal", "vertical"] as const)("has its label in view wherever one pans, %s", (orientation) => {
    const { figure, whole } = figureOf(REIGN, { orientation, scale: "time", form: "range-bars" });
    // On a bar a name shows while what is left of the bar holds it.
    const least = orientation === "horizontal" ? 100 : 24;
    for (let i = 0; i <= 40; i++) {
      const view = zoomed(whole, 6, i / 40);
      const layout = figure.layout(view) as HorizontalLayout | VerticalLayout;
      const mark = layout.laneLayouts.flatMap(({ marks }) => marks).find(({ event }) => event.id === "reign");
      if (!mark || mark.t1 < layout.start + least || mark.t0 > layout.end) continue;
      const own =
        layout.orientation === "vertical"
          ? layout.labels.filter(({ event }) => event.id === "reign").map((label) => label.mark)
          : layout.laneLayouts.flatMap(({ labels }) =>
              labels.filter(({ event }) => event.id === "reign").map(({ leader }) => leader + 7),
            );
      const held =
        layout.orientation === "vertical"
          ? layout.stickyLabels?.map((label) => label.mark)
          : layout.stickyLabels?.map((label) => label.leader + 7);
      const seen = [...own, ...(held ?? [])].filter((at) => at >= layout.start && at <= layout.end);
      expect(seen, `window ${i}`).toHaveLength(1);
    }
  });

  test("has no sticky label while its own is in view, and none where the whole timeline is", () => {
    const { frame, whole } = across({}, REIGN);
    expect(frame(whole).stickyLabels).toBeUndefined();
    expect(frame(zoomed(whole, 2, 0)).stickyLabels ?? []).toEqual([]);
  });

  test.each([{}, { height: 300 }, { scale: "compressed" }, { width: 640 }] as const)(
    "meets no text and no pole, also while it is moved, with %j",
    (options) => {
      holds(
        `held labels, ${JSON.stringify(options)}: nothing is disturbed`,
        fc.property(randomDocument, zooms, part, part, (document, zoom, stop, drift) => {
          const { figure, whole, frame } = across(options, document);
          const view = zoomed(whole, zoom, stop);
          const layout = frame(view);
          expect(disturbed(layout)).toEqual([]);
          const { start, end, stickyLabels = [] } = layout;
          for (const { leader, content } of stickyLabels) {
            expect(leader + 7).toBeGreaterThanOrEqual(start);
            expect(leader + 7 + content.width).toBeLessThanOrEqual(end);
          }
          const moved = view.pan((drift - 0.5) / 2);
          const after = figure.translate(frame(view, 0.25), view, 0.25, moved) as HorizontalLayout;
          expect(disturbed(after)).toEqual([]);
        }),
        { numRuns: RUNS, seed: 21 },
      );
    },
    TIMEOUT,
  );

  test("has a label in the vertical figure that overlaps nothing and is beside its mark", () => {
    holds(
      "held labels down the page: nothing is disturbed",
      fc.property(randomDocument, zooms, part, (document, zoom, stop) => {
        const { figure, whole } = figureOf(document, { orientation: "vertical", width: 360 });
        const layout = figure.layout(zoomed(whole, zoom, stop)) as VerticalLayout;
        expect(disturbedBeside(layout)).toEqual([]);
        for (const { event, mark } of layout.stickyLabels ?? []) {
          const box = layout.laneLayouts.flatMap(({ marks }) => marks).find((one) => one.event === event);
          expect(mark).toBeGreaterThanOrEqual(box?.t0 ?? Number.NaN);
          expect(mark).toBeLessThanOrEqual(box?.t1 ?? Number.NaN);
        }
      }),
      { numRuns: RUNS, seed: 22 },
    );
  });
});
