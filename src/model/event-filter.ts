/** Which events are shown: by words, lanes, tags, status, publishers, or for want of a source. */
import type { Status } from "./document.js";
import { citesPublisher } from "./publishers.js";
import type { Timeline, TimelineEvent } from "./timeline.js";

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

/** Small letters without accents, so that "Málaga" is found by "malaga". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function wordsOf({ title, description, place, sources }: TimelineEvent): string {
  const named = sources.flatMap((source) => [source.title, source.publisher]);
  return folded([title, description, place, ...named].filter(Boolean).join(" "));
}

function matcherOf(filter: EventFilter, lanes: Timeline["lanes"]): (event: TimelineEvent) => boolean {
  const words = folded(filter.text ?? "")
    .split(/\s+/)
    .filter(Boolean);
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

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** The events of a timeline that a filter leaves, as a timeline; and all their ids, of placed and unplaced ones. */
export interface Filtered {
  readonly timeline: Timeline;
  readonly ids: ReadonlySet<string>;
}

export function filterEvents(timeline: Timeline, filter: EventFilter): Filtered {
  const matches = matcherOf(filter, timeline.lanes);
  const events = timeline.events.filter(matches);
  const unplaced = timeline.unplaced.filter(matches);
  return {
    timeline: { ...timeline, events, unplaced },
    ids: new Set([...events, ...unplaced].map((event) => event.id)),
  };
}
