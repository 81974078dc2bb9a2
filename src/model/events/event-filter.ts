/** Which events are shown: by words, lanes, tags, status, publishers, or for want of a source. */
import { atOnce, type Steps, stretches } from "../../base/cooperative.js";
import type { Status } from "../document/document.js";
import { indexSteps } from "./event-index.js";
import { partOfEvents, placeOfEvent, tableOf, type WholeTable } from "./event-store.js";
import { folded } from "./fold-case.js";
import { citesPublisher } from "../sources/publishers.js";
import type { Timeline, TimelineEvent } from "../timeline.js";

/** Each field that is given must hold for an event to be shown; of a list, one of its values must. */
export interface EventFilter {
  /** Words that all occur in title, description, place, or the name of a source or its publisher; case and accents do not count. */
  readonly text?: string;
  /** Ids of lanes. */
  readonly lanes?: readonly string[];
  readonly tags?: readonly string[];
  readonly status?: readonly Status[];
  /** Names of publishers, of which an event cites one; case and blanks do not count. Without a name, a source goes by its host. */
  readonly publishers?: readonly string[];
  /** Only events without a source. */
  readonly unsourced?: boolean;
}

function wordsOf({ title, description, place, sources }: TimelineEvent): string {
  const named = sources.flatMap((source) => [source.title, source.publisher]);
  return folded([title, description, place, ...named].filter(Boolean).join(" "));
}

function matcherOf(filter: EventFilter, lanes: Timeline["lanes"]): (event: TimelineEvent) => boolean {
  const words = wordsIn(filter.text ?? "");
  const one = <T>(wanted: readonly T[] | undefined, values: readonly T[]): boolean =>
    !wanted || values.some((value) => wanted.includes(value));
  const cites = filter.publishers ? citesPublisher(...filter.publishers) : () => true;
  return (event) =>
    one(filter.lanes, [lanes[event.lane]?.id ?? ""]) &&
    one(filter.tags, event.tags) &&
    one(filter.status, [event.status]) &&
    cites(event) &&
    !(filter.unsourced && event.sources.length > 0) &&
    (words.length === 0 || includesAll(wordsOf(event), words));
}

function wordsIn(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Ids of events. */
export interface IdSet extends Pick<ReadonlySet<string>, "has" | "size"> {
  /** Places in `Timeline.events` of those that a table tells of, and the timeline of them. */
  readonly places?: Uint32Array;
  readonly timeline?: Timeline;
}

/** The events of a timeline that a filter leaves, as a timeline; and all their ids, of placed and unplaced ones. */
export interface Filtered {
  readonly timeline: Timeline;
  readonly ids: IdSet;
}

/** What a filter leaves of many events may have been worked out before. */
export function filterEvents(timeline: Timeline, filter: EventFilter): Filtered {
  const before = prepared.get(filter);
  return before?.of === timeline ? before.filtered : atOnce(filterSteps(timeline, filter));
}

const prepared = new WeakMap<EventFilter, { readonly of: Timeline; readonly filtered: Filtered }>();

/** Works out what a filter leaves of events that have a table, with their index, before a figure asks for it. */
export function* prepareFilter(of: Timeline, filter: EventFilter): Steps<void> {
  const filtered = yield* filterSteps(of, filter);
  yield* indexSteps(filtered.timeline);
  prepared.set(filter, { of, filtered });
}

function* filterSteps(timeline: Timeline, filter: EventFilter): Steps<Filtered> {
  const matches = matcherOf(filter, timeline.lanes);
  const unplaced = timeline.unplaced.filter(matches);
  const table = tableOf(timeline.events);
  if (table && !table.places) return yield* filterTable(timeline, filter, table, unplaced);
  const events = timeline.events.filter(matches);
  return {
    timeline: { ...timeline, events, unplaced },
    ids: new Set([...events, ...unplaced].map((event) => event.id)),
  };
}

/** The same for events that need not exist: of a table, all have the same status and no tags, sources or publishers. */
function* filterTable(
  timeline: Timeline,
  { text = "", lanes: wanted, ...rest }: EventFilter,
  table: WholeTable,
  unplaced: Timeline["unplaced"],
): Steps<Filtered> {
  const { events, lanes } = timeline;
  const alike = matcherOf(rest, lanes);
  const [first] = events;
  const words = wordsIn(text);
  let places = !first || !alike(first) ? new Uint32Array() : words.length > 0 ? yield* table.find(words) : undefined;
  if (wanted || !places) {
    const shown = Uint8Array.from(lanes, ({ id }) => Number(!wanted || wanted.includes(id)));
    const { lane: laneOf } = table;
    const from = places;
    const kept = new Uint32Array(from ? from.length : events.length);
    let count = 0;
    yield* stretches(kept.length, (begin, end) => {
      let next = count;
      for (let i = begin; i < end; i++) {
        const place = from ? (from[i] as number) : i;
        kept[next] = place;
        // Added, not asked: half of the answers could not be foreseen.
        next += shown[laneOf[place] as number] as number;
      }
      count = next;
    });
    places = kept.slice(0, count);
  }
  // Where all stay, all that was made of them stays too.
  const isWhole = places.length === events.length && unplaced.length === timeline.unplaced.length;
  const left = isWhole ? events : partOfEvents(events, table, places);
  const ids = new Set(unplaced.map((event) => event.id));
  const part = isWhole ? timeline : { ...timeline, events: left, unplaced };
  const has = (id: string): boolean => placeOfEvent(left, id) >= 0 || ids.has(id);
  return { timeline: part, ids: { size: places.length + ids.size, has, places, timeline: part } };
}
