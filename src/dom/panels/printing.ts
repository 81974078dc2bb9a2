import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type RememberedView, rememberView } from "../url/remember-view.js";

/** Lays the whole timeline out for paper, and shows afterwards what the reader saw before. */
export function createPrinting(context: TimelineContext): Behavior {
  const { window, dispatch } = context;
  let before: RememberedView | undefined;

  const begin = (): void => {
    if (context.state.isOnPaper) return;
    before = rememberView(context);
    dispatch({ type: "paper", on: true });
    dispatch({ type: "show", view: context.state.view.fit() });
  };
  const end = (): void => {
    if (!context.state.isOnPaper) return;
    const { isWhole } = context.state.view;
    dispatch({ type: "paper", on: false });
    const view = before?.();
    before = undefined;
    // A view that was shown meanwhile stays.
    if (view && isWhole) dispatch({ type: "show", view });
  };

  // Some browsers print without these events, and some without a change of the medium.
  const stops = [
    listen(window, { beforeprint: begin, afterprint: end }),
    listen(window.matchMedia("print"), {
      change: ({ matches }: MediaQueryListEvent) => (matches ? begin() : end()),
    }),
  ];
  return { stop: () => stopAll(stops) };
}
