import { tableOf } from "./event-table.js";
import type { PlacedEvent, Timeline } from "./timeline.js";

/** The event that ends last, one that goes on counted as if it ended where it begins; and whether one goes on. */
export function lastToEnd(
  events: Timeline["events"],
): { readonly last: PlacedEvent; readonly goesOn: boolean } | undefined {
  const table = tableOf(events);
  const numbers = table?.places ? table.whole : table;
  let goesOn = false;
  let [at, latest] = [-1, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < events.length; i++) {
    // Events of a table are not made for this.
    const place = table?.places ? (table.places[i] as number) : i;
    const { start, end } = numbers
      ? { start: numbers.start[place] as number, end: numbers.end[place] as number }
      : (events[i] as PlacedEvent).span;
    const isOpen = end === Number.POSITIVE_INFINITY;
    if (isOpen) goesOn ||= (events[i] as PlacedEvent).span.openEnd === "open";
    const reached = isOpen ? start : end;
    if (reached >= latest) [at, latest] = [i, reached];
  }
  return at < 0 ? undefined : { last: events[at] as PlacedEvent, goesOn };
}
