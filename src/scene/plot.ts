/** The part of a picture that is clipped and moved: everything on the axis. */
import { type Node, node } from "./node.js";

/** Marks at the ends of the axis reach this far beyond it. */
export const CLIP_MARGIN = 14;

/** A viewport of its own clips without a reference by id, which would have to be unique in the page. */
export function plotNode(
  x: number,
  y: number,
  width: number,
  height: number,
  children: readonly (Node | false | undefined)[],
): Node {
  const size = { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` };
  return node("svg", "plot", { className: "dl-plot", ...size, overflow: "hidden" }, children);
}
