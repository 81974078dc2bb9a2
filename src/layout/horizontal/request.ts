import type { Timeline } from "../../model/timeline.js";
import type { Viewport } from "../axis/viewport.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LayoutOptions } from "../options.js";

/** What the lanes of the horizontal figure are stacked from. */
export interface StackRequest {
  readonly timeline: Timeline;
  readonly lanes: readonly ProjectedLane[];
  readonly domain: readonly [number, number];
  readonly deepest: number;
  /** The whole timeline in the figure. */
  readonly whole: Viewport;
  readonly start: number;
  readonly end: number;
  readonly gutter: number;
  /** Where the first lane begins, in px. */
  readonly top: number;
  /** From the last lane to the end of the axis, in px. */
  readonly axisRoom: number;
  /** Lanes in which threads run above the marks. */
  readonly relationLanes: ReadonlySet<number>;
  readonly options: LayoutOptions;
}
