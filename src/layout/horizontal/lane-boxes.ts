/** Geometry of the lanes of the horizontal figure: names, lane lines, rows of labels. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { Lane, Timeline } from "../../model/timeline.js";
import type { LaneBox } from "../types.js";
import type { LabelBox } from "../marks/lane-layout.js";
import { laneBottomGap } from "./lane-rows.js";
import { FIRST_ROW_OFFSET, GUTTER, GUTTER_GAP, LANE_HEAD_HEIGHT, STACK_STEP, TITLE_SIZE } from "../metrics.js";

/** From the top of a lane to its line with one stack level, in px. */
const MARKS_HEIGHT = 26;
/** Between the marks and the rows of labels above them, in px: the highest mark may be over a cluster. */
const MARKS_ROW_GAP = 1;
/** Additional height where relation lines run above the marks, in px. */
const RELATION_LINE_HEIGHT = 12;
const HEAD_LINE_HEIGHT = 16;
/** Lines below a lane's name: the number of its events, and where there is room of those before and after the view. */
const HEAD_COUNT_LINES = 3;
const HEAD_COUNT_LINES_MIN = 1;
/** Widest gutter, in px. */
const GUTTER_MAX = 180;
/** Width of the count beside a name above its line, in px. */
const COUNT_WIDTH = 90;

export interface LaneBoxRequest {
  readonly lane: Lane;
  /** Number of its events. */
  readonly count: number;
  /** Heights of the rows of labels below and above its line, in px. */
  readonly used: readonly [readonly number[], readonly number[]];
  readonly top: number;
  /** Highest stack level of its marks. */
  readonly stackLevels: number;
  /** Width of the gutter in px; 0 when names stand above their lines. */
  readonly gutter: number;
  /** Length of the axis in px. */
  readonly length: number;
  readonly hasRelationLines: boolean;
  /** Between two rows of labels, in px. */
  readonly rowGap: number;
  /** Space to add below in px, to fill a given height. */
  readonly extra: number;
  /** True when the figure has a given height. */
  readonly tight: boolean;
  readonly measure: MeasureText;
}

export function laneBox(request: LaneBoxRequest): LaneBox {
  const { lane, count, top, stackLevels, gutter, length, hasRelationLines, extra, rowGap, measure } = request;
  const marks = heightAboveLine(lane, stackLevels, gutter, hasRelationLines);
  const [below, over] = request.used;
  const line = top + marks + over.reduce((sum, height) => sum + height + rowGap, 0);
  const rowsAbove: number[] = [];
  let bottom = line - marks - MARKS_ROW_GAP;
  for (const height of over) {
    rowsAbove.push(bottom);
    bottom -= height + rowGap;
  }
  const rowsBelow: number[] = [];
  let y = line + FIRST_ROW_OFFSET;
  for (const height of below) {
    rowsBelow.push(y);
    y += height + rowGap;
  }
  const name = nameLines(lane, gutter, length, measure);
  const last = name.at(-1);
  const nameWidth = last === undefined ? 0 : expectedWidth(measure(last, TITLE_SIZE, 600), 600, measure);
  const headBottom = line + headHeight(name.length, gutter, request.tight);
  return {
    lane,
    top,
    line,
    rowsBelow,
    rowsAbove,
    name,
    nameWidth,
    count,
    bottom: Math.max(y + laneBottomGap(rowGap), headBottom) + extra,
  };
}

/** Height of a lane's name and counts below its line, in px. */
export function headHeight(names: number, gutter: number, tight: boolean): number {
  const counts = tight ? HEAD_COUNT_LINES_MIN : HEAD_COUNT_LINES;
  return gutter > 0 && names > 0 ? 5 + (names + counts) * HEAD_LINE_HEIGHT : 20;
}

/** Top of a label in px. Below the line labels are aligned to the top of their row, above it to the bottom. */
export function labelTop(box: LaneBox, { row, side, content }: LabelBox): number {
  return side === "above" ? (box.rowsAbove[row] as number) - content.height : (box.rowsBelow[row] as number);
}

/** Height of a lane above its line without labels: marks, name, relation lines. */
export function heightAboveLine(lane: Lane, stackLevels: number, gutter: number, hasRelationLines: boolean): number {
  const head = lane.title === undefined || gutter > 0 ? 0 : LANE_HEAD_HEIGHT;
  return MARKS_HEIGHT + head + (stackLevels - 1) * STACK_STEP + (hasRelationLines ? RELATION_LINE_HEIGHT : 0);
}

/** A lane's name, broken into lines. */
export function nameLines(lane: Lane, gutter: number, length: number, measure: MeasureText): readonly string[] {
  if (lane.title === undefined) return [];
  const style = { size: TITLE_SIZE, weight: 600 as const, measure };
  return gutter > 0
    ? wrapText(lane.title, gutter - GUTTER_GAP, 3, style).lines
    : wrapText(lane.title, length - COUNT_WIDTH, 1, style).lines;
}

/** Width of the gutter in px: that of the longest word of the names, within limits; 0 when no lane has a name. */
export function gutterWidth(timeline: Timeline, measure: MeasureText): number {
  const words = timeline.lanes.flatMap((lane) => lane.title?.split(/\s+/) ?? []);
  if (words.length === 0) return 0;
  const widest = words.reduce((most, word) => Math.max(most, measure(word, TITLE_SIZE, 600)), 0);
  return Math.ceil(Math.min(GUTTER_MAX, Math.max(GUTTER, widest + GUTTER_GAP)));
}
