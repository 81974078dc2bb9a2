/**
 * The horizontal figure: time runs to the right, each lane has a line with its labels hanging below. What does not change
 * while the reader pans and zooms is worked out once; `frame` does the rest, in time that depends on what can be seen.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { wideAxis } from "../axis/axis.js";
import { DAY } from "../../time/calendar.js";
import { formatDate } from "../../time/wording/format-date.js";
import { type Instant, momentSpan, type Span } from "../../time/span.js";
import { type AxisView, axisViewOf, widened } from "../axis/viewport.js";
import { deepestOf } from "../axis/max-zoom.js";
import { type DensityFrame, densityMarks } from "../axis/minimap-histogram.js";
import { type EraRequest, eraBoxes, eraRows } from "../axis/eras.js";
import type { LayoutOptions } from "../options.js";
import type { HeldLabel, HorizontalLayout, LaneBox } from "../types.js";
import { heldLabels } from "../labels/sticky-labels.js";
import { LEVEL_FACTOR } from "../labels/label-levels.js";
import type { LabelTree } from "../labels/label-tree.js";
import { gutterWidth } from "./lane-boxes.js";
import { labelsFor, type LaneFrame, laneFrame, outside, type Steps } from "../marks/lane-layout.js";
import { type LaneMarks, laneMarks } from "../marks/lane-index.js";
import { type LaneStack, refill, stackLanes } from "./lane-stack.js";
import { AXIS_HEIGHT, ERA_ROW, FIGURE_INSET, GUTTER_FROM, HEAD_STRIP } from "../metrics.js";
import { markHeight } from "../marks/mark-size.js";
import type { StackRequest } from "./request.js";
import { type Anchor, relationsOf, type Related, shownRelations, threadsOf } from "../relations/relation-lines.js";

/** Two octaves: about two notches of a wheel. */
const LEVELS_AHEAD = 4;
/** The length of a fold stands over it. */
const FOLD_TEXT = 26;

export class HorizontalFigure {
  readonly deepest: number;
  private readonly lanes: readonly LaneMarks[];
  private readonly eraRowOf: readonly number[];
  private readonly start: number;
  private readonly end: number;
  private readonly gutter: number;
  private readonly lanesFrom: number;
  private readonly stack: LaneStack;
  private readonly related: readonly Related[];
  private readonly wideAxis = wideAxis();
  private readonly density: Pick<DensityFrame, "ticks" | "bins">;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    readonly scale: Scale,
    private readonly options: LayoutOptions,
    whole?: HorizontalFigure,
  ) {
    const { width, top, measure, gutterRight } = options;
    this.deepest = deepestOf(scale);
    this.gutter = width >= GUTTER_FROM ? gutterWidth(timeline, measure) : 0;
    this.start = FIGURE_INSET + (gutterRight ? 0 : this.gutter);
    this.end = width - FIGURE_INSET - (gutterRight ? this.gutter : 0);
    this.related = options.relations ? relationsOf(timeline) : [];
    this.lanes = laneMarks(index, scale, options.markSize);

    const all = this.axisView(...scale.domain);
    this.eraRowOf = eraRows(timeline.eras, this.eraRequest(all));
    const eraCount = this.eraRowOf.reduce((most, row) => Math.max(most, row + 1), 0);
    this.lanesFrom = top + eraCount * ERA_ROW + (eraCount > 0 ? 8 : 0);

    const threaded = new Set(shownRelations(this.related, null).flatMap(({ from, to }) => [from.lane, to.lane]));
    const request: StackRequest = {
      timeline,
      lanes: this.lanes,
      domain: scale.domain,
      deepest: this.deepest,
      whole: all,
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      top: this.lanesFrom,
      axisRoom: this.axisGap() + AXIS_HEIGHT,
      threaded,
      options,
    };
    this.stack = whole ? refill(whole.stack, request) : stackLanes(request);
    this.density = densityMarks(this.lanes, scale.domain, all.px);
  }

  only(timeline: Timeline, index: EventIndex): HorizontalFigure {
    return new HorizontalFigure(timeline, index, this.scale, this.options, this);
  }

  /** The layout of what a view shows. */
  frame(view: View, beyond = 0, hurried = false, selected: string | null = null): HorizontalLayout {
    const axisView = this.axisView(view.from, view.to);
    const wide = widened(axisView, beyond, this.scale.domain);
    const { now, width, gutterRight } = this.options;
    const lanesTo = this.stack.boxes.at(-1)?.bottom ?? this.lanesFrom;
    const axisY = lanesTo + this.axisGap();
    const { trees, steps, frames: drawn } = this.stack;
    const frames = this.lanes.map(
      (lane, i) =>
        (view.isWhole && drawn[i]) ||
        laneFrame(lane, trees[i] as LabelTree, wide, steps[i] as Steps, axisView, hurried),
    );
    const nowAt = now === undefined ? undefined : this.scale.position(now);
    return {
      orientation: "horizontal",
      width,
      height: axisY + AXIS_HEIGHT + this.stack.stripHeight,
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      gutterRight,
      headX: gutterRight ? width - FIGURE_INSET : FIGURE_INSET,
      boxes: this.stack.boxes,
      frames,
      erasTop: this.options.top,
      drawn: [axisView.px(wide.from), axisView.px(wide.to)],
      axisY,
      scaleType: this.scale.type,
      lanesFrom: this.lanesFrom,
      lanesTo,
      nowDate: now === undefined ? undefined : formatDate(daySpan(now), this.options.locale, "short"),
      now: nowAt !== undefined && nowAt >= wide.from && nowAt <= wide.to ? axisView.px(nowAt) : undefined,
      footless: this.stack.footless,
      ...this.kept(view, selected, axisView, wide, frames, 0),
    };
  }

  moved(
    layout: HorizontalLayout,
    laidFor: View,
    beyond: number,
    view: View,
    selected: string | null = null,
  ): HorizontalLayout {
    const laid = this.axisView(laidFor.from, laidFor.to);
    const window = { ...laid, from: view.from, to: view.to };
    const frames = layout.frames.map((frame, i) => ({ ...frame, ...outside(this.lanes[i] as LaneMarks, window) }));
    const shift = laid.px(laidFor.from) - laid.px(view.from);
    const wide = widened(laid, beyond, this.scale.domain);
    return { ...layout, frames, ...this.kept(view, selected, window, wide, frames, shift, layout.held ?? []) };
  }

  *missing(view: View, beyond: number): Generator<void, void, void> {
    const wide = widened(this.axisView(view.from, view.to), beyond, this.scale.domain);
    // Level by level in all lanes, so that what has come so far is a picture of less.
    const level = Math.max(...this.stack.trees.map((tree) => tree.levelOf(wide.scale)));
    for (let next = 0; next <= level; next++) {
      for (const tree of this.stack.trees) {
        const [last, from, to] = labelsFor(tree, wide);
        if (next <= last) yield* tree.ahead(next, from, to);
      }
    }
  }

  *ahead(view: View): Generator<void, void, void> {
    const window = this.axisView(view.from, view.to);
    for (let next = 1; next <= LEVELS_AHEAD; next++) {
      const scale = window.scale * LEVEL_FACTOR ** next;
      for (const tree of this.stack.trees) yield* tree.ahead(...labelsFor(tree, { ...window, scale }));
    }
  }

  /** What keeps to the window while the rest is moved. */
  private kept(
    view: View,
    selected: string | null,
    window: AxisView,
    wide: AxisView,
    frames: readonly LaneFrame[],
    shift: number,
    drawn?: readonly HeldLabel[],
  ) {
    const request = this.eraRequest(window);
    const whole = this.axisView(...this.scale.domain);
    return {
      shift,
      goesOn: [view.from > this.scale.domain[0], view.to < this.scale.domain[1]] as const,
      eras: eraBoxes(this.timeline.eras, this.eraRowOf, request, wide),
      axis: this.wideAxis({ ...request, vertical: false }, wide),
      threads: this.threads(view, selected, window, frames, shift),
      held: view.from > this.scale.domain[0] ? this.held(window, frames, drawn) : undefined,
      density:
        this.stack.stripHeight > 0
          ? {
              ...this.density,
              windowFrom: whole.px(view.from),
              windowTo: whole.px(view.to),
              inView: view.isWhole ? undefined : ([view.from, view.to] as const),
            }
          : undefined,
    };
  }

  private held({ px, from, to }: AxisView, frames: readonly LaneFrame[], drawn: readonly HeldLabel[] | undefined) {
    const { boxes, used, form, make } = this.stack;
    const { runIn, narrow } = form;
    const forms = (event: PlacedEvent) => [
      ...[undefined, ...narrow].map((title) => make(event, { title, runIn, short: title !== undefined })),
      make(event, { runIn, short: true, lines: 1 }),
    ];
    return frames.flatMap((frame, i) => {
      const [rows = []] = used[i] ?? [];
      const tops = boxes[i]?.rows ?? [];
      return heldLabels({ frame, rows, tops, from: px(from), to: px(to), forms, drawn });
    });
  }

  private axisView(from: number, to: number): AxisView {
    return axisViewOf(this.scale, from, to, this.start, this.end - this.start);
  }

  private eraRequest(view: AxisView): EraRequest {
    const { locale, measure } = this.options;
    return { scale: this.scale, from: view.from, to: view.to, px: view.px, locale, measure };
  }

  private axisGap(): number {
    return this.scale.folds.length > 0 ? FOLD_TEXT : 2;
  }

  /** They run in the gutter, too, which is not moved: only their ends are. */
  private threads(
    view: View,
    selected: string | null,
    axisView: AxisView,
    frames: readonly LaneFrame[],
    shift: number,
  ) {
    const related = shownRelations(this.related, selected);
    if (related.length === 0) return [];
    const anchor = (event: PlacedEvent): Anchor => {
      const box = this.stack.boxes[event.lane] as LaneBox;
      const mark = frames[event.lane]?.marks.find((candidate) => candidate.event === event);
      const { start, end } = event.span;
      const place = this.scale.position(Number.isFinite(start) ? start : end);
      const x = mark && mark.t1 - mark.t0 < mark.height + 4 ? (mark.t0 + mark.t1) / 2 : axisView.px(place) + 4;
      const up = mark ? mark.step * 15 + mark.height / 2 : markHeight(event, this.options.markSize) / 2;
      // Where heads stand over their lines, threads run under them.
      const run = box.top + 10 + (this.gutter === 0 && box.name.length > 0 ? HEAD_STRIP : 0);
      return { x: x + shift, y: box.line - up - 4, run, inView: place >= view.from && place <= view.to };
    };
    const { locale, measure } = this.options;
    return threadsOf(related, { anchor, gutter: this.start, locale, measure });
  }
}

function daySpan(now: Instant): Span {
  const start = Math.floor(now / DAY) * DAY;
  return momentSpan({ start, end: start + DAY, precision: "day", approximate: false, uncertain: false });
}
