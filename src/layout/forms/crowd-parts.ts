/** What horizontal and vertical figures share of drawing a crowd. */
import { firstAtLeast } from "../../base/bisect.js";
import type { ClusterBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LanePart } from "./crowd-shape.js";

/** From the line to the foot of the crowd, in px. */
export const CROWD_FOOT = 9;
/** Diameter of a dot that stands alone on the line, in px. */
export const ALONE_DOT = 5.5;
/** A column of bars with more events has none that stands alone. */
export const APART_MAX = 8;
/** A bar this much lower than the highest of its lane is no peak, as a part. */
export const PEAK_PART = 0.999;
/** Piles with so many events say how many, where none within so many px is higher. */
export const COUNTED_MIN = 10;
export const COUNTED_APART = 24;

/** Which piles say how many they hold: those higher than all near them. Piles are in order of their places, in px. */
export function saidCounts(piles: readonly { readonly from: number; readonly count: number }[]): boolean[] {
  return piles.map(({ from, count }, i) => {
    if (count < COUNTED_MIN) return false;
    for (const step of [-1, 1]) {
      for (let k = i + step; ; k += step) {
        const other = piles[k];
        if (!other || Math.abs(other.from - from) >= COUNTED_APART) break;
        if (step < 0 ? other.count >= count : other.count > count) return false;
      }
    }
    return true;
  });
}

/** How many of some ascending positions are among `[first, end)`. */
export function countAmong(positions: readonly number[], { first, end }: LanePart): number {
  return firstAtLeast(positions, end) - firstAtLeast(positions, first);
}

/**
 * The events of parts of a lane that are drawn nowhere else; they are gone through when they are asked for.
 *
 * @param apart positions of events that are drawn elsewhere
 * @param count number of the others
 */
export function membersOf(
  lane: ProjectedLane,
  parts: readonly LanePart[],
  apart: ReadonlySet<number>,
  count: number,
): Pick<ClusterBox, "places" | "events" | "first" | "last" | "count"> {
  let [first, last] = [(parts[0] as LanePart).first, (parts.at(-1) as LanePart).end - 1];
  while (apart.has(first)) first++;
  while (apart.has(last)) last--;
  return {
    places: lane,
    events: () =>
      parts.flatMap((part) => {
        const events = [];
        for (let at = part.first; at < part.end; at++) if (!apart.has(at)) events.push(lane.event(at));
        return events;
      }),
    first: lane.event(first),
    last: lane.event(last),
    count,
  };
}
