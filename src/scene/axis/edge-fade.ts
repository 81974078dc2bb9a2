/**
 * Fades out texts that cross the edge of the window where the axis continues. Labels keep their side of the leader line at
 * the edge: turning them would make them jump while the reader pans.
 */
import type { HorizontalLayout } from "../../layout/types.js";
import { GUTTER_GAP } from "../../layout/metrics.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { CLIP_MARGIN } from "../plot.js";
import type { Theme } from "../theme.js";

/** Opacity of the stripes, from the edge of the window outwards. A gradient would need a reference by id. */
const STRIPE_OPACITIES = [0.25, 0.5, 0.7, 0.85, 0.95];
/** Width of the fade in px; beyond it texts would run into those of the gutter. */
const FADE_WIDTH = GUTTER_GAP;
/** Height of the words of an axis over the lanes, in px. */
const UPPER_WORDS = 18;

/** Left and right edge of the plot, in px. */
export function plotSpan(layout: HorizontalLayout): [number, number] {
  const { gutterRight, gutter, canPan, start, end, width } = layout;
  const [before, after] = plotMargins(layout);
  return [
    gutterRight && !canPan[0] ? 0 : start - before,
    (gutterRight && gutter > 0) || canPan[1] ? end + after : width,
  ];
}

/** How far the plot extends beyond the window on either side, in px. */
function plotMargins({ canPan: [before, after] }: HorizontalLayout): [number, number] {
  return [before ? FADE_WIDTH : CLIP_MARGIN, after ? FADE_WIDTH : CLIP_MARGIN];
}

export function edgeFadeNode(layout: HorizontalLayout, theme: Theme): Node | undefined {
  const {
    canPan,
    start,
    end,
    axisY,
    boxes,
    erasTop,
    lanesFrom,
    lanesTo,
    upperAxisY = Number.POSITIVE_INFINITY,
  } = layout;
  const width = FADE_WIDTH / STRIPE_OPACITIES.length;
  // The fade leaves the rules between lanes visible.
  const parts = [
    [Math.min(erasTop, upperAxisY - UPPER_WORDS), lanesFrom],
    ...boxes.map(({ top, bottom }) => [top, bottom]),
    [lanesTo, axisY + 40],
  ];
  const sides = canPan.flatMap((fades, side) =>
    STRIPE_OPACITIES.map((fillOpacity, i) => {
      const x = round(side === 0 ? start - (i + 1) * width : end + i * width);
      const d = parts.map(
        ([top = 0, bottom = 0]) => `M${x} ${round(top + 1)}h${width}V${round(bottom - 1)}h${-width}z`,
      );
      return fades && node("path", `${side}-${i}`, { d: d.join(""), fillOpacity });
    }),
  );
  if (!canPan.includes(true)) return undefined;
  const attributes = {
    className: "dl-edges dl-hollow",
    ariaHidden: true,
    fill: theme.surface,
    pointerEvents: "none",
  } as const;
  return node("g", "edges", attributes, sides);
}
