import { publisherCount } from "../../model/sources/publishers.js";
import type { TimelineEvent } from "../../model/timeline.js";
import { MARK_HEIGHT } from "../metrics.js";

/** What the size of a mark says: how important its event is, or how many publishers stand behind it. */
export type MarkSize = "importance" | "publishers";

/** Importance that a mark of no, one, two, and three or more publishers looks like. */
const IMPORTANCE_BY_PUBLISHERS = [1, 2, 3, 5] as const;

/** Height of an event's mark, in px. */
export function markHeight(event: TimelineEvent, size: MarkSize): number {
  const rank =
    size === "importance"
      ? event.importance
      : IMPORTANCE_BY_PUBLISHERS[Math.min(3, publisherCount(event)) as 0 | 1 | 2 | 3];
  return MARK_HEIGHT[rank];
}
