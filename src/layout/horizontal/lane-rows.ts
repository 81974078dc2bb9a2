/** Number and heights of the rows of labels of a lane. */
import { DATE_LINE, ROW_GAP, TITLE_LINE } from "../metrics.js";
import type { PlacedLabel } from "../labels/label-levels.js";

/** Height of a row for a date above one line of title, and above two, in px. */
export const LOW_ROW = DATE_LINE + TITLE_LINE;
export const FULL_ROW = DATE_LINE + 2 * TITLE_LINE;

/** Space below the last row of a lane, in px; dense rows go with dense lanes. */
export function laneBottomGap(rowGap: number): number {
  return Math.min(ROW_GAP, LANE_BOTTOM_GAP_MIN + rowGap);
}

const LANE_BOTTOM_GAP_MIN = 4;

/** Most rows of a single lane. */
const ROWS_MAX = 9;
/** Lanes with at most this many events get `ROWS_MAX` rows, so that each event can have a label. */
const ALL_LABELLED_EVENTS_MAX = 12;

/** Most rows of a lane: fewer lanes have more rows each. */
export function rowLimit(lanes: number, size = Number.POSITIVE_INFINITY): number {
  return lanes <= 1 || size <= ALL_LABELLED_EVENTS_MAX ? ROWS_MAX : lanes === 2 ? 7 : lanes === 3 ? 6 : 5;
}

/** Heights of the rows in use below or above a lane's line: each is that of its highest label. */
export function usedRows(labels: readonly PlacedLabel[], over: boolean): readonly number[] {
  const heights: number[] = [];
  for (const { hung, content } of labels) {
    if (hung.above === over) heights[hung.row] = Math.max(heights[hung.row] ?? 0, content.height);
  }
  return Array.from(heights, (height) => height ?? LOW_ROW);
}
