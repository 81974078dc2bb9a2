/**
 * What is asked of all events at once, as flat arrays: the events themselves need not exist. Only events that were given
 * as many rows of plain columns have a table; all others are objects already.
 */
import { firstIndex } from "../base/first-index.js";
import { memoBeside } from "../base/memo.js";
import type { Steps } from "../base/steps.js";
import type { PlacedEvent, Timeline } from "./timeline.js";

/** Numbers of each event, in order of time. */
export interface EventNumbers {
  /** Its span. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Index into `Timeline.lanes`. */
  readonly lane: Int32Array;
  readonly importance: Uint8Array;
}

export interface EventTable extends EventNumbers {
  /** Places of events among which there is each kind of date and each importance that they have. */
  readonly variety: readonly number[];
  /** The place of an event; -1 for an id that is not there. */
  placeOf(id: string): number;
  /** Places of the events whose title, description or place hold all of these folded words, ascending. */
  find(words: readonly string[]): Uint32Array;
  /** Makes ready for `find`. */
  prepare(): Steps<void>;
}

type Events = Timeline["events"];

const tables = new WeakMap<object, EventTable>();

export function tableOf(events: readonly object[]): EventTable | undefined {
  return tables.get(events);
}

/** Says of a list whose items are made when they are read what they all are. */
export function withTable(events: Events, table: EventTable): Events {
  tables.set(events, table);
  return events;
}

/** Events among which there is each kind of date, status and importance that all of them have. */
export function varietyOf(events: Events): Events {
  return tableOf(events)?.variety.map((at) => events[at] as PlacedEvent) ?? events;
}

/** The place of an event in order of time; -1 for an id that is not there. */
export function placeOfEvent(events: Events, id: string): number {
  const table = tableOf(events);
  return table ? table.placeOf(id) : (placesById(events).get(id) ?? -1);
}

const placesById = /* @__PURE__ */ memoBeside((events: Events) => new Map(events.map((event, at) => [event.id, at])));

/** The table of the events at some places, ascending. */
export function partOfTable(table: EventTable, places: Uint32Array): EventTable {
  const size = places.length;
  const [start, end] = [new Float64Array(size), new Float64Array(size)];
  const [lane, importance] = [new Int32Array(size), new Uint8Array(size)];
  // A loop that knows the kind of each list is many times faster than one function for all.
  for (let i = 0; i < size; i++) {
    const place = places[i] as number;
    start[i] = table.start[place] as number;
    end[i] = table.end[place] as number;
    lane[i] = table.lane[place] as number;
    importance[i] = table.importance[place] as number;
  }
  return {
    start,
    end,
    lane,
    importance,
    variety: size > 0 ? [0] : [],
    placeOf: (id) => {
      const place = table.placeOf(id);
      const at = firstIndex(0, size, (i) => (places[i] as number) >= place);
      return place >= 0 && places[at] === place ? at : -1;
    },
    find: (words) => {
      const all = new Set(table.find(words));
      return Uint32Array.from(places.keys()).filter((at) => all.has(places[at] as number));
    },
    prepare: () => table.prepare(),
  };
}
