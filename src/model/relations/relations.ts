/** Relations of events in both directions: when one event reports another, the other is reported by it. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Timeline, TimelineEvent } from "../timeline.js";

export interface RelatedEvent {
  readonly type: string;
  /** `to`: this event declares the relation. `from`: the other event declares it. Symmetric relations are always `to`. */
  readonly direction: "to" | "from";
  /** Absent when no event has the id. */
  readonly event: TimelineEvent | undefined;
  readonly id: string;
  readonly note?: string;
}

/** Relations that mean the same from both sides. */
const SYMMETRIC: ReadonlySet<string> = new Set(["contradicts"]);

const known = new WeakMap<Timeline, ReadonlyMap<string, readonly RelatedEvent[]>>();

/** Relations of each event by event id; those that the event itself declares come first. Computed once per timeline. */
export function relatedEvents(timeline: Timeline): ReadonlyMap<string, readonly RelatedEvent[]> {
  const before = known.get(timeline);
  if (before) return before;
  const { events, unplaced, store } = timeline;
  const none = (list: readonly TimelineEvent[]): boolean => list.every((event) => event.relations.length === 0);
  // Most timelines have no relations: skip the maps.
  const related = (store.uniform || none(events)) && none(unplaced) ? new Map() : relate([...events, ...unplaced]);
  known.set(timeline, related);
  return related;
}

function relate(events: readonly TimelineEvent[]): ReadonlyMap<string, readonly RelatedEvent[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Map<string, RelatedEvent[]>();
  const seen = new Set<string>();
  const add = (event: TimelineEvent, related: RelatedEvent): void => {
    // U+0000 does not occur in the texts of a document.
    const key = [event.id, related.id, related.type, related.direction].join("\0");
    // Both events may declare the same relation: keep one entry, unless the second one has a note.
    if (seen.has(key) && related.note === undefined) return;
    seen.add(key);
    const list = found.get(event.id);
    if (list) list.push(related);
    else found.set(event.id, [related]);
  };
  for (const event of events) {
    for (const { type, to, note } of event.relations) {
      add(event, { type, direction: "to", event: byId.get(to), id: to, ...omitUndefined({ note }) });
    }
  }
  for (const event of events) {
    for (const { type, to, note } of event.relations) {
      const other = byId.get(to);
      if (!other || other === event) continue;
      const direction = SYMMETRIC.has(type) ? "to" : "from";
      add(other, { type, direction, event, id: event.id, ...omitUndefined({ note }) });
    }
  }
  return found;
}
