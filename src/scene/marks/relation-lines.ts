/** Draws relation lines between events: dotted, with an open arrowhead at the event they point at. */
import type { RelationLine } from "../../layout/relations/relation-lines.js";
import { type Attributes, type Node, node } from "../node.js";
import { round } from "../path.js";
import { mutedText } from "../labels/text.js";

/** Radius of corners, opacity, and length of the arrowhead; px. */
const CORNER_RADIUS = 8;
const LINE_OPACITY = 0.8;
const ARROW_LENGTH = 4;

const DOTTED: Attributes = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeDasharray: "0.1 4",
  strokeLinecap: "round",
  strokeOpacity: LINE_OPACITY,
};

export function relationLinesNode(lines: readonly RelationLine[]): Node {
  return node("g", "threads", { className: "dl-threads", ariaHidden: true }, lines.map(relationLineNode));
}

function relationLineNode({ key, corners, arrow, words }: RelationLine): Node {
  const last = corners.at(-1);
  return node("g", key, { className: "dl-thread" }, [
    node("path", "line", { d: rounded(corners, words), ...DOTTED }),
    arrow !== undefined &&
      last &&
      node("path", "arrow", {
        d: arrowHead(last, arrow),
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.25,
        strokeOpacity: LINE_OPACITY,
      }),
    words && mutedText("words", words.x, words.y + 4, words.text),
  ]);
}

/** Path with rounded corners, and a gap for the text on its level stretch. */
function rounded(corners: RelationLine["corners"], words: RelationLine["words"]): string {
  let d = "";
  corners.forEach(([x, y], i) => {
    const before = corners[i - 1];
    const after = corners[i + 1];
    if (!before) {
      d += `M${round(x)} ${round(y)}`;
      return;
    }
    const gap = words && before[1] === y && y === words.y ? words : undefined;
    if (gap) d += `L${round(gap.x + gap.width)} ${round(y)}M${round(gap.x - 6)} ${round(y)}`;
    if (!after) {
      d += `L${round(x)} ${round(y)}`;
      return;
    }
    const [inX, inY] = towards([x, y], before);
    const [outX, outY] = towards([x, y], after);
    d += `L${round(inX)} ${round(inY)}Q${round(x)} ${round(y)} ${round(outX)} ${round(outY)}`;
  });
  return d;
}

/** A point from one corner towards another: the corner radius away, but at most half the distance. */
function towards([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): [number, number] {
  const length = Math.abs(toX - x) + Math.abs(toY - y);
  if (length === 0) return [x, y];
  const part = Math.min(CORNER_RADIUS, length / 2) / length;
  return [x + (toX - x) * part, y + (toY - y) * part];
}

function arrowHead([x, y]: readonly [number, number], arrow: NonNullable<RelationLine["arrow"]>): string {
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[arrow] as [number, number];
  const back = (side: 1 | -1): string =>
    `${round(x - dx * ARROW_LENGTH - dy * side * 3.5)} ${round(y - dy * ARROW_LENGTH - dx * side * 3.5)}`;
  return `M${back(1)}L${round(x)} ${round(y)}L${back(-1)}`;
}
