/** A hand on the picture, or a wheel that zooms it, takes over a view on its way: the view stops where it is. */
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

export function createTakeOver({ element, painting }: TimelineContext): Behavior {
  const takeOver = (event: Event): void => {
    if ((event.target as Element).closest(".dl-figure")) painting.takeOver();
  };
  const wheel = (event: WheelEvent): void => {
    // A plain wheel scrolls the page.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.deltaX !== 0) takeOver(event);
  };
  // Before the behaviours of the gestures: they begin at the view that the page shows.
  return { stop: listen(element, { pointerdown: takeOver, wheel }, { capture: true, passive: true }) };
}
