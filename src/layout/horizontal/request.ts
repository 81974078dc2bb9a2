import type { Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { LabelMaker } from "../labels/label-content.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LayoutOptions } from "../options.js";

/** Input for stacking the lanes of the horizontal figure. */
export interface StackRequest {
  readonly timeline: Timeline;
  readonly lanes: readonly ProjectedLane[];
  readonly scale: Scale;
  readonly start: number;
  readonly end: number;
  readonly gutter: number;
  /** Whether lanes without a form of their own have one row of names each. */
  readonly oneRow: boolean;
  /** Top of the first lane, in px. */
  readonly top: number;
  /** Height from the last lane to the end of the axis, in px. */
  readonly axisRoom: number;
  readonly options: LayoutOptions;
  readonly make: LabelMaker;
}
