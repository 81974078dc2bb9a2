/** Filters events by words and dates, lanes, tags, status, publishers, or missing sources. */
import type { Status } from "../document/document.js";
import { citesPublisher } from "../sources/publishers.js";
import type { TimelineEvent } from "./event.js";
import { type EventSearch, meetsDate } from "./event-search.js";
import { foldCase } from "./fold-case.js";

/** An event must match every given field; in a list, one value must match. */
export interface EventFilter {
  /**
   * Words that must all occur in title, description, place, or the names of sources and publishers. Case and accents are
   * ignored. A date among the words, such as "May 1968", "1848-1850" or "c. 1944", also finds the events that happened then.
   */
  readonly text?: string;
  /** Ids of lanes. */
  readonly lanes?: readonly string[];
  readonly tags?: readonly string[];
  readonly status?: readonly Status[];
  /** Names of publishers. Case and whitespace are ignored; a source without a publisher counts under its host. */
  readonly publishers?: readonly string[];
  /** Only events without a source. */
  readonly unsourced?: boolean;
}

/**
 * A test of single events.
 *
 * @param laneIds ids of `Timeline.lanes`
 * @param search what `filter.text` says; absent without a text
 */
export function eventMatcher(
  filter: EventFilter,
  laneIds: readonly string[],
  search?: EventSearch,
): (event: TimelineEvent) => boolean {
  const one = <T>(wanted: readonly T[] | undefined, values: readonly T[]): boolean =>
    !wanted || values.some((value) => wanted.includes(value));
  const cites = filter.publishers ? citesPublisher(...filter.publishers) : () => true;
  return (event) =>
    one(filter.lanes, [laneIds[event.lane] ?? ""]) &&
    one(filter.tags, event.tags) &&
    one(filter.status, [event.status]) &&
    cites(event) &&
    !(filter.unsourced && event.sources.length > 0) &&
    (!search || isFound(event, search));
}

function isFound(event: TimelineEvent, { words, date }: EventSearch): boolean {
  if (words.length === 0) return true;
  const text = searchedText(event);
  if (includesAll(text, words)) return true;
  const { span } = event;
  return (
    date !== undefined &&
    span !== undefined &&
    (span.members ?? [span]).some(({ start, end }) => meetsDate(start, end, date)) &&
    includesAll(text, date.otherWords)
  );
}

function searchedText({ title, description, place, sources }: TimelineEvent): string {
  const named = sources.flatMap((source) => [source.title, source.publisher]);
  return foldCase([title, description, place, ...named].filter(Boolean).join(" "));
}

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
