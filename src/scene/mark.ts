/** One event's mark: its glyph, a target to hit it by, and a ring when it is selected. */
import type { MarkBox } from "../layout/lane-frame.js";
import { CLUSTER_STEP, STEP } from "../layout/metrics.js";
import { entryId, eventColor, isDimmed, type SceneContext } from "./context.js";
import { type Glyph, glyphExtent, glyphNodes } from "./glyph.js";
import { eventName } from "./names.js";
import { type Attributes, type Node, node } from "./node.js";
import type { Paint } from "./paint.js";
import { INK } from "./theme.js";

const TARGET = 24;

/** How far a mark stands from the lane line, in px. */
export function stepHeight(mark: MarkBox): number {
  if (mark.step === 0) return 0;
  return mark.overCluster ? CLUSTER_STEP + (mark.step - 1) * STEP : mark.step * STEP;
}

export function markPaint(mark: MarkBox, context: SceneContext): Paint {
  const { surface } = context.theme;
  if (isDimmed(context, mark.event)) return { color: "currentColor", surface, ink: true };
  return { color: eventColor(context, mark.event), surface };
}

/**
 * @param base across the axis: the middle of the mark
 * @param stem from the lane line to a mark that stepped away, drawn under it
 */
export function markNode(mark: MarkBox, base: number, vertical: boolean, context: SceneContext, stem?: Node): Node {
  const { event } = mark;
  const glyph: Glyph = {
    ...mark,
    base,
    vertical,
    span: event.span,
    status: event.status,
  };
  const [from, to] = glyphExtent(glyph);
  const middle = (from + to) / 2;
  const length = Math.max(TARGET, to - from);
  const paint = markPaint(mark, context);
  const selected = context.selected === event.id;
  const dimmed = isDimmed(context, event);
  const children = [
    stem,
    node("g", "glyph", { opacity: dimmed ? INK.markDim : undefined }, glyphNodes(glyph, paint)),
    node("rect", "target", {
      ...box(middle - length / 2, length, base, TARGET, vertical),
      fill: "none",
      pointerEvents: "all",
    }),
    selected && ring(from, to, base, mark.height, vertical),
  ];
  const attributes: Attributes = context.standalone
    ? { className: "dl-mark" }
    : {
        className: "dl-mark",
        href: `#${entryId(context, event)}`,
        ariaLabel: eventName(event, context.locale),
        ariaCurrent: selected ? "true" : undefined,
      };
  return node(context.standalone ? "g" : "a", "mark", attributes, children);
}

function box(t: number, length: number, base: number, across: number, vertical: boolean): Attributes {
  return vertical
    ? { x: base - across / 2, y: t, width: across, height: length }
    : { x: t, y: base - across / 2, width: length, height: across };
}

/** Round a dot a circle, round anything longer a frame that keeps the same distance. */
function ring(from: number, to: number, base: number, height: number, vertical: boolean): Node {
  const gap = 4;
  const across = height + 2 * gap;
  return node("rect", "ring", {
    className: "dl-ring",
    ...box(from - gap, to - from + 2 * gap, base, across, vertical),
    rx: across / 2,
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 2,
  });
}
