/** The public events of a live timeline. */
import type { Issue } from "../../base/issue.js";
import type { Instant } from "../../time/span.js";

/** The time in view, in milliseconds since 1970 of the timeline's wall clock, and the selection. */
export interface TimelineView {
  readonly start: Instant;
  readonly end: Instant;
  /** Id of the selected event. */
  readonly selected: string | null;
}

/** The detail of each type of event. The container also dispatches each as a CustomEvent: `datelines:select` and so on. */
export interface TimelineEvents {
  /** The selection changed; `null` is none. */
  select: { id: string | null };
  /** The details of an event have opened. */
  open: { id: string };
  /** Another part of time is in view. A gesture emits this with each of its moves. */
  viewchange: TimelineView;
  /** The filter changed, and the page shows it: how many events it leaves. */
  filter: { shown: number; total: number };
  /** Another step of the story shows, counted from 0. */
  step: { step: number };
  /** A document was read: its issues, and those of the options for it. */
  issues: { issues: readonly Issue[] };
}
