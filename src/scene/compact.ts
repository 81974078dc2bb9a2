/** The compact strip: title and count on top, a few labels, lanes close together. */
import type { CompactLayout, LaneBox } from "../layout/figure-layout.js";
import type { LaneFrame, MarkBox } from "../layout/lane-frame.js";
import { CLUSTER_HEIGHT, TITLE_SIZE } from "../layout/metrics.js";
import { counted, fill } from "../time/locale.js";
import { listId } from "./context.js";
import type { SceneContext } from "./context.js";
import { clusterNode } from "./cluster.js";
import { classes } from "./lane.js";
import { labelNode } from "./label.js";
import { markNode } from "./mark.js";
import { word } from "./names.js";
import { byTime, inOrder } from "./reading-order.js";
import { type Node, node } from "./node.js";
import { horizontalAxis } from "./axis.js";
import { inkLine, mutedText, textNode } from "./text.js";
import { INK, laneClass } from "./theme.js";

const TITLE_BASELINE = 13;
/** Poles end this far above a mark. */
const ABOVE_MARK = 8;
/** Marks that would touch stand this much higher. */
const STEP = 7;

export function compactParts(layout: CompactLayout, context: SceneContext): Node[] {
  const { labels, boxes, labelsTop } = layout;
  const poles = labels.map(({ event, pole }) => {
    const line = boxes[event.lane]?.line ?? layout.axisY;
    return inkLine(event.id, pole, labelsTop + 4, pole, line - ABOVE_MARK, INK.line);
  });
  return [
    titleNode(layout, context),
    node(
      "g",
      "heads",
      { ariaHidden: true },
      boxes.map((box) => textNode(box.lane.id, 0, box.line + 4.5, box.name[0] ?? "")),
    ),
    node("g", "poles", { className: "dl-poles", ariaHidden: true }, poles),
    ...boxes.map((box, i) => laneNode(box, layout.frames[i] as LaneFrame, layout, context)),
    horizontalAxis(layout, context),
  ];
}

function titleNode(layout: CompactLayout, context: SceneContext): Node {
  const { timeline, standalone } = context;
  const count = mutedText("text", layout.width, TITLE_BASELINE, layout.count, { anchor: "right" });
  return node("g", "heading", {}, [
    timeline.title !== undefined &&
      textNode("title", 0, TITLE_BASELINE, timeline.title, { size: TITLE_SIZE, weight: 600, hidden: !standalone }),
    standalone ? count : node("a", "count", { href: `#${listId(context)}` }, [count]),
  ]);
}

function laneNode(box: LaneBox, frame: LaneFrame, layout: CompactLayout, context: SceneContext): Node {
  const labels = new Map(layout.labels.map((label) => [label.event, label]));
  const items = [
    ...frame.marks.map((mark) => ({
      first: mark.event,
      node: eventNode(mark, labels.get(mark.event), box, layout, context),
    })),
    ...frame.clusters.map((cluster) => ({
      first: cluster.first,
      node: clusterNode(
        cluster,
        box.line,
        box.lane,
        false,
        context,
        Math.min(CLUSTER_HEIGHT, box.bottom - box.top - 1),
      ),
    })),
  ];
  const name = box.lane.title ?? word(context.locale, "list");
  const count = counted(context.locale, context.locale.figure.events, box.count);
  return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
    inkLine("line", layout.start, box.line, layout.end, box.line, INK.lane),
    node(
      "g",
      "list",
      { role: "list", ariaLabel: fill(word(context.locale, "laneList"), name, count) },
      items.sort(byTime).map((item) => item.node),
    ),
  ]);
}

function eventNode(
  mark: MarkBox,
  label: CompactLayout["labels"][number] | undefined,
  box: LaneBox,
  layout: CompactLayout,
  context: SceneContext,
): Node {
  const { event } = mark;
  return node(
    "g",
    event.id,
    {
      className: "dl-event",
      dataEvent: event.id,
      dataStatus: event.status,
      dataSelected: context.selected === event.id ? true : undefined,
      role: "listitem",
    },
    [
      ...inOrder(
        markNode(mark, box.line - mark.step * STEP, false, context),
        label && labelNode(event, label.content, label.pole, label.side, layout.labelsTop, context),
        context,
      ),
    ],
  );
}
