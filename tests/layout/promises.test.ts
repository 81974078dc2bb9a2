/** The promises of design section 7 on random timelines: what a reader may trust while the picture moves. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveOptions } from "../../src/options.js";
import { createPipeline } from "../../src/pipeline.js";
import type { FigureLayout, HorizontalLayout } from "../../src/layout/figure-layout.js";

const day = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

const events = fc.array(
  fc.record({
    at: fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 20_000, max: 20_060 })),
    lasts: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9000 })),
    importance: fc.integer({ min: 1, max: 5 }),
    lane: fc.constantFrom("a", "b"),
    title: fc.constantFrom(
      "Short",
      "A title of middling length",
      "A title that is so long that it needs two lines and more",
    ),
  }),
  { maxLength: 60 },
);

function timelineOf(list: readonly { at: number; lasts: number; importance: number; lane: string; title: string }[]) {
  return list.map(({ at, lasts, importance, lane, title }, i) => ({
    id: `e${i}`,
    title,
    date: lasts === 0 ? day(at) : `${day(at)}/${day(at + lasts)}`,
    importance,
    lane,
  }));
}

function figureOf(document: unknown, width = 960) {
  const options = resolveOptions({ width, orientation: "horizontal" });
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, options);
  const figure = pipeline.figure(timeline, options, false);
  return { timeline, figure, whole: pipeline.initialView(timeline, figure, options) };
}

const labels = (layout: FigureLayout) =>
  (layout as HorizontalLayout).frames.flatMap((frame, lane) => frame.labels.map((label) => ({ ...label, lane })));

describe("the horizontal layout", () => {
  test("loses nothing: every event is in exactly one mark or cluster", () => {
    fc.assert(
      fc.property(events, (list) => {
        const { timeline, figure, whole } = figureOf(timelineOf(list));
        const seen = figure
          .frame(whole)
          .frames.flatMap((frame) => [
            ...frame.marks.map((mark) => mark.event.id),
            ...frame.clusters.flatMap((cluster) => cluster.events().map((event) => event.id)),
          ]);
        expect(seen.sort()).toEqual(timeline.events.map((event) => event.id).sort());
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test("keeps every label and its row while one zooms in, as long as its event is in view", () => {
    const moves = fc.array(
      fc.tuple(fc.double({ min: 1.05, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(events, moves, (list, steps) => {
        const { figure, whole } = figureOf(timelineOf(list));
        let view = whole;
        let before = labels(figure.frame(view));
        for (const [factor, place] of steps) {
          view = view.zoomAt(factor, view.from + place * (view.to - view.from));
          const layout = figure.frame(view);
          const after = new Map(labels(layout).map((label) => [label.event.id, label]));
          for (const { event, row, side } of before) {
            const at = figure.scale.position(event.span.start);
            if (at < view.from || at > view.to) continue;
            const same = after.get(event.id);
            expect(same && [same.row, same.side], event.id).toEqual([row, side]);
          }
          before = [...after.values()];
        }
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  test("shows the same labels in the same rows wherever one pans to at one scale, and by whatever way", () => {
    fc.assert(
      fc.property(
        events,
        fc.double({ min: 1.5, max: 400, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
        (list, zoom, stops) => {
          const document = timelineOf(list);
          const one = figureOf(document);
          const rows = new Map<string, string>();
          for (const stop of stops) {
            const place = one.whole.from + stop * (one.whole.to - one.whole.from);
            const view = one.whole.zoomAt(zoom, place);
            for (const label of labels(one.figure.frame(view))) {
              const said = `${label.row}${label.side}`;
              expect(rows.get(label.event.id) ?? said).toBe(said);
              rows.set(label.event.id, said);
            }
            // A figure that went there at once agrees with one that wandered.
            const fresh = figureOf(document);
            const direct = labels(fresh.figure.frame(fresh.whole.zoomAt(zoom, place))).map(
              (label) => `${label.event.id}${label.row}${label.side}`,
            );
            expect(direct).toEqual(
              labels(one.figure.frame(view)).map((label) => `${label.event.id}${label.row}${label.side}`),
            );
          }
        },
      ),
      { numRuns: 150, seed: 9 },
    );
  });

  test("has no labels that overlap and no number that is none, at any zoom", () => {
    fc.assert(
      fc.property(
        events,
        fc.double({ min: 1, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, zoom, stop) => {
          const { figure, whole } = figureOf(timelineOf(list));
          const layout = figure.frame(whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from)));
          expect(JSON.stringify({ ...layout, frames: [] })).not.toMatch(/null/);
          const boxes = labels(layout).map(({ lane, row, side, pole, content }) => ({
            key: `${lane}/${row}`,
            from: side === "right" ? pole + 7 : pole - 7 - content.width,
            to: side === "right" ? pole + 7 + content.width : pole - 7,
          }));
          for (const a of boxes)
            for (const b of boxes) if (a !== b && a.key === b.key) expect(a.to <= b.from || b.to <= a.from).toBe(true);
        },
      ),
      { numRuns: 300, seed: 10 },
    );
  });

  test("has no two marks of a lane that overlap", () => {
    fc.assert(
      fc.property(
        events,
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, zoom, stop) => {
          const { figure, whole } = figureOf(timelineOf(list));
          const layout = figure.frame(whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from)));
          for (const frame of layout.frames) {
            const boxes = [
              ...frame.marks.map((mark) => {
                const wide = mark.t1 - mark.t0 >= mark.height + 4;
                const middle = (mark.t0 + mark.t1) / 2;
                const [from, to] = wide ? [mark.t0, mark.t1] : [middle - mark.height / 2, middle + mark.height / 2];
                return { step: mark.step, from, to, id: mark.event.id };
              }),
              ...frame.clusters.map((cluster) => ({
                step: 0,
                from: cluster.from,
                to: cluster.to,
                id: `cluster of ${cluster.first.id}`,
              })),
            ];
            for (const a of boxes) {
              for (const b of boxes) {
                if (a === b || a.step !== b.step) continue;
                expect(a.to <= b.from + 0.01 || b.to <= a.from + 0.01, `${a.id} and ${b.id}`).toBe(true);
              }
            }
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });
});
