/** The events of each lane that a filter leaves, in order of time: the order in which keys move. */
import { firstIndex } from "../base/first-index.js";
import type { IdSet } from "../model/event-filter.js";
import { placeOfEvent, tableOf, type WholeTable } from "../model/event-table.js";
import { lazyList } from "../model/lazy-list.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import { timeOf } from "./items.js";

export interface LaneOrder {
  readonly lanes: readonly (readonly PlacedEvent[])[];
  /** Place of an event in its lane. */
  readonly at: Pick<ReadonlyMap<PlacedEvent, number>, "get">;
  readonly first: PlacedEvent | undefined;
  readonly last: PlacedEvent | undefined;
}

export function laneOrder(timeline: Timeline, shown: IdSet | undefined): LaneOrder {
  const table = tableOf(timeline.events);
  if (table && !table.places) return tableOrder(timeline, table, shown);
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

/** The same by the places of events, which need not exist. */
function tableOrder({ events, lanes }: Timeline, table: WholeTable, shown: IdSet | undefined): LaneOrder {
  const { places: left } = shown ?? {};
  const count = left?.length ?? events.length;
  const placeAt = (i: number): number => (left ? (left[i] as number) : i);
  // Counted first, so that a million places stand in flat lists that never grow.
  const sizes = new Uint32Array(lanes.length);
  for (let i = 0; i < count; i++) (sizes[table.lane[placeAt(i)] as number] as number)++;
  const places = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(lanes.length);
  for (let i = 0; i < count; i++) {
    const place = placeAt(i);
    const lane = table.lane[place] as number;
    (places[lane] as Uint32Array)[(filled[lane] as number)++] = place;
  }
  return {
    lanes: places.map((own) => lazyList(own.length, (at) => events[own[at] as number] as PlacedEvent)),
    at: {
      get({ lane, id }) {
        const [own, place] = [places[lane] ?? [], placeOfEvent(events, id)];
        const at = firstIndex(0, own.length, (i) => (own[i] as number) >= place);
        return own[at] === place ? at : undefined;
      },
    },
    first: events[placeAt(0)],
    last: events[placeAt(count - 1)],
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
