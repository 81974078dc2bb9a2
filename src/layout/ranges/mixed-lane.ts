/** A lane of points among which a few lasted: the points stand on its line, the ranges on rows of their own above. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Viewport } from "../axis/viewport.js";
import { type ClusterBox, hiddenCounts, type LaneLayout } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { type DotsLane, dotsLane } from "../horizontal/dots-lane.js";
import type { HeldLabel, LanePlan, LanePlanRequest } from "../horizontal/lane-plan.js";
import { RangeLane } from "./range-lane.js";
import { isRange } from "./range-part.js";

/** Ranges take at most so much of the height. */
const HEIGHT_OF_RANGES = 0.4;
/** Between the rows of ranges and what stands below, in px. */
const ROWS_GAP = 8;

export class MixedLane implements LanePlan {
  readonly above: number;
  readonly below: number;
  private readonly ranges: RangeLane;
  private readonly points: DotsLane;
  /** From the line up to where that of a lane of ranges would be, in px. */
  private readonly lift: number;

  /** @param whole the plan of all events, where this one is of some of them */
  constructor(
    private readonly request: LanePlanRequest,
    whole?: MixedLane,
  ) {
    const { lane, fit, height } = request;
    const ranges = lane.part((at) => isRange(lane, at, fit));
    const points = lane.part((at) => !isRange(lane, at, fit));
    this.ranges = whole
      ? whole.ranges.filtered(ranges)
      : new RangeLane({ ...request, lane: ranges, height: height * HEIGHT_OF_RANGES });
    const taken = this.ranges.above + this.ranges.below + ROWS_GAP;
    this.points = whole
      ? whole.points.filtered(points)
      : dotsLane({ ...request, lane: points, height: height - taken });
    this.lift = whole?.lift ?? this.points.above + ROWS_GAP + this.ranges.below;
    this.above = whole?.above ?? this.points.above + taken;
    this.below = this.points.below;
  }

  filtered(lane: ProjectedLane): MixedLane {
    return new MixedLane({ ...this.request, lane }, this);
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const points = this.points.layOut(viewport, window);
    const ranges = this.ranges.layOut(viewport, window);
    return {
      ...points,
      count: lane.size,
      ...hiddenCounts(lane, window),
      labels: [...points.labels, ...ranges.labels.map((label) => ({ ...label, offset: label.offset - this.lift }))],
      marks: [
        ...points.marks,
        ...ranges.marks.map((mark) => ({ ...mark, lineOffset: mark.lineOffset - this.lift })),
      ].sort((a, b) => a.t0 - b.t0),
      clusters: [...points.clusters, ...ranges.clusters.map((cluster) => this.lifted(cluster))],
    };
  }

  held(window: Viewport, laid: LaneLayout, before: ReadonlySet<PlacedEvent> | undefined): HeldLabel[] {
    return this.ranges.held(window, laid, before).map((label) => ({
      ...label,
      offset: label.offset - this.lift,
    }));
  }

  private lifted(cluster: ClusterBox): ClusterBox {
    const { shape } = cluster;
    if (shape?.kind === "thin-bars") return { ...cluster, shape: { ...shape, top: shape.top - this.lift } };
    if (shape?.kind === "ribbon") return { ...cluster, shape: { ...shape, base: shape.base - this.lift } };
    return cluster;
  }
}
