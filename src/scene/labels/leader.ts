/** Draws the leader lines of the vertical figure, from marks to labels. */
import { CROWD_FOOT } from "../../layout/forms/crowd-parts.js";
import type { VerticalLabel, VerticalLayout } from "../../layout/types.js";
import { eventColor, isDimmed, type SceneContext } from "../context.js";
import { classes } from "../horizontal-lane.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { INK, laneClass } from "../theme.js";
import { inkLine } from "./text.js";

/** Length of the curve before the label, in px. */
const LEADER_CURVE_LENGTH = 15;
/** Before the text, in px. */
const LEADER_TEXT_GAP = 6;
/** Between a crowd and the part of a leader line beside it, and width of the part in it, in px. */
const CROWD_GAP = 3;
const CROWD_LINE = 1.25;

/**
 * In rows a level line from the axis; elsewhere a level line from the mark, with a curve where the label stands higher or
 * lower. It has the lane's colour to show whose label it is.
 *
 * @param line x of the mark, in px
 */
export function leaderNode(label: VerticalLabel, line: number, layout: VerticalLayout, context: SceneContext): Node {
  const { event, mark, top, crowd } = label;
  const end = layout.labelX - LEADER_TEXT_GAP;
  const y = top + 8;
  const dimmed = isDimmed(context, event);
  if (crowd !== undefined) return crowdLeader(event.id, line, end, mark, y, crowd, dimmed, context);
  const from = layout.kind === "rows" ? layout.axisX : line;
  const bend = end - LEADER_CURVE_LENGTH;
  const d =
    Math.abs(y - mark) < 0.5
      ? `M${round(from)} ${round(mark)}H${round(end)}`
      : `M${round(from)} ${round(mark)}H${round(bend)}C${round(bend + 8)} ${round(mark)} ${round(end - 8)} ${round(y)} ${round(end)} ${round(y)}`;
  if (layout.kind === "ranges") return inkLine(event.id, from, mark, end, y, dimmed ? INK.lane : INK.line);
  const lane = context.timeline.lanes[event.lane];
  return node("path", event.id, {
    className: classes("dl-stroke", lane ? laneClass(lane.color) : ""),
    d,
    fill: "none",
    stroke: eventColor(context, event),
    strokeOpacity: dimmed ? INK.lane : undefined,
  });
}

/** Through the crowd in the colour of the surface, then in ink. */
function crowdLeader(
  key: string,
  line: number,
  end: number,
  mark: number,
  y: number,
  crowd: NonNullable<VerticalLabel["crowd"]>,
  dimmed: boolean,
  { theme }: SceneContext,
): Node {
  const foot = line + CROWD_FOOT;
  const beside = Math.min(end, foot + crowd.width + CROWD_GAP);
  const ink = dimmed ? INK.lane : INK.line;
  return node("g", key, {}, [
    crowd.bars &&
      crowd.width > 0 &&
      node("path", "inside", {
        className: "dl-halo",
        d: `M${round(foot)} ${round(mark)}h${round(crowd.width)}`,
        fill: "none",
        stroke: theme.surface,
        strokeWidth: CROWD_LINE,
      }),
    inkLine("beside", beside, mark, end, y, ink),
  ]);
}
