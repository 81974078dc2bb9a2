/**
 * The axis above the lanes, or the bar of true scale above a column, as a picture of its own: a page keeps it in view while the
 * reader scrolls down.
 */
import type { HorizontalLayout, VerticalLayout } from "../../layout/types.js";
import type { SceneContext } from "../context.js";
import { mirroredNode } from "../mirror.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { plotNode, plotSize } from "../plot.js";
import { upperAxis } from "./axis.js";
import { plotSpan } from "./edge-fade.js";
import { columnTrueScale, COLUMN_SCALE_HEIGHT } from "./true-scale.js";

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
  return pictureOf(plot, width, height, context);
}

/** It stands where the picture draws the same bar. Absent where time is not bent. */
export function stickyTrueScaleNode(layout: VerticalLayout, context: SceneContext): Node | undefined {
  const bar = columnTrueScale(layout, context);
  return bar && pictureOf(bar, layout.width, layout.trueScaleTop + COLUMN_SCALE_HEIGHT, context);
}

function pictureOf(part: Node, width: number, height: number, { mirrored }: SceneContext): Node {
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
    [mirrored ? mirroredNode([part], width) : part],
  );
}
