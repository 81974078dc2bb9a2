/**
 * Publishers of the sources. Two names are the same publisher when they differ only in case and whitespace. A source
 * without a publisher counts under the host of its address. A newspaper that reprints an agency's report counts as a
 * publisher of its own, because names do not reveal this.
 */
import { compare } from "../../base/compare.js";
import type { Source, TimelineEvent } from "../events/event.js";

export interface Publisher {
  /** The result of `publisherKey` for every spelling of the name. */
  readonly key: string;
  /** The spelling that occurs first. */
  readonly name: string;
  readonly sources: readonly Source[];
  /** How many events cite at least one of its sources. */
  readonly events: number;
}

function publisherName(source: Source): string | undefined {
  return source.publisher ?? source.host;
}

/** A key that all spellings of a publisher's name share. */
export function publisherKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}

/** All publishers, sorted by the number of events that cite them, then by name. */
export function publishersOf({ sources }: { readonly sources: readonly Source[] }): readonly Publisher[] {
  const found = new Map<string, { key: string; name: string; sources: Source[]; events: Set<TimelineEvent> }>();
  for (const source of sources) {
    const name = publisherName(source);
    if (name === undefined) continue;
    const key = publisherKey(name);
    const publisher = found.get(key) ?? { key, name, sources: [], events: new Set() };
    found.set(key, publisher);
    publisher.sources.push(source);
    for (const event of source.citedBy) publisher.events.add(event);
  }
  return [...found.values()]
    .map((publisher) => ({ ...publisher, events: publisher.events.size }))
    .sort((a, b) => b.events - a.events || compare(a.key, b.key));
}

/** The number of publishers among the sources of an event. */
export function publisherCount(event: TimelineEvent): number {
  const names = event.sources.map(publisherName).filter((name): name is string => name !== undefined);
  return new Set(names.map(publisherKey)).size;
}

/** A test for events that cite one of the named publishers. */
export function citesPublisher(...names: readonly string[]): (event: TimelineEvent) => boolean {
  const keys = names.map(publisherKey);
  return (event) =>
    event.sources.some((source) => {
      const own = publisherName(source);
      return own !== undefined && keys.includes(publisherKey(own));
    });
}
