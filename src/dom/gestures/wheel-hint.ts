import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { isZoomingWheel, sidewaysPx } from "./wheel.js";

/** The hint hides after this long, in ms. */
const HINT_DURATION_MS = 1500;

/** Says over the picture how to zoom when the reader turns the wheel there, which scrolls the page. */
export function createWheelHint({ element, query, timers, window }: TimelineContext): Behavior {
  const onWheel = (event: WheelEvent): void => {
    const hint = query(".dl-hint");
    const picture = (event.target as Element).closest(".dl-figure");
    if (!hint || !picture || isZoomingWheel(event) || sidewaysPx(event) !== 0 || event.deltaY === 0) return;
    const { top, bottom } = picture.getBoundingClientRect();
    // The middle of what is seen of the picture.
    const middle = (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2;
    hint.style.top = `${middle - element.getBoundingClientRect().top}px`;
    hint.hidden = false;
    timers.set("hint", HINT_DURATION_MS, () => {
      hint.hidden = true;
    });
  };
  return { stop: listen(element, { wheel: onWheel }, { passive: true }) };
}
