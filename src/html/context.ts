/** What the HTML parts share. */
import type { FigureLayout } from "../layout/types.js";
import type { EventFilter } from "../model/events/event-filter.js";
import type { FilteredEvents } from "../model/events/filter-events.js";
import type { PlacedEvent } from "../model/timeline.js";
import type { StoryStep } from "../options.js";
import type { SceneContext } from "../scene/context.js";
import type { ViewContents } from "../scene/legend/legend-contents.js";
import type { View } from "../view.js";
import type { OpenedChapters } from "./list-chapters.js";

/** What a reader has opened and set; nothing of it without a script. */
export interface HtmlState {
  /** A script is in charge: buttons work. Without one they stay hidden. */
  readonly live: boolean;
  readonly finding: boolean;
  readonly filter: EventFilter | null;
  readonly help: boolean;
  /** Events of a cluster that no zoom can part, listed in place of details. */
  readonly group: readonly PlacedEvent[] | undefined;
  /** The step of the story that shows. */
  readonly step: number;
  /** The event that it tells of, until the reader asks for its details. */
  readonly narrated: string | undefined;
  /** Whether empty stretches are folded, or have been opened; absent where there are none. */
  readonly folds: "closed" | "open" | undefined;
  /** What is open of long lists. */
  readonly chapters: OpenedChapters;
  /** What an earlier view made the key explain: it stays, so that the page does not jump as one zooms. */
  readonly explained: ViewContents;
}

/** As a server writes it. */
export const STATIC_STATE: HtmlState = {
  live: false,
  finding: false,
  filter: null,
  help: false,
  group: undefined,
  step: 0,
  narrated: undefined,
  folds: undefined,
  chapters: "all",
  explained: { clusters: false, wideDates: false, sourceNumbers: false },
};

export interface HtmlContext extends SceneContext, HtmlState {
  readonly view: View;
  readonly layout: FigureLayout;
  readonly steps: readonly StoryStep[];
  /** The events that the filter leaves; absent without a filter. */
  readonly shown: FilteredEvents | undefined;
}

/**
 * The event whose details are open. Down the page they are a sheet over the picture: there they do not say again what a story
 * says already.
 */
export function detailedEvent({
  selected,
  narrated,
  layout,
}: Pick<HtmlContext, "selected" | "narrated" | "layout">): string | null {
  return selected === narrated && layout.orientation === "vertical" ? null : selected;
}

/** What the words of events and sources need to know: nothing of the view, so that they can be kept from frame to frame. */
export type WordContext = Pick<HtmlContext, "timeline" | "locale" | "idPrefix">;

/** What the details panel knows beside: colours, and whether its buttons work. */
export type PanelContext = WordContext & Pick<HtmlContext, "theme" | "live">;
