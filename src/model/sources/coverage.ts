/** Counts the sources of a timeline and the events whose date or status is in doubt. */
import { differingClaims } from "./claims.js";
import { STATUSES, type Status } from "../document/document.js";
import { publishersOf } from "./publishers.js";
import type { Timeline, TimelineEvent } from "../timeline.js";

export interface Coverage {
  /** Number of events, including those that cannot be placed in time. */
  readonly events: number;
  readonly sources: number;
  readonly publishers: number;
  readonly status: Readonly<Record<Status, number>>;
  /** Numbers of events whose date is approximate, is uncertain, or differs between sources. One event may count three times. */
  readonly approximate: number;
  readonly uncertain: number;
  readonly differing: number;
  readonly unsourced: number;
}

export function coverageOf(timeline: Timeline): Coverage {
  const { events, unplaced } = timeline;
  const { uniform } = timeline.store;
  const placed = uniform ? events.slice(0, 1) : events;
  const status = Object.fromEntries(STATUSES.map((name) => [name, 0])) as Record<Status, number>;
  let [approximate, uncertain, differing, unsourced] = [0, 0, 0, 0];
  const count = (list: readonly TimelineEvent[], times: number): void => {
    for (const event of list) {
      status[event.status] += times;
      if (event.span?.approximate) approximate += times;
      if (event.span?.uncertain) uncertain += times;
      if (differingClaims(event).length > 0) differing += times;
      if (event.sources.length === 0) unsourced += times;
    }
  };
  count(placed, uniform ? events.length : 1);
  count(unplaced, 1);
  return {
    events: events.length + unplaced.length,
    sources: timeline.sources.length,
    publishers: publishersOf(timeline).length,
    ...{ status, approximate, uncertain, differing, unsourced },
  };
}
