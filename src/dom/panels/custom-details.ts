import type { Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Puts the page's own content into the details of an event that is open, from the first picture on. */
export function startOwnDetails(stage: Stage): Part {
  const painted = (): void => {
    const event = stage.event(stage.view.selected);
    const slot = event && stage.options.details !== undefined && stage.find(".dl-details-custom");
    if (!slot || slot.hasChildNodes()) return;
    const made = stage.options.details?.(event);
    if (made instanceof stage.window.Node) slot.append(made);
  };
  painted();
  return { painted, stop: () => undefined };
}
