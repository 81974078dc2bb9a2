/**
 * Clusters the events without a label: each is a dot on the lane line, and dots that would touch become one cluster.
 *
 * The axis is cut into cells of 40 to 80 px (more where counts are long) that halve from zoom level to zoom level. A cluster
 * depends only on its cell and its neighbours, so panning does not change it. The cost depends on the visible cells, not on
 * the events in them.
 */
import type { ProjectedLane } from "./projected-lane.js";
import { capsuleLength, DOT_SIZE } from "../metrics.js";

/** One event on the lane line: its position in the lane, and its extent along the axis in px. */
export interface Dot {
  readonly kind: "dot";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Cluster {
  readonly kind: "cluster";
  /** Positions of its first and last event, inclusive; events with a mark of their own between them do not belong to it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Smallest length of a cell, in px. */
const CLUSTER_CELL_MIN = 40;
/** Distance of a cluster from the edges of its cell, in px: a dot just outside does not touch it. */
const CELL_MARGIN = 6;
/** A cell with more events than this becomes one cluster without comparing its dots. */
const CLUSTER_LIMIT = 32;
/** Dots with less than this between their edges touch, in px. */
export const DOT_GAP = 2;
const DOT_RADIUS = DOT_SIZE / 2;

export interface ClusterView {
  /** px per unit of the axis. */
  readonly scale: number;
  /** px per unit at zoom 1. */
  readonly baseScale: number;
  /** Start of the axis; cells are counted from it. */
  readonly origin: number;
  /** Stretch of the axis to cover. */
  readonly from: number;
  readonly to: number;
  /** Converts a place of the axis to px. */
  readonly px: (place: number) => number;
}

/** @param taken positions of the events that have a mark of their own */
export function clusterEvents(lane: ProjectedLane, taken: ReadonlySet<number>, view: ClusterView): (Dot | Cluster)[] {
  const { scale, baseScale, origin } = view;
  const level = Math.max(0, Math.floor(Math.log2(scale / baseScale) + 1e-6));
  const cell = minCellLength(lane.size) / (baseScale * 2 ** level);
  const first = Math.floor((view.from - origin) / cell) - 1;
  const last = Math.floor((view.to - origin) / cell) + 1;
  const found: (Dot | Cluster)[] = [];
  let i = lane.firstFrom(origin + first * cell);
  // Visits only cells with events: a zoomed axis may have very many empty cells.
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

/** A capsule stays inside its cell, so a cell must fit the largest possible count. */
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
  if (to - from > CLUSTER_LIMIT) {
    let count = to - from;
    for (const at of taken) if (at >= from && at < to) count--;
    if (count > CLUSTER_LIMIT) {
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
    let group = { first: at, last: at, count: 1, from: x - DOT_RADIUS, to: x + DOT_RADIUS };
    // The dot of a longer event may lie after that of the next one, which then touches two groups.
    for (let before = groups.at(-1); before && group.from < before.to + DOT_GAP; before = groups.at(-1)) {
      groups.pop();
      group = {
        first: before.first,
        last: at,
        count: before.count + group.count,
        from: Math.min(before.from, group.from),
        to: Math.max(before.to, group.to),
      };
    }
    groups.push(group);
  }
  const drawn: (Dot | Cluster)[] = [];
  for (const group of groups) {
    let item: Dot | Cluster =
      group.count === 1
        ? { kind: "dot", at: group.first, from: group.from, to: group.to }
        : clusterOf(lane, group.first, group.last, group.count, min, max, view);
    // A capsule is wider than its dots and may now touch the item before it.
    for (let before = drawn.at(-1); before && before.to + DOT_GAP > item.from; before = drawn.at(-1)) {
      drawn.pop();
      item = clusterOf(lane, firstOf(before), lastOf(item), countOf(before) + countOf(item), min, max, view);
    }
    drawn.push(item);
  }
  return drawn;
}

/** Centre of an event's dot in px: the middle of a short event, near the start of a long one. */
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
 * Merges items that touch across the edge of two cells, so that all dots and clusters stay apart.
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
