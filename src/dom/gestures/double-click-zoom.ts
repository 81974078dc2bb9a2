import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { fractionAt, positionAt } from "./axis-coordinates.js";

const DOUBLE_CLICK_FACTOR = 2;

/** A double click on empty time zooms in at the pointer. */
export function createDoubleClickZoom(context: TimelineContext): Behavior {
  const onDoubleClick = (event: MouseEvent): void => {
    const { svg, picture } = context;
    const { view } = context.state;
    const target = event.target as Element;
    if (!svg.contains(target) || target.closest("a, .dl-strip")) return;
    event.preventDefault();
    const position = positionAt(view, fractionAt(event, svg, picture));
    context.dispatch({ type: "show", view: view.zoomAt(DOUBLE_CLICK_FACTOR, position), eased: true });
  };
  return { stop: listen(context.element, { dblclick: onDoubleClick }) };
}
