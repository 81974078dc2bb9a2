import { DAY } from "../../time/calendar.js";
import type { Scale } from "../../time/scale.js";

/** The shortest window of a scale in time is a thousandth of a day. */
const WINDOW_MIN_MS = DAY / 1000;
const MAX_ZOOM = 1e9;

/** How many times an axis can be magnified before there is nothing more to see. */
export function maxZoom({ type, domain: [first, last] }: Scale): number {
  const shortest = { time: WINDOW_MIN_MS, compressed: WINDOW_MIN_MS, equal: 1.5, log: 1e-4 }[type];
  return Math.min(MAX_ZOOM, Math.max(1, (last - first) / shortest));
}
