import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

/** Follows the help dialog, which Escape closes without a click. The event `close` does not bubble. */
export function createHelp({ element, dispatch }: TimelineContext): Behavior {
  return { stop: listen(element, { close: () => dispatch({ type: "help", open: false }) }, { capture: true }) };
}
