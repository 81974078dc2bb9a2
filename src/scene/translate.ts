/**
 * Pans a picture: the parts on the axis are translated as they are. Only the parts that stay with the window are built
 * anew: counts of hidden events, era names, the context at the start, ends of relation lines, the minimap.
 */
import type { FigureLayout } from "../layout/types.js";
import type { Scale } from "../time/scale.js";
import { horizontalAxis, upperAxis, verticalAxis } from "./axis/axis.js";
import type { SceneContext } from "./context.js";
import { edgeFadeNode } from "./axis/edge-fade.js";
import { columnTrueScale } from "./axis/true-scale.js";
import { horizontalEras, verticalEras } from "./axis/eras.js";
import { stickyLabelsNode } from "./labels/sticky-labels.js";
import { edgeCountsNode } from "./edge-counts.js";
import { laneHeads } from "./lane-heads.js";
import { withReadableText } from "./mirror.js";
import type { Attributes, Node } from "./node.js";
import { round } from "./path.js";
import { plotSize } from "./plot.js";
import { minimapNode } from "./axis/minimap.js";
import { relationLinesNode } from "./marks/relation-lines.js";

/**
 * @param svg the picture of the original layout
 * @param layout the layout after `Figure.translate`
 */
export function translatedNode(svg: Node, layout: FigureLayout, context: SceneContext, scale: Scale): Node {
  const pinned = new Map(pinnedNodes(layout, context, scale).map((part) => [part.key, part]));
  const replaced = (part: Node): Node => {
    const replacement = pinned.get(part.key);
    if (replacement) return context.mirrored ? withReadableText(replacement) : replacement;
    if (part.key === "mirrored") return { ...part, children: part.children.map(replaced) };
    if (part.key !== "plot" || layout.shift === 0) return part;
    const children = part.children
      .map(replaced)
      .map((child) => withAttributes(child, { transform: translation(layout) }));
    return withAttributes({ ...part, children }, windowOf(part.attributes, layout));
  };
  return { ...svg, children: svg.children.map(replaced) };
}

function pinnedNodes(layout: FigureLayout, context: SceneContext, scale: Scale): Node[] {
  switch (layout.orientation) {
    case "horizontal": {
      const parts = [
        upperAxis(layout),
        edgeFadeNode(layout, context.theme),
        edgeCountsNode(layout, context),
        minimapNode(layout, scale, context),
        stickyLabelsNode(layout, context),
      ];
      return [
        laneHeads(layout, context),
        horizontalEras(layout, context),
        horizontalAxis(layout, context),
        relationLinesNode(layout.relationLines),
        ...parts.filter((part): part is Node => part !== undefined),
      ];
    }
    case "vertical": {
      const sticky = stickyLabelsNode(layout, context);
      const parts = [
        relationLinesNode(layout.relationLines),
        verticalAxis(layout, context),
        verticalEras(layout, context),
      ];
      const bar = columnTrueScale(layout, context);
      return [...parts, ...(sticky ? [sticky] : []), ...(bar ? [bar] : [])];
    }
    case "compact":
      return [horizontalAxis(layout, context)];
  }
}

function withAttributes(part: Node, attributes: Attributes): Node {
  return { ...part, attributes: { ...part.attributes, ...attributes } };
}

function translation({ shift, orientation }: FigureLayout): string {
  return orientation === "vertical" ? `translate(0 ${round(shift)})` : `translate(${round(shift)} 0)`;
}

/** While panning, the plot ends at the window; at rest, marks may reach beyond the ends of the axis. */
function windowOf({ x = 0, y = 0, width = 0, height = 0 }: Attributes, layout: FigureLayout): Attributes {
  const { start, end } = layout;
  return layout.orientation === "vertical"
    ? plotSize(x, start, width as number, end - start)
    : plotSize(start, y, end - start, height as number);
}
