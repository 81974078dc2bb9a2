/** What surrounds the lanes of the horizontal figure: gutter, stretch of the axis, and where the axis is drawn. */
import type { Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { AXIS_HEIGHT, FIGURE_INSET, GUTTER_FROM, SEGMENTED_AXIS_HEIGHT } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { gutterWidth } from "./lane-boxes.js";
import { areMany } from "./lane-planner.js";

export interface FigureFrame {
  /** Whether lanes without a form of their own have one row of names each. */
  readonly oneRow: boolean;
  /** Width of the gutter with the lane names, in px. */
  readonly gutter: number;
  /** Start and end of the axis, in px. */
  readonly start: number;
  readonly end: number;
  /** Height of the axis below the lanes, in px. */
  readonly axisHeight: number;
  readonly hasLowerAxis: boolean;
  readonly hasUpperAxis: boolean;
  /** Whether an axis may stand above the lanes: no words of folds or segments stand at it. */
  readonly isStraight: boolean;
}

/** Lanes that are higher together have an axis above and below, in px. */
export const TALL_LANES = 600;
/** From so many lanes of one row on, the axis stands above them. */
const UPPER_AXIS_ROWS = 5;
/** Below the lanes where no axis stands there, in px. */
const NO_AXIS_HEIGHT = 6;
/** Height of a lane of one row, in px. */
const ROW_HEIGHT = 25;
/** Height of a line of words below the axis, in px. */
const STATEMENT_HEIGHT = 15;

export function figureFrame(
  timeline: Timeline,
  lanes: readonly ProjectedLane[],
  scale: Scale,
  options: LayoutOptions,
): FigureFrame {
  const { width, height = 0, top, footerHeight, measure, gutterRight } = options;
  const oneRow = areMany({ lanes, options }) || options.form === "single-row";
  const gutter = width >= GUTTER_FROM ? gutterWidth(timeline, measure, oneRow ? lanes : undefined) : 0;
  const rows = oneRow && lanes.length >= UPPER_AXIS_ROWS;
  const isStraight = !scale.segments && scale.folds.length === 0;
  const hasLowerAxis = !rows || scale.type !== "time" || lanes.length * ROW_HEIGHT > TALL_LANES;
  // Without a gutter the words "not to scale" stand below the axis.
  const statement = gutter === 0 && (scale.type === "equal" || scale.type === "log") ? STATEMENT_HEIGHT : 0;
  const usual = scale.segments ? SEGMENTED_AXIS_HEIGHT : AXIS_HEIGHT + statement;
  return {
    oneRow,
    gutter,
    start: FIGURE_INSET + (gutterRight ? 0 : gutter),
    end: width - FIGURE_INSET - (gutterRight ? gutter : 0),
    axisHeight: hasLowerAxis ? usual : NO_AXIS_HEIGHT,
    hasLowerAxis,
    hasUpperAxis: isStraight && (rows || height - top - footerHeight - usual > TALL_LANES),
    isStraight,
  };
}
