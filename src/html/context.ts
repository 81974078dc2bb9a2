/** Input that the HTML parts share. */
import type { FigureLayout } from "../layout/types.js";
import type { EventFilter } from "../model/events/event-filter.js";
import type { FilteredEvents } from "../model/events/filter-events.js";
import type { PlacedEvent } from "../model/timeline.js";
import type { StoryStep } from "../options.js";
import type { SceneContext } from "../scene/context.js";
import type { ViewContents } from "../scene/legend/legend-contents.js";
import type { Scale } from "../time/scale.js";
import type { View } from "../view.js";
import type { OpenedChapters } from "./list-chapters.js";

/** State of the reader's interface; constant without a script. */
export interface HtmlState {
  /** True when a browser script runs; without one, buttons are hidden. */
  readonly live: boolean;
  /** True when the find panel is open. */
  readonly finding: boolean;
  readonly filter: EventFilter | null;
  /** True when the help dialog is open. */
  readonly help: boolean;
  /** Events of a cluster that zooming cannot separate, listed instead of details. */
  readonly group: readonly PlacedEvent[] | undefined;
  /** Index of the story's current step. */
  readonly step: number;
  /** Id of the event of the current step, until the reader opens its details. */
  readonly narrated: string | undefined;
  /** Whether empty stretches are folded or opened; `undefined` where there are none. */
  readonly folds: "closed" | "open" | undefined;
  /** Skewed time is drawn in proportion, because the reader asked for it. */
  readonly isTrueScale: boolean;
  /** Whether the reader has opened a cluster and can go back. */
  readonly canGoBack: boolean;
  /** Whether the lines of all relations show, because the reader asked for them; `undefined` where there are no lines. */
  readonly allRelations: boolean | undefined;
  /** Open chapters of long lists. */
  readonly chapters: OpenedChapters;
  /** Legend contents of earlier views; they stay, so that the page does not jump while zooming. */
  readonly explained: ViewContents;
}

/** The state that a server renders. */
export const STATIC_STATE: HtmlState = {
  live: false,
  finding: false,
  filter: null,
  help: false,
  group: undefined,
  step: 0,
  narrated: undefined,
  folds: undefined,
  isTrueScale: false,
  canGoBack: false,
  allRelations: undefined,
  chapters: "all",
  explained: { clusters: false, wideDates: false, sourceNumbers: false },
};

export interface HtmlContext extends SceneContext, HtmlState {
  readonly view: View;
  readonly layout: FigureLayout;
  /** The scale of the figure. */
  readonly scale: Scale;
  readonly steps: readonly StoryStep[];
  /** Whether the description stays whole on a phone. */
  readonly wholeDeck: boolean;
  /** The events that the filter leaves; absent without a filter. */
  readonly shown: FilteredEvents | undefined;
}

/**
 * Id of the event whose details are open. Details cover a part of the picture, so they stay closed for the event that the
 * story describes.
 */
export function detailedEvent({ selected, narrated }: Pick<HtmlContext, "selected" | "narrated">): string | null {
  return selected === narrated ? null : selected;
}

/** Whether distances on the axis are not in proportion to time, so that words say them. */
export function isBent({ layout }: Pick<HtmlContext, "layout">): boolean {
  return layout.scaleType === "segmented";
}

/** Input for texts about events and sources. It excludes the view, so that the texts can be cached. */
export type WordContext = Pick<HtmlContext, "timeline" | "locale" | "idPrefix">;

/** Input for the details. */
export type PanelContext = WordContext & Pick<HtmlContext, "theme" | "live" | "shown">;
