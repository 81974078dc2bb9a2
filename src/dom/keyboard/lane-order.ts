/** The events of each lane that a filter leaves, in order of time: the order in which keys move. */
import { firstIndex } from "../../base/bisect.js";
import { buildEventIndex } from "../../model/events/event-index.js";
import type { FilteredEvents } from "../../model/events/filter-events.js";
import { lazyList } from "../../model/events/lazy-list.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { sortTime } from "./visible-items.js";

export interface LaneOrder {
  readonly lanes: readonly (readonly PlacedEvent[])[];
  /** Place of an event in its lane. */
  readonly at: Pick<ReadonlyMap<PlacedEvent, number>, "get">;
  readonly first: PlacedEvent | undefined;
  readonly last: PlacedEvent | undefined;
}

export function laneOrder(timeline: Timeline, shown: FilteredEvents | undefined): LaneOrder {
  const { events } = shown?.timeline ?? timeline;
  const { store, lanes } = buildEventIndex(shown?.timeline ?? timeline);
  return {
    lanes: lanes.map(({ event, size }) => lazyList(size, (at) => store.events[event[at] as number] as PlacedEvent)),
    at: {
      get({ lane, id }) {
        const { event: own = [], size = 0 } = lanes[lane] ?? {};
        const place = store.indexOf(id);
        const at = firstIndex(0, size, (i) => (own[i] as number) >= place);
        return own[at] === place ? at : undefined;
      },
    },
    first: events[0],
    last: events[events.length - 1],
  };
}

/** The first event of a lane at or after a time. */
function firstFrom(lane: readonly PlacedEvent[], time: number): number {
  return firstIndex(0, lane.length, (i) => sortTime(lane[i] as PlacedEvent) >= time);
}

/** The event of a lane that is nearest in time; the earlier of two. */
export function nearestInTime(lane: readonly PlacedEvent[], time: number): PlacedEvent | undefined {
  const at = firstFrom(lane, time);
  const [before, after] = [lane[at - 1], lane[at]];
  if (!before) return after;
  const earlier = sortTime(before);
  return after && sortTime(after) - time < time - earlier ? after : lane[firstFrom(lane, earlier)];
}
