/**
 * Events of aggregates that have the focus or are selected, and the labels of such events that have no slot. They lie over
 * all lanes.
 */
import { labelTop } from "../../layout/horizontal/lane-boxes.js";
import type { LabelBox, MarkBox } from "../../layout/marks/lane-layout.js";
import { LEADER_GAP } from "../../layout/metrics.js";
import type { FigureLayout, HorizontalLayout, LaneBox, VerticalLabel, VerticalLayout } from "../../layout/types.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { partName, placeInColumn } from "../accessible-names.js";
import type { SceneContext } from "../context.js";
import { labelNode } from "../labels/label.js";
import { inkLine } from "../labels/text.js";
import { type Node, node } from "../node.js";
import { translateTo } from "../path.js";
import { inReadingOrder } from "../reading-order.js";
import { laneClass } from "../theme.js";
import { markAttributes, markNode, markOrigin, markRect, translateToOrigin } from "./mark.js";

/** Space of the surface around a label, and around a mark, in px. */
const LABEL_SPACE = 4;
const MARK_SPACE = 1;
const TARGET = 24;

/** Whether the focus is shown by a label over the others, which are dimmed meanwhile. */
export function isFocusShown(layout: FigureLayout, { selected }: SceneContext): boolean {
  return labelsOf(layout).some(({ over, event }) => over && event.id !== selected);
}

function labelsOf(layout: FigureLayout): readonly (LabelBox | VerticalLabel)[] {
  if (layout.orientation === "compact") return [];
  return layout.orientation === "vertical" ? layout.labels : layout.laneLayouts.flatMap(({ labels }) => labels);
}

export function activeEventsNode(layout: HorizontalLayout | VerticalLayout, context: SceneContext): Node | undefined {
  const groups = labelsOf(layout)
    .filter(({ over }) => over)
    .map((label) => {
      const { lane } = label.event;
      const box = layout.boxes[lane] as LaneBox;
      const mark = layout.laneLayouts[lane]?.marks.find(({ event }) => event === label.event);
      const vertical = layout.orientation === "vertical";
      const origin = mark?.part ? markOrigin(mark) : 0;
      const place =
        "leader" in label ? besideLeader(label, mark, box) : inColumn(label, mark, box, layout as VerticalLayout);
      const parts = labelParts(label, moved(place, origin, vertical), context);
      return mark?.part
        ? eventGroup(mark, origin, parts, box, vertical, context)
        : labelGroup(label, parts, box, context);
    });
  if (groups.length === 0) return undefined;
  return node("g", "active", { className: "dl-active", role: context.standalone ? undefined : "list" }, groups);
}

function eventGroup(
  mark: MarkBox,
  origin: number,
  label: readonly Node[],
  box: LaneBox,
  vertical: boolean,
  context: SceneContext,
): Node {
  const { id, status } = mark.event;
  return node(
    "g",
    id,
    {
      className: `dl-event ${laneClass(box.lane.color)}`.trim(),
      dataEvent: id,
      dataStatus: status,
      dataSelected: context.selected === id ? true : undefined,
      role: "listitem",
      transform: translateToOrigin(mark, vertical),
    },
    [
      ...inReadingOrder(
        { ...partMark(mark, origin, vertical, context), attributes: attributesOf(mark, box, vertical, context) },
        node("g", "named", {}, label),
        context,
      ),
    ],
  );
}

/** The label of an event whose mark is among those of its lane. */
function labelGroup(
  { event }: { readonly event: PlacedEvent },
  label: readonly Node[],
  box: LaneBox,
  context: SceneContext,
): Node {
  const said = context.standalone ? {} : { role: "group", ariaLabel: event.title };
  const attributes = { className: laneClass(box.lane.color), dataEvent: event.id, ...said };
  return node("g", event.id, attributes, label);
}

/** Where a label stands, and the two ends of its leader line, in px. */
interface Place {
  readonly x: number;
  readonly top: number;
  readonly flow: "left" | "right";
  readonly pole: readonly [x1: number, y1: number, x2: number, y2: number];
}

function besideLeader(label: LabelBox, mark: MarkBox | undefined, box: LaneBox): Place {
  const { leader: x, flow, content } = label;
  const top = labelTop(box, label);
  const from = mark?.part?.kind === "bar" ? box.line + mark.lineOffset : box.line;
  return { x, top, flow, pole: [x, from, x, top + (top < from ? 3 : content.height - 3)] };
}

function inColumn(
  { top, mark: y }: VerticalLabel,
  mark: MarkBox | undefined,
  box: LaneBox,
  { labelX }: VerticalLayout,
): Place {
  const from = box.line + (mark?.lineOffset ?? 0);
  return { x: labelX - LEADER_GAP, top, flow: "right", pole: [from, y, labelX - LEADER_GAP, y] };
}

function moved({ x, top, flow, pole: [x1, y1, x2, y2] }: Place, origin: number, vertical: boolean): Place {
  const [dx, dy] = vertical ? [0, origin] : [origin, 0];
  return { x: x - dx, top: top - dy, flow, pole: [x1 - dx, y1 - dy, x2 - dx, y2 - dy] };
}

/** Leader line, surface and text. */
function labelParts(
  { event, content }: Pick<LabelBox, "event" | "content">,
  { x, top, flow, pole }: Place,
  context: SceneContext,
): Node[] {
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
    inkLine("pole", ...pole, 1, 1.5),
    labelNode(event, content, x, flow, top, context),
  ];
}

function attributesOf(mark: MarkBox, box: LaneBox, vertical: boolean, context: SceneContext) {
  const { event, part, lineOffset } = mark;
  const { locale, standalone } = context;
  const base = box.line + lineOffset;
  const transform = vertical ? translateTo(base, 0) : translateTo(0, base);
  if (standalone) return { ...markAttributes(event, context), transform };
  const column = part?.column;
  const place = column ? placeInColumn(column, locale) : "";
  return {
    ...markAttributes(event, context),
    ariaLabel: partName(event, place, locale, context.sinceBefore?.(event)),
    transform,
  };
}

function partMark(mark: MarkBox, origin: number, vertical: boolean, context: SceneContext): Node {
  const { part, t0, t1, height } = mark;
  if (part?.kind !== "dot" && part?.kind !== "line") return markNode(mark, 0, vertical, context);
  const [from, length] = [t0 - origin, t1 - t0];
  const radius = (space: number) => (part.kind === "dot" ? { rx: height / 2 + space } : {});
  return node(context.standalone ? "g" : "a", "mark", {}, [
    node("rect", "halo", {
      className: "dl-surface",
      ...markRect(from - MARK_SPACE, length + 2 * MARK_SPACE, height + 2 * MARK_SPACE, vertical),
      fill: context.theme.surface,
      ...radius(MARK_SPACE),
    }),
    node("rect", "body", { ...markRect(from, length, height, vertical), fill: "currentColor", ...radius(0) }),
    node("rect", "target", {
      ...markRect(from + length / 2 - TARGET / 2, TARGET, Math.max(TARGET, height), vertical),
      fill: "none",
      pointerEvents: "all",
    }),
  ]);
}
