/** Heights of the rows that labels may use: by the number of lanes, or what a given height leaves. */
import type { Lane, Timeline } from "../../model/timeline.js";
import type { LabelMaker } from "../labels/label-content.js";
import type { LabelStyle } from "../labels/label-style.js";
import { heightAboveLine, headHeight, nameLines } from "./lane-boxes.js";
import { FULL_ROW, LOW_ROW, rowLimit } from "./lane-rows.js";
import { RUN_IN_LINE, MINIMAP_HEIGHT } from "../metrics.js";
import { shareHeight } from "./height-budget.js";
import type { StackRequest } from "./request.js";

/** Space around the minimap, in px; less where the height is given. */
const MINIMAP_MARGIN = 16;
const MINIMAP_MARGIN_MIN = 10;
/** Events sampled to decide whether titles need one line or two. */
const TITLE_SAMPLE_SIZE = 24;

export interface RowHeights {
  /** For each lane, heights of the rows below its line and above it, in px. */
  readonly rows: readonly (readonly number[])[];
  readonly above: readonly (readonly number[])[];
  /** Height of the minimap in px; 0 without one. */
  readonly stripHeight: number;
  /** True when a given height has no room for the legend below. */
  readonly footless: boolean;
}

/** Whether any lane has a row for labels. */
export function hasRows({ rows, above }: RowHeights): boolean {
  return [...rows, ...above].some(({ length }) => length > 0);
}

export function rowHeights(form: LabelStyle, request: StackRequest, make: LabelMaker): RowHeights {
  const { timeline, lanes, gutter, top, axisRoom, relationLanes, options } = request;
  const { height, minimap, footerHeight, measure } = options;
  const nameOf = (lane: number) =>
    nameLines(timeline.lanes[lane] as Lane, gutter, request.end - request.start, measure);
  const margin = height === undefined ? MINIMAP_MARGIN : MINIMAP_MARGIN_MIN;
  const minimapHeight = minimap && timeline.events.length > 1 ? MINIMAP_HEIGHT + margin : 0;
  const most = rowLimit(Math.max(1, lanes.length));
  if (height === undefined) {
    const rows = lanes.map(({ size }) => repeated(FULL_ROW, rowLimit(lanes.length, size)));
    return { rows, above: lanes.map(() => []), stripHeight: minimapHeight, footless: false };
  }
  const share = (rowHeight: number) =>
    shareHeight({
      freeHeight: height - top - axisRoom,
      footerHeight,
      minimapHeight,
      lanes: lanes.map(({ lane, size }, i) => ({
        above: heightAboveLine(timeline.lanes[lane] as Lane, form.touching, gutter, relationLanes.has(i)),
        head: headHeight(nameOf(lane).length, gutter, true),
        size,
      })),
      rowHeight,
      rowGap: form.rowGap,
      rowsMax: form.runIn ? most * 2 : most,
      singleLines: form.runIn,
    });
  let budget = share(form.runIn ? 2 * RUN_IN_LINE : LOW_ROW);
  // Measuring titles is slow, so it happens only where some row fits.
  if (!form.runIn && budget.rows.flat().length > 0 && !mostTitlesAreShort(timeline, make)) budget = share(FULL_ROW);
  // A single lane uses both sides of its line: two halves hold more labels than one side of the same height.
  const both = form.runIn && lanes.length === 1 && relationLanes.size === 0;
  const over = budget.rows.map((rows) => (both ? Math.floor(rows.length / 2) : 0));
  return {
    rows: budget.rows.map((rows, i) => rows.slice(over[i])),
    above: budget.rows.map((rows, i) => rows.slice(0, over[i])),
    stripHeight: budget.minimapHeight,
    footless: budget.footerHeight < footerHeight,
  };
}

function repeated(value: number, count: number): number[] {
  return Array.from({ length: count }, () => value);
}

function mostTitlesAreShort({ events }: Timeline, make: LabelMaker): boolean {
  const sample = events.slice(0, TITLE_SAMPLE_SIZE);
  return sample.filter((event) => make(event).lines.length === 1).length * 2 > sample.length;
}
