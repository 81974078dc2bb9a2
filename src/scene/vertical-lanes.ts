/** Draws the lanes of the vertical figure: their marks on one line, and all labels in one column. */
import type { CrowdShape } from "../layout/forms/crowd-shape.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import type { LaneBox, VerticalLabel, VerticalLayout } from "../layout/types.js";
import { columnLines } from "./axis/axis.js";
import type { SceneContext } from "./context.js";
import { classes } from "./horizontal-lane.js";
import { labelNode } from "./labels/label.js";
import { leaderNode } from "./labels/leader.js";
import { inkLine } from "./labels/text.js";
import { laneList } from "./lane-list.js";
import { crowdNode } from "./marks/crowd.js";
import { markNode, markOrigin } from "./marks/mark.js";
import { type Node, node } from "./node.js";
import { inReadingOrder } from "./reading-order.js";
import { INK, laneClass } from "./theme.js";

export function verticalTracks(layout: VerticalLayout, context: SceneContext): (Node | false)[] {
  // What lies over the rest is drawn after all lanes.
  const shown = layout.labels.filter(({ over, covered }) => !over && !covered);
  const labels = new Map(shown.map((label) => [label.event, label]));
  const lanes = layout.boxes.map((box, i) => {
    const { marks, clusters } = layout.laneLayouts[i] as LaneLayout;
    const frame = { clusters, marks: marks.filter(({ part }) => !part) };
    return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
      laneList(frame, box, true, context, {
        event: (mark) => {
          const label = labels.get(mark.event);
          return inReadingOrder(
            markNode(mark, box.line + mark.lineOffset, true, context),
            label &&
              labelNode(mark.event, label.content, layout.labelX - 7, "right", label.top - markOrigin(mark), context),
            context,
          );
        },
        cluster: (cluster) => crowdNode(cluster, cluster.shape as CrowdShape, box.line, box.lane, context, true),
      }),
    ]);
  });
  const line = layout.kind !== "rows" && layout.kind !== "ranges" && trackLine(layout);
  // Leader lines run under the marks, but over a crowd.
  return layout.kind === "ruled"
    ? [line, ...lanes, leaders(shown, layout, context)]
    : [line, leaders(shown, layout, context), ...lanes];
}

function leaders(labels: readonly VerticalLabel[], layout: VerticalLayout, context: SceneContext): Node {
  const offsets = new Map(
    layout.laneLayouts.flatMap(({ marks }) => marks).map((mark) => [mark.event, mark.lineOffset]),
  );
  const lineOf = (box: LaneBox | undefined): number => box?.line ?? layout.lineX;
  const paths = labels.map((label) =>
    leaderNode(label, lineOf(layout.boxes[label.event.lane]) + (offsets.get(label.event) ?? 0), layout, context),
  );
  return node("g", "leaders", { ariaHidden: true }, paths);
}

function trackLine(layout: VerticalLayout): Node {
  const { lineX } = layout;
  const lines = columnLines(layout).map(([from, to], i) => inkLine(`line-${i}`, lineX, from, lineX, to, INK.lane));
  return node("g", "track", { ariaHidden: true }, lines);
}
