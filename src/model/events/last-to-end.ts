import type { PlacedEvent } from "./event.js";
import type { EventStore } from "./event-store.js";

/**
 * The event that ends last, and whether any event continues to the present. An event that continues counts as if it ended
 * at its start.
 */
export function lastToEnd({
  events,
  numbers: { start, end },
}: EventStore): { readonly last: PlacedEvent; readonly continues: boolean } | undefined {
  const size = start.length;
  let continues = false;
  let at = -1;
  let latest = Number.NEGATIVE_INFINITY;
  // The first painting waits for this loop: it reads numbers, because reading an event of a lazy store creates it.
  for (let i = 0; i < size; i++) {
    let reached = end[i] as number;
    if (reached === Number.POSITIVE_INFINITY) {
      continues ||= (events[i] as PlacedEvent).span.openEnd === "open";
      reached = start[i] as number;
    }
    if (reached < latest) continue;
    at = i;
    latest = reached;
  }
  return at < 0 ? undefined : { last: events[at] as PlacedEvent, continues };
}
