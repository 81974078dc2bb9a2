/** Minimap window: drag to pan, drag an edge to zoom, press outside to centre. A swipe that scrolls the page changes nothing. */
import { word } from "../../scene/accessible-names.js";
import type { View } from "../../view.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { rangeText } from "../panels/range-text.js";
import { type RememberedView, rememberView } from "../url/remember-view.js";
import { fractionAt } from "./axis-coordinates.js";

/** A press this near to an edge of the window drags the edge, in px. */
const EDGE_REACH = 12;

/** The view that a drag makes when the pointer is at a position. */
type Drag = (position: number) => View;

export function createMinimap(context: TimelineContext): Behavior {
  let drag: Drag | undefined;
  /** The view before the drag. */
  let before: RememberedView | undefined;
  /** The figure that the drag is for: its views belong to no other. */
  let figure: TimelineContext["derived"]["figure"];

  const positionOf = (event: PointerEvent): number => {
    const [first, last] = context.state.view.domain;
    return first + fractionAt(event, context.svg, context.picture) * (last - first);
  };

  const dragFrom = (position: number): Drag => {
    const { view } = context.state;
    figure = context.derived.figure;
    const { start, end } = context.picture.layout;
    const perPx = (view.domain[1] - view.domain[0]) / (end - start);
    const toFrom = Math.abs(position - view.from) / perPx;
    const toTo = Math.abs(position - view.to) / perPx;
    const isWide = (view.to - view.from) / perPx > 2 * EDGE_REACH;
    const isInside = position > view.from && position < view.to;
    // The inside of a narrow window pans it: its edges can be dragged from outside only.
    if (Math.min(toFrom, toTo) <= EDGE_REACH && (isWide || !isInside)) {
      const fixed = toFrom < toTo ? view.to : view.from;
      return (to) => view.window(Math.min(to, fixed), Math.max(to, fixed));
    }
    const length = view.to - view.from;
    const grip = isInside ? position - view.from : length / 2;
    return (to) => view.window(to - grip, to - grip + length);
  };

  const show = (view: View): void => context.dispatch({ type: "show", view, nextFrame: true });
  const end = (event: PointerEvent): void => {
    // A finger that did not move has shown nothing yet.
    if (drag && event.pointerType === "touch") show(drag(positionOf(event)));
    drag = undefined;
  };
  /** The browser has taken the finger, to scroll the page. */
  const cancel = (): void => {
    const view = drag && before?.();
    drag = undefined;
    if (view && view !== context.state.view) show(view);
  };
  const stop = listen(context.element, {
    pointerdown: (event: PointerEvent) => {
      const minimap = (event.target as Element).closest(".dl-strip");
      if (!minimap || event.button !== 0 || !event.isPrimary) return;
      const position = positionOf(event);
      drag = dragFrom(position);
      before = rememberView(context);
      context.svg.setPointerCapture(event.pointerId);
      // A drag must not select text of the page.
      event.preventDefault();
      if (event.pointerType !== "touch") show(drag(position));
    },
    pointermove: (event: PointerEvent) => {
      if (!drag) return;
      if (figure !== context.derived.figure) drag = dragFrom(positionOf(event));
      show(drag(positionOf(event)));
    },
    pointerup: end,
    pointercancel: cancel,
  });

  /** Describes the window as a slider. */
  const describe = (): void => {
    const slider = context.query(".dl-window");
    if (!slider) return;
    const { view } = context.state;
    const [first, last] = view.domain;
    const centre = Math.round((((view.from + view.to) / 2 - first) / (last - first)) * 100);
    const { locale } = context.derived.options;
    const attributes = {
      role: "slider",
      "aria-label": word(locale, "partInView"),
      "aria-valuemin": "0",
      "aria-valuemax": "100",
      "aria-valuenow": String(centre),
      "aria-valuetext": rangeText(context.times, locale),
    };
    slider.removeAttribute("aria-hidden");
    if (!slider.hasAttribute("tabindex")) slider.setAttribute("tabindex", "-1");
    for (const [name, value] of Object.entries(attributes)) {
      if (slider.getAttribute(name) !== value) slider.setAttribute(name, value);
    }
  };
  return { painted: describe, translated: describe, stop };
}
