/** Draws a lane of the horizontal figure: name, lane line with ticks, leader lines, events and clusters. */
import { groupBy } from "../base/group-by.js";
import type { AxisLayout } from "../layout/axis/axis-layout.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { labelTop } from "../layout/horizontal/lane-boxes.js";
import type { ClusterBox, LabelBox, LaneLayout, MarkBox } from "../layout/marks/lane-layout.js";
import { isWide } from "../layout/marks/mark-size.js";
import { MARK_HALO } from "../layout/metrics.js";
import type { PlacedEvent } from "../model/timeline.js";
import { clusterNode } from "./marks/cluster.js";
import { isDimmed, type SceneContext } from "./context.js";
import { labelNode } from "./labels/label.js";
import { laneList } from "./lane-list.js";
import { crowdNode, pilesNode } from "./marks/crowd.js";
import { markNode, markOrigin } from "./marks/mark.js";
import { inReadingOrder } from "./reading-order.js";
import { type Node, node } from "./node.js";
import { inkLine, verticalLines } from "./labels/text.js";
import { INK, laneClass } from "./theme.js";

/** With ticks closer than this on average, in px, lane lines show labelled ticks only. */
const TICK_DISTANCE_MIN = 20;
/** Length of a tick under a lane of one row, in px. */
const TICK_BELOW = 3;

export function laneNode(box: LaneBox, laid: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node {
  const { start, stickyLabels = [] } = layout;
  // An event with a sticky label does not show its ordinary label as well.
  const isHeld = (event: PlacedEvent): boolean => stickyLabels.some((label) => label.event === event);
  const frame = {
    ...laid,
    // What lies over the rest is drawn after all lanes.
    labels: laid.labels.filter(({ event, over, covered }) => !over && !covered && !isHeld(event)),
    marks: laid.marks.filter(({ part }) => !part),
  };
  const [from, to] = layout.drawn;
  const { line } = box;
  const isPile = ({ shape }: ClusterBox): boolean => shape?.kind === "pile";
  const piles = frame.clusters.filter(isPile);
  const others = frame.clusters.filter((cluster) => !isPile(cluster));
  const labels = new Map(frame.labels.map((label) => [label.event, label]));
  return node("g", `lane-${box.lane.id}`, { className: classes("dl-lane", laneClass(box.lane.color)) }, [
    !frame.lineless && inkLine("line", from, line, to, line, INK.lane),
    !frame.lineless && ticksNode(layout.axis, frame, line, from, start),
    leadersNode(frame, box, context),
    laneList({ ...frame, clusters: [...others, ...piles.slice(0, 1)] }, box, false, context, {
      event: (mark) => eventParts(mark, labels.get(mark.event), box, context),
      cluster: (cluster) =>
        cluster.shape === undefined
          ? clusterNode(cluster, line, box.lane, context)
          : cluster.shape.kind === "pile"
            ? pilesNode(piles, line, box.lane, context)
            : crowdNode(cluster, cluster.shape, line, box.lane, context),
    }),
  ]);
}

export function classes(...names: readonly string[]): string {
  return names.filter(Boolean).join(" ");
}

function eventParts(mark: MarkBox, label: LabelBox | undefined, box: LaneBox, context: SceneContext) {
  const { event } = mark;
  const origin = markOrigin(mark);
  return inReadingOrder(
    markNode(mark, box.line + mark.lineOffset, false, context),
    label &&
      faded(label, labelNode(event, label.content, label.leader - origin, label.flow, labelTop(box, label), context)),
    context,
  );
}

function faded({ opacity }: LabelBox, label: Node): Node {
  return opacity === undefined ? label : { ...label, attributes: { ...label.attributes, opacity } };
}

function leadersNode(frame: LaneLayout, box: LaneBox, context: SceneContext): Node {
  // A pole runs along its whole text, so that the eye finds the one from the other.
  const endOf = (label: LabelBox): number =>
    labelTop(box, label) + (label.side === "above" ? 3 : label.content.height - 3);
  const offsets = new Map(frame.marks.map(({ event, lineOffset }) => [event, lineOffset]));
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
  return marks.find(({ t0, t1, height }) => isWide(t0, t1, height) && t >= t0 - MARK_HALO && t <= t1 + MARK_HALO);
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
