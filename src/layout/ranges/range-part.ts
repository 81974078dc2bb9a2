import type { ProjectedLane } from "../marks/projected-lane.js";

/** Events looked at to tell what kind a lane holds. */
const SAMPLE = 200;
/** Shorter than this when everything fits, a range is a dot, in px. */
const RANGE_MIN = 14;

/** Whether an event lasted so long that it shows when everything fits. */
export function isRange(lane: ProjectedLane, at: number, fit: number): boolean {
  return lane.length(at) * fit >= RANGE_MIN && lane.event(at).span.kind === "interval";
}

/** Part of a lane's events that lasted so long that it shows. */
export function rangePart(lane: ProjectedLane, fit: number): number {
  if (lane.size === 0) return 0;
  const step = Math.max(1, Math.floor(lane.size / SAMPLE));
  let [ranges, looked] = [0, 0];
  for (let at = 0; at < lane.size; at += step) {
    looked++;
    if (isRange(lane, at, fit)) ranges++;
  }
  return ranges / looked;
}
