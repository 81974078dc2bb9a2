import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { fractionAt } from "./axis-coordinates.js";
import { isZoomingWheel, sidewaysPx } from "./wheel.js";

/**
 * Pans a zoomed figure by a sideways movement on a trackpad, or by Shift and the wheel. A wheel that zooms does not zoom the
 * page, also where the figure can zoom no further.
 */
export function createWheelPan(context: TimelineContext): Behavior {
  const onWheel = (event: WheelEvent): void => {
    if (!(event.target as Element).closest(".dl-figure")) return;
    // At a limit d3-zoom leaves the event alone.
    if (isZoomingWheel(event)) return event.preventDefault();
    const px = sidewaysPx(event);
    const { view } = context.state;
    if (px === 0 || !(view.canMove.earlier || view.canMove.later)) return;
    // At the end, too: there the browser would go back in its history.
    event.preventDefault();
    const { svg, picture } = context;
    const fraction = (by: number): number =>
      fractionAt({ clientX: event.clientX + by, clientY: event.clientY + by }, svg, picture);
    context.dispatch({ type: "show", view: view.pan(fraction(px) - fraction(0)), nextFrame: true });
  };
  return { stop: listen(context.element, { wheel: onWheel }, { passive: false }) };
}
