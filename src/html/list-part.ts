import type { FigureLayout } from "../layout/figure-layout.js";
import { placeOfEvent } from "../model/event-table.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import type { IdSet } from "../model/event-filter.js";

/** A list of everything serves nobody where nobody can read it; so many of what is in view are listed. */
const LISTED = 100;

/**
 * The part of a long list that is written: the first events in view, in order of time, that a filter leaves. What the
 * reader moves or filters the figure to is listed in its place.
 */
export function listedPart(
  { events }: Timeline,
  { frames, start, end }: FigureLayout,
  shown: IdSet | undefined,
): readonly PlacedEvent[] {
  let [from, to] = [events.length, -1];
  const reach = (event: PlacedEvent): void => {
    const place = placeOfEvent(events, event.id);
    from = Math.min(from, place);
    to = Math.max(to, place);
  };
  for (const { marks, clusters } of frames) {
    for (const { event, t0, t1 } of marks) if (t0 <= end && t1 >= start) reach(event);
    for (const cluster of clusters) {
      if (cluster.to < start || cluster.from > end) continue;
      reach(cluster.first);
      reach(cluster.last);
    }
  }
  const listed: PlacedEvent[] = [];
  for (let place = from; place <= to && listed.length < LISTED; place++) {
    const event = events[place] as PlacedEvent;
    if (!shown || shown.has(event.id)) listed.push(event);
  }
  return listed;
}
