/** A timeline's sources at a glance: how much stands behind it, and how much of it is in doubt. */
import { accountsOf } from "./accounts.js";
import { STATUSES, type Status } from "./document.js";
import { publishersOf } from "./publishers.js";
import type { Timeline } from "./timeline.js";

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
  const events = [...timeline.events, ...timeline.unplaced];
  const count = (test: (event: (typeof events)[number]) => unknown): number => events.filter(test).length;
  return {
    events: events.length,
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
