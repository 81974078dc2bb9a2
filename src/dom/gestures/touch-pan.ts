/**
 * Pans with one finger along a horizontal axis. A vertical swipe belongs to the page: `touch-action: pan-y` leaves it to the
 * browser. Two fingers are a pinch, which d3-zoom handles.
 */
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type RememberedView, rememberView } from "../url/remember-view.js";
import { fractionAt } from "./axis-coordinates.js";

export function createTouchPan(context: TimelineContext): Behavior {
  let touch: { readonly view: RememberedView; readonly fraction: number; readonly id: number } | undefined;
  const fractionOf = (event: PointerEvent): number => fractionAt(event, context.svg, context.picture);
  const end = (): void => {
    touch = undefined;
  };
  const stop = listen(context.element, {
    pointerdown: (event: PointerEvent) => {
      const target = event.target as Element;
      const isOurs =
        event.pointerType === "touch" &&
        event.isPrimary &&
        target.closest(".dl-figure") &&
        !target.closest(".dl-strip") &&
        context.picture.layout.orientation !== "vertical";
      touch = isOurs ? { view: rememberView(context), fraction: fractionOf(event), id: event.pointerId } : undefined;
    },
    pointermove: (event: PointerEvent) => {
      if (!touch || event.pointerId !== touch.id) return;
      const view = touch.view()?.pan(touch.fraction - fractionOf(event));
      if (view) context.dispatch({ type: "show", view, nextFrame: true });
    },
    pointerup: end,
    pointercancel: end,
  });
  return { stop };
}
