import type { Figure } from "../../layout/index.js";
import type { View } from "../../view.js";

/**
 * Converts a view of one figure into a view of another that shows the same time. A view of the whole axis becomes a view of
 * the whole axis, and so does one that the other axis has nothing of.
 *
 * @param target any view of the other figure
 */
export function transferView(view: View, { scale }: Figure, target: View, figure: Figure): View {
  if (view.isWhole) return target.fit();
  const position = (on: number): number => figure.scale.position(scale.timeAt(on));
  const [from, to] = [position(view.from), position(view.to)];
  const [first, last] = target.domain;
  return to <= first || from >= last ? target.fit() : target.window(from, to);
}
