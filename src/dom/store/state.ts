/** The state of a live timeline: one immutable value, which only the reducer replaces. */
import type { MeasureText } from "../../base/text-width.js";
import { type HtmlState, STATIC_STATE } from "../../html/context.js";
import type { EventFilter } from "../../model/events/event-filter.js";
import type { TimelineOptions } from "../../options.js";
import type { Instant } from "../../time/span.js";
import type { View } from "../../view.js";

/** What the page gives a timeline: room, and a measure of text in the page's font. */
export interface PageMetrics {
  /** Width of the container in px at a root font of 16 px; absent where the default of the option `width` holds. */
  readonly width: number | undefined;
  /** Absent where the built-in table of text widths holds. */
  readonly measure: MeasureText | undefined;
}

/** The part of the state that model and figure are made from. */
export interface FigureInputs {
  /** A timeline document as the caller gave it. */
  readonly document: unknown;
  /** Options as the caller gave them, without defaults. */
  readonly given: TimelineOptions;
  readonly page: PageMetrics;
  /** The filter that holds now, set by options, by code or by the reader. */
  readonly filter: EventFilter | null;
  /** Beginnings of the gaps that the reader has unfolded; absent while all are folded. */
  readonly unfolded: ReadonlySet<Instant> | undefined;
  /** Ids of the lanes that show all their names; absent while none does. */
  readonly namedLanes: ReadonlySet<string> | undefined;
  /** Whether the reader asked for a proportional scale in place of a bent one. */
  readonly isTrueScale: boolean;
  /** Whether the lines of all relations show. */
  readonly allRelations: boolean;
  /** Whether the page is being printed: then the figure is laid out for paper. */
  readonly isOnPaper: boolean;
}

/** What the reader has opened beside the picture. */
export type PanelState = Pick<HtmlState, "finding" | "help" | "group" | "step" | "narrated" | "chapters" | "explained">;

export interface TimelineState extends FigureInputs, PanelState {
  /** The part of the axis in view, in units of the axis of the current figure. */
  readonly view: View;
  /** Id of the selected event. */
  readonly selected: string | null;
  /** Id of the event that has the focus of the keyboard, where the picture shows that by a label or a mark of its own. */
  readonly focused: string | null;
  /** The views from which the reader opened one cluster after another, each with an event of its cluster. */
  readonly trail: readonly { readonly view: View; readonly event: string }[];
  /** Increments whenever a filter is set; a filter that is still being computed compares it and cancels itself. */
  readonly filterChangeCount: number;
}

/** Panels of a new timeline. */
export function initialPanels(isHydrated: boolean): PanelState {
  const { finding, help, group, step, narrated, explained, chapters } = STATIC_STATE;
  // A list that a server wrote is complete and stays complete; a new one is filled as the reader opens it.
  return { finding, help, group, step, narrated, explained, chapters: isHydrated ? chapters : new Set() };
}
