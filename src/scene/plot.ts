/** The plot: the part of a picture on the axis, which is clipped, and translated while the reader pans. */
import { type Attributes, type Node, node } from "./node.js";
import { round } from "./path.js";

/** How far marks at the ends of the axis reach beyond it, in px. */
export const CLIP_MARGIN = 14;

/** A nested `svg` clips without a reference by id, which would have to be unique in the page. */
export function plotNode(size: Attributes, children: readonly (Node | false | undefined)[]): Node {
  return node("svg", "plot", { className: "dl-plot", ...size, overflow: "hidden" }, children);
}

/** Attributes for the rectangle of the plot, whose coordinates are those of the picture. */
export function plotSize(x: number, y: number, width: number, height: number): Attributes {
  return { x, y, width, height, viewBox: [x, y, width, height].map(round).join(" ") };
}
