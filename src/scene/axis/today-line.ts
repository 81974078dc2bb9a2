/** Draws a line with a label at the option `now`. */
import type { MeasureText } from "../../base/text-width.js";
import type { HorizontalLayout, LaneBox, VerticalLayout } from "../../layout/types.js";
import { labelTop } from "../../layout/horizontal/lane-boxes.js";
import type { LabelBox, LaneLayout } from "../../layout/marks/lane-layout.js";
import { FIGURE_INSET, LEADER_CLEARANCE, LEADER_GAP, SMALL_SIZE } from "../../layout/metrics.js";
import type { SceneContext } from "../context.js";
import { word } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { textNode } from "../labels/text.js";

/** Shortest piece of the line between labels, in px. */
const PIECE_LENGTH_MIN = 6;

/** The line in a horizontal figure. Its label is the date, not "today", because a file is read on other days. */
export function todayLine(layout: HorizontalLayout, measure: MeasureText): Node | undefined {
  const { now, nowDate, lanesFrom, axisY, width } = layout;
  if (now === undefined || nowDate === undefined) return undefined;
  const half = measure(nowDate, SMALL_SIZE, 600) / 2;
  let d = "";
  let y = lanesFrom;
  for (const [top, bottom] of [...textsAt(now, layout), [axisY, axisY] as const]) {
    if (top - y >= PIECE_LENGTH_MIN) d += `M${round(now)} ${round(y)}V${round(top)}`;
    y = Math.max(y, bottom);
  }
  return node("g", "now", { className: "dl-now", ariaHidden: true }, [
    node("path", "line", { d, fill: "none", stroke: "currentColor", strokeWidth: 1.25 }),
    textNode("label", Math.max(half + 1, Math.min(now, width - 1 - half)), lanesFrom - 4, nowDate, {
      weight: 600,
      anchor: "middle",
    }),
  ]);
}

/** Vertical extents of labels that the line must not cross, from top to bottom. */
function textsAt(x: number, { boxes, laneLayouts }: HorizontalLayout): (readonly [number, number])[] {
  return boxes
    .flatMap((box, i) => (laneLayouts[i] as LaneLayout).labels.flatMap((label) => textAt(x, label, box)))
    .sort((a, b) => a[0] - b[0]);
}

function textAt(x: number, label: LabelBox, box: LaneBox): (readonly [number, number])[] {
  const { leader, flow, content } = label;
  const reach = LEADER_GAP + content.width + LEADER_CLEARANCE;
  const [from, to] = flow === "right" ? [leader, leader + reach] : [leader - reach, leader];
  const top = labelTop(box, label);
  return x >= from && x <= to ? [[top - 2, top + content.height + 4]] : [];
}

/** The line in a vertical figure, which ends before the labels. */
export function verticalTodayLine(layout: VerticalLayout, now: number, context: SceneContext): Node {
  const end = layout.labelX - FIGURE_INSET;
  const d = `M${round(layout.axisX)} ${round(now)}H${round(end)}`;
  return node("g", "now", { className: "dl-now", ariaHidden: true }, [
    node("path", "line", { d, fill: "none", stroke: "currentColor", strokeWidth: 1.25 }),
    textNode("label", layout.axisX - 11, (layout.axis.nowAt ?? now) + 4.5, word(context.locale, "today"), {
      weight: 600,
      anchor: "right",
    }),
  ]);
}
