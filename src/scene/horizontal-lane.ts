/** Draws a lane of the horizontal figure: name, lane line with ticks, leader lines, events and clusters. */
import { groupBy } from "../base/group-by.js";
import { expectedWidth } from "../base/text-width.js";
import type { AxisLayout } from "../layout/axis/axis-layout.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { labelTop } from "../layout/horizontal/lane-boxes.js";
import type { LabelBox, LaneLayout, MarkBox } from "../layout/marks/lane-layout.js";
import { isWide } from "../layout/marks/mark-size.js";
import { FIGURE_INSET, GUTTER_GAP, MARK_HALO, SMALL_SIZE, TITLE_SIZE } from "../layout/metrics.js";
import type { PlacedEvent } from "../model/timeline.js";
import { counted } from "../time/locale.js";
import { clusterNode } from "./marks/cluster.js";
import { isDimmed, type SceneContext } from "./context.js";
import { labelNode } from "./labels/label.js";
import { laneList } from "./lane-list.js";
import { crowdNode } from "./marks/crowd.js";
import { markNode, markOrigin } from "./marks/mark.js";
import { inReadingOrder } from "./reading-order.js";
import { type Node, node } from "./node.js";
import { round } from "./path.js";
import { inkLine, mutedText, textNode, verticalLines } from "./labels/text.js";
import { INK, laneClass } from "./theme.js";

/** Line height of a lane's name, in px. */
const HEAD_LINE_HEIGHT = 16;
/** From the lane line to the baseline of a name in the gutter, in px. */
const GUTTER_HEAD_BASELINE = 4.5;
/** From the top of a lane to the baseline of a name above the line, in px. */
const RAISED_HEAD_BASELINE = 18;
/** Width of a chevron with the space after it, in px. */
const CHEVRON_WIDTH = 11;
/** Between a name and its count, in px. */
const NAME_COUNT_GAP = 10;
/** Between "53 earlier" and "29 later" on one line, in px. */
const COUNTER_GAP = 16;
/** With ticks closer than this on average, in px, lane lines show labelled ticks only. */
const TICK_DISTANCE_MIN = 20;
/** Length of a tick under a lane of one row, in px. */
const TICK_BELOW = 3;

export function laneNode(box: LaneBox, laid: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node {
  const { start, stickyLabels = [] } = layout;
  // An event with a sticky label does not show its ordinary label as well.
  const isHeld = (event: PlacedEvent): boolean => stickyLabels.some((label) => label.event === event);
  const frame = { ...laid, labels: laid.labels.filter(({ event }) => !isHeld(event)) };
  const [from, to] = layout.drawn;
  const { line } = box;
  const labels = new Map(frame.labels.map((label) => [label.event, label]));
  return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
    !frame.lineless && inkLine("line", from, line, to, line, INK.lane),
    !frame.lineless && ticksNode(layout.axis, frame, line, from, start),
    leadersNode(frame, box, context),
    laneList(frame, box, false, context, {
      event: (mark) => eventParts(mark, labels.get(mark.event), box, context),
      cluster: (cluster) =>
        cluster.shape
          ? crowdNode(cluster, cluster.shape, line, box.lane, context)
          : clusterNode(cluster, line, box.lane, false, context),
    }),
  ]);
}

export function laneHeads(layout: HorizontalLayout, context: SceneContext): Node {
  const heads = layout.boxes.map((box, i) => laneHead(box, layout.laneLayouts[i] as LaneLayout, layout, context));
  return node("g", "heads", { ariaHidden: true }, heads);
}

/** The head of a lane: its name and counts, and the rule that separates it from the lane above. */
function laneHead(box: LaneBox, frame: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node {
  return node("g", `head-${box.lane.id}`, { className: "dl-lane-head" }, [
    box.rule !== undefined && inkLine("rule", FIGURE_INSET, box.rule, layout.width - FIGURE_INSET, box.rule, INK.hair),
    ...headTexts(box, frame, layout, context),
    hiddenCountsNode(frame, layout, box, context),
  ]);
}

export function classes(...names: readonly string[]): string {
  return names.filter(Boolean).join(" ");
}

function eventParts(mark: MarkBox, label: LabelBox | undefined, box: LaneBox, context: SceneContext) {
  const { event } = mark;
  const origin = markOrigin(mark);
  return inReadingOrder(
    markNode(mark, box.line + (mark.lineOffset ?? 0), false, context),
    label && labelNode(event, label.content, label.leader - origin, label.flow, labelTop(box, label), context),
    context,
  );
}

function leadersNode(frame: LaneLayout, box: LaneBox, context: SceneContext): Node {
  // A pole runs along its whole text, so that the eye finds the one from the other.
  const endOf = (label: LabelBox): number =>
    labelTop(box, label) + (label.side === "above" ? 3 : label.content.height - 3);
  const offsets = new Map(frame.marks.map(({ event, lineOffset = 0 }) => [event, lineOffset]));
  const startOf = ({ event }: LabelBox): number => box.line + (offsets.get(event) ?? 0);
  const isSelected = ({ event }: LabelBox): boolean => context.selected === event.id;
  const plain = frame.labels.filter((label) => !isSelected(label) && !label.onBar);
  const leaders = [...groupBy(plain, ({ event }) => (isDimmed(context, event) ? INK.lane : INK.line))].map(
    ([opacity, labels]) =>
      verticalLines(
        String(opacity),
        labels.map((label) => [label.leader, startOf(label), endOf(label)]),
        opacity,
      ),
  );
  const selected = frame.labels
    .filter((label) => isSelected(label) && !label.onBar)
    .map((label) => inkLine("selected", label.leader, startOf(label), label.leader, endOf(label), 1, 1.5));
  return node("g", "poles", { className: "dl-poles", ariaHidden: true }, [...leaders, ...selected]);
}

/** The mark that stands on the line at a place. */
function onLineAt(t: number, { marks }: LaneLayout): MarkBox | undefined {
  return marks.find(
    ({ stackLevel, t0, t1, height }) =>
      stackLevel === 0 && isWide(t0, t1, height) && t >= t0 - MARK_HALO && t <= t1 + MARK_HALO,
  );
}

/** Small ticks on the lane line, one path per kind. */
function ticksNode(axis: AxisLayout, frame: LaneLayout, line: number, ...beginnings: readonly number[]): Node {
  // A context at the start of the axis or of the window names a unit that began before it: no tick.
  const all = axis.ticks.filter((tick) => beginnings.every((start) => Math.abs(tick.t - start) > 1));
  // Dense ticks on every lane line would look like a texture.
  const dense = all.length > 1 && ((all.at(-1)?.t ?? 0) - (all[0]?.t ?? 0)) / (all.length - 1) < TICK_DISTANCE_MIN;
  const inside = dense ? all.filter((tick) => tick.label !== undefined || tick.context !== undefined) : all;
  // A tick above a bar would seem to float.
  const free = inside.filter(({ t }) => !onLineAt(t, frame));
  const path = (key: string, ticks: typeof free, height: number, opacity: number): Node | false => {
    const [from, to] = frame.oneRow ? [line + 1, line + 1 + TICK_BELOW] : [line, line - height];
    const lines = ticks.map(({ t }) => [t, from, to] as const);
    return ticks.length > 0 && verticalLines(key, lines, opacity);
  };
  const [larger, smaller] = [free.filter((tick) => tick.context), free.filter((tick) => !tick.context)];
  const drawn = [path("smaller", smaller, 4, INK.tick), path("larger", larger, 12, INK.axis)];
  return node("g", "ticks", { ariaHidden: true }, drawn);
}

/** Baseline of a lane's name: beside the lane line in the gutter; without a gutter above the line and its marks. */
function headBaseline(box: LaneBox, { gutter }: HorizontalLayout): number {
  return gutter > 0 ? box.line + GUTTER_HEAD_BASELINE : box.top + RAISED_HEAD_BASELINE;
}

/** Number of lines of text that fit below a name in the gutter. */
function gutterLines(box: LaneBox): number {
  return Math.floor((box.bottom - box.line - 5) / HEAD_LINE_HEIGHT) - box.name.length;
}

function headTexts(box: LaneBox, frame: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node[] {
  if (box.name.length === 0) return [];
  const inView = frame.earlier + frame.later > 0;
  const inGutter = layout.gutter > 0;
  const anchor = layout.gutterRight ? "right" : "left";
  const y = headBaseline(box, layout);
  const names = box.name.map((text, i) =>
    textNode(`name-${i}`, layout.headX, y + i * HEAD_LINE_HEIGHT, text, { size: TITLE_SIZE, weight: 600, anchor }),
  );
  const below = y + box.name.length * HEAD_LINE_HEIGHT;
  const count = counted(context.locale, context.locale.figure.events, box.count);
  if (inGutter && box.bottom - box.line < HEAD_LINE_HEIGHT) {
    const [at, side] = layout.gutterRight
      ? ([layout.end + GUTTER_GAP, "left"] as const)
      : ([layout.start - GUTTER_GAP, "right"] as const);
    return [...names, mutedText("count", at, y, String(box.count), { anchor: side })];
  }
  if (!inGutter) {
    const beside = (layout.gutterRight ? -1 : 1) * (box.nameWidth + NAME_COUNT_GAP);
    const words = [count, ...(frame.note ? [noteWords(frame.note, context)] : [])].join(", ");
    return [...names, mutedText("count", layout.headX + beside, y, words, { anchor })];
  }
  // A low lane has no room for all counts; those of hidden events are more useful.
  const counts = inView && gutterLines(box) < 3 ? [] : [mutedText("count", layout.headX, below, count, { anchor })];
  return [...names, ...counts, ...noteNodes(box, frame, layout, context, below + (inView ? 3 : 1) * HEAD_LINE_HEIGHT)];
}

function noteWords({ kind, count }: NonNullable<LaneLayout["note"]>, { locale }: SceneContext): string {
  return counted(locale, kind === "more" ? locale.figure.notNamed : locale.figure.atOnce, count);
}

/** What the gutter says beside thin bars or a ribbon, where the texts above leave room. */
function noteNodes(
  { line }: LaneBox,
  { note }: LaneLayout,
  { headX, gutterRight }: HorizontalLayout,
  context: SceneContext,
  top: number,
): Node[] {
  if (!note || line + note.offset < top) return [];
  const anchor = gutterRight ? "right" : "left";
  return [mutedText("note", headX, line + note.offset, noteWords(note, context), { anchor })];
}

/** The counts of hidden events, "53 earlier" and "29 later": below the name in the gutter, or across from the name. */
function hiddenCountsNode(
  frame: LaneLayout,
  layout: HorizontalLayout,
  box: LaneBox,
  context: SceneContext,
): Node | undefined {
  // A lane of one row has no room for them.
  if (frame.oneRow || (frame.earlier === 0 && frame.later === 0)) return undefined;
  const { locale, measure } = context;
  const { gutter, gutterRight, headX, start, end } = layout;
  const words = (key: "earlier" | "later", count: number): string => counted(locale, locale.figure[key], count);
  const baseline = headBaseline(box, layout);
  if (gutter > 0) {
    const lines = gutterLines(box);
    const below = baseline + (box.name.length + (lines < 3 ? 0 : 1)) * HEAD_LINE_HEIGHT;
    if (lines < 2) {
      const both = `${frame.earlier} ‹ › ${frame.later}`;
      return mutedText("outside", headX, below, both, { anchor: gutterRight ? "right" : "left" });
    }
    const side = gutterRight ? ("right" as const) : ("left" as const);
    return node("g", "outside", { className: "dl-outside" }, [
      ...counter("earlier", words("earlier", frame.earlier), frame.earlier, headX, below, side),
      ...counter("later", words("later", frame.later), frame.later, headX, below + HEAD_LINE_HEIGHT, side),
    ]);
  }
  // Opposite the name; the later count is closer to the end of the axis.
  const [outer, inner] = gutterRight ? (["earlier", "later"] as const) : (["later", "earlier"] as const);
  const width = measure(words(outer, frame[outer]), SMALL_SIZE, 400);
  const shift = frame[outer] > 0 ? CHEVRON_WIDTH + expectedWidth(width, 400, measure) + COUNTER_GAP : 0;
  const [at, out, side] = gutterRight ? ([start, 1, "left"] as const) : ([end, -1, "right"] as const);
  return node("g", "outside", { className: "dl-outside" }, [
    ...counter(inner, words(inner, frame[inner]), frame[inner], at + out * shift, baseline, side),
    ...counter(outer, words(outer, frame[outer]), frame[outer], at, baseline, side),
  ]);
}

/** A count with a chevron that points towards its events. */
function counter(
  key: "earlier" | "later",
  words: string,
  count: number,
  x: number,
  y: number,
  side: "left" | "right",
): (Node | false)[] {
  if (count === 0) return [];
  const later = key === "later";
  const chevronAt = side === "left" ? x : x - 5;
  const tip = later ? chevronAt + 5 : chevronAt;
  return [
    node("path", `${key}-chevron`, {
      d: `M${round(later ? chevronAt : chevronAt + 5)} ${round(y - 9)}L${round(tip)} ${round(y - 4)}L${round(later ? chevronAt : chevronAt + 5)} ${round(y + 1)}`,
      fill: "none",
      stroke: "currentColor",
      strokeWidth: 1.5,
    }),
    mutedText(key, side === "left" ? x + CHEVRON_WIDTH : x - CHEVRON_WIDTH, y, words, { anchor: side }),
  ];
}
