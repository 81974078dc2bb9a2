/** Draws the leader line from a mark to its label in the vertical figure. */
import type { VerticalLabel, VerticalLayout } from "../../layout/types.js";
import { eventColor, isDimmed, type SceneContext } from "../context.js";
import { classes } from "../horizontal-lane.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { INK, laneClass } from "../theme.js";

/** Length of the curve before the label, in px. */
const LEADER_CURVE_LENGTH = 25;

/** A level line from the mark, then a curve to the date. It has the lane's colour to show whose label it is. */
export function leaderNode({ event, mark, top }: VerticalLabel, layout: VerticalLayout, context: SceneContext): Node {
  const from = layout.boxes[event.lane]?.line ?? layout.axisX;
  const end = layout.labelX - 6;
  const y = top + 8;
  const bend = end - LEADER_CURVE_LENGTH + 6;
  const d = `M${round(from)} ${round(mark)}H${round(bend)}C${round(bend + 11)} ${round(mark)} ${round(end - 11)} ${round(y)} ${round(end)} ${round(y)}`;
  const lane = context.timeline.lanes[event.lane];
  const dimmed = isDimmed(context, event);
  return node("path", event.id, {
    className: classes("dl-stroke", lane ? laneClass(lane.color) : ""),
    d,
    fill: "none",
    stroke: eventColor(context, event),
    strokeOpacity: dimmed ? INK.lane : undefined,
  });
}
