/** How many rows of labels a lane may have, and how high each is. */
import { DATE_LINE, ROW_GAP, TITLE_LINE } from "../metrics.js";
import type { PlacedLabel } from "../labels/label-levels.js";

/** A date over one line of title, and over two. */
export const LOW_ROW = DATE_LINE + TITLE_LINE;
export const FULL_ROW = DATE_LINE + 2 * TITLE_LINE;

/** From a lane's last row and the gap below it to its end: where rows stand close, lanes do. */
export function laneBottomGap(rowGap: number): number {
  return Math.min(ROW_GAP, LANE_BOTTOM_GAP_MIN + rowGap);
}

const LANE_BOTTOM_GAP_MIN = 4;

const ROWS_MAX = 9;
/** Every one of so few events can have its label, if there are rows enough: a crowd fills whatever it is given. */
const ALL_LABELLED_EVENTS_MAX = 12;

/** The fewer lanes, the more rows each may have: a single lane is all there is to look at. */
export function rowLimit(lanes: number, size = Number.POSITIVE_INFINITY): number {
  return lanes <= 1 || size <= ALL_LABELLED_EVENTS_MAX ? ROWS_MAX : lanes === 2 ? 7 : lanes === 3 ? 6 : 5;
}

/** Heights of the rows that labels take, below or over the line of a lane: each as high as its highest label. */
export function usedRows(labels: readonly PlacedLabel[], over: boolean): readonly number[] {
  const heights: number[] = [];
  for (const { hung, content } of labels) {
    if (hung.above === over) heights[hung.row] = Math.max(heights[hung.row] ?? 0, content.height);
  }
  return Array.from(heights, (height) => height ?? LOW_ROW);
}
