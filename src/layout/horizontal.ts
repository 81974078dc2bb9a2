/**
 * The horizontal figure: time runs to the right, each lane has a line with its labels hanging below. What does not change
 * while the reader pans and zooms is worked out once; `frame` does the rest, in time that depends on what can be seen.
 */
import { generousWidth } from "../base/text-width.js";
import type { EventIndex } from "../model/event-index.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import type { View } from "../view.js";
import { axisFrame } from "./axis.js";
import { deepestOf } from "./deepest.js";
import { type DensityFrame, densityMarks } from "./density.js";
import { type EraRequest, eraBoxes, eraRows } from "./eras.js";
import type { LayoutOptions } from "./layout-options.js";
import type { HorizontalLayout, LaneBox } from "./figure-layout.js";
import { type LabelContent, labelMaker } from "./label.js";
import { LabelTree, LEVEL_FACTOR } from "./label-tree.js";
import { aboveLine, gutterWidth, laneBox } from "./lane-boxes.js";
import { type AxisView, type LaneFrame, laneFrame } from "./lane-frame.js";
import { type LaneMarks, laneMarks } from "./lane-marks.js";
import { FULL_ROW, LOW_ROW, rowsFor, usedRows } from "./lane-rows.js";
import { AXIS_HEIGHT, ERA_ROW, FIGURE_INSET, GUTTER_FROM, NARROW_TITLE_WIDTH, STRIP_HEIGHT } from "./metrics.js";
import { shareHeight } from "./row-budget.js";
import { markHeight } from "./mark-height.js";
import { type Anchor, relationsOf, type Related, shownRelations, threadsOf } from "./threads.js";

/** Up to so many events, labels number their sources one by one; beyond, they say how many there are. */
const NUMBERED = 60;
/** Marks of labelled events that may touch: each steps up from the one before. */
const TOUCHING = 3;
/** The length of a fold stands over it. */
const FOLD_TEXT = 26;
const STRIP_MARGIN = 16;
/** Events looked at to tell whether titles have one line or two. */
const SAMPLE = 24;

export class HorizontalFigure {
  readonly deepest: number;
  private readonly lanes: readonly LaneMarks[];
  private readonly trees: readonly LabelTree[];
  private readonly boxes: readonly LaneBox[];
  private readonly steps: readonly number[];
  private readonly eraRowOf: readonly number[];
  private readonly start: number;
  private readonly end: number;
  private readonly gutter: number;
  private readonly lanesFrom: number;
  private readonly stripHeight: number;
  private readonly footless: boolean;
  private readonly related: readonly Related[];
  private readonly density: Pick<DensityFrame, "ticks" | "bins">;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    readonly scale: Scale,
    private readonly options: LayoutOptions,
  ) {
    const { width, top, measure, gutterRight } = options;
    this.deepest = deepestOf(scale);
    this.gutter = width >= GUTTER_FROM ? gutterWidth(timeline, measure) : 0;
    this.start = FIGURE_INSET + (gutterRight ? 0 : this.gutter);
    this.end = width - FIGURE_INSET - (gutterRight ? this.gutter : 0);
    this.related = options.relations ? relationsOf(timeline) : [];
    this.lanes = laneMarks(index, timeline.events, scale, options.markSize);

    const whole = this.axisView(...scale.domain);
    this.eraRowOf = eraRows(timeline.eras, this.eraRequest(whole));
    const eraCount = this.eraRowOf.reduce((most, row) => Math.max(most, row + 1), 0);
    this.lanesFrom = top + eraCount * ERA_ROW + (eraCount > 0 ? 8 : 0);

    const threaded = new Set(shownRelations(this.related, null).flatMap(({ from, to }) => [from.lane, to.lane]));
    const { rows, stripHeight, footless } = this.shareHeight(threaded);
    this.stripHeight = stripHeight;
    this.footless = footless;
    this.trees = this.lanes.map((lane, i) => this.labelTree(lane, rows[i] as number[]));
    // Level 0 shows how much room each lane needs. It keeps that room at all levels.
    const frames = this.lanes.map((lane, i) => laneFrame(lane, this.trees[i] as LabelTree, whole, TOUCHING - 1));
    this.steps = frames.map((frame) => Math.max(1, frame.steps));
    this.boxes = this.stack(frames, threaded);
    frames.forEach((frame, i) => {
      (this.trees[i] as LabelTree).settle(usedRows(frame), this.steps[i] as number);
    });
    this.density = densityMarks(this.lanes, scale.domain, whole.px);
  }

  /** The layout of what a view shows. */
  frame(view: View): HorizontalLayout {
    const axisView = this.axisView(view.from, view.to);
    const request = this.eraRequest(axisView);
    const { now, width, gutterRight } = this.options;
    const lanesTo = this.boxes.at(-1)?.bottom ?? this.lanesFrom;
    const axisY = lanesTo + this.axisGap();
    const whole = this.axisView(...this.scale.domain);
    const frames = this.lanes.map((lane, i) =>
      laneFrame(lane, this.trees[i] as LabelTree, axisView, this.steps[i] as number),
    );
    const nowAt = now === undefined ? undefined : this.scale.position(now);
    return {
      orientation: "horizontal",
      width,
      height: axisY + AXIS_HEIGHT + this.stripHeight,
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      gutterRight,
      headX: gutterRight && this.gutter > 0 ? width - FIGURE_INSET : FIGURE_INSET,
      boxes: this.boxes,
      frames,
      eras: eraBoxes(this.timeline.eras, this.eraRowOf, request),
      erasTop: this.options.top,
      axis: axisFrame({ ...request, vertical: false }),
      axisY,
      scaleType: this.scale.type,
      lanesFrom: this.lanesFrom,
      lanesTo,
      now: nowAt !== undefined && nowAt >= view.from && nowAt <= view.to ? axisView.px(nowAt) : undefined,
      threads: this.threads(view, axisView, frames),
      density:
        this.stripHeight > 0
          ? { ...this.density, windowFrom: whole.px(view.from), windowTo: whole.px(view.to) }
          : undefined,
      footless: this.footless,
    };
  }

  private axisView(from: number, to: number): AxisView {
    const [first, last] = this.scale.domain;
    const length = this.end - this.start;
    const scale = length / (to - from);
    return {
      scale,
      baseScale: length / (last - first),
      from,
      to,
      px: (place) => this.start + (place - from) * scale,
      origin: first,
    };
  }

  private eraRequest(view: AxisView): EraRequest {
    const { locale, measure } = this.options;
    return { scale: this.scale, from: view.from, to: view.to, px: view.px, locale, measure };
  }

  private axisGap(): number {
    return this.scale.folds.length > 0 ? FOLD_TEXT : 2;
  }

  /** Heights that rows of labels may have in each lane: by the number of lanes, or what a given height leaves for them. */
  private shareHeight(threaded: ReadonlySet<number>): { rows: number[][]; stripHeight: number; footless: boolean } {
    const { height, minimap, foot } = this.options;
    const strip = minimap && this.timeline.events.length > 1 ? STRIP_HEIGHT + STRIP_MARGIN : 0;
    const most = rowsFor(Math.max(1, this.lanes.length));
    const rowsOf = (count: number, rowHeight: number): number[] => Array.from({ length: count }, () => rowHeight);
    if (height === undefined) {
      return { rows: this.lanes.map(() => rowsOf(most, FULL_ROW)), stripHeight: strip, footless: false };
    }
    const rowHeight = this.mostTitlesAreShort() ? LOW_ROW : FULL_ROW;
    const budget = shareHeight({
      free: height - this.lanesFrom - this.axisGap() - AXIS_HEIGHT,
      foot,
      strip,
      lanes: this.lanes.map(({ lane, size }, i) => ({
        above: aboveLine(this.timeline.lanes[lane] as LaneBox["lane"], 2, this.gutter, threaded.has(i)),
        size,
      })),
      rowHeight,
      most,
    });
    return {
      rows: budget.rows.map((count) => rowsOf(count, rowHeight)),
      stripHeight: budget.strip,
      footless: budget.foot < foot,
    };
  }

  private mostTitlesAreShort(): boolean {
    const { locale, measure } = this.options;
    const make = labelMaker({ locale, measure, sources: "count" });
    const sample = this.timeline.events.slice(0, SAMPLE);
    return sample.filter((event) => make(event).lines.length === 1).length * 2 > sample.length;
  }

  /** Lanes one below the other, drawn apart evenly where a given height leaves room. */
  private stack(frames: readonly LaneFrame[], threaded: ReadonlySet<number>): LaneBox[] {
    const { height, measure } = this.options;
    const place = (extra: number): LaneBox[] => {
      let top = this.lanesFrom;
      return frames.map((frame, i) => {
        const box = laneBox({
          lane: this.timeline.lanes[frame.lane] as LaneBox["lane"],
          frame,
          top,
          steps: this.steps[i] as number,
          gutter: this.gutter,
          length: this.end - this.start,
          threads: threaded.has(i),
          extra,
          measure,
        });
        top = box.bottom;
        return box;
      });
    };
    const boxes = place(0);
    const bottom = boxes.at(-1)?.bottom;
    if (height === undefined || bottom === undefined) return boxes;
    const free =
      height - bottom - this.axisGap() - AXIS_HEIGHT - this.stripHeight - (this.footless ? 0 : this.options.foot);
    return free > 0 ? place(free / boxes.length) : boxes;
  }

  private labelTree(lane: LaneMarks, rows: readonly number[]): LabelTree {
    const { locale, measure, gutterRight } = this.options;
    const sources = this.timeline.events.length <= NUMBERED ? "numbers" : "count";
    const make = labelMaker({ locale, measure, sources, unsourced: this.timeline.sources.length > 0 });
    const remembered = new Map<string, LabelContent>();
    const margin = FIGURE_INSET - 4;
    return new LabelTree(lane, {
      scale: (this.end - this.start) / (this.scale.domain[1] - this.scale.domain[0]),
      domain: this.scale.domain,
      overhang: gutterRight || this.gutter === 0 ? [margin, gutterRight ? 2 : margin] : [2, margin],
      rows,
      touching: TOUCHING,
      maxLevel: Math.ceil(Math.log(this.deepest) / Math.log(LEVEL_FACTOR)),
      narrow: generousWidth(NARROW_TITLE_WIDTH, 400, measure),
      content: (at, limit) => {
        const key = `${at}/${limit ?? ""}`;
        let content = remembered.get(key);
        if (!content) {
          content = make(lane.event(at), { title: limit, short: limit !== undefined });
          remembered.set(key, content);
        }
        return content;
      },
    });
  }

  private threads(view: View, axisView: AxisView, frames: readonly LaneFrame[]) {
    const related = shownRelations(this.related, view.selected);
    if (related.length === 0) return [];
    const anchor = (event: PlacedEvent): Anchor => {
      const box = this.boxes[event.lane] as LaneBox;
      const mark = frames[event.lane]?.marks.find((candidate) => candidate.event === event);
      const { start, end } = event.span;
      const place = this.scale.position(Number.isFinite(start) ? start : end);
      const x = mark && mark.t1 - mark.t0 < mark.height + 4 ? (mark.t0 + mark.t1) / 2 : axisView.px(place) + 4;
      const up = mark ? mark.step * 15 + mark.height / 2 : markHeight(event, this.options.markSize) / 2;
      return { x, y: box.line - up - 4, run: box.top + 10, inView: place >= view.from && place <= view.to };
    };
    const { locale, measure } = this.options;
    return threadsOf(related, { anchor, gutter: this.start, locale, measure });
  }
}
