/** A range as a rule that carries its name: the fill says how well it stands, the ends what kind of boundary they are. */
import { type Node, node } from "../node.js";
import { boxPath, round } from "../path.js";
import { type Glyph, glyphNodes } from "./glyph.js";
import { fillLane, type Paint, strokeLane } from "./paint.js";

/** Opacity of the shelf over the bar, on which the name stands. */
const SHELF = 0.12;
const LENGTH_MIN = 3;
/** Length of the arrow of what goes on, and of its head, in px. */
const ARROW = 9;
const HEAD = 4;

export function rangeBarNodes(glyph: Glyph, shelf: number, paint: Paint): Node[] {
  const { t0, t1, height, span, status } = glyph;
  if (span.kind === "one-of" || span.kind === "all-of") return glyphNodes(glyph, paint);
  if (span.kind === "moment" && t1 - t0 < height + 4) return glyphNodes(glyph, paint);
  const length = Math.max(LENGTH_MIN, t1 - t0);
  const box = boxPath(t0, -height / 2, length, height);
  const rule =
    status === "confirmed" || status === "planned"
      ? node("path", "body", { d: box, ...fillLane(paint) })
      : node("path", "body", {
          d: boxPath(t0 + 0.5, -height / 2 + 0.5, length - 1, height - 1),
          ...strokeLane(paint, 1),
          strokeDasharray: status === "presumed" ? "3 2" : undefined,
        });
  const arrow = (at: number, out: number): Node =>
    node("path", `arrow-${out}`, {
      d: `M${round(at)} 0h${out * ARROW}m${-out * HEAD} ${-HEAD}l${out * HEAD} ${HEAD}l${-out * HEAD} ${HEAD}`,
      ...strokeLane(paint, 1.75),
    });
  return [
    ...(shelf > 0
      ? [
          node("path", "shelf", {
            d: boxPath(t0, -height / 2 - shelf + 1, length, shelf - 1),
            ...fillLane(paint),
            fillOpacity: SHELF,
          }),
        ]
      : []),
    rule,
    ...(span.openEnd === "open" ? [arrow(t1, 1)] : []),
    ...(span.openStart === "open" ? [arrow(t0, -1)] : []),
  ];
}
