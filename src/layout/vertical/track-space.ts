/** How much room there is between the axis of the vertical figure and what stands on its tracks. */
import type { LaneLayout } from "../marks/lane-layout.js";
import { verticalStackOffset, capsuleWidth } from "../metrics.js";

/** Between words and what stands beside them. */
const TRACK_CLEARANCE = 4;
/** The fork over a mark whose date sources give differently, in px from its side. */
const CLAIMS_FORK_WIDTH = 10;
/** The sign of an uncertain date, beside the end of a mark. */
const UNCERTAINTY_SIGN_LENGTH = 14;

/**
 * How far the room reaches between two places down the page, in px; without a mark there, to the first track.
 *
 * @param tracks where they stand, in px
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
