/**
 * Events of aggregates that have the focus or are selected, and the labels of such events that have no slot. They lie over
 * all lanes.
 */
import { labelTop } from "../../layout/horizontal/lane-boxes.js";
import type { LabelBox, MarkBox } from "../../layout/marks/lane-layout.js";
import { LEADER_GAP } from "../../layout/metrics.js";
import type { FigureLayout, HorizontalLayout, LaneBox } from "../../layout/types.js";
import { partName, placeInColumn } from "../accessible-names.js";
import type { SceneContext } from "../context.js";
import { labelNode } from "../labels/label.js";
import { inkLine } from "../labels/text.js";
import { type Node, node } from "../node.js";
import { translateTo } from "../path.js";
import { inReadingOrder } from "../reading-order.js";
import { laneClass } from "../theme.js";
import { markAttributes, markNode, markOrigin, translateToOrigin } from "./mark.js";

/** Space of the surface around a label, and around a mark, in px. */
const LABEL_SPACE = 4;
const MARK_SPACE = 1;
const TARGET = 24;

/** Whether the focus is shown by a label over the others, which are dimmed meanwhile. */
export function isFocusShown({ laneLayouts }: FigureLayout, { selected }: SceneContext): boolean {
  return laneLayouts.some(({ labels }) => labels.some(({ over, event }) => over && event.id !== selected));
}

export function activeEventsNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  const groups = layout.laneLayouts.flatMap(({ labels, marks }, i) => {
    const box = layout.boxes[i] as LaneBox;
    return labels
      .filter(({ over }) => over)
      .map((label) => {
        const mark = marks.find(({ event }) => event === label.event);
        return mark?.part ? eventGroup(mark, label, box, context) : labelGroup(label, mark, box, context);
      });
  });
  if (groups.length === 0) return undefined;
  return node("g", "active", { className: "dl-active", role: context.standalone ? undefined : "list" }, groups);
}

function eventGroup(mark: MarkBox, label: LabelBox, box: LaneBox, context: SceneContext): Node {
  const { id, status } = mark.event;
  const origin = markOrigin(mark);
  return node(
    "g",
    id,
    {
      className: `dl-event ${laneClass(box.lane.color)}`.trim(),
      dataEvent: id,
      dataStatus: status,
      dataSelected: context.selected === id ? true : undefined,
      role: "listitem",
      transform: translateToOrigin(mark, false),
    },
    [
      ...inReadingOrder(
        { ...partMark(mark, origin, box, context), attributes: attributesOf(mark, box, context) },
        node("g", "named", {}, labelParts(label, mark, origin, box, context)),
        context,
      ),
    ],
  );
}

/** The label of an event whose mark is among those of its lane. */
function labelGroup(label: LabelBox, mark: MarkBox | undefined, box: LaneBox, context: SceneContext): Node {
  const { event } = label;
  const said = context.standalone ? {} : { role: "group", ariaLabel: event.title };
  const attributes = { className: laneClass(box.lane.color), dataEvent: event.id, ...said };
  return node("g", event.id, attributes, labelParts(label, mark, 0, box, context));
}

/** Leader line, surface and text, relative to the origin of the event. */
function labelParts(
  label: LabelBox,
  mark: MarkBox | undefined,
  origin: number,
  box: LaneBox,
  context: SceneContext,
): Node[] {
  const { event, content, leader, flow } = label;
  const top = labelTop(box, label);
  const x = leader - origin;
  const from = mark?.part?.kind === "bar" ? box.line + mark.lineOffset : box.line;
  const width = LEADER_GAP + content.width + LABEL_SPACE;
  return [
    node("rect", "surface", {
      className: "dl-surface",
      x: flow === "right" ? x - LABEL_SPACE : x - width,
      y: top - LABEL_SPACE / 2,
      width: width + LABEL_SPACE,
      height: content.height + LABEL_SPACE,
      fill: context.theme.surface,
    }),
    inkLine("pole", x, from, x, top + (top < from ? 3 : content.height - 3), 1, 1.5),
    labelNode(event, content, x, flow, top, context),
  ];
}

function attributesOf(mark: MarkBox, box: LaneBox, context: SceneContext) {
  const { event, part, lineOffset } = mark;
  const { locale, standalone } = context;
  const transform = translateTo(0, box.line + lineOffset);
  if (standalone) return { ...markAttributes(event, context), transform };
  const column = part?.column;
  const place = column ? placeInColumn(column, locale) : "";
  return {
    ...markAttributes(event, context),
    ariaLabel: partName(event, place, locale, context.sinceBefore?.(event)),
    transform,
  };
}

function partMark(mark: MarkBox, origin: number, box: LaneBox, context: SceneContext): Node {
  const { part, t0, t1, height, lineOffset } = mark;
  if (part?.kind !== "dot" && part?.kind !== "line") return markNode(mark, box.line + lineOffset, false, context);
  const [from, width] = [t0 - origin, t1 - t0];
  const round = part.kind === "dot" ? { rx: height / 2 + MARK_SPACE } : {};
  const middle = from + width / 2;
  const target = Math.max(TARGET, height);
  return node(context.standalone ? "g" : "a", "mark", {}, [
    node("rect", "halo", {
      className: "dl-surface",
      x: from - MARK_SPACE,
      y: -height / 2 - MARK_SPACE,
      width: width + 2 * MARK_SPACE,
      height: height + 2 * MARK_SPACE,
      fill: context.theme.surface,
      ...round,
    }),
    node("rect", "body", {
      x: from,
      y: -height / 2,
      width,
      height,
      fill: "currentColor",
      ...(part.kind === "dot" ? { rx: height / 2 } : {}),
    }),
    node("rect", "target", {
      x: middle - TARGET / 2,
      y: -target / 2,
      width: TARGET,
      height: target,
      fill: "none",
      pointerEvents: "all",
    }),
  ]);
}
