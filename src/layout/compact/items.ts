/**
 * The marks of one lane of the compact strip: everything long at its true extent, as thin bars on the lane line, and dots
 * on top of them. What goes on at the same time runs side by side, close enough to stay in the lane.
 */
import type { AxisView } from "../axis/viewport.js";
import { type Cluster, crowd, type Dot } from "../marks/clusters.js";
import {
  clusterBox,
  dotBoxes,
  extent,
  type LaneFrame,
  type MarkBox,
  markBox,
  outside,
  standingBox,
} from "../marks/lane-layout.js";
import type { LaneMarks } from "../marks/lane-index.js";
import { CROWD_DOT } from "../metrics.js";
import { step } from "../marks/mark-stacking.js";

/** From this length on, in px, something is a bar: a dot with a little more. */
const SHORTEST_BAR = CROWD_DOT + 4;
/** Bars of one lane, at most; more join the crowd, the longest last. */
const MOST_BARS = 200;
/** Thickness of a bar, and distance of bars that run side by side, in px. */
const THICKEST = 5;
const THINNEST = 1.5;
const WIDEST_PITCH = 6;
/** Between bars, and between those of neighbouring lanes. */
const GAP = 1;
const LANE_GAP = 2;

/**
 * @param pitch height of a lane, in px
 * @param window what is in view of the stretch that is laid out
 */
export function compactItems(
  lane: LaneMarks,
  labelled: ReadonlySet<number>,
  view: AxisView,
  pitch: number,
  window: Pick<AxisView, "from" | "to">,
): LaneFrame {
  let bars = barsOf(lane, view);
  let taken = new Set([...bars, ...labelled]);
  let onLine = crowd(lane, taken, view);
  // A short bar would hide the count of a crowd that it runs into, so it joins that.
  const clusters = onLine.filter(({ kind }) => kind === "cluster");
  const kept = [...bars].filter(
    (at) => labelled.has(at) || lane.standsAlone(at, view.scale) || !meets(lane, at, clusters, view),
  );
  if (kept.length < bars.size) {
    bars = new Set(kept);
    taken = new Set([...kept, ...labelled]);
    onLine = crowd(lane, taken, view);
  }
  const dots = [...labelled]
    .filter((at) => !bars.has(at))
    .map((at) => {
      const [from, to] = extent(lane, at, lane.height(at), view);
      return { at, from, to, labelled: true };
    })
    .sort((a, b) => a.from - b.from || a.at - b.at);
  const { stepped } = step(dots, onLine, Number.POSITIVE_INFINITY);
  const marks = [
    ...barBoxes(lane, bars, labelled, view, pitch),
    ...stepped.map((mark) => standingBox(lane, mark, view)),
    ...dotBoxes(lane, onLine, view),
  ];
  return {
    lane: lane.lane,
    count: lane.size,
    labels: [],
    marks: marks.sort((a, b) => a.t0 - b.t0),
    clusters: onLine.filter((item) => item.kind === "cluster").map((cluster) => clusterBox(lane, cluster, taken)),
    ...outside(lane, window),
    steps: stepped.reduce((most, mark) => Math.max(most, mark.step), 0),
  };
}

function barsOf(lane: LaneMarks, { from, to, scale }: AxisView): Set<number> {
  const reaching = lane.reachingInto(from, MOST_BARS).filter((at) => lane.length(at) * scale >= SHORTEST_BAR);
  return new Set([...reaching, ...lane.wideIn(from, to, scale, MOST_BARS, SHORTEST_BAR)]);
}

function meets(lane: LaneMarks, at: number, items: readonly (Dot | Cluster)[], { px }: AxisView): boolean {
  const [from, to] = [px(lane.start[at] as number), px(lane.end[at] as number)];
  return items.some((item) => item.from < to + GAP && item.to > from - GAP);
}

function barBoxes(
  lane: LaneMarks,
  bars: ReadonlySet<number>,
  labelled: ReadonlySet<number>,
  view: AxisView,
  pitch: number,
): MarkBox[] {
  const ends: number[] = [];
  const placed = [...bars]
    .sort((a, b) => a - b)
    .map((at) => {
      const box = markBox(lane, at, THICKEST, view);
      let rail = 0;
      while ((ends[rail] ?? Number.NEGATIVE_INFINITY) + GAP > box.t0) rail++;
      ends[rail] = box.t1;
      return { ...box, labelled: labelled.has(at), rail };
    });
  const between = Math.min(WIDEST_PITCH, (pitch - LANE_GAP) / (2 * Math.floor(ends.length / 2) + 1));
  const height = ends.length < 2 ? THICKEST : Math.max(THINNEST, Math.min(THICKEST, between - GAP));
  // On the line, under it, over it, and so on.
  return placed.map(({ rail, ...box }) => {
    const shift = Math.ceil(rail / 2) * (rail % 2 === 1 ? 1 : -1) * between;
    return { ...box, height, shift };
  });
}
