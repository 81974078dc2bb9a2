/**
 * The marks of one lane of the compact strip: everything long at its true extent, as thin bars on the lane line, and dots
 * on top of them. What goes on at the same time runs side by side, close enough to stay in the lane.
 */
import type { Viewport } from "../axis/viewport.js";
import { type Cluster, clusterEvents, type Dot } from "../marks/clusters.js";
import {
  clusterBox,
  dotBoxes,
  markExtent,
  type LaneLayout,
  type MarkBox,
  markBox,
  hiddenCounts,
  stackedMarkBox,
} from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { DOT_SIZE } from "../metrics.js";
import { stackMarks } from "../marks/mark-stacking.js";

/** From this length on, in px, something is a bar: a dot with a little more. */
const COMPACT_BAR_LENGTH_MIN = DOT_SIZE + 4;
/** Bars of one lane, at most; more join the crowd, the longest last. */
const BARS_MAX = 200;
/** Thickness of a bar, and distance of bars that run side by side, in px. */
const BAR_THICKNESS_MAX = 5;
const BAR_THICKNESS_MIN = 1.5;
const BAR_PITCH_MAX = 6;
/** Between bars, and between those of neighbouring lanes. */
const BAR_GAP = 1;
const BAR_LANE_GAP = 2;

/**
 * @param pitch height of a lane, in px
 * @param window what is in view of the stretch that is laid out
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
  // A short bar would hide the count of a crowd that it runs into, so it joins that.
  const clusters = onLine.filter(({ kind }) => kind === "cluster");
  const kept = [...bars].filter(
    (at) => labelled.has(at) || lane.isBar(at, view.scale) || !overlapsAny(lane, at, clusters, view),
  );
  if (kept.length < bars.size) {
    bars = new Set(kept);
    taken = new Set([...kept, ...labelled]);
    onLine = clusterEvents(lane, taken, view);
  }
  const dots = [...labelled]
    .filter((at) => !bars.has(at))
    .map((at) => {
      const [from, to] = markExtent(lane, at, lane.height(at), view);
      return { position: at, from, to, labelled: true };
    })
    .sort((a, b) => a.from - b.from || a.position - b.position);
  const { stacked } = stackMarks(dots, onLine, Number.POSITIVE_INFINITY);
  const marks = [
    ...barBoxes(lane, bars, labelled, view, pitch),
    ...stacked.map((mark) => stackedMarkBox(lane, mark, view)),
    ...dotBoxes(lane, onLine, view),
  ];
  return {
    lane: lane.lane,
    count: lane.size,
    labels: [],
    marks: marks.sort((a, b) => a.t0 - b.t0),
    clusters: onLine.filter((item) => item.kind === "cluster").map((cluster) => clusterBox(lane, cluster, taken)),
    ...hiddenCounts(lane, window),
    stackLevels: stacked.reduce((most, mark) => Math.max(most, mark.stackLevel), 0),
  };
}

function barsOf(lane: ProjectedLane, { from, to, scale }: Viewport): Set<number> {
  const reaching = lane.overlapping(from, BARS_MAX).filter((at) => lane.length(at) * scale >= COMPACT_BAR_LENGTH_MIN);
  return new Set([...reaching, ...lane.longestIn(from, to, scale, BARS_MAX, COMPACT_BAR_LENGTH_MIN)]);
}

function overlapsAny(lane: ProjectedLane, at: number, items: readonly (Dot | Cluster)[], { px }: Viewport): boolean {
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
      let rail = 0;
      while ((ends[rail] ?? Number.NEGATIVE_INFINITY) + BAR_GAP > box.t0) rail++;
      ends[rail] = box.t1;
      return { ...box, labelled: labelled.has(at), rail };
    });
  const between = Math.min(BAR_PITCH_MAX, (pitch - BAR_LANE_GAP) / (2 * Math.floor(ends.length / 2) + 1));
  const height =
    ends.length < 2 ? BAR_THICKNESS_MAX : Math.max(BAR_THICKNESS_MIN, Math.min(BAR_THICKNESS_MAX, between - BAR_GAP));
  // On the line, under it, over it, and so on.
  return placed.map(({ rail, ...box }) => {
    const lineOffset = Math.ceil(rail / 2) * (rail % 2 === 1 ? 1 : -1) * between;
    return { ...box, height, lineOffset };
  });
}
