import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { fractionAt, positionAt } from "./axis-coordinates.js";

const DOUBLE_CLICK_FACTOR = 2;

/** What a single click does something to, so that the second one does not zoom as well. */
const PRESSABLE = 'a, [role="button"], .dl-strip, .dl-label, .dl-group, [data-fold], [data-cluster]';

/** A double click on empty time zooms in at the pointer. */
export function createDoubleClickZoom(context: TimelineContext): Behavior {
  const onDoubleClick = (event: MouseEvent): void => {
    const { svg, picture } = context;
    const { view } = context.state;
    const target = event.target as Element;
    if (!svg.contains(target) || target.closest(PRESSABLE)) return;
    event.preventDefault();
    const position = positionAt(view, fractionAt(event, svg, picture));
    context.dispatch({ type: "show", view: view.zoomAt(DOUBLE_CLICK_FACTOR, position), eased: true });
  };
  return { stop: listen(context.element, { dblclick: onDoubleClick }) };
}
