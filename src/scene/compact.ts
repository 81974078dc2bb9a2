/** Draws the compact figure: title and count on top, a few labels, lanes close together. */
import type { CompactLayout, LaneBox } from "../layout/types.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import { CLUSTER_HEIGHT, TITLE_SIZE } from "../layout/metrics.js";
import { listId, isRtlLocale, type SceneContext } from "./context.js";
import { clusterNode } from "./marks/cluster.js";
import { classes } from "./horizontal-lane.js";
import { labelNode } from "./labels/label.js";
import { laneList } from "./lane-list.js";
import { markNode, markOrigin } from "./marks/mark.js";
import { nothingPlacedNode } from "./nothing-placed.js";
import { inReadingOrder } from "./reading-order.js";
import { type Node, node } from "./node.js";
import { horizontalAxis } from "./axis/axis.js";
import { plotNode, plotSize } from "./plot.js";
import { inkLine, mutedText, textNode, verticalLines } from "./labels/text.js";
import { INK, laneClass } from "./theme.js";

const COMPACT_TITLE_BASELINE = 13;
/** Between a leader line and the lane line of its mark, in px. */
const LEADER_MARK_GAP = 8;
/** Space for marks before the start of the axis, in px. */
const AXIS_START_MARGIN = 8;

export function compactParts(layout: CompactLayout, context: SceneContext, isEmpty = false): Node[] {
  const { labels, boxes, labelsTop } = layout;
  if (isEmpty) {
    const { width, height } = layout;
    return [
      titleNode(layout, context),
      nothingPlacedNode(width / 2, (COMPACT_TITLE_BASELINE + height) / 2, width, context),
    ];
  }
  const leaders = labels.map(({ event, leader }) => {
    const line = boxes[event.lane]?.line ?? layout.axisY;
    return [leader, labelsTop + 4, line - LEADER_MARK_GAP] as const;
  });
  const { gutterRight, inset, width, start, end } = layout;
  const left = gutterRight ? 0 : start - AXIS_START_MARGIN;
  const right = gutterRight ? end + AXIS_START_MARGIN : width;
  const [headX, anchor] = gutterRight ? ([width - inset, "right"] as const) : ([inset, "left"] as const);
  return [
    titleNode(layout, context),
    node(
      "g",
      "heads",
      { ariaHidden: true },
      boxes.map((box) => textNode(box.lane.id, headX, box.line + 4.5, box.name[0] ?? "", { anchor })),
    ),
    plotNode(plotSize(left, 0, right - left, layout.height), [
      node("g", "poles", { className: "dl-poles", ariaHidden: true }, [
        leaders.length > 0 && verticalLines("lines", leaders, INK.line),
      ]),
      ...boxes.map((box, i) => laneNode(box, layout.laneLayouts[i] as LaneLayout, layout, context)),
      horizontalAxis(layout, context),
    ]),
  ];
}

function titleNode(layout: CompactLayout, context: SceneContext): Node {
  const { standalone } = context;
  const { title, inset, gutterRight, width } = layout;
  const ends = [
    { x: inset, anchor: "left" },
    { x: width - inset, anchor: "right" },
  ] as const;
  const [before, after] = gutterRight ? ([ends[1], ends[0]] as const) : ends;
  const rtl = isRtlLocale(context.locale);
  const count = mutedText("text", after.x, COMPACT_TITLE_BASELINE, layout.count, { anchor: after.anchor, rtl });
  return node("g", "heading", {}, [
    // In a page the title is text above the figure.
    standalone &&
      title !== undefined &&
      textNode("title", before.x, COMPACT_TITLE_BASELINE, title, {
        size: TITLE_SIZE,
        weight: 600,
        anchor: before.anchor,
      }),
    standalone ? count : node("a", "count", { href: `#${listId(context)}` }, [count]),
  ]);
}

function laneNode(box: LaneBox, frame: LaneLayout, layout: CompactLayout, context: SceneContext): Node {
  const labels = new Map(layout.labels.map((label) => [label.event, label]));
  const height = Math.min(CLUSTER_HEIGHT, box.bottom - box.top - 1);
  const [from, to] = layout.drawn;
  return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
    inkLine("line", from, box.line, to, box.line, INK.lane),
    laneList(frame, box, false, context, {
      event: (mark) => {
        const label = labels.get(mark.event);
        return inReadingOrder(
          markNode(mark, box.line + mark.lineOffset, false, context),
          label &&
            labelNode(
              mark.event,
              label.content,
              label.leader - markOrigin(mark),
              label.flow,
              layout.labelsTop,
              context,
            ),
          context,
        );
      },
      cluster: (cluster) => clusterNode(cluster, box.line, box.lane, context, height),
    }),
  ]);
}
