/**
 * What is asked of all events at once, as flat arrays: the events themselves need not exist. Only events that were given
 * as many rows of plain columns have a table; all others are objects already.
 */
import { firstIndex } from "../../base/bisect.js";
import { memoBeside } from "../../base/memo.js";
import type { Haystack } from "./search-text.js";
import { lazyList } from "./lazy-list.js";
import type { PlacedEvent, Timeline } from "../timeline.js";

/** Numbers of each event, in order of time. */
export interface EventNumbers {
  /** Its span. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Index into `Timeline.lanes`. */
  readonly lane: Int32Array;
  readonly importance: Uint8Array;
}

/** What is asked of events that need not exist. */
interface AnyTable {
  /** Places of events among which there is each kind of date and each importance that they have. */
  readonly variety: readonly number[];
  /** The place of an event; -1 for an id that is not there. */
  placeOf(id: string): number;
}

export interface WholeTable extends AnyTable, EventNumbers, Haystack {
  readonly places?: undefined;
}

/** Some of the events of a whole table. */
export interface PartTable extends AnyTable {
  readonly whole: WholeTable;
  /** All events of the whole. */
  readonly of: Events;
  /** Places among them, ascending. */
  readonly places: Uint32Array;
}

export type EventTable = WholeTable | PartTable;

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

/** The events of a table at some places, ascending. */
export function partOfEvents(of: Events, whole: WholeTable, places: Uint32Array): Events {
  const size = places.length;
  return withTable(
    lazyList(size, (at) => of[places[at] as number] as PlacedEvent),
    {
      whole,
      of,
      places,
      variety: size > 0 ? [0] : [],
      placeOf: (id) => {
        const place = whole.placeOf(id);
        const at = firstIndex(0, size, (i) => (places[i] as number) >= place);
        return place >= 0 && places[at] === place ? at : -1;
      },
    },
  );
}
