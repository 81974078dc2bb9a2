/** Views at rest and views that move, on random timelines. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutBetween } from "../../../src/layout/settle/between.js";
import { labelExtent } from "../../../src/layout/settle/label-stack.js";
import type { LabelBox } from "../../../src/layout/marks/lane-layout.js";
import type { HorizontalLayout } from "../../../src/layout/types.js";
import type { TimelineOptions } from "../../../src/options.js";
import type { View } from "../../../src/view.js";
import { kurskHorizontal } from "../../../stories/gallery/kursk.js";
import { triesOf } from "../../support/property.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";

const RUNS = { numRuns: triesOf(40, 5), seed: 21 };
const FORMS: readonly TimelineOptions[] = [
  { orientation: "horizontal", scale: "time" },
  { orientation: "horizontal", scale: "time", height: 500 },
  { orientation: "horizontal", scale: "time", width: 600 },
];

const window = fc.record({
  form: fc.constantFrom(...FORMS),
  document: randomDocument,
  zoom: fc.constantFrom(1.2, 2, 4, 8, 64),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

function drawn({ form, document, zoom, at }: typeof window extends fc.Arbitrary<infer Case> ? Case : never) {
  const { figure, whole } = figureOf(document, form);
  const view = whole.zoomAt(zoom, whole.from + (whole.to - whole.from) * at);
  return { figure, whole, view, layout: figure.layout(view) as HorizontalLayout };
}

const labelsOf = ({ laneLayouts }: HorizontalLayout): LabelBox[] => laneLayouts.flatMap(({ labels }) => labels);

/** Top and bottom of a label, in px. */
function across({ side, offset, content: { height } }: LabelBox, line: number): [number, number] {
  return side === "above" ? [line - offset - height, line - offset] : [line + offset, line + offset + height];
}

/** Labels on one side of a lane that overlap, and leader lines through the text of another. */
function conflicts({ laneLayouts }: HorizontalLayout): string[] {
  return laneLayouts.flatMap(({ labels }) =>
    labels.flatMap((a, i) =>
      labels.slice(i + 1).flatMap((b) => {
        if (a.side !== b.side || a.onBar || b.onBar) return [];
        const [[left, right], [from, to]] = [labelExtent(a, a.content.width), labelExtent(b, b.content.width)];
        if (right <= from || to <= left) return [];
        const [near, far] = a.offset < b.offset ? [a, b] : [b, a];
        const [start, end] = labelExtent(near, near.content.width);
        const overlap = far.offset < near.offset + near.content.height;
        return overlap || (far.leader > start && far.leader < end) ? [`${a.event.id} ${b.event.id}`] : [];
      }),
    ),
  );
}

describe("a view at rest", () => {
  test("cuts no label, and no two of a lane overlap", () => {
    fc.assert(
      fc.property(window, (one) => {
        const { layout } = drawn(one);
        expect(conflicts(layout)).toEqual([]);
        for (const label of labelsOf(layout)) {
          const [left, right] = labelExtent(label, label.content.width);
          expect(left).toBeGreaterThanOrEqual(layout.start - 18);
          expect(right).toBeLessThanOrEqual(layout.end + 18);
        }
      }),
      RUNS,
    );
  });

  test("keeps its lanes one below the other, with their labels inside, in the height of the whole", () => {
    fc.assert(
      fc.property(window, (one) => {
        const { figure, whole, layout } = drawn(one);
        const fit = figure.layout(whole) as HorizontalLayout;
        expect(layout.height + layout.spare).toBeLessThanOrEqual(fit.height + fit.spare + 0.5);
        layout.boxes.forEach((box, i) => {
          expect(box.top).toBeGreaterThanOrEqual((layout.boxes[i - 1]?.bottom ?? layout.lanesFrom) - 0.01);
          for (const label of layout.laneLayouts[i]?.labels ?? []) {
            const [top, bottom] = across(label, box.line);
            expect(top).toBeGreaterThanOrEqual(box.top - 0.5);
            expect(bottom).toBeLessThanOrEqual(box.bottom + 0.5);
          }
        });
      }),
      RUNS,
    );
  });

  test("keeps side, flow and order of labels as the reader pans", () => {
    fc.assert(
      fc.property(window, fc.double({ min: -0.4, max: 0.4, noNaN: true }), (one, by) => {
        const { figure, view, layout } = drawn(one);
        const other = figure.layout(view.pan(by)) as HorizontalLayout;
        const before = new Map(labelsOf(layout).map((label) => [label.event.id, label]));
        const both = labelsOf(other).flatMap((label) => {
          const old = before.get(label.event.id);
          return old ? [[old, label] as const] : [];
        });
        for (const [old, label] of both) expect([label.side, label.flow]).toEqual([old.side, old.flow]);
        for (const [a, b] of both) {
          for (const [c, d] of both) {
            if (a.event.lane !== c.event.lane || a.side !== c.side || a.onBar) continue;
            const [left, right] = labelExtent(b, b.content.width);
            const [from, to] = labelExtent(d, d.content.width);
            const [first, last] = labelExtent(a, a.content.width);
            const [begin, finish] = labelExtent(c, c.content.width);
            // Only of labels over each other one is nearer to the line than the other.
            if (right <= from || to <= left || last <= begin || finish <= first) continue;
            expect(Math.sign(b.offset - d.offset)).toBe(Math.sign(a.offset - c.offset));
          }
        }
      }),
      RUNS,
    );
  });

  test("a control: labels moved to one row are found", () => {
    const { figure, whole } = figureOf(kurskHorizontal().document, { orientation: "horizontal", width: 1280 });
    const layout = figure.layout(whole) as HorizontalLayout;
    expect(conflicts(layout)).toEqual([]);
    const laneLayouts = layout.laneLayouts.map((frame) => ({
      ...frame,
      labels: frame.labels.map((label) => ({ ...label, offset: 8, side: "below" as const })),
    }));
    expect(conflicts({ ...layout, laneLayouts })).not.toEqual([]);
  });
});

describe("kursk at four times its scale", () => {
  const { document } = kurskHorizontal();
  const { figure, whole } = figureOf(document, { orientation: "horizontal", width: 1280, minimap: true });
  const at = (part: number): number => whole.from + (whole.to - whole.from) * part;
  const view: View = whole.zoomAt(3.87, at(0.343));
  const fit = figure.layout(whole) as HorizontalLayout;
  const rest = figure.layout(view) as HorizontalLayout;

  test("says full titles and descriptions, where lanes leave room", () => {
    const contents = labelsOf(rest).map(({ content }) => content);
    expect(contents.filter(({ description }) => description !== undefined).length).toBeGreaterThan(0);
    const short = (layout: HorizontalLayout): number =>
      labelsOf(layout).filter(({ event, content }) => content.lines.join(" ") === event.shortTitle).length;
    expect(short(rest)).toBeLessThan(short(fit));
  });

  test("has thin lanes where nothing is in view, and a minimap", () => {
    const empty = figure.layout(whole.zoomAt(12, at(0.58))) as HorizontalLayout;
    const heights = empty.boxes.map(({ top, bottom }) => bottom - top);
    expect(Math.min(...heights)).toBeLessThan(40);
    expect(fit.minimap).toBeUndefined();
    expect(empty.minimap).toBeDefined();
    expect(empty.height + empty.spare).toBe(fit.height + fit.spare);
  });

  test("counts what lies beyond both ends of each lane", () => {
    rest.laneLayouts.forEach((frame, i) => {
      const inView = frame.count - frame.earlier - frame.later;
      expect(inView).toBe([3, 6, 2, 1][i]);
      expect(frame.countsAt?.map((y) => y !== undefined)).toEqual([frame.earlier > 0, frame.later > 0]);
    });
  });

  test("keeps rows and lines of labels while the view moves", () => {
    const moved = figure.layout(view.zoomAt(1.3, at(0.34)), 0, null, rest) as HorizontalLayout;
    const before = new Map(labelsOf(rest).map((label) => [label.event, label]));
    expect(moved.boxes).toEqual(rest.boxes);
    expect(labelsOf(moved).length).toBeGreaterThan(0);
    for (const label of labelsOf(moved)) {
      const old = before.get(label.event);
      expect([label.offset, label.content]).toEqual([old?.offset, old?.content]);
    }
    expect(conflicts(moved)).toEqual([]);
    // The control: at rest some stand elsewhere.
    const settled = figure.layout(view.zoomAt(1.3, at(0.34))) as HorizontalLayout;
    expect(settled.boxes).not.toEqual(rest.boxes);
  });

  test("glides from the rows of the moving view to those at rest", () => {
    const to = figure.layout(view.zoomAt(1.3, at(0.34))) as HorizontalLayout;
    const from = figure.layout(view.zoomAt(1.3, at(0.34)), 0, null, rest) as HorizontalLayout;
    const lines = (layout: HorizontalLayout): number[] => layout.boxes.map(({ line }) => line);
    expect(lines(layoutBetween(from, to, 0))).toEqual(lines(from));
    expect(lines(layoutBetween(from, to, 1))).toEqual(lines(to));
    layoutBetween(from, to, 0.5).boxes.forEach(({ line }, i) => {
      expect(line).toBeCloseTo(((lines(from)[i] as number) + (lines(to)[i] as number)) / 2, 6);
    });
    expect(labelsOf(layoutBetween(from, to, 1)).map(({ event }) => event)).toEqual(
      labelsOf(to).map(({ event }) => event),
    );
  });
});
