/** Applies a filter to a timeline. */
import { runAtOnce, type Steps } from "../../base/cooperative.js";
import type { Timeline } from "../timeline.js";
import { type EventFilter, eventMatcher } from "./event-filter.js";
import { readSearch } from "./event-search.js";
import { indexSteps } from "./event-index.js";

/** The events that a filter leaves, placed and unplaced ones. */
export interface FilteredEvents {
  /** A timeline of these events; the unfiltered one when all events remain. */
  readonly timeline: Timeline;
  readonly size: number;
  /** Whether the event with this id remains. */
  has(id: string): boolean;
}

/** A result of `prepareFilter` is used when filter and timeline are the same objects. */
export function filterEvents(timeline: Timeline, filter: EventFilter): FilteredEvents {
  const before = prepared.get(filter);
  return before?.of === timeline ? before.filtered : runAtOnce(filterSteps(timeline, filter));
}

const prepared = new WeakMap<EventFilter, { readonly of: Timeline; readonly filtered: FilteredEvents }>();

/** Applies a filter and builds the index of what remains in short steps, before a figure asks for them. */
export function* prepareFilter(of: Timeline, filter: EventFilter): Steps<void> {
  const filtered = yield* filterSteps(of, filter);
  yield* indexSteps(filtered.timeline);
  prepared.set(filter, { of, filtered });
}

function* filterSteps(timeline: Timeline, filter: EventFilter): Steps<FilteredEvents> {
  const laneIds = timeline.lanes.map(({ id }) => id);
  const search = filter.text === undefined ? undefined : readSearch(filter.text, timeline.dateOptions);
  const unplaced = timeline.unplaced.filter(eventMatcher(filter, laneIds, search));
  const places = yield* timeline.store.filter(filter, laneIds, search);
  // Where all events remain, everything computed for the timeline stays valid.
  const all = places.length === timeline.events.length && unplaced.length === timeline.unplaced.length;
  const store = all ? timeline.store : timeline.store.select(places);
  const unplacedIds = new Set(unplaced.map((event) => event.id));
  return {
    timeline: all ? timeline : { ...timeline, store, events: store.events, unplaced },
    size: places.length + unplaced.length,
    has: (id) => store.indexOf(id) >= 0 || unplacedIds.has(id),
  };
}
