/**
 * Lays out the marks of one lane of the compact figure: long events are thin bars at their true extent, with dots on top.
 * Simultaneous bars run side by side within the height of the lane.
 */
import { takeTrack } from "../../base/take-track.js";
import type { Viewport } from "../axis/viewport.js";
import { type Cluster, clusterEvents } from "../marks/clusters.js";
import {
  type ClusterBox,
  hiddenCounts,
  type LaneLayout,
  type MarkBox,
  markBox,
  markExtent,
} from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { DOT_SIZE } from "../metrics.js";

/** Shortest bar, in px; shorter events are dots. */
const COMPACT_BAR_LENGTH_MIN = DOT_SIZE + 4;
/** Most bars of one lane; the shortest of more become dots. */
const BARS_MAX = 200;
/** Thickness of a bar, and distance between the middles of bars that run side by side, in px. */
const BAR_THICKNESS_MAX = 5;
const BAR_THICKNESS_MIN = 1.5;
const BAR_PITCH_MAX = 6;
/** Space between bars, and between the bars of neighbouring lanes, in px. */
const BAR_GAP = 1;
const BAR_LANE_GAP = 2;
/** Smallest distance of labelled dots along the axis, and how much higher one of two nearer ones is drawn, in px. */
const MARK_GAP = 2;
const STACK_STEP = 5;

/**
 * @param pitch height of a lane, in px
 * @param view the stretch to lay out, including overscan
 * @param window the visible part of it
 */
export function compactItems(
  lane: ProjectedLane,
  labelled: ReadonlySet<number>,
  view: Viewport,
  pitch: number,
  window: Pick<Viewport, "from" | "to">,
): LaneLayout {
  let bars = barsOf(lane, view);
  let taken = new Set([...bars, ...labelled]);
  let onLine = clusterEvents(lane, taken, view);
  // A short bar would hide the count of a cluster that it overlaps, so it joins the cluster.
  const clusters = onLine.filter(({ count }) => count > 1);
  const kept = [...bars].filter(
    (at) => labelled.has(at) || lane.isBar(at, view.scale) || !overlapsAny(lane, at, clusters, view),
  );
  if (kept.length < bars.size) {
    bars = new Set(kept);
    taken = new Set([...kept, ...labelled]);
    onLine = clusterEvents(lane, taken, view);
  }
  const marks = [
    ...barBoxes(lane, bars, labelled, view, pitch),
    ...stackedDots(
      lane,
      [...labelled].filter((at) => !bars.has(at)),
      onLine,
      view,
    ),
    ...onLine
      .filter(({ count }) => count === 1)
      .map(({ first, from, to }) => ({ ...markBox(lane, first, DOT_SIZE, view), t0: from, t1: to })),
  ];
  return {
    lane: lane.lane,
    count: lane.size,
    labels: [],
    marks: marks.sort((a, b) => a.t0 - b.t0),
    clusters: onLine.filter(({ count }) => count > 1).map((cluster) => clusterBox(lane, cluster, taken)),
    ...hiddenCounts(lane, window),
  };
}

/** Dots with a label: one that would touch another mark is drawn a step higher. */
function stackedDots(
  lane: ProjectedLane,
  labelled: readonly number[],
  onLine: readonly Cluster[],
  view: Viewport,
): MarkBox[] {
  const ends: number[] = [];
  return labelled
    .map((at) => {
      const [from, to] = markExtent(lane, at, lane.height(at), view);
      return { at, from, to };
    })
    .sort((a, b) => a.from - b.from || a.at - b.at)
    .map(({ at, from, to }) => {
      const isOver = onLine.some((item) => item.to + MARK_GAP > from && item.from < to + MARK_GAP);
      const level = takeTrack(ends, from, to + MARK_GAP, Number(isOver));
      return { ...markBox(lane, at, lane.height(at), view), labelled: true, lineOffset: -level * STACK_STEP };
    });
}

function clusterBox(
  lane: ProjectedLane,
  { first, last, count, from, to }: Cluster,
  taken: ReadonlySet<number>,
): ClusterBox {
  return {
    events: () => {
      const events = [];
      for (let at = first; at <= last; at++) if (!taken.has(at)) events.push(lane.event(at));
      return events;
    },
    first: lane.event(first),
    last: lane.event(last),
    count,
    from,
    to,
  };
}

function barsOf(lane: ProjectedLane, { from, to, scale }: Viewport): Set<number> {
  const reaching = lane.overlapping(from, BARS_MAX).filter((at) => lane.length(at) * scale >= COMPACT_BAR_LENGTH_MIN);
  return new Set([...reaching, ...lane.longestIn(from, to, scale, BARS_MAX, COMPACT_BAR_LENGTH_MIN)]);
}

function overlapsAny(lane: ProjectedLane, at: number, items: readonly Cluster[], { px }: Viewport): boolean {
  const [from, to] = [px(lane.start[at] as number), px(lane.end[at] as number)];
  return items.some((item) => item.from < to + BAR_GAP && item.to > from - BAR_GAP);
}

function barBoxes(
  lane: ProjectedLane,
  bars: ReadonlySet<number>,
  labelled: ReadonlySet<number>,
  view: Viewport,
  pitch: number,
): MarkBox[] {
  const ends: number[] = [];
  const placed = [...bars]
    .sort((a, b) => a - b)
    .map((at) => {
      const box = markBox(lane, at, BAR_THICKNESS_MAX, view);
      return { ...box, labelled: labelled.has(at), rail: takeTrack(ends, box.t0, box.t1 + BAR_GAP) };
    });
  const between = Math.min(BAR_PITCH_MAX, (pitch - BAR_LANE_GAP) / (2 * Math.floor(ends.length / 2) + 1));
  const height =
    ends.length < 2 ? BAR_THICKNESS_MAX : Math.max(BAR_THICKNESS_MIN, Math.min(BAR_THICKNESS_MAX, between - BAR_GAP));
  // The bars lie on the line, below it, above it, and so on.
  return placed.map(({ rail, ...box }) => {
    const lineOffset = Math.ceil(rail / 2) * (rail % 2 === 1 ? 1 : -1) * between;
    return { ...box, height, lineOffset };
  });
}
