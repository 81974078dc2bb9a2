/** Events given as rows of plain columns: flat arrays of numbers, and an object only for an event that is read. */
import { firstAtLeast } from "../../base/bisect.js";
import { runAtOnce, type Steps, inChunks } from "../../base/cooperative.js";
import type { PlacedEvent } from "./event.js";
import { type EventFilter, eventMatcher } from "./event-filter.js";
import { type EventSearch, meetsDate } from "./event-search.js";
import type { EventNumbers, EventStore, StoreSubset } from "./event-store.js";
import { lazyList } from "./lazy-list.js";
import { textIndex } from "./search-text.js";

const IMPORTANCE_MAX = 5;
const DATE_KINDS = 4;

/** What a column store reads, by index of the event in order of time. */
export interface EventColumns {
  readonly size: number;
  readonly numbers: EventNumbers;
  /** A number from 0 to 3, the same for events whose dates are drawn and named alike. */
  readonly kinds: Uint8Array;
  eventAt(place: number): PlacedEvent;
  /** -1 for an unknown id. */
  indexOf(id: string): number;
  /** Title, description and place of the event. */
  textOf(place: number): string;
}

export class ColumnStore implements EventStore {
  readonly lazy = true;
  readonly uniform = true;
  readonly events: readonly PlacedEvent[];
  private readonly text: ReturnType<typeof textIndex>;
  private sampled: readonly PlacedEvent[] | undefined;

  constructor(
    private readonly columns: EventColumns,
    readonly subset?: StoreSubset,
  ) {
    this.events = lazyList(columns.size, columns.eventAt);
    this.text = textIndex(columns.size, columns.textOf);
  }

  get numbers(): EventNumbers {
    return this.columns.numbers;
  }

  get samples(): readonly PlacedEvent[] {
    return (this.sampled ??= runAtOnce(this.sample()));
  }

  indexOf(id: string): number {
    return this.columns.indexOf(id);
  }

  *filter(filter: EventFilter, laneIds: readonly string[], search?: EventSearch): Steps<Uint32Array> {
    const { text: _text, lanes: wanted, ...rest } = filter;
    const [first] = this.events;
    // The store is uniform: one event answers every question but those about words and lanes.
    if (!first || !eventMatcher(rest, laneIds)(first)) return new Uint32Array();
    const found = search && search.words.length > 0 ? yield* this.find(search) : undefined;
    if (!wanted) return found ?? (yield* this.text.find([]));
    const isWanted = Uint8Array.from(laneIds, (id) => Number(wanted.includes(id)));
    const { lane: laneOf } = this.numbers;
    const kept = new Uint32Array(found?.length ?? this.columns.size);
    let count = 0;
    yield* inChunks(kept.length, (from, to) => {
      let next = count;
      for (let i = from; i < to; i++) {
        const place = found ? (found[i] as number) : i;
        kept[next] = place;
        // An addition instead of a branch: half of the branches could not be predicted.
        next += isWanted[laneOf[place] as number] as number;
      }
      count = next;
    });
    return kept.slice(0, count);
  }

  private *find({ words, date }: EventSearch): Steps<Uint32Array> {
    const byWords = yield* this.text.find(words);
    if (!date) return byWords;
    const found = new Uint8Array(this.columns.size);
    for (const place of byWords) found[place] = 1;
    const { start, end } = this.numbers;
    const rest = yield* this.text.find(date.otherWords);
    yield* inChunks(rest.length, (from, to) => {
      for (let i = from; i < to; i++) {
        const place = rest[i] as number;
        if (meetsDate(start[place] as number, end[place] as number, date)) found[place] = 1;
      }
    });
    const places = new Uint32Array(this.columns.size);
    let count = 0;
    yield* inChunks(places.length, (from, to) => {
      for (let place = from; place < to; place++) if (found[place]) places[count++] = place;
    });
    return places.slice(0, count);
  }

  select(places: Uint32Array): EventStore {
    const { subset } = this;
    if (subset) return subset.whole.select(places.map((at) => subset.places[at] as number));
    return new ColumnStore(selectedColumns(this, this.columns, places), { whole: this, places });
  }

  *prepare(): Steps<void> {
    this.sampled ??= yield* this.sample();
    yield* this.text.prepare();
  }

  /** The first event of each kind of date and importance. */
  private *sample(): Steps<readonly PlacedEvent[]> {
    const { size, kinds, numbers } = this.columns;
    const seen = new Uint8Array((IMPORTANCE_MAX + 1) * DATE_KINDS);
    const places: number[] = [];
    yield* inChunks(size, (from, to) => {
      for (let place = from; place < to; place++) {
        const sort = (numbers.importance[place] as number) * DATE_KINDS + (kinds[place] as number);
        if (seen[sort]) continue;
        seen[sort] = 1;
        places.push(place);
      }
    });
    return places.map((place) => this.events[place] as PlacedEvent);
  }
}

function selectedColumns(store: EventStore, columns: EventColumns, places: Uint32Array): EventColumns {
  const size = places.length;
  const placeAt = (at: number): number => places[at] as number;
  let numbers: EventNumbers | undefined;
  return {
    size,
    // Gathered on demand: the index of the whole store serves most callers.
    get numbers() {
      const { start, end, lane, importance } = columns.numbers;
      numbers ??= {
        start: Float64Array.from(places, (place) => start[place] as number),
        end: Float64Array.from(places, (place) => end[place] as number),
        lane: Int32Array.from(places, (place) => lane[place] as number),
        importance: Uint8Array.from(places, (place) => importance[place] as number),
      };
      return numbers;
    },
    get kinds() {
      return Uint8Array.from(places, (place) => columns.kinds[place] as number);
    },
    eventAt: (at) => store.events[placeAt(at)] as PlacedEvent,
    indexOf: (id) => {
      const place = columns.indexOf(id);
      const at = firstAtLeast(places, place);
      return place >= 0 && places[at] === place ? at : -1;
    },
    textOf: (at) => columns.textOf(placeAt(at)),
  };
}
