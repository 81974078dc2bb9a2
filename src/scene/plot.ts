/** The part of a picture that is clipped and moved: everything on the axis. */
import { type Attributes, type Node, node } from "./node.js";
import { round } from "./path.js";

/** Marks at the ends of the axis reach this far beyond it. */
export const CLIP_MARGIN = 14;

/** A viewport of its own clips without a reference by id, which would have to be unique in the page. */
export function plotNode(size: Attributes, children: readonly (Node | false | undefined)[]): Node {
  return node("svg", "plot", { className: "dl-plot", ...size, overflow: "hidden" }, children);
}

export function plotSize(x: number, y: number, width: number, height: number): Attributes {
  return { x, y, width, height, viewBox: [x, y, width, height].map(round).join(" ") };
}
