import { keep } from "../url/remember-view.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** On paper everything is in view. */
export function startPrinting(stage: Stage): Part {
  let before: ReturnType<typeof keep> | undefined;
  return {
    stop: listen(stage.window, {
      beforeprint: () => {
        before ??= keep(stage);
        stage.show(stage.view.fit());
      },
      afterprint: () => {
        const view = before?.();
        before = undefined;
        // Whoever showed another part meanwhile wants that.
        if (view && stage.view.isWhole) stage.show(view.select(stage.view.selected));
      },
    }),
  };
}
