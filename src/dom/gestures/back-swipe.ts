import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { Details } from "../panels/details.js";

/** Shortest swipe, in px, and how much longer it is along the lines of text than across. */
const BACK_SWIPE_PX = 60;
const SWIPE_RATIO = 2;

/** A swipe in the direction of text leads out of a cluster, where time runs down the page and such a swipe pans nothing. */
export function createBackSwipe(context: TimelineContext, details: Details): Behavior {
  let began: PointerEvent | undefined;
  const stop = listen(context.element, {
    pointerdown: (event: PointerEvent) => {
      const isOurs = event.pointerType === "touch" && context.picture.layout.orientation === "vertical";
      const isAlone = event.isPrimary && (event.target as Element).closest(".dl-figure");
      began = isOurs && isAlone ? event : undefined;
    },
    pointerup: (event: PointerEvent) => {
      if (event.pointerId !== began?.pointerId) return;
      const forward = context.derived.options.locale.dir === "rtl" ? -1 : 1;
      const [x, y] = [(event.clientX - began.clientX) * forward, Math.abs(event.clientY - began.clientY)];
      began = undefined;
      if (x >= BACK_SWIPE_PX && x >= y * SWIPE_RATIO) details.goBack({ preventScroll: true });
    },
    pointercancel: () => {
      began = undefined;
    },
  });
  return { stop };
}
