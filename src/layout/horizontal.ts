/**
 * The horizontal figure: time runs to the right, each lane has a line with its labels hanging below. What does not change
 * while the reader pans and zooms is worked out once; `frame` does the rest, in time that depends on what can be seen.
 */
import { expectedWidth, generousWidth, type MeasureText } from "../base/text-width.js";
import { wrapText } from "../base/wrap.js";
import type { EventIndex } from "../model/event-index.js";
import type { Timeline } from "../model/timeline.js";
import type { Locale } from "../time/locale.js";
import type { Scale } from "../time/scale.js";
import type { View } from "../view.js";
import { axisFrame } from "./axis.js";
import { type DensityFrame, densityMarks } from "./density.js";
import { eraBoxes, eraRows } from "./eras.js";
import type { HorizontalLayout, LaneBox } from "./figure-layout.js";
import { type LabelContent, labelMaker } from "./label.js";
import { LabelTree, LEVEL_FACTOR } from "./label-tree.js";
import { type AxisView, type LaneFrame, laneFrame } from "./lane-frame.js";
import { type LaneMarks, laneMarks } from "./lane-marks.js";
import {
  AXIS_HEIGHT,
  DATE_LINE,
  ERA_ROW,
  FIGURE_INSET,
  FIRST_ROW,
  GUTTER,
  GUTTER_FROM,
  HEAD_STRIP,
  NARROW_TITLE_WIDTH,
  ROW_GAP,
  STEP,
  STRIP_HEIGHT,
  TITLE_LINE,
  TITLE_SIZE,
} from "./metrics.js";

export interface LayoutOptions {
  readonly width: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Space above the figure, for a title. */
  readonly top: number;
  /** Whether there is an overview strip. */
  readonly minimap: boolean;
  readonly now: number | undefined;
}

/** Rows of labels a lane may use. */
const MOST_ROWS = 5;
/** Two lines of title under a date. */
const FULL_ROW = DATE_LINE + 2 * TITLE_LINE;
/** Up to so many events, labels number their sources one by one; beyond, they say how many there are. */
const NUMBERED = 60;
/** From the top of a lane to its line, if no mark steps up more than once. */
const ABOVE_LINE = 26;
const TOUCHING = 3;
const FOLD_TEXT = 26;
const WIDEST_GUTTER = 180;
/** Between a lane's name and the beginning of the axis. */
const GUTTER_GAP = 10;

export class HorizontalFigure {
  private readonly lanes: readonly LaneMarks[];
  private readonly trees: readonly LabelTree[];
  private readonly boxes: readonly LaneBox[];
  private readonly steps: readonly number[];
  private readonly eraRowOf: readonly number[];
  private readonly start: number;
  private readonly end: number;
  private readonly gutter: number;
  private readonly baseScale: number;
  private readonly erasTop: number;
  private readonly lanesFrom: number;
  private readonly density: Pick<DensityFrame, "ticks" | "bins">;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    private readonly scale: Scale,
    private readonly options: LayoutOptions,
    deepest: number,
  ) {
    const { width } = options;
    this.gutter = width >= GUTTER_FROM ? gutterWidth(timeline, options.measure) : 0;
    this.start = FIGURE_INSET + this.gutter;
    this.end = width - FIGURE_INSET;
    const [first, last] = scale.domain;
    this.baseScale = (this.end - this.start) / (last - first);
    this.lanes = laneMarks(index, timeline.events, scale);
    this.trees = this.lanes.map((lane) => this.labelTree(lane, deepest));

    const whole = this.axisView(first, last);
    const request = { ...whole, scale, locale: options.locale, measure: options.measure };
    this.eraRowOf = eraRows(timeline.eras, request);
    const eraCount = this.eraRowOf.reduce((most, row) => Math.max(most, row + 1), 0);
    this.erasTop = options.top;
    this.lanesFrom = this.erasTop + eraCount * ERA_ROW + (eraCount > 0 ? 8 : 0);

    // Level 0 shows how much room each lane needs. It keeps that room at all levels.
    const frames = this.lanes.map((lane, i) => laneFrame(lane, this.trees[i] as LabelTree, whole, TOUCHING - 1));
    this.steps = frames.map((frame) => Math.max(1, frame.steps));
    let top = this.lanesFrom;
    this.boxes = frames.map((frame, i) => {
      const box = this.laneBox(frame, top, this.steps[i] as number);
      (this.trees[i] as LabelTree).settle(rowHeights(frame), this.steps[i] as number);
      top = box.bottom;
      return box;
    });
    this.density = densityMarks(this.lanes, scale.domain, (place) => whole.px(place));
  }

  /** The layout of what a view shows. */
  frame(view: View): HorizontalLayout {
    const axisView = this.axisView(view.from, view.to);
    const request = { ...axisView, scale: this.scale, locale: this.options.locale, measure: this.options.measure };
    const lanesTo = this.boxes.at(-1)?.bottom ?? this.lanesFrom;
    // The length of a fold stands over it.
    const axisY = lanesTo + (this.scale.folds.length > 0 ? FOLD_TEXT : 2);
    const { minimap, now, width } = this.options;
    const whole = this.axisView(...this.scale.domain);
    const strip = minimap && this.timeline.events.length > 1;
    const nowAt = now === undefined ? undefined : this.scale.position(now);
    return {
      orientation: "horizontal",
      width,
      height: axisY + AXIS_HEIGHT + (strip ? STRIP_HEIGHT + 16 : 0),
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      boxes: this.boxes,
      frames: this.lanes.map((lane, i) =>
        laneFrame(lane, this.trees[i] as LabelTree, axisView, this.steps[i] as number),
      ),
      eras: eraBoxes(this.timeline.eras, this.eraRowOf, request),
      erasTop: this.erasTop,
      axis: axisFrame({ ...request, vertical: false }),
      axisY,
      lanesFrom: this.lanesFrom,
      lanesTo,
      now: nowAt !== undefined && nowAt >= view.from && nowAt <= view.to ? axisView.px(nowAt) : undefined,
      density: strip ? { ...this.density, windowFrom: whole.px(view.from), windowTo: whole.px(view.to) } : undefined,
    };
  }

  private axisView(from: number, to: number): AxisView {
    const scale = (this.end - this.start) / (to - from);
    return {
      scale,
      baseScale: this.baseScale,
      from,
      to,
      px: (place) => this.start + (place - from) * scale,
      origin: this.scale.domain[0],
    };
  }

  private labelTree(lane: LaneMarks, deepest: number): LabelTree {
    const { locale, measure } = this.options;
    const sources = this.timeline.events.length <= NUMBERED ? "numbers" : "count";
    const make = labelMaker({ locale, measure, sources });
    const remembered = new Map<string, LabelContent>();
    return new LabelTree(lane, {
      scale: this.baseScale,
      domain: this.scale.domain,
      overhang: [2, FIGURE_INSET - 4],
      rows: Array.from({ length: MOST_ROWS }, () => FULL_ROW),
      touching: TOUCHING,
      maxLevel: Math.ceil(Math.log(deepest) / Math.log(LEVEL_FACTOR)),
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

  private laneBox(frame: LaneFrame, top: number, steps: number): LaneBox {
    const lane = this.timeline.lanes[frame.lane] as LaneBox["lane"];
    const head = lane.title === undefined || this.gutter > 0 ? 0 : HEAD_STRIP;
    const line = top + ABOVE_LINE + head + (steps - 1) * STEP;
    const rows: number[] = [];
    let y = line + FIRST_ROW;
    for (const height of rowHeights(frame)) {
      rows.push(y);
      y += height + ROW_GAP;
    }
    const { measure } = this.options;
    const style = { size: TITLE_SIZE, weight: 600 as const, measure };
    const room = this.gutter > 0 ? this.gutter - GUTTER_GAP : this.end - this.start - 90;
    const name = lane.title === undefined ? [] : wrapText(lane.title, room, this.gutter > 0 ? 3 : 1, style).lines;
    const headBottom = this.gutter > 0 && name.length > 0 ? line + 5 + name.length * 16 + 16 : line + 20;
    const nameWidth =
      name.length === 0 ? 0 : expectedWidth(measure(name.at(-1) as string, TITLE_SIZE, 600), 600, measure);
    return { lane, top, line, rows, name, nameWidth, count: frame.count, bottom: Math.max(y + ROW_GAP, headBottom) };
  }
}

/** Wide enough for the longest word of a lane's name, within reason; 0 when no lane has a name. */
function gutterWidth(timeline: Timeline, measure: MeasureText): number {
  const words = timeline.lanes.flatMap((lane) => lane.title?.split(/\s+/) ?? []);
  if (words.length === 0) return 0;
  const widest = words.reduce((most, word) => Math.max(most, measure(word, TITLE_SIZE, 600)), 0);
  return Math.ceil(Math.min(WIDEST_GUTTER, Math.max(GUTTER, widest + GUTTER_GAP)));
}

/** Heights of the rows a lane uses at level 0: each as high as its highest label. */
function rowHeights(frame: LaneFrame): number[] {
  const heights: number[] = [];
  for (const { row, content } of frame.labels) heights[row] = Math.max(heights[row] ?? 0, content.height);
  return Array.from(heights, (height) => height ?? DATE_LINE + TITLE_LINE);
}
