/** How events are related, seen from either side: an event that reports another is also what reported it. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Timeline, TimelineEvent } from "../timeline.js";

export interface RelatedEvent {
  readonly type: string;
  /** `to`: this event names the other. `from`: the other names this one. A relation without direction is always `to`. */
  readonly direction: "to" | "from";
  /** Absent when there is no event with the id. */
  readonly event: TimelineEvent | undefined;
  readonly id: string;
  readonly note?: string;
}

/** Relations that mean the same from both sides. */
const SYMMETRIC: ReadonlySet<string> = new Set(["contradicts"]);

const remembered = new WeakMap<Timeline, ReadonlyMap<string, readonly RelatedEvent[]>>();

/** The relations of each event by its id, its own first. Worked out once for a timeline. */
export function relatedEvents(timeline: Timeline): ReadonlyMap<string, readonly RelatedEvent[]> {
  const known = remembered.get(timeline);
  if (known) return known;
  const { events, unplaced, store } = timeline;
  const none = (list: readonly TimelineEvent[]): boolean => list.every((event) => event.relations.length === 0);
  // Most timelines have none, however long they are.
  const related = (store.uniform || none(events)) && none(unplaced) ? new Map() : relate([...events, ...unplaced]);
  remembered.set(timeline, related);
  return related;
}

function relate(events: readonly TimelineEvent[]): ReadonlyMap<string, readonly RelatedEvent[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Map<string, RelatedEvent[]>();
  const said = new Set<string>();
  const add = (event: TimelineEvent, related: RelatedEvent): void => {
    // No text of a document holds the character between.
    const key = [event.id, related.id, related.type, related.direction].join("\0");
    // What both events say of each other is said once; a note of its own is kept.
    if (said.has(key) && related.note === undefined) return;
    said.add(key);
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
