/** The events of each lane that a filter leaves, in order of time: the order in which keys move. */
import type { PlacedEvent, Timeline } from "../model/timeline.js";

export interface LaneOrder {
  readonly lanes: readonly (readonly PlacedEvent[])[];
  readonly at: ReadonlyMap<PlacedEvent, number>;
}

export function laneOrder(timeline: Timeline, shown: ReadonlySet<string> | undefined): LaneOrder {
  const lanes: PlacedEvent[][] = timeline.lanes.map(() => []);
  const at = new Map<PlacedEvent, number>();
  for (const event of timeline.events) {
    if (shown && !shown.has(event.id)) continue;
    const lane = lanes[event.lane] as PlacedEvent[];
    at.set(event, lane.length);
    lane.push(event);
  }
  return { lanes, at };
}
