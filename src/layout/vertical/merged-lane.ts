/** The events of all lanes as one lane: those of a vertical figure stand on one line. */
import type { EventIndex, LaneIndex } from "../../model/events/event-index.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { MarkSize } from "../marks/mark-size.js";
import { ProjectedLane } from "../marks/projected-lane.js";

export interface MergedLane {
  /** All events in order of time: a position counts the events of the timeline. */
  readonly all: ProjectedLane;
  /** Index into `EventIndex.store.events` of each position. */
  readonly event: Int32Array;
}

export function mergedLane(index: EventIndex, scale: Scale, size: MarkSize): MergedLane {
  const merged = index.lanes.length === 1 ? (index.lanes[0] as LaneIndex) : mergeLanes(index);
  return {
    all: new ProjectedLane(merged, index.store.events, scale, size, index.store.numbers.importance),
    event: merged.event,
  };
}

/** Position in its own lane of the event at a position among all. */
export function positionInLane(
  { all, event }: MergedLane,
  lanes: readonly ProjectedLane[],
  at: number,
): readonly [lane: number, at: number] {
  const { lane } = all.event(at) as PlacedEvent;
  const position = lanes[lane]?.placeOf(event[at] as number);
  return [lane, position ?? 0];
}

/** Events are numbered in order of time. */
function mergeLanes({ lanes, rank: ranks }: EventIndex): LaneIndex {
  const size = lanes.reduce((sum, lane) => sum + lane.size, 0);
  const event = new Int32Array(size);
  const [starts, ends] = [new Float64Array(ranks.length), new Float64Array(ranks.length)];
  let filled = 0;
  for (const lane of lanes) {
    event.set(lane.event, filled);
    filled += lane.size;
    lane.event.forEach((place, at) => {
      starts[place] = lane.start[at] as number;
      ends[place] = lane.end[at] as number;
    });
  }
  event.sort();
  const at = (list: Float64Array): Float64Array => Float64Array.from(event, (place) => list[place] as number);
  return {
    lane: 0,
    size,
    event,
    start: at(starts),
    end: at(ends),
    rank: event.map((place) => ranks[place] as number),
    isWeighed: lanes.some((lane) => lane.isWeighed),
  };
}
