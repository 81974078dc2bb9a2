import type { ProjectedLane } from "../marks/projected-lane.js";
import { rangeOrder } from "../ranges/range-order.js";

/** Rank of each range of a column, 0 for the one that is named first. */
export function byLength(lane: ProjectedLane): Int32Array {
  const rank = new Int32Array(lane.size);
  rangeOrder(lane).forEach((at, place) => (rank[at] = place));
  return rank;
}
