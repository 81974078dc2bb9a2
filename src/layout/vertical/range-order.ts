/** The order in which ranges of a column are named. */
import type { ProjectedLane } from "../marks/projected-lane.js";

/** Rank of each range: by the number that events are ranked by, if any; else by importance, then what goes on, then the longest, then the earliest. */
export function byLength(lane: ProjectedLane): Int32Array {
  if (lane.isWeighed) return lane.rank;
  const order = Int32Array.from({ length: lane.size }, (_, at) => at);
  const weight = Float64Array.from(order, (at) => {
    const event = lane.event(at);
    return 2 * event.importance + Number(event.span.end === Number.POSITIVE_INFINITY);
  });
  order.sort((a, b) => (weight[b] as number) - (weight[a] as number) || lane.length(b) - lane.length(a) || a - b);
  const rank = new Int32Array(lane.size);
  order.forEach((at, place) => (rank[at] = place));
  return rank;
}
