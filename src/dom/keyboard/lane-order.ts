import { firstIndex } from "../../base/bisect.js";
import { memoByKey } from "../../base/memo.js";
import { buildEventIndex } from "../../model/events/event-index.js";
import type { FilteredEvents } from "../../model/events/filter-events.js";
import { lazyList } from "../../model/events/lazy-list.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { sortTime } from "./visible-items.js";

/** The events of each lane in order of time, which is the order in which keys move. */
export interface LaneOrder {
  readonly lanes: readonly (readonly PlacedEvent[])[];
  /** Index of an event in its lane; undefined for an event that the filter hides. */
  indexOf(event: PlacedEvent): number | undefined;
  readonly first: PlacedEvent | undefined;
  readonly last: PlacedEvent | undefined;
}

/** The order of the events that a filter leaves. The same arguments give the same object. */
export const laneOrder = /* @__PURE__ */ memoByKey(
  (timeline: Timeline, shown: FilteredEvents | undefined): LaneOrder => {
    const { events } = shown?.timeline ?? timeline;
    const { store, lanes } = buildEventIndex(shown?.timeline ?? timeline);
    return {
      lanes: lanes.map(({ event, size }) => lazyList(size, (i) => store.events[event[i] as number] as PlacedEvent)),
      indexOf({ lane, id }) {
        const { event: own = [], size = 0 } = lanes[lane] ?? {};
        const index = store.indexOf(id);
        const at = firstIndex(0, size, (i) => (own[i] as number) >= index);
        return own[at] === index ? at : undefined;
      },
      first: events[0],
      last: events[events.length - 1],
    };
  },
);

/** Index of the first event of a lane at or after a time. */
function indexFrom(lane: readonly PlacedEvent[], time: number): number {
  return firstIndex(0, lane.length, (i) => sortTime(lane[i] as PlacedEvent) >= time);
}

/** The first event of a lane at or after a time. */
export function firstFrom(lane: readonly PlacedEvent[], time: number): PlacedEvent | undefined {
  return lane[indexFrom(lane, time)];
}

/** The event of a lane that is nearest in time; the earlier of two. */
export function nearestInTime(lane: readonly PlacedEvent[], time: number): PlacedEvent | undefined {
  const at = indexFrom(lane, time);
  const [before, after] = [lane[at - 1], lane[at]];
  if (!before) return after;
  const earlier = sortTime(before);
  return after && sortTime(after) - time < time - earlier ? after : lane[indexFrom(lane, earlier)];
}
