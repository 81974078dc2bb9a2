/** Every way in which the state of a timeline can change. */
import type { OpenedChapters } from "../../html/list-chapters.js";
import type { EventFilter } from "../../model/events/event-filter.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { ViewContents } from "../../scene/legend/legend-contents.js";
import type { Instant } from "../../time/span.js";
import type { View } from "../../view.js";
import type { PageMetrics } from "./state.js";
import type { Change } from "./update-options.js";

/** Shows another view, and may select another event with it. */
export interface ShowAction {
  readonly type: "show";
  readonly view: View;
  /** Absent: the selection stays. */
  readonly selected?: string | null;
  /** The next animation frame paints: for gestures, which send several views a frame. Default false. */
  readonly nextFrame?: boolean;
  /** Whether the picture moves there; the state is there at once. Default false. */
  readonly eased?: boolean;
  /** Id of an event of the cluster that the view opens: the reader can go back from there. */
  readonly opens?: string;
}

/** Selects an event and shows its details. */
export interface SelectAction {
  readonly type: "select";
  readonly id: string;
  /** A view that has the event in it. */
  readonly view: View;
  /** Whether the reader asked for the details. Then `open` is emitted even if the event was selected before. */
  readonly byReader?: boolean;
}

/** Shows which event has the focus, where the picture would not: it has no label, or an aggregate holds it. */
export interface FocusAction {
  readonly type: "focus";
  readonly id: string | null;
  /** A view that has the event in it; absent: the view stays. */
  readonly view?: View;
}

/** Shows a step of the story. */
export interface StepAction {
  readonly type: "step";
  readonly step: number;
  /** Id of the event that the step is about. */
  readonly narrated: string | undefined;
  readonly view: View;
  readonly selected: string | null;
  /** Whether the picture moves there; the state is there at once. Default false. */
  readonly eased?: boolean;
}

/** Changes something that model and figure are made from. The controller adds `page`, measured before the change. */
export type FigureAction = (
  | { readonly type: "update"; readonly change: Change }
  | { readonly type: "filter"; readonly filter: EventFilter | null }
  /** Shows gaps of a compressed axis at their true length. */
  | { readonly type: "unfold"; readonly starts: readonly Instant[] }
  /** Folds all gaps again. */
  | { readonly type: "fold" }
  /** Draws skewed time in proportion, or bends it again. */
  | { readonly type: "true-scale"; readonly on: boolean }
  /** Draws the lines of all relations, or only those of the selected event. */
  | { readonly type: "relations"; readonly on: boolean }
  /** Names all events of a lane of ranges, or as many as have room again. */
  | { readonly type: "name-lane"; readonly lane: string; readonly on: boolean }
  /** Lays the whole out for paper, or for the page again. */
  | { readonly type: "paper"; readonly on: boolean }
) & { readonly page?: PageMetrics };

export type Action =
  | ShowAction
  | SelectAction
  | FocusAction
  | StepAction
  | FigureAction
  /** Shows the view from which the last cluster was opened. */
  | { readonly type: "back" }
  /** Deselects; the view goes on to its place. */
  | { readonly type: "deselect" }
  /** Deselects, and closes details or the list of a cluster. */
  | { readonly type: "close-details" }
  /** Lists the events of a cluster that no zoom parts, in place of details. */
  | { readonly type: "list-cluster"; readonly events: readonly PlacedEvent[] }
  | { readonly type: "toggle-find" }
  | { readonly type: "help"; readonly open: boolean }
  /** Which chapters of long lists are filled. */
  | { readonly type: "chapters"; readonly chapters: OpenedChapters }
  /** The container has another width, or the page another font. The next animation frame paints. */
  | { readonly type: "page"; readonly page: PageMetrics }
  /** A paint has shown something that the legend explains from now on. Nothing is painted for it. */
  | { readonly type: "explain"; readonly explained: ViewContents };
