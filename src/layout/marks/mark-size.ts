import { publisherCount } from "../../model/sources/publishers.js";
import type { TimelineEvent } from "../../model/timeline.js";
import { MARK_HEIGHT } from "../metrics.js";

/** What the size of a mark shows: the importance of its event, or the number of publishers that report it. */
export type MarkSize = "importance" | "publishers";

/** Importance whose size a mark takes with no, one, two, or three and more publishers. */
const IMPORTANCE_BY_PUBLISHERS = [1, 2, 3, 5] as const;

/** Height of an event's mark, in px. */
export function markHeight(event: TimelineEvent, size: MarkSize): number {
  const rank =
    size === "importance"
      ? event.importance
      : IMPORTANCE_BY_PUBLISHERS[Math.min(3, publisherCount(event)) as 0 | 1 | 2 | 3];
  return MARK_HEIGHT[rank];
}

/** How much longer than high a mark is at least when its length is drawn, in px. */
const WIDE_EXCESS = 4;

/** Whether a mark is drawn over its extent; otherwise it is a dot in the middle of it. */
export function isWide(t0: number, t1: number, height: number): boolean {
  return t1 - t0 >= height + WIDE_EXCESS;
}
