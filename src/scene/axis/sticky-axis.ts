/** The axis above the lanes as a picture of its own, which a page keeps in view while the reader scrolls down the lanes. */
import type { HorizontalLayout } from "../../layout/types.js";
import type { SceneContext } from "../context.js";
import { mirroredNode } from "../mirror.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { plotNode, plotSize } from "../plot.js";
import { upperAxis } from "./axis.js";
import { plotSpan } from "./edge-fade.js";

/** Root font size that sizes are given for, in px. */
const ROOT_FONT_SIZE = 16;

/** It stands where the picture draws the same axis. Absent where the axis is below the lanes only. */
export function stickyAxisNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  const axis = upperAxis(layout);
  if (!axis || layout.upperAxisY === undefined) return undefined;
  const { width, shift } = layout;
  const height = layout.upperAxisY + 1;
  const [left, right] = plotSpan(layout);
  const moved =
    shift === 0 ? axis : { ...axis, attributes: { ...axis.attributes, transform: `translate(${round(shift)} 0)` } };
  const plot = plotNode(plotSize(left, 0, right - left, height), [moved]);
  return node(
    "svg",
    "sticky-axis",
    {
      className: "dl-ruler",
      width: `${width / ROOT_FONT_SIZE}rem`,
      height: `${height / ROOT_FONT_SIZE}rem`,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
      direction: "ltr",
      ariaHidden: true,
    },
    [context.mirrored ? mirroredNode([plot], width) : plot],
  );
}
