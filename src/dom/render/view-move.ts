/** The pictures between two views: where the window is, and where the rows of the lanes are. */
import { interpolateZoom } from "d3-interpolate";
import { layoutBetween } from "../../layout/settle/between.js";
import type { FigureLayout } from "../../layout/types.js";
import type { Picture } from "../../pipeline.js";
import type { View } from "../../view.js";
import type { Derivation } from "../store/derive.js";
import type { TimelineState } from "../store/state.js";

/** Draws a picture of the way. */
export type ViewMove = (state: TimelineState, part: number) => Picture;

/**
 * The way from a picture to the view of a state; `undefined` where nothing lies between. Each frame has the marks of its own
 * view. In a horizontal figure labels and rows go from those of the first view to those of the last.
 */
export function viewMove(from: Picture, state: TimelineState, derivation: Derivation): ViewMove | undefined {
  const to = derivation.picture(state, { overscan: 0 });
  if (from.view.domain !== to.view.domain || from.layout.orientation !== to.layout.orientation) return undefined;
  if (from.layout === to.layout) return undefined;
  const view = pathOf(from.view, to.view);
  return (now, part) => {
    const at = { ...now, view: view(part) };
    const laidOut = (frozen: FigureLayout): FigureLayout => derivation.picture(at, { overscan: 0, frozen }).layout;
    const first = laidOut(from.layout);
    if (part === 0) return derivation.picture(at, { overscan: 0, layout: first });
    const last = laidOut(to.layout);
    const isBetween = first.orientation === "horizontal" && last.orientation === "horizontal";
    const layout = isBetween ? layoutBetween(first, last, part) : last;
    return derivation.picture(at, { overscan: 0, layout });
  };
}

/** Zooms out for a long way and in again, at a speed that looks even (van Wijk and Nuij). */
function pathOf(from: View, to: View): (part: number) => View {
  const centred = (view: View): [number, number, number] => [(view.from + view.to) / 2, 0, view.to - view.from];
  const path = interpolateZoom(centred(from), centred(to));
  return (part) => {
    const [centre, , length] = path(part);
    return to.window(centre - length / 2, centre + length / 2);
  };
}
