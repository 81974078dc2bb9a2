import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

/** The hint hides after this long, in ms. */
const HINT_DURATION_MS = 1500;

/** Says how to zoom when the reader turns the wheel over the figure, which scrolls the page. */
export function createWheelHint({ element, query, timers }: TimelineContext): Behavior {
  const onWheel = (event: WheelEvent): void => {
    const hint = query(".dl-hint");
    if (!hint || !(event.target as Element).closest(".dl-figure") || event.ctrlKey || event.metaKey) return;
    if (Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
    hint.hidden = false;
    timers.set("hint", HINT_DURATION_MS, () => {
      hint.hidden = true;
    });
  };
  return { stop: listen(element, { wheel: onWheel }, { passive: true }) };
}
