/** The events of each lane that a filter leaves, in order of time: the order in which keys move. */
import { firstIndex } from "../../base/bisect.js";
import type { IdSet } from "../../model/events/event-filter.js";
import { buildEventIndex } from "../../model/events/event-index.js";
import { placeOfEvent, tableOf } from "../../model/events/event-store.js";
import { lazyList } from "../../model/events/lazy-list.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { timeOf } from "./visible-items.js";

export interface LaneOrder {
  readonly lanes: readonly (readonly PlacedEvent[])[];
  /** Place of an event in its lane. */
  readonly at: Pick<ReadonlyMap<PlacedEvent, number>, "get">;
  readonly first: PlacedEvent | undefined;
  readonly last: PlacedEvent | undefined;
}

export function laneOrder(timeline: Timeline, shown: IdSet | undefined): LaneOrder {
  if (tableOf(timeline.events)) return tableOrder(timeline, shown);
  const lanes: PlacedEvent[][] = timeline.lanes.map(() => []);
  let [first, last]: (PlacedEvent | undefined)[] = [];
  for (const event of timeline.events) {
    if (shown && !shown.has(event.id)) continue;
    lanes[event.lane]?.push(event);
    first ??= event;
    last = event;
  }
  // Sought by its time when it is asked for: few of many events ever are.
  const at = {
    get(event: PlacedEvent): number | undefined {
      const lane = lanes[event.lane] ?? [];
      const place = lane.indexOf(event, firstFrom(lane, timeOf(event)));
      return place < 0 ? undefined : place;
    },
  };
  return { lanes, at, first, last };
}

/** The first event of a lane at or after a time. */
function firstFrom(lane: readonly PlacedEvent[], time: number): number {
  return firstIndex(0, lane.length, (i) => timeOf(lane[i] as PlacedEvent) >= time);
}

/** The same of events that need not exist: the index has it. */
function tableOrder(timeline: Timeline, shown: IdSet | undefined): LaneOrder {
  const { events, lanes, places } = buildEventIndex(shown?.timeline ?? timeline);
  const [first = 0] = places ?? [];
  return {
    lanes: lanes.map(({ event, size }) => lazyList(size, (at) => events[event[at] as number] as PlacedEvent)),
    at: {
      get({ lane, id }) {
        const { event: own = [], size = 0 } = lanes[lane] ?? {};
        const place = placeOfEvent(events, id);
        const at = firstIndex(0, size, (i) => (own[i] as number) >= place);
        return own[at] === place ? at : undefined;
      },
    },
    first: events[first],
    last: events[places ? (places.at(-1) ?? -1) : events.length - 1],
  };
}

/** The event of a lane that is nearest in time; the earlier of two. */
export function nearestInTime(lane: readonly PlacedEvent[], time: number): PlacedEvent | undefined {
  const at = firstFrom(lane, time);
  const [before, after] = [lane[at - 1], lane[at]];
  if (!before) return after;
  const earlier = timeOf(before);
  return after && timeOf(after) - time < time - earlier ? after : lane[firstFrom(lane, earlier)];
}
