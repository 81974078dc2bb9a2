import type { ProjectedLane } from "../marks/projected-lane.js";

/** Events looked at to tell what kind a lane holds. */
const SAMPLE = 200;
/** Shorter than this when everything fits, a range is a dot, in px. */
const RANGE_MIN = 14;

/** Part of a lane's events that lasted so long that it shows. */
export function rangePart(lane: ProjectedLane, fit: number): number {
  if (lane.size === 0) return 0;
  const step = Math.max(1, Math.floor(lane.size / SAMPLE));
  let [ranges, looked] = [0, 0];
  for (let at = 0; at < lane.size; at += step) {
    looked++;
    if (lane.length(at) * fit < RANGE_MIN) continue;
    const { kind } = lane.event(at).span;
    if (kind === "interval") ranges++;
  }
  return ranges / looked;
}
