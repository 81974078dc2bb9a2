/** What a live timeline tells of itself. */
import type { Issue } from "../../base/issue.js";
import type { Instant } from "../../time/span.js";

/** What is in view, in time: milliseconds since 1970 of the timeline's wall clock. */
export interface TimelineView {
  readonly start: Instant;
  readonly end: Instant;
  /** Id of the selected event. */
  readonly selected: string | null;
}

/** What each kind of event tells. On the container they are dispatched as `datelines:select` and so on, told in `detail`. */
export interface TimelineEvents {
  /** Another event is selected, or none. */
  select: { id: string | null };
  /** The details of an event have opened. */
  open: { id: string };
  /** Another part of time is in view; while a gesture goes on, with each of its moves. */
  viewchange: TimelineView;
  /** How many events the filter leaves, once they show. */
  filter: { shown: number; total: number };
  /** The step of the story that shows, from 0. */
  step: { step: number };
  /** A document was read, and this is wrong with it. */
  issues: { issues: readonly Issue[] };
}
