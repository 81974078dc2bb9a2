/** Detectors of what a picture may not do, which know nothing of how it was laid out. */
import type { FigureLayout } from "../../src/layout/types.js";
import type { TimelineOptions } from "../../src/options.js";
import { createPipeline, type Picture } from "../../src/pipeline.js";
import { resolveOptions } from "../../src/resolve-options.js";
import type { Node } from "../../src/scene/node.js";
import type { View } from "../../src/view.js";
import { instantOf, type Labelled, labelsOf, markBoxes, overlapping, pxOf, wouldBeCut } from "./drawn-labels.js";
import { drawnEvents, overlappingTexts, textBoxes } from "./picture-texts.js";

/** A document as it is drawn at any scale. */
export function drawing(document: unknown, options: TimelineOptions) {
  const resolved = resolveOptions(options);
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, resolved);
  const figure = pipeline.figure(timeline, resolved, true);
  const { scale } = figure;
  const at: Places = new Map(
    timeline.events.map((event) => {
      const own = scale.position(instantOf(event));
      const { end } = event.span;
      return [event.id, [own, Number.isFinite(end) ? Math.max(own, scale.endPosition(end)) : own]];
    }),
  );
  return {
    timeline,
    at,
    whole: pipeline.initialView(timeline, figure, resolved),
    draw: (view: View): Picture =>
      pipeline.picture({ timeline, figure, view, options: resolved, standalone: true, selected: null }),
  };
}

/** Beginnings and ends of events on the axis. */
type Places = ReadonlyMap<string, readonly [number, number]>;

/** Events of the document that the picture of the whole does not draw, or draws twice. */
export function lostEvents(picture: Node, ids: readonly string[]): string[] {
  const { alone, counted } = drawnEvents(picture);
  const twice = alone.filter((id, i) => alone.indexOf(id) !== i).map((id) => `${id} twice`);
  const sum = alone.length + counted;
  return sum === ids.length ? twice : [...twice, `${alone.length} alone and ${counted} counted of ${ids.length}`];
}

/** What overlaps in a picture: texts of any kind, labels, marks. */
export function overlapsIn({ svg, layout }: Pick<Picture, "svg" | "layout">): string[] {
  return [
    ...overlappingTexts(textBoxes(svg)),
    ...overlapping(labelsOf(layout).map(({ id, box }) => ({ id, ...box }))),
    // What lies outside the window is drawn for a pan only, and its rows are closed.
    ...overlapping(markBoxes(layout).filter(({ from, to }) => to > layout.start && from < layout.end)),
  ];
}

export interface Seen {
  readonly layout: FigureLayout;
  readonly view: View;
  readonly labels: readonly Labelled[];
}

export const seenIn = (layout: FigureLayout, view: View): Seen => ({ layout, view, labels: labelsOf(layout) });

/** A name on a bar keeps so far from the end of the window, in px. */
const NAME_ROOM = 12;

/** Labels of one view that another, which should show them too, does not show, or shows elsewhere. */
export function lostLabels(before: Seen, after: Seen, at: Places): string[] {
  const now = new Map(after.labels.map((label) => [label.id, label]));
  return before.labels.flatMap(({ id, place, box, onBar }) => {
    const [own, end] = at.get(id) as readonly [number, number];
    const { layout, view } = after;
    if (own < view.from || own > view.to) return [];
    const place2 = now.get(id)?.place;
    if (place2 === place) return [];
    const [was, px] = [pxOf(before.layout, own, before.view), pxOf(layout, own, view)];
    // A label that the edge of the window would cut leaves to its mark; on a bar, whichever end it stands at.
    const width = box.to - box.from + NAME_ROOM;
    const isCut = onBar
      ? px + width > layout.end ||
        pxOf(layout, end, view) > layout.end ||
        pxOf(layout, end, view) - width < layout.start
      : wouldBeCut(layout, { box, px: was }, px);
    return place2 === undefined && isCut ? [] : [`${id} was at ${place} and is ${place2 ?? "gone"}`];
  });
}

/** What an aggregate draws, by what may not change while one pans. */
export function counts(layout: FigureLayout): { readonly key: string; readonly from: number; readonly to: number }[] {
  const px = (value: number): string => value.toFixed(1);
  return layout.laneLayouts.flatMap(({ clusters }, lane) =>
    clusters.flatMap(({ shape: drawn, from, to, count, first }) => {
      switch (drawn?.kind) {
        case undefined:
          return [{ key: `${lane} capsule ${first.id} ${count}`, from, to }];
        case "pile":
          return [{ key: `${lane} pile ${drawn.first} ${drawn.end} ${px(drawn.pitch)}`, from, to }];
        case "bars":
          return drawn.bars.map((bar) => ({
            key: `${lane} bar ${bar.first} ${bar.end} ${px(bar.height)}`,
            from: bar.from,
            to: bar.to,
          }));
        case "thin-bars":
          return drawn.bars.map((bar) => ({
            key: `${lane} thin bar ${bar.at} ${bar.row} ${px(bar.to - bar.from)} ${px(drawn.pitch)}`,
            from: bar.from,
            to: bar.to,
          }));
        case "ribbon":
          return [];
      }
    }),
  );
}

/** Further from the edge of a window than this an aggregate is drawn whole, in px. */
const WHOLE_PX = 60;

/** Aggregates of one window that another window of the same scale, which holds them too, does not draw. */
export function changedCounts(before: Seen, after: Seen): string[] {
  const unit = (after.view.to - after.view.from) / (after.layout.end - after.layout.start);
  const shift = (after.view.from - before.view.from) / unit;
  const inside = ({ start, end }: FigureLayout, from: number, to: number): boolean =>
    from > start + WHOLE_PX && to < end - WHOLE_PX;
  const now = new Set(counts(after.layout).map(({ key }) => key));
  return counts(before.layout)
    .filter(({ from, to }) => inside(before.layout, from, to) && inside(after.layout, from - shift, to - shift))
    .filter(({ key }) => !now.has(key))
    .map(({ key }) => `${key} is gone`);
}

/** Half steps of magnification, from all that there is to 16,384 times that. */
const SCALES = 29;
/** Scales at which the reader pans. */
const PANNED: readonly number[] = [3, 8, 15, 22];

/**
 * What is wrong with the pictures of a document at 29 scales.
 *
 * @param stop where the reader zooms in, as a part of the axis
 * @param way how far the reader pans, as a part of the window
 */
export function faultsOf(document: unknown, options: TimelineOptions, stop: number, way: number): string[] {
  const { timeline, at, whole, draw } = drawing(document, options);
  const place = whole.from + stop * (whole.to - whole.from);
  const found: string[] = [];
  let view = whole;
  let before: Seen | undefined;
  for (let step = 0; step < SCALES; step++) {
    const { svg, layout } = draw(view);
    const now = seenIn(layout, view);
    const say = (kind: string, faults: readonly string[]): void => {
      found.push(...faults.map((fault) => `${kind} at step ${step}: ${fault}`));
    };
    if (step === 0) {
      const ids = timeline.events.map(({ id }) => id);
      say("events", lostEvents(svg, ids));
    }
    say("overlap", overlapsIn({ svg, layout }));
    // A low strip names what its window has room for.
    if (layout.orientation !== "compact") {
      if (before) say("zoom", lostLabels(before, now, at));
      if (PANNED.includes(step)) {
        const there = view.pan(way);
        const panned = seenIn(draw(there).layout, there);
        say("pan", [...lostLabels(now, panned, at), ...changedCounts(now, panned)]);
      }
    }
    before = now;
    const next = view.zoomAt(Math.SQRT2, place);
    if (next === view) break;
    view = next;
  }
  return found;
}
