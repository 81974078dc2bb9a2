import { DAY } from "../../time/calendar.js";
import type { Scale } from "../../time/scale.js";

/** The shortest window of a scale in time is a thousandth of a day. */
const SHORTEST_WINDOW = DAY / 1000;
const DEEPEST = 1e9;

/** How many times an axis can be magnified before there is nothing more to see. */
export function deepestOf({ type, domain: [first, last] }: Scale): number {
  const shortest = { time: SHORTEST_WINDOW, compressed: SHORTEST_WINDOW, equal: 1.5, log: 1e-4 }[type];
  return Math.min(DEEPEST, Math.max(1, (last - first) / shortest));
}
