import type { Timeline } from "../../model/timeline.js";
import type { AxisView } from "../axis/viewport.js";
import type { LaneMarks } from "../marks/lane-index.js";
import type { LayoutOptions } from "../options.js";

/** What the lanes of the horizontal figure are stacked from. */
export interface StackRequest {
  readonly timeline: Timeline;
  readonly lanes: readonly LaneMarks[];
  readonly domain: readonly [number, number];
  readonly deepest: number;
  /** The whole timeline in the figure. */
  readonly whole: AxisView;
  readonly start: number;
  readonly end: number;
  readonly gutter: number;
  /** Where the first lane begins, in px. */
  readonly top: number;
  /** From the last lane to the end of the axis, in px. */
  readonly axisRoom: number;
  /** Lanes in which threads run above the marks. */
  readonly threaded: ReadonlySet<number>;
  readonly options: LayoutOptions;
}
