/** The one event that is set larger than all others. */
import { memoByKey } from "../../base/memo.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";

const HIGHEST = 5;

/**
 * The earliest event that its author makes the headline; else, of the events of importance 5, the one with an image, else the
 * one with most sources, else the earliest. Without an event of importance 5 there is none, nor where all have it.
 */
export const headlineOf = /* @__PURE__ */ memoByKey(({ store, events }: Timeline): PlacedEvent | undefined => {
  if (store.uniform) return undefined;
  const chosen = events.find(({ headline }) => headline);
  if (chosen) return chosen;
  const highest = events.filter(({ importance }) => importance === HIGHEST);
  if (highest.length === events.length) return undefined;
  return highest
    .filter(({ headline }) => headline !== false)
    .reduce<PlacedEvent | undefined>((best, event) => (best && value(best) >= value(event) ? best : event), undefined);
});

/** More than any event has sources. */
const IMAGE_VALUE = 1e6;

function value({ media, sources }: PlacedEvent): number {
  return (media.length > 0 ? IMAGE_VALUE : 0) + sources.length;
}
