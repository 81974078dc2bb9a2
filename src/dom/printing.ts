import { listen, type Part } from "./part.js";
import type { Stage } from "./stage.js";

/** On paper everything is in view. */
export function startPrinting(stage: Stage): Part {
  let before: Stage["view"] | undefined;
  return {
    stop: listen(stage.window, {
      beforeprint: () => {
        before = stage.view;
        stage.show(stage.view.fit());
      },
      afterprint: () => {
        if (before) stage.show(before);
        before = undefined;
      },
    }),
  };
}
