import type { CompactEvents } from "./compact-events.js";
import type { ProjectedLane } from "../marks/projected-lane.js";

/**
 * Positions of the labelled events in each lane.
 *
 * @param places positions of the labelled events in the timeline
 */
export function labelledByLane(
  lanes: readonly ProjectedLane[],
  events: CompactEvents,
  places: Iterable<number>,
): readonly ReadonlySet<number>[] {
  const labelled = lanes.map(() => new Set<number>());
  for (const at of places) {
    const { lane } = events.event(at);
    const position = lanes[lane]?.positionOf(events.placeOf(at), events.start[at] as number);
    if (position !== undefined) labelled[lane]?.add(position);
  }
  return labelled;
}
