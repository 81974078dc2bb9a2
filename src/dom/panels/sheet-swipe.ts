import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { Details } from "./details.js";

/** Shortest swipe, in px. */
const SWIPE_PX = 40;

/** A swipe over the head of the details: down closes them, sideways shows the event before or after. */
export function createSheetSwipe(context: TimelineContext, details: Details): Behavior {
  let began: PointerEvent | undefined;
  const stop = listen(context.element, {
    pointerdown: (event: PointerEvent) => {
      const isOurs = event.pointerType === "touch" && event.isPrimary;
      began = isOurs && (event.target as Element).closest(".dl-details-head") ? event : undefined;
    },
    pointerup: (event: PointerEvent) => {
      if (!began || event.pointerId !== began.pointerId) return;
      const [x, y] = [event.clientX - began.clientX, event.clientY - began.clientY];
      began = undefined;
      const forward = context.derived.options.locale.dir === "rtl" ? 1 : -1;
      if (Math.abs(x) < Math.abs(y)) {
        if (y >= SWIPE_PX) details.close({ preventScroll: true });
      } else if (Math.abs(x) >= SWIPE_PX) details.step(Math.sign(x) === forward ? 1 : -1);
    },
    pointercancel: () => {
      began = undefined;
    },
  });
  return { stop };
}
