/** Events that are objects already. */
import { type Steps, inChunks } from "../../base/cooperative.js";
import type { PlacedEvent } from "./event.js";
import { type EventFilter, eventMatcher } from "./event-filter.js";
import type { EventSearch } from "./event-search.js";
import type { EventNumbers, EventStore } from "./event-store.js";
import { dataValue, weightOf } from "./weights.js";

const SOURCES_MAX = 255;

export class ObjectStore implements EventStore {
  readonly lazy = false;
  readonly uniform = false;
  private knownNumbers: EventNumbers | undefined;
  private knownPlaces: ReadonlyMap<string, number> | undefined;

  /** @param rankBy the field of `data` whose numbers rank events of the same importance */
  constructor(
    readonly events: readonly PlacedEvent[],
    private readonly rankBy?: string | undefined,
  ) {}

  get samples(): readonly PlacedEvent[] {
    return this.events;
  }

  get numbers(): EventNumbers {
    return (this.knownNumbers ??= numbersOf(this.events, this.rankBy));
  }

  indexOf(id: string): number {
    this.knownPlaces ??= new Map(this.events.map((event, at) => [event.id, at]));
    return this.knownPlaces.get(id) ?? -1;
  }

  *filter(filter: EventFilter, laneIds: readonly string[], search?: EventSearch): Steps<Uint32Array> {
    const { events } = this;
    const matches = eventMatcher(filter, laneIds, search);
    const found: number[] = [];
    yield* inChunks(events.length, (from, to) => {
      for (let at = from; at < to; at++) if (matches(events[at] as PlacedEvent)) found.push(at);
    });
    return Uint32Array.from(found);
  }

  select(places: Uint32Array): EventStore {
    return new ObjectStore(
      Array.from(places, (at) => this.events[at] as PlacedEvent),
      this.rankBy,
    );
  }

  *prepare(): Steps<void> {}
}

function numbersOf(events: readonly PlacedEvent[], rankBy: string | undefined): EventNumbers {
  const size = events.length;
  const numbers = {
    start: new Float64Array(size),
    end: new Float64Array(size),
    lane: new Int32Array(size),
    importance: new Uint8Array(size),
    sources: new Uint8Array(size),
  };
  for (let i = 0; i < size; i++) {
    const { span, lane, importance, sources } = events[i] as PlacedEvent;
    numbers.start[i] = span.start;
    numbers.end[i] = span.end;
    numbers.lane[i] = lane;
    numbers.importance[i] = importance;
    numbers.sources[i] = Math.min(sources.length, SOURCES_MAX);
  }
  if (rankBy === undefined) return numbers;
  return { ...numbers, weight: Float64Array.from(events, ({ data }) => weightOf(dataValue(data, rankBy))) };
}
