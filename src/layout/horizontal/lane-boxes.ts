/** Where lanes stand in the horizontal figure: heads and lines. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { Lane, Timeline } from "../../model/timeline.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LaneBox } from "../types.js";
import type { LabelBox } from "../marks/lane-layout.js";
import { GUTTER, GUTTER_GAP, LANE_HEAD_HEIGHT, SMALL_SIZE, TITLE_SIZE } from "../metrics.js";

/** Space of a lane over its highest label and under its deepest, in px. */
export const LANE_PADDING = 7;
const PADDING_ABOVE = 4;
/** Over and under a lane of one row, and over the first of a group, in px. */
const ROW_PADDING = 1.5;
const GROUP_GAP = 8;
/** From the top of the first lane of a group down to its rule: clear of the name above, in px. */
const RULE_OFFSET = 5;
const HEAD_LINE = 16;
const WIDEST_GUTTER = 180;
/** Room of the count beside a name above its line. */
const COUNT_ROOM = 90;

/** What the head of a lane says. */
export type LaneHead = Pick<LaneBox, "lane" | "name" | "nameWidth" | "count">;

export interface LanePlace {
  /** Room above its line and below, in px. */
  readonly above: number;
  readonly below: number;
  readonly top: number;
  /** Width of the gutter, or 0 when heads stand above their lines. */
  readonly gutter: number;
  /** Space to add, to fill a given height. */
  readonly extra: number;
  /** Whether it has one row of names, which stands close to its neighbours. Default false. */
  readonly oneRow?: boolean;
  /** Whether it begins a group, or a kind, of lanes: a rule stands above it. */
  readonly rule: boolean;
}

/** @param length of the axis in px */
export function laneHead(
  { lane: at, size: count }: ProjectedLane,
  { lanes }: Timeline,
  gutter: number,
  length: number,
  measure: MeasureText,
  oneRow: boolean,
): LaneHead {
  const lane = lanes[at] as Lane;
  const name = nameLines(lane, gutter, length, measure, oneRow, count);
  const last = name.at(-1);
  const nameWidth = last === undefined ? 0 : expectedWidth(measure(last, TITLE_SIZE, 600), 600, measure);
  return { lane, name, nameWidth, count };
}

/** A lane at a place. */
export function placedBox(head: LaneHead, { above, below, top, gutter, extra, oneRow, rule }: LanePlace): LaneBox {
  const [over, under] = oneRow
    ? [rule ? GROUP_GAP : ROW_PADDING, ROW_PADDING]
    : [PADDING_ABOVE, LANE_PADDING - PADDING_ABOVE];
  const line = top + headAbove(head.lane, gutter) + over + extra / 2 + above;
  const bottom = line + below + under + extra / 2;
  return { ...head, top, line, bottom, rule: rule ? top + (oneRow ? RULE_OFFSET : 0) : undefined };
}

/** A lane as it is at another place. */
export function shiftedBox(box: LaneBox, top: number): LaneBox {
  const by = top - box.top;
  return {
    ...box,
    top,
    line: box.line + by,
    bottom: box.bottom + by,
    rule: box.rule === undefined ? undefined : box.rule + by,
  };
}

/** Room that the head of a lane takes above its highest label, in px. */
export function headAbove(lane: Lane, gutter: number): number {
  return lane.title === undefined || gutter > 0 ? 0 : LANE_HEAD_HEIGHT;
}

/** Room that the head of a lane takes below its line, in px: its name and its count. */
export function headBelow(names: number, gutter: number, below: number): number {
  // In the lowest lanes the count stands beside the name.
  return gutter > 0 && names > 0 && below >= HEAD_LINE ? 5 + names * HEAD_LINE : 0;
}

/** Top of a label, in px. */
export function labelTop(box: LaneBox, { side, offset, content }: LabelBox): number {
  return side === "above" ? box.line - offset - content.height : box.line + offset;
}

/** Width of a count at the end of the gutter with the space before it, in px. */
function countWidth(count: number, measure: MeasureText): number {
  return measure(String(count), SMALL_SIZE, 400) + GUTTER_GAP;
}

/** A lane's name, broken into lines. */
function nameLines(
  lane: Lane,
  gutter: number,
  length: number,
  measure: MeasureText,
  oneRow: boolean,
  count: number,
): readonly string[] {
  if (lane.title === undefined) return [];
  const style = { size: TITLE_SIZE, weight: 600 as const, measure };
  if (gutter === 0) return wrapText(lane.title, length - COUNT_ROOM, 1, style).lines;
  if (!oneRow) return wrapText(lane.title, gutter - GUTTER_GAP, 3, style).lines;
  const room = gutter - GUTTER_GAP - countWidth(count, measure);
  return wrapText(lane.title, room, 1, { ...style, truncateAt: "grapheme" }).lines;
}

/**
 * Width of the gutter in px: that of the longest word of the names, within limits; 0 when no lane has a name.
 *
 * @param rows lanes of one row, whose names and counts stand on one line
 */
export function gutterWidth(timeline: Timeline, measure: MeasureText, rows?: readonly ProjectedLane[]): number {
  const words = timeline.lanes.flatMap((lane) => lane.title?.split(/\s+/) ?? []);
  if (words.length === 0) return 0;
  const widths = rows
    ? rows.map(
        ({ lane, size }) => measure(timeline.lanes[lane]?.title ?? "", TITLE_SIZE, 600) + countWidth(size, measure),
      )
    : words.map((word) => measure(word, TITLE_SIZE, 600));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return Math.ceil(Math.min(WIDEST_GUTTER, Math.max(GUTTER, widest + GUTTER_GAP)));
}
