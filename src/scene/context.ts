/** Input that all scene builders share, and the ids that link marks, list and bibliography. */
import type { MeasureText } from "../base/text-width.js";
import type { MarkSize } from "../layout/marks/mark-size.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import type { Locale } from "../time/locale.js";
import { prefixedId } from "./node.js";
import { laneColor, type Theme } from "./theme.js";

export interface SceneContext {
  readonly timeline: Timeline;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly idPrefix: string;
  /** True for a picture without a page, which has no list to link to. */
  readonly standalone: boolean;
  readonly selected: string | null;
  readonly markSize: MarkSize;
  /** True when time runs to the left: the picture is mirrored, and its texts are mirrored back. */
  readonly mirrored: boolean;
  readonly measure: MeasureText;
  /** Words for the time since the event before in its lane; absent where distances on the axis are in proportion. */
  readonly sinceBefore?: ((event: PlacedEvent) => string) | undefined;
}

/** Id of an event's entry in the list. */
export function entryId(context: Pick<SceneContext, "idPrefix">, event: { readonly id: string }): string {
  return prefixedId(`${context.idPrefix}-entry`, event.id);
}

/** Id of the list of events. */
export function listId(context: Pick<SceneContext, "idPrefix">): string {
  return `${context.idPrefix}-list`;
}

/** Id of a source's entry in the bibliography. */
export function sourceId(context: Pick<SceneContext, "idPrefix">, number: number): string {
  return `${context.idPrefix}-source-${number}`;
}

/** Colour of an event: that of its lane. */
export function eventColor(context: Pick<SceneContext, "timeline" | "theme">, event: PlacedEvent): string {
  const lane = context.timeline.lanes[event.lane];
  return lane ? laneColor(context.theme, lane.color) : context.theme.palette.blue;
}

/** Whether the locale is written from right to left; the figure's own texts follow it whatever they begin with. */
export function isRtlLocale(locale: Locale): boolean {
  return locale.dir === "rtl";
}

/** Whether reading direction is opposite to x: in a right-to-left locale, or in a mirrored picture of a left-to-right one. */
export function readsAgainstAxis({ locale, mirrored }: Pick<SceneContext, "locale" | "mirrored">): boolean {
  return isRtlLocale(locale) !== mirrored;
}

/** Whether an event is dimmed because another one is selected. */
export function isDimmed(context: SceneContext, event: { readonly id: string }): boolean {
  return context.selected !== null && context.selected !== event.id;
}
