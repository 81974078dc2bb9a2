/**
 * Events without a label: each is a dot on the lane line, and dots that would touch become one cluster.
 *
 * Time is cut into cells of 40 to 80 px (more where counts are long) that halve from level to level, so a cluster never depends on what lies in
 * another part of the lane, and panning does not change it. Work depends on the cells in view, not on the events in them.
 */
import type { ProjectedLane } from "./projected-lane.js";
import { capsuleLength, DOT_SIZE } from "../metrics.js";

/** Something on the lane line, in px along the axis. */
export interface Dot {
  readonly kind: "dot";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Cluster {
  readonly kind: "cluster";
  /** First and last of its events, both inclusive; labelled ones between them do not belong to it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const CLUSTER_CELL_MIN = 40;
/** Clusters stay this far inside their cell, so that a dot just beyond its edge does not touch them. */
const CELL_MARGIN = 6;
/** A cell with more events than this is one cluster without looking closer. */
const CLUSTER_LIMIT = 32;
/** Dots nearer than this touch, in px between their edges. */
const DOT_GAP = 2;
const DOT_RADIUS = DOT_SIZE / 2;

export interface ClusterView {
  /** px per unit. */
  readonly scale: number;
  /** px per unit at level 0. */
  readonly baseScale: number;
  /** Where cells are counted from, on the axis. */
  readonly origin: number;
  /** Stretch of the axis to fill. */
  readonly from: number;
  readonly to: number;
  /** px of a place of the axis. */
  readonly px: (place: number) => number;
  /** Smallest length of a cell, in px; by default 40, or as much as the count of all events of the lane needs. */
  readonly minCell?: number;
  /** A cell with more events than this is one cluster without looking closer; default 32. */
  readonly clusterLimit?: number;
}

/** @param taken events that are drawn otherwise, as positions in the lane */
export function clusterEvents(lane: ProjectedLane, taken: ReadonlySet<number>, view: ClusterView): (Dot | Cluster)[] {
  const { scale, baseScale, origin, minCell: smallest = minCellLength(lane.size) } = view;
  const level = Math.max(0, Math.floor(Math.log2(scale / baseScale) + 1e-6));
  const cell = smallest / (baseScale * 2 ** level);
  const first = Math.floor((view.from - origin) / cell) - 1;
  const last = Math.floor((view.to - origin) / cell) + 1;
  const found: (Dot | Cluster)[] = [];
  let i = lane.firstFrom(origin + first * cell);
  // From one event to the cell it is in: a figure may be wider than anybody can look at, and most of its cells empty.
  while (i < lane.size) {
    const n = Math.floor(((lane.start[i] as number) - origin) / cell);
    if (n > last) break;
    const next = Math.max(i + 1, lane.firstFrom(origin + (n + 1) * cell));
    const edge = (k: number): number => view.px(origin + k * cell);
    found.push(...fillCell(lane, taken, i, next, edge(n) + CELL_MARGIN, edge(n + 1) - CELL_MARGIN, view));
    i = next;
  }
  return mergeTouching(found);
}

/** A capsule stays inside its cell, so the cell must hold the largest count there can be. */
function minCellLength(events: number): number {
  return Math.max(CLUSTER_CELL_MIN, capsuleLength(events) + 2 * CELL_MARGIN);
}

function fillCell(
  lane: ProjectedLane,
  taken: ReadonlySet<number>,
  from: number,
  to: number,
  min: number,
  max: number,
  view: ClusterView,
): (Dot | Cluster)[] {
  const { clusterLimit = CLUSTER_LIMIT } = view;
  if (to - from > clusterLimit) {
    let count = to - from;
    for (const at of taken) if (at >= from && at < to) count--;
    if (count > clusterLimit) {
      let [first, last] = [from, to - 1];
      while (taken.has(first)) first++;
      while (taken.has(last)) last--;
      return [clusterOf(lane, first, last, count, min, max, view)];
    }
  }
  const groups: { first: number; last: number; count: number; from: number; to: number }[] = [];
  for (let at = from; at < to; at++) {
    if (taken.has(at)) continue;
    const x = dotCentre(lane, at, view);
    const group = groups.at(-1);
    if (group && x - DOT_RADIUS < group.to + DOT_GAP) {
      group.last = at;
      group.count++;
      group.to = Math.max(group.to, x + DOT_RADIUS);
    } else groups.push({ first: at, last: at, count: 1, from: x - DOT_RADIUS, to: x + DOT_RADIUS });
  }
  const drawn: (Dot | Cluster)[] = [];
  for (const group of groups) {
    let item: Dot | Cluster =
      group.count === 1
        ? { kind: "dot", at: group.first, from: group.from, to: group.to }
        : clusterOf(lane, group.first, group.last, group.count, min, max, view);
    // A capsule is wider than two dots and may now touch what stood free before.
    for (let before = drawn.at(-1); before && before.to + DOT_GAP > item.from; before = drawn.at(-1)) {
      drawn.pop();
      item = clusterOf(lane, firstOf(before), lastOf(item), countOf(before) + countOf(item), min, max, view);
    }
    drawn.push(item);
  }
  return drawn;
}

/** Where the dot of an event stands: in the middle of its span, as long as that is narrower than a dot or little more. */
function dotCentre(lane: ProjectedLane, at: number, view: ClusterView): number {
  return view.px(lane.start[at] as number) + lane.leaderOffset(at, view.scale);
}

function clusterOf(
  lane: ProjectedLane,
  first: number,
  last: number,
  count: number,
  min: number,
  max: number,
  view: ClusterView,
): Cluster {
  const a = dotCentre(lane, first, view);
  const b = dotCentre(lane, last, view);
  const width = Math.min(max - min, Math.max(b - a + 8, capsuleLength(count)));
  const from = Math.min(max - width, Math.max(min, (a + b) / 2 - width / 2));
  return { kind: "cluster", first, last, count, from, to: from + width };
}

function firstOf(item: Dot | Cluster): number {
  return item.kind === "dot" ? item.at : item.first;
}

function lastOf(item: Dot | Cluster): number {
  return item.kind === "dot" ? item.at : item.last;
}

function countOf(item: Dot | Cluster): number {
  return item.kind === "dot" ? 1 : item.count;
}

/**
 * Two dots on either side of a cell's edge may touch. The pair becomes a cluster, unless one of them is too close to a
 * cluster of its own cell to leave room; dots that are left stand apart from everything.
 */
function mergeTouching(items: readonly (Dot | Cluster)[]): (Dot | Cluster)[] {
  const result: (Dot | Cluster)[] = [];
  for (const item of items) {
    const before = result.at(-1);
    if (!before || before.to + DOT_GAP <= item.from) {
      result.push(item);
      continue;
    }
    result[result.length - 1] = mergePair(before, item, result.at(-2));
  }
  return result;
}

function mergePair(a: Dot | Cluster, b: Dot | Cluster, before: Dot | Cluster | undefined): Cluster {
  const count = countOf(a) + countOf(b);
  const middle = (a.from + b.to) / 2;
  const width = Math.max(capsuleLength(count), b.to - a.from);
  const from = Math.max(middle - width / 2, before ? before.to + DOT_GAP : Number.NEGATIVE_INFINITY);
  return { kind: "cluster", first: firstOf(a), last: lastOf(b), count, from, to: Math.max(b.to, from + width) };
}
