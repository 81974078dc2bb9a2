/**
 * Who publishes the sources. Publishers are told apart by name, case and blanks aside; a source that names none counts as
 * its host. A paper that prints an agency's report is a publisher of its own: that two names are one voice is not
 * something a name can tell.
 */
import { compare } from "../../base/compare.js";
import type { Source, TimelineEvent } from "../events/event.js";

export interface Publisher {
  /** The same for every spelling. */
  readonly key: string;
  /** As it was written first. */
  readonly name: string;
  readonly sources: readonly Source[];
  /** How many events cite at least one of its sources. */
  readonly events: number;
}

function publisherName(source: Source): string | undefined {
  return source.publisher ?? source.host;
}

/** The same for every spelling of a publisher's name. */
export function publisherKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}

/** All publishers: who is cited by most events first, then by name. */
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

/** How many publishers stand behind an event. */
export function publisherCount(event: TimelineEvent): number {
  const names = event.sources.map(publisherName).filter((name): name is string => name !== undefined);
  return new Set(names.map(publisherKey)).size;
}

/** A filter: the events that cite one of these publishers, by their names in any spelling. */
export function citesPublisher(...names: readonly string[]): (event: TimelineEvent) => boolean {
  const keys = names.map(publisherKey);
  return (event) =>
    event.sources.some((source) => {
      const own = publisherName(source);
      return own !== undefined && keys.includes(publisherKey(own));
    });
}
