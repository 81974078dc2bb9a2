import type { TimelineContext } from "../controller/context.js";

/** A selected mark below this part of the window's height is scrolled to its middle: the lower part may be under the details. */
const CLEAR_FRACTION = 0.4;

/**
 * Scrolls the page to the figure that its address leads to, and on to the selected mark where the figure is high. The card of
 * a step is at its upper end.
 */
export function showFigure({ element, query, state, window }: TimelineContext): void {
  element.scrollIntoView({ block: "start" });
  const { selected, narrated } = state;
  const mark =
    selected === null || selected === narrated
      ? null
      : query(`[data-event="${window.CSS.escape(selected)}"] > .dl-mark`);
  if (mark && mark.getBoundingClientRect().bottom > window.innerHeight * CLEAR_FRACTION) {
    mark.scrollIntoView({ block: "center" });
  }
}
