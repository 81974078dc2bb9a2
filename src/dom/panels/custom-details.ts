import { quoteValue } from "../../base/issue.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

/** Puts the content that the option `details` makes into the details of the selected event. */
export function createCustomDetails(context: TimelineContext): Behavior {
  return {
    painted() {
      const { details } = context.derived.options;
      const event = context.eventById(context.state.selected);
      const slot = event && details !== undefined && context.query(".dl-details-custom");
      if (!slot || slot.hasChildNodes()) return;
      const content = details?.(event);
      if (content === null || content === undefined) return;
      if (typeof content === "string" || content instanceof context.window.Node) slot.append(content);
      else reportError(new TypeError(`option details must return a node, a text or null, not ${quoteValue(content)}`));
    },
  };
}
