/** A lane of points among which a few lasted: the points stand on its line, the ranges on rows of their own above. */
import { dotsLane } from "../horizontal/dots-lane.js";
import type { LanePlan, LanePlanRequest } from "../horizontal/lane-plan.js";
import { movedShape } from "../forms/crowd-shape.js";
import { hiddenCounts } from "../marks/lane-layout.js";
import { rangeLane } from "./range-lane.js";
import { isRange } from "./range-part.js";

/** Ranges take at most so much of the height. */
const HEIGHT_OF_RANGES = 0.4;
/** Between the rows of ranges and what stands below, in px. */
const ROWS_GAP = 8;

/** The plans of the two parts, and from the line up to where that of a lane of ranges would be, in px. */
interface Parts {
  readonly ranges: LanePlan;
  readonly points: LanePlan;
  readonly lift: number;
}

export function mixedLane(request: LanePlanRequest): LanePlan {
  const { lane, fit, height } = request;
  const part = (ranges: boolean) => lane.part((at) => isRange(lane, at, fit) === ranges);
  const ranges = rangeLane({ ...request, lane: part(true), height: height * HEIGHT_OF_RANGES });
  const taken = ranges.above + ranges.below + ROWS_GAP;
  const points = dotsLane({ ...request, lane: part(false), height: height - taken });
  return planOf(request, { ranges, points, lift: points.above + ROWS_GAP + ranges.below });
}

function planOf(request: LanePlanRequest, parts: Parts): LanePlan {
  const { lane, fit } = request;
  const { ranges, points, lift } = parts;
  return {
    above: lift + ranges.above,
    below: points.below,
    nameCount: (ranges.nameCount ?? 0) + (points.nameCount ?? 0),
    filtered(whole) {
      const part = (isOf: boolean) => whole.part((at) => isRange(whole, at, fit) === isOf);
      const left = { ranges: ranges.filtered(part(true)), points: points.filtered(part(false)), lift };
      return planOf({ ...request, lane: whole }, left);
    },
    layOut(viewport, window) {
      const onLine = points.layOut(viewport, window);
      const above = ranges.layOut(viewport, window);
      return {
        ...onLine,
        count: lane.size,
        ...hiddenCounts(lane, window),
        labels: [...onLine.labels, ...above.labels.map((label) => ({ ...label, offset: label.offset - lift }))],
        marks: [...onLine.marks, ...above.marks.map((mark) => ({ ...mark, lineOffset: mark.lineOffset - lift }))].sort(
          (a, b) => a.t0 - b.t0,
        ),
        clusters: [...onLine.clusters, ...above.clusters.map((cluster) => movedShape(cluster, -lift))],
      };
    },
    held: (window, laid, before) =>
      ranges.held?.(window, laid, before).map((label) => ({ ...label, offset: label.offset - lift })) ?? [],
  };
}
