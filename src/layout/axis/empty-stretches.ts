/**
 * Stretches of time in which nothing happened, begins or ends: what an axis may fold. A date that is known to a month may
 * be any day of it, so all of the month is taken; of something that lasted, what is known of its ends is.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Instant, Span } from "../../time/span.js";

type Stretch = readonly [Instant, Instant];

/**
 * @param extent of the axis, which may begin before the first event and end after the last
 * @param shortest length from which on a stretch counts, in ms
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
      // What is shorter has no room for such a stretch, whatever it is: of a million events few are looked at. One without a
      // beginning stands at its end, and has no length.
      if (!(from < to && to - from <= shortest))
        addPossibleTimes((events[event[i] as number] as PlacedEvent).span, taken);
      // Nor has what lies between two that are near each other.
      else if (run && from - run[1] <= shortest) run[1] = Math.max(run[1], to);
      else taken.push((run = [from, to]));
    }
  }
  for (const { claims } of samples) {
    for (const { date } of claims) if (date.span) addPossibleTimes(date.span, taken);
  }
  // Of nothing at all there is nothing to fold.
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

/** When something may have happened, begun or ended. */
function addPossibleTimes(span: Span, taken: Stretch[]): void {
  const add = (from: Instant, to: Instant): void => {
    if (Number.isFinite(from) && Number.isFinite(to)) taken.push([from, to]);
  };
  const { kind, start, end, from, to, members } = span;
  if (members) for (const member of members) addPossibleTimes(member, taken);
  else if (kind === "moment") add(start, end);
  else for (const limit of [from, to]) if (limit) add(limit.start, limit.end);
}
