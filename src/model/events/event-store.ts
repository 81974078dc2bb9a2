/**
 * The events of a timeline and the questions that the library asks about all of them at once. Callers read single events
 * from `events`; whatever depends on every event goes through the other members, because a store may create its events
 * only when they are read.
 */
import type { Steps } from "../../base/cooperative.js";
import type { PlacedEvent } from "./event.js";
import type { EventFilter } from "./event-filter.js";
import type { EventSearch } from "./event-search.js";

/** Numbers of each event, in order of time. */
export interface EventNumbers {
  /** Start and end of the event's span, in ms; infinite where the span is open. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Index into `Timeline.lanes`. */
  readonly lane: Int32Array;
  readonly importance: Uint8Array;
  /** Number of sources of each event, at most 255. Absent when no event has a source. */
  readonly sources?: Uint8Array;
  /** The number by which the option `rankBy` orders each event, NaN where it has none. Absent without the option. */
  readonly weight?: Float64Array;
}

/** The part of another store that a filter leaves. */
export interface StoreSubset {
  readonly whole: EventStore;
  /** Indexes into `whole.events`, ascending. */
  readonly places: Uint32Array;
}

export interface EventStore {
  /** In order of time. A list of a lazy store creates each event when it is first read. */
  readonly events: readonly PlacedEvent[];
  /** Whether `events` creates its items on demand: reading all of them would create all of them. */
  readonly lazy: boolean;
  /**
   * Whether all events have the same status, an exact date, and neither tags, sources, claims nor relations. Then one of
   * them answers for all.
   */
  readonly uniform: boolean;
  /** Events among which every status, kind of date, precision and importance of the store occurs. */
  readonly samples: readonly PlacedEvent[];
  readonly numbers: EventNumbers;
  /** Present when the numbers and ranks of a larger store serve this one too. */
  readonly subset?: StoreSubset | undefined;
  /** Index of the event in `events`; -1 for an unknown id. */
  indexOf(id: string): number;
  /**
   * Indexes of the events that a filter leaves, ascending.
   *
   * @param laneIds ids of `Timeline.lanes`
   * @param search what `filter.text` says; absent without a text
   */
  filter(filter: EventFilter, laneIds: readonly string[], search?: EventSearch): Steps<Uint32Array>;
  /**
   * A store of some of the events.
   *
   * @param places indexes into `events`, ascending
   */
  select(places: Uint32Array): EventStore;
  /** Computes in advance what `samples` and the first search need. */
  prepare(): Steps<void>;
}
