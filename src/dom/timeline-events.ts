/** What a live timeline tells of itself. */
import type { Issue } from "../base/issue.js";
import type { Instant } from "../time/span.js";

/** What is in view, in time: milliseconds since 1970 of the timeline's wall clock. */
export interface TimelineView {
  readonly start: Instant;
  readonly end: Instant;
  /** Id of the selected event. */
  readonly selected: string | null;
}

export interface TimelineEvents {
  select: { id: string | null };
  open: { id: string };
  viewchange: TimelineView;
  /** How many events the filter leaves. */
  filter: { shown: number; total: number };
  /** The step of the story that shows, from 0. */
  step: { step: number };
  issues: { issues: readonly Issue[] };
}
