import type { ProjectedLane } from "../marks/projected-lane.js";

/** The order in which ranges are named: by rank in a weighed lane; else by importance, then what goes on, then length. */
export function rangeOrder(lane: ProjectedLane): Int32Array {
  return Int32Array.from({ length: lane.size }, (_, at) => at).sort(
    (a, b) =>
      (lane.isWeighed ? (lane.rank[a] as number) - (lane.rank[b] as number) : 0) ||
      lane.importance(b) - lane.importance(a) ||
      Number(lane.goesOn(b)) - Number(lane.goesOn(a)) ||
      lane.length(b) - lane.length(a) ||
      a - b,
  );
}
