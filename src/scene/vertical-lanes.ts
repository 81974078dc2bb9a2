/** Draws the lanes of the vertical figure: tracks side by side, names above them, labels in one column. */
import { HEAD_COUNT_GAP } from "../layout/vertical/column-heads.js";
import type { LaneBox, VerticalLayout } from "../layout/types.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import { verticalStackOffset, capsuleWidth, TITLE_LINE, TITLE_SIZE, TRACK_GAP } from "../layout/metrics.js";
import { columnLines } from "./axis/axis.js";
import { clusterNode } from "./marks/cluster.js";
import type { SceneContext } from "./context.js";
import { classes } from "./horizontal-lane.js";
import { labelNode } from "./labels/label.js";
import { laneList } from "./lane-list.js";
import { leaderNode } from "./labels/leader.js";
import { markNode, markOrigin } from "./marks/mark.js";
import { inReadingOrder } from "./reading-order.js";
import { type Node, node } from "./node.js";
import { round } from "./path.js";
import { inkLine, linesNode, mutedText } from "./labels/text.js";
import { INK, laneClass, laneColor } from "./theme.js";

/** Radius of the corner between a track and its name, in px. */
const HEAD_CURVE_RADIUS = 5;

export function verticalTracks(layout: VerticalLayout, context: SceneContext): Node[] {
  const labels = new Map(layout.labels.map((label) => [label.event, label]));
  const lanes = layout.boxes.map((box, i) => {
    const frame = layout.laneLayouts[i] as LaneLayout;
    return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
      // Lanes that share a track share its line.
      box.line !== layout.boxes[i - 1]?.line && trackLine(layout, box),
      laneList(frame, box, true, context, {
        event: (mark) => {
          const label = labels.get(mark.event);
          return inReadingOrder(
            markNode(mark, box.line - verticalStackOffset(mark), true, context),
            label &&
              labelNode(mark.event, label.content, layout.labelX - 7, "right", label.top - markOrigin(mark), context),
            context,
          );
        },
        cluster: (cluster) =>
          clusterNode(cluster, box.line, box.lane, true, context, capsuleAcross(cluster.count, layout.boxes)),
      }),
    ]);
  });
  return [leaders(layout, context), ...lanes];
}

/** Width of a capsule, as much as its count needs and the next track leaves. */
function capsuleAcross(count: number, [first, second]: readonly LaneBox[]): number {
  // Without a second track the width is unlimited.
  const pitch = first && second ? second.line - first.line : 0;
  return pitch > 0 ? Math.min(capsuleWidth(count), pitch - TRACK_GAP) : capsuleWidth(count);
}

function leaders(layout: VerticalLayout, context: SceneContext): Node {
  const paths = layout.labels.map((label) => leaderNode(label, layout, context));
  return node("g", "leaders", { ariaHidden: true }, paths);
}

function trackLine(layout: VerticalLayout, box: LaneBox): Node {
  const lines = columnLines(layout).map(([from, to], i) =>
    inkLine(`line-${i}`, box.line, from, box.line, to, INK.lane),
  );
  return node("g", "track", { ariaHidden: true }, lines);
}

/** The lane names above their tracks. */
export function verticalHeads(layout: VerticalLayout, context: SceneContext): Node[] {
  return layout.boxes.flatMap((box) => headNode(layout, box, context) ?? []);
}

/** A lane's name, connected to its track by an elbow in the lane's colour. */
function headNode(layout: VerticalLayout, box: LaneBox, context: SceneContext): Node | undefined {
  const { name } = box;
  if (name.length === 0) return undefined;
  const y = box.top + 10;
  const last = y + 4.5 + (name.length - 1) * TITLE_LINE;
  const x = round(box.line);
  const end = layout.labelX - 8;
  const d = `M${x} ${round(layout.start)}V${y + HEAD_CURVE_RADIUS}Q${x} ${y} ${x + HEAD_CURVE_RADIUS} ${y}H${end}`;
  return node("g", box.lane.id, { className: classes("dl-lane-head", laneClass(box.lane.color)) }, [
    node("path", "elbow", {
      className: "dl-stroke",
      d,
      fill: "none",
      stroke: laneColor(context.theme, box.lane.color),
      strokeWidth: 2,
    }),
    linesNode("name", layout.labelX, y + 4.5, name, TITLE_LINE, { size: TITLE_SIZE, weight: 600 }),
    mutedText("count", layout.labelX + box.nameWidth + HEAD_COUNT_GAP, last, String(box.count)),
  ]);
}
