import type { Figure } from "../../layout/index.js";
import type { View } from "../../view.js";

/** A view of one figure as a view of another: the same time, or all of it. */
export function sameTime(view: View, { scale }: Figure, other: View, to: Figure): View {
  const whole = other.fit().select(view.selected);
  const place = (at: number): number => to.scale.position(scale.timeAt(at));
  return view.isWhole ? whole : whole.window(place(view.from), place(view.to));
}
