import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type RememberedView, rememberView } from "../url/remember-view.js";

/** Shows the whole timeline on paper, and afterwards what the reader saw before. */
export function createPrinting(context: TimelineContext): Behavior {
  let beforePrint: RememberedView | undefined;
  const stop = listen(context.window, {
    beforeprint: () => {
      beforePrint ??= rememberView(context);
      context.dispatch({ type: "show", view: context.state.view.fit() });
    },
    afterprint: () => {
      const view = beforePrint?.();
      beforePrint = undefined;
      // A view that was shown meanwhile stays.
      if (view && context.state.view.isWhole) context.dispatch({ type: "show", view });
    },
  });
  return { stop };
}
