/** The one event that is set larger than all others. */
import { memoByKey } from "../../base/memo.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";

const HIGHEST = 5;

/**
 * Of the most important events the one with a picture, else the best sourced, else the earliest. Without an event of
 * importance 5 there is none, nor where all have it.
 */
export const headlineOf = /* @__PURE__ */ memoByKey(({ store, events }: Timeline): PlacedEvent | undefined => {
  if (store.uniform) return undefined;
  const highest = events.filter(({ importance }) => importance === HIGHEST);
  if (highest.length === events.length) return undefined;
  const value = ({ media, sources }: PlacedEvent): number => (media ? 1e6 : 0) + sources.length;
  return highest.reduce<PlacedEvent | undefined>(
    (best, event) => (best && value(best) >= value(event) ? best : event),
    undefined,
  );
});
