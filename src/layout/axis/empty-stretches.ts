/**
 * Finds the stretches of time that a compressed axis may fold: no event happens, begins or ends in them. An imprecise date
 * occupies its whole precision (a month, a year); an interval occupies only the precision of its two ends.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Instant, Span } from "../../time/span.js";

type Stretch = readonly [Instant, Instant];

/**
 * @param extent first and last instant of the axis; it may exceed the events
 * @param shortest stretches up to this length are ignored, in ms
 */
export function emptyStretches(
  { lanes, store: { events, samples } }: Pick<EventIndex, "lanes" | "store">,
  [first, last]: Stretch,
  shortest: number,
): Stretch[] {
  const taken: Stretch[] = [
    [first, first],
    [last, last],
  ];
  for (const { size, event, start, end } of lanes) {
    let run: [Instant, Instant] | undefined;
    for (let i = 0; i < size; i++) {
      const from = start[i] as number;
      const to = end[i] as number;
      // A short event holds no stretch inside it, so its span is not read: that keeps a million events fast.
      // An event without a start has length 0 in the index and must be read.
      if (!(from < to && to - from <= shortest))
        addPossibleTimes((events[event[i] as number] as PlacedEvent).span, taken);
      // Neighbours that are close together count as one run.
      else if (run && from - run[1] <= shortest) run[1] = Math.max(run[1], to);
      else taken.push((run = [from, to]));
    }
  }
  for (const { claims } of samples) {
    for (const { date } of claims) if (date.span) addPossibleTimes(date.span, taken);
  }
  // Without events there is nothing to fold.
  if (taken.length === 2) return [];
  taken.sort((a, b) => a[0] - b[0]);
  const found: Stretch[] = [];
  let covered = first;
  for (const [from, to] of taken) {
    if (from - covered > shortest) found.push([covered, from]);
    covered = Math.max(covered, to);
  }
  return found;
}

/** Adds the times at which a span may have happened, begun or ended. */
function addPossibleTimes(span: Span, taken: Stretch[]): void {
  const add = (from: Instant, to: Instant): void => {
    if (Number.isFinite(from) && Number.isFinite(to)) taken.push([from, to]);
  };
  const { kind, start, end, from, to, members } = span;
  if (members) for (const member of members) addPossibleTimes(member, taken);
  else if (kind === "moment") add(start, end);
  else for (const limit of [from, to]) if (limit) add(limit.start, limit.end);
}
