/** Where an event stands among those that the filter leaves. */
import { labelled, word } from "../scene/accessible-names.js";
import type { PlacedEvent } from "../model/timeline.js";
import { firstIndex } from "../base/bisect.js";
import { fill, type Locale } from "../time/locale.js";
import type { HtmlContext } from "./context.js";

export interface EventPosition {
  /** Index of the event, from 0; absent for an event that the filter hides. */
  readonly at: number | undefined;
  readonly count: number;
  /** The event before; absent for the first one. */
  readonly before: PlacedEvent | undefined;
  /** The event after; absent for the last one. */
  readonly after: PlacedEvent | undefined;
}

/** The position of an event in order of time. */
export function positionAmong(
  { id }: Pick<PlacedEvent, "id">,
  { timeline, shown }: Pick<HtmlContext, "timeline" | "shown">,
): EventPosition {
  const { events, store } = shown?.timeline ?? timeline;
  const found = store.indexOf(id);
  if (found >= 0) return { at: found, count: events.length, before: events[found - 1], after: events[found + 1] };
  const place = timeline.store.indexOf(id);
  const next = firstIndex(0, events.length, (i) => timeline.store.indexOf((events[i] as PlacedEvent).id) > place);
  return { at: undefined, count: events.length, before: events[next - 1], after: events[next] };
}

/** "14 of 21"; empty for an event that the filter hides. */
export function positionInWords({ at, count }: EventPosition, locale: Locale): string {
  return at === undefined ? "" : fill(word(locale, "position"), at + 1, count);
}

/** What a screen reader hears when another event is selected: "14 of 21: The treaty enters into force". */
export function positionAndTitle(
  event: PlacedEvent,
  context: Pick<HtmlContext, "timeline" | "shown" | "locale">,
): string {
  const position = positionInWords(positionAmong(event, context), context.locale);
  return position === "" ? event.title : labelled(position, event.title, context.locale);
}
