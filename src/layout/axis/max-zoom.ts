import { DAY } from "../../time/calendar.js";
import type { Scale } from "../../time/scale.js";

/** Shortest window of a scale in time, in ms: a thousandth of a day. */
const WINDOW_MIN_MS = DAY / 1000;
/** Shortest windows of the other scales: in events, and as a logarithm. */
const EQUAL_WINDOW_MIN = 1.5;
const LOG_WINDOW_MIN = 1e-4;
const MAX_ZOOM = 1e9;

/** Largest useful zoom factor of a scale: the whole domain divided by its shortest window. */
export function maxZoom({ type, segments = [], domain: [first, last] }: Scale): number {
  // Axis units a millisecond, in the segment that is drawn widest.
  const widest = segments.reduce((most, { start, end, from, to }) => Math.max(most, (to - from) / (end - start)), 0);
  const shortest = {
    time: WINDOW_MIN_MS,
    segmented: WINDOW_MIN_MS * widest,
    compressed: WINDOW_MIN_MS,
    equal: EQUAL_WINDOW_MIN,
    log: LOG_WINDOW_MIN,
  }[type];
  return Math.min(MAX_ZOOM, Math.max(1, (last - first) / shortest));
}
