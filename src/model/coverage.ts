/** A timeline's sources at a glance: how much stands behind it, and how much of it is in doubt. */
import { accountsOf } from "./accounts.js";
import { STATUSES, type Status } from "./document.js";
import { publishersOf } from "./publishers.js";
import { tableOf } from "./event-table.js";
import type { Timeline, TimelineEvent } from "./timeline.js";

export interface Coverage {
  /** All events, those without a place in time among them. */
  readonly events: number;
  readonly sources: number;
  readonly publishers: number;
  readonly status: Readonly<Record<Status, number>>;
  /** Events whose date is approximate; uncertain; given differently by their sources. One may be all three. */
  readonly approximate: number;
  readonly uncertain: number;
  readonly differing: number;
  readonly unsourced: number;
}

export function coverageOf(timeline: Timeline): Coverage {
  const { events, unplaced } = timeline;
  const table = tableOf(events) !== undefined;
  // In all that is counted here, events of a table are like their first.
  const placed = table ? events.slice(0, 1) : events;
  const count = (test: (event: TimelineEvent) => unknown): number =>
    placed.filter(test).length * (table ? events.length : 1) + unplaced.filter(test).length;
  return {
    events: events.length + unplaced.length,
    sources: timeline.sources.length,
    publishers: publishersOf(timeline).length,
    status: Object.fromEntries(
      STATUSES.map((status) => [status, count((event) => event.status === status)]),
    ) as Coverage["status"],
    approximate: count((event) => event.span?.approximate),
    uncertain: count((event) => event.span?.uncertain),
    differing: count((event) => accountsOf(event).length > 0),
    unsourced: count((event) => event.sources.length === 0),
  };
}
