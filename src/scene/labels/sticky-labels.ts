/** Draws sticky labels, which stay at the start of the window while the plot is translated. */
import type { HorizontalLayout, VerticalLayout } from "../../layout/types.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { isDimmed, type SceneContext } from "../context.js";
import { labelNode } from "./label.js";
import { leaderNode } from "./leader.js";
import { type Node, node } from "../node.js";
import { inkLine } from "./text.js";
import { INK, laneClass } from "../theme.js";

/** The group of sticky labels. In a page it exists even when empty, because panning refills it. */
export function stickyLabelsNode(layout: HorizontalLayout | VerticalLayout, context: SceneContext): Node | undefined {
  const { stickyLabels } = layout;
  const labels =
    stickyLabels &&
    (layout.orientation === "vertical" ? verticalLabels(layout, context) : horizontalLabels(layout, context));
  if (!labels || (context.standalone && labels.length === 0)) return undefined;
  return node("g", "held", { className: "dl-held" }, labels);
}

function horizontalLabels({ stickyLabels = [], boxes }: HorizontalLayout, context: SceneContext): Node[] {
  return stickyLabels.map(({ event, content, leader, top, onBar }) => {
    if (onBar) return group(event, context, [labelNode(event, content, leader, "right", top, context)]);
    const line = boxes[event.lane]?.line ?? 0;
    const ink = isDimmed(context, event) ? INK.lane : INK.line;
    return group(event, context, [
      node("g", "pole", { className: "dl-poles", ariaHidden: true }, [
        inkLine("pole", leader, line, leader, top + content.height - 3, ink),
      ]),
      labelNode(event, content, leader, "right", top, context),
    ]);
  });
}

function verticalLabels(layout: VerticalLayout, context: SceneContext): Node[] {
  const { stickyLabels = [], labelX } = layout;
  return stickyLabels.map((label) =>
    group(label.event, context, [
      leaderNode(label, layout.lineX, layout, context),
      labelNode(label.event, label.content, labelX - 7, "right", label.top, context),
    ]),
  );
}

/** The group of one label. In a page the event's mark has the full name; this group mainly holds source links. */
function group(event: PlacedEvent, context: SceneContext, parts: readonly Node[]): Node {
  const lane = context.timeline.lanes[event.lane];
  const said = context.standalone ? {} : { role: "group", ariaLabel: event.title };
  const className = lane ? laneClass(lane.color) : undefined;
  return node("g", event.id, { className, dataEvent: event.id, ...said }, parts);
}
