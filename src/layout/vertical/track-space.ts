/** Free space between the axis of the vertical figure and the marks on its tracks. */
import type { LaneLayout } from "../marks/lane-layout.js";
import { verticalStackOffset, capsuleWidth } from "../metrics.js";

/** Between the text of the axis and marks, in px. */
const TRACK_CLEARANCE = 4;
/** Width of the fork beside a mark whose sources give different dates, in px. */
const CLAIMS_FORK_WIDTH = 10;
/** Length of the question mark of an uncertain date, beyond the end of a mark, in px. */
const UNCERTAINTY_SIGN_LENGTH = 14;

/**
 * x up to which the space is free between two places along the axis, in px; up to the first track where no mark is.
 *
 * @param tracks x of each track, in px
 */
export function trackSpace(
  tracks: readonly number[],
  frames: readonly Pick<LaneLayout, "marks" | "clusters">[],
  from: number,
  to: number,
): number {
  let room = tracks[0] ?? Number.POSITIVE_INFINITY;
  frames.forEach(({ marks, clusters }, i) => {
    const track = tracks[i] as number;
    for (const mark of marks) {
      const { t0, t1, height, claims } = mark;
      if (t1 + UNCERTAINTY_SIGN_LENGTH <= from || t0 - UNCERTAINTY_SIGN_LENGTH >= to) continue;
      room = Math.min(
        room,
        track - verticalStackOffset(mark) - height / 2 - (claims.length > 0 ? CLAIMS_FORK_WIDTH : 0),
      );
    }
    for (const cluster of clusters) {
      if (cluster.to > from && cluster.from < to) room = Math.min(room, track - capsuleWidth(cluster.count) / 2);
    }
  });
  return room - TRACK_CLEARANCE;
}
