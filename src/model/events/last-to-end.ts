import { tableOf } from "./event-store.js";
import type { PlacedEvent, Timeline } from "../timeline.js";

/** The event that ends last, one that goes on counted as if it ended where it begins; and whether one goes on. */
export function lastToEnd(
  events: Timeline["events"],
): { readonly last: PlacedEvent; readonly goesOn: boolean } | undefined {
  const table = tableOf(events);
  const { start, end } = (table?.places ? table.whole : table) ?? {};
  const size = events.length;
  let goesOn = false;
  let at = -1;
  let latest = Number.NEGATIVE_INFINITY;
  // There may be a million, and the first painting waits: a table's list makes what it is asked for, so it is not asked.
  for (let i = 0; i < size; i++) {
    const place = table?.places ? (table.places[i] as number) : i;
    let reached = end ? (end[place] as number) : (events[i] as PlacedEvent).span.end;
    if (reached === Number.POSITIVE_INFINITY) {
      goesOn ||= (events[i] as PlacedEvent).span.openEnd === "open";
      reached = start ? (start[place] as number) : (events[i] as PlacedEvent).span.start;
    }
    if (reached < latest) continue;
    at = i;
    latest = reached;
  }
  return at < 0 ? undefined : { last: events[at] as PlacedEvent, goesOn };
}
