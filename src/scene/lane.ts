/** A lane of the horizontal figure: head, line with its ticks, poles, events and clusters. */
import type { AxisFrame } from "../layout/axis.js";
import type { HorizontalLayout, LaneBox } from "../layout/figure-layout.js";
import type { LabelBox, LaneFrame, MarkBox } from "../layout/lane-frame.js";
import { FIGURE_INSET, TITLE_SIZE } from "../layout/metrics.js";
import { counted, fill } from "../time/locale.js";
import { clusterNode } from "./cluster.js";
import { isDimmed, type SceneContext } from "./context.js";
import { labelNode } from "./label.js";
import { markNode, markPaint, stepHeight } from "./mark.js";
import { word } from "./names.js";
import { type Node, node } from "./node.js";
import { inkLine, mutedText, textNode } from "./text.js";
import { INK, laneClass } from "./theme.js";

const HEAD_LINE = 16;
/** From the lane line to the baseline of a head that stands in the gutter, and above the line. */
const HEAD_BASELINE = 4.5;
const HEAD_ABOVE = 28;
const COUNT_GAP = 10;
const SPARSE_TICKS = 20;

export function laneNode(box: LaneBox, frame: LaneFrame, layout: HorizontalLayout, context: SceneContext): Node {
  const { start, end } = layout;
  const { line } = box;
  const name = box.lane.title ?? word(context.locale, "list");
  const count = counted(context.locale, context.locale.figure.events, box.count);
  return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
    inkLine("line", start, line, end, line, INK.lane),
    ticksNode(layout.axis, line, start),
    polesNode(frame, box, context),
    node(
      "g",
      "list",
      { role: "list", ariaLabel: fill(word(context.locale, "laneList"), name, count) },
      events(frame, box, context),
    ),
    outOfView(frame, layout, box, context),
  ]);
}

/** The name of a lane in the gutter or above its line, and the rule that parts it from the lane before. */
export function laneHead(box: LaneBox, layout: HorizontalLayout, context: SceneContext): Node {
  const first = box.top <= layout.lanesFrom;
  return node("g", `head-${box.lane.id}`, { className: "dl-lane-head" }, [
    !first && inkLine("rule", FIGURE_INSET, box.top, layout.width - FIGURE_INSET, box.top, INK.hair),
    ...headTexts(box, layout, context),
  ]);
}

export function classes(...names: readonly string[]): string {
  return names.filter(Boolean).join(" ");
}

/** Events and clusters in order of time: the order that is read aloud. */
function events(frame: LaneFrame, box: LaneBox, context: SceneContext): Node[] {
  const labels = new Map(frame.labels.map((label) => [label.event, label]));
  const items = [
    ...frame.marks.map((mark) => ({ at: mark.t0, node: eventNode(mark, labels.get(mark.event), box, context) })),
    ...frame.clusters.map((cluster) => ({
      at: cluster.from,
      node: clusterNode(cluster, box.line, box.lane, false, context),
    })),
  ];
  return items.sort((a, b) => a.at - b.at).map((item) => item.node);
}

function eventNode(mark: MarkBox, label: LabelBox | undefined, box: LaneBox, context: SceneContext): Node {
  const { event } = mark;
  const height = stepHeight(mark);
  const stemAt = label?.pole ?? (mark.t0 + mark.t1) / 2;
  const paint = markPaint(mark, context);
  const stem =
    height > 0 && label
      ? node("line", "stem", {
          x1: stemAt,
          y1: box.line - height,
          x2: stemAt,
          y2: mark.overCluster ? box.line - 10 : box.line,
          className: paint.ink ? undefined : "dl-stroke",
          stroke: paint.color,
          strokeOpacity: paint.ink ? INK.line : undefined,
          strokeWidth: 1.25,
        })
      : undefined;
  const selected = context.selected === event.id;
  return node(
    "g",
    event.id,
    {
      className: "dl-event",
      dataEvent: event.id,
      dataStatus: event.status,
      dataSelected: selected ? true : undefined,
      role: "listitem",
    },
    [
      label && labelNode(event, label.content, label.pole, label.side, box.rows[label.row] as number, context),
      markNode(mark, box.line - height, false, context, stem),
    ],
  );
}

function polesNode(frame: LaneFrame, box: LaneBox, context: SceneContext): Node {
  const poles = frame.labels.map(({ event, pole, row, content }) => {
    const bottom = (box.rows[row] as number) + content.height - 3;
    const selected = context.selected === event.id;
    const opacity = selected ? 1 : isDimmed(context, event) ? INK.lane : INK.line;
    return { ...inkLine(event.id, pole, box.line, pole, bottom, opacity, selected ? 1.5 : 1) };
  });
  return node("g", "poles", { className: "dl-poles", ariaHidden: true }, poles);
}

/** Small ticks on each lane line, so that every lane is its own ruler. */
function ticksNode(axis: AxisFrame, line: number, start: number): Node {
  // What stands at the very beginning of the axis names the unit, it does not begin it.
  const all = axis.ticks.filter((tick) => tick.t > start + 1);
  // Small ticks on every line only where they do not add up to a texture.
  const dense = all.length > 1 && ((all.at(-1)?.t ?? 0) - (all[0]?.t ?? 0)) / (all.length - 1) < SPARSE_TICKS;
  const inside = dense ? all.filter((tick) => tick.label !== undefined || tick.context !== undefined) : all;
  const ticks = inside.map((tick, i) =>
    inkLine(String(i), tick.t, line, tick.t, line - (tick.context ? 12 : 4), tick.context ? INK.axis : INK.tick),
  );
  return node("g", "ticks", { ariaHidden: true }, ticks);
}

function headTexts(box: LaneBox, layout: HorizontalLayout, context: SceneContext): Node[] {
  if (box.name.length === 0) return [];
  const inGutter = layout.gutter > 0;
  const anchor = inGutter && layout.gutterRight ? "right" : "left";
  const y = inGutter ? box.line + HEAD_BASELINE : box.line - HEAD_ABOVE;
  const names = box.name.map((text, i) =>
    textNode(`name-${i}`, layout.headX, y + i * HEAD_LINE, text, { size: TITLE_SIZE, weight: 600, anchor }),
  );
  const below = y + box.name.length * HEAD_LINE;
  const count = counted(context.locale, context.locale.figure.events, box.count);
  const counter = inGutter
    ? mutedText("count", layout.headX, below, count, { anchor })
    : mutedText("count", layout.headX + box.nameWidth + COUNT_GAP, y, count);
  return [...names, counter];
}

/** "53 earlier" and "29 later", at the ends of the line. */
function outOfView(frame: LaneFrame, layout: HorizontalLayout, box: LaneBox, context: SceneContext): Node | undefined {
  if (frame.earlier === 0 && frame.later === 0) return undefined;
  const y = box.line - 20;
  const { figure } = context.locale;
  const chevron = (key: string, x: number, d: 1 | -1): Node =>
    node("path", key, {
      d: `M${x + 5 * d} ${y - 9}l${-5 * d} 5l${5 * d} 5`,
      fill: "none",
      stroke: "currentColor",
      strokeWidth: 1.5,
    });
  const earlier = figure["earlier"] as { other: string };
  const later = figure["later"] as { other: string };
  return node("g", "outside", { className: "dl-outside" }, [
    frame.earlier > 0 && chevron("earlier-chevron", layout.start, 1),
    frame.earlier > 0 && mutedText("earlier", layout.start + 11, y, counted(context.locale, earlier, frame.earlier)),
    frame.later > 0 && chevron("later-chevron", layout.end, -1),
    frame.later > 0 &&
      mutedText("later", layout.end - 11, y, counted(context.locale, later, frame.later), { anchor: "right" }),
  ]);
}
