/** "name all 215" under the count of a lane becomes a button: the lane grows until all its events have their names. */
import { nameAllWords } from "../../scene/name-all.js";
import { word } from "../../scene/accessible-names.js";
import { fill } from "../../time/locale.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

const NAME_ALL_BUTTON = ".dl-name-all";

/** Names all events of a lane, or as many as have room again, if the element is such a button. */
export function nameLane(context: TimelineContext, element: Element): boolean {
  const button = element.closest<SVGElement>(NAME_ALL_BUTTON);
  if (!button) return false;
  const index = Number(button.dataset["lane"]);
  const { id = "" } = context.derived.timeline.lanes[index] ?? {};
  context.dispatch({ type: "name-lane", lane: id, on: !context.state.namedLanes?.has(id) });
  return true;
}

export function createNameLane(context: TimelineContext): Behavior {
  const describe = (): void => {
    const { picture, derived, element } = context;
    const { layout } = picture;
    if (layout.orientation !== "horizontal") return;
    for (const button of element.querySelectorAll<SVGElement>(NAME_ALL_BUTTON)) {
      const lane = Number(button.dataset["lane"]);
      const [frame, box] = [layout.laneLayouts[lane], layout.boxes[lane]];
      if (!frame || !box) continue;
      const { locale } = derived.options;
      const words = nameAllWords(frame, box, picture.context);
      const label = fill(word(locale, "listComma"), box.lane.title ?? "", words);
      const attributes = { role: "button", tabindex: "0", "aria-label": label };
      button.removeAttribute("aria-hidden");
      for (const [name, value] of Object.entries(attributes)) {
        if (button.getAttribute(name) !== value) button.setAttribute(name, value);
      }
    }
  };
  return { painted: describe, translated: describe };
}
