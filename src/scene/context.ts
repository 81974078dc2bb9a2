/** What scene builders share: words, colours, and how events become links. */
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
  /** A standalone picture has no list to lead to. */
  readonly standalone: boolean;
  readonly selected: string | null;
  readonly markSize: MarkSize;
  /** Time runs to the left: the whole picture is turned round, and its texts are turned back. */
  readonly mirrored: boolean;
  readonly measure: MeasureText;
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

export function eventColor(context: Pick<SceneContext, "timeline" | "theme">, event: PlacedEvent): string {
  const lane = context.timeline.lanes[event.lane];
  return lane ? laneColor(context.theme, lane.color) : context.theme.palette.blue;
}

/** Words of ours in the picture run as the language of the figure does, whatever they begin with. */
export function isRtlLocale(locale: Locale): boolean {
  return locale.dir === "rtl";
}

/** Whether one reads to smaller x: in a picture that is turned round, a language that runs to the right does. */
export function readsAgainstAxis({ locale, mirrored }: Pick<SceneContext, "locale" | "mirrored">): boolean {
  return isRtlLocale(locale) !== mirrored;
}

/** Whether an event is toned down because another one is selected. */
export function isDimmed(context: SceneContext, event: { readonly id: string }): boolean {
  return context.selected !== null && context.selected !== event.id;
}
