/** The numbers of events before and after the window become buttons, which pan to the nearest of these events. */
import { word } from "../../scene/accessible-names.js";
import { counted, fill } from "../../time/locale.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

const COUNT = ".dl-outside-count";
/** From the edge of the window to the event that comes into view, as a fraction of the window: its label has room there. */
const MARGIN_FRACTION = 0.25;

/** Pans to the nearest event beyond the end of a lane, if the element is such a number. */
export function panToNearest({ state, picture, dispatch }: TimelineContext, element: Element): boolean {
  const count = element.closest<SVGElement>(COUNT);
  if (!count) return false;
  const frame = picture.layout.laneLayouts[Number(count.dataset["lane"])];
  const at = frame?.nearest[count.dataset["action"] === "lane-later" ? 1 : 0];
  const { view } = state;
  if (at !== undefined) {
    dispatch({ type: "show", view: view.ensureVisible(at, at, (view.to - view.from) * MARGIN_FRACTION) });
  }
  return true;
}

export function createEdgeCounts(context: TimelineContext): Behavior {
  const describe = (): void => {
    const { picture, derived, element } = context;
    const { locale } = derived.options;
    for (const count of element.querySelectorAll<SVGElement>(COUNT)) {
      const lane = Number(count.dataset["lane"]);
      const side = count.dataset["action"] === "lane-later" ? ("later" as const) : ("earlier" as const);
      const number = counted(locale, locale.figure[side], picture.layout.laneLayouts[lane]?.[side] ?? 0);
      const title = derived.timeline.lanes[lane]?.title;
      const label = title === undefined ? number : fill(word(locale, "listComma"), title, number);
      const attributes = { role: "button", tabindex: "0", "aria-label": label };
      count.removeAttribute("aria-hidden");
      for (const [name, value] of Object.entries(attributes)) {
        if (count.getAttribute(name) !== value) count.setAttribute(name, value);
      }
    }
  };
  return { painted: describe, translated: describe };
}
