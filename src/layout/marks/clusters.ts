/**
 * Clusters the events without a label: each is a dot on the lane line, and dots that would touch become one cluster.
 *
 * The axis is cut into cells of 40 to 80 px (more where counts are long) that halve from zoom level to zoom level. A cluster
 * depends only on its cell and its neighbours, so panning does not change it. The cost depends on the visible cells, not on
 * the events in them.
 */
import type { ProjectedLane } from "./projected-lane.js";
import { capsuleLength, DOT_SIZE } from "../metrics.js";

interface Members {
  /** Positions of the first and last event, inclusive; events with a mark of their own between them do not belong to it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** A dot of one event on the lane line, or the capsule of several: its extent along the axis is in px. */
export interface Cluster extends Members {
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
const DOT_GAP = 2;
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
export function clusterEvents(lane: ProjectedLane, taken: ReadonlySet<number>, view: ClusterView): Cluster[] {
  const { scale, baseScale, origin } = view;
  const level = Math.max(0, Math.floor(Math.log2(scale / baseScale) + 1e-6));
  const length = minCellLength(lane.size) / (baseScale * 2 ** level);
  const first = Math.floor((view.from - origin) / length) - 1;
  const last = Math.floor((view.to - origin) / length) + 1;
  const found: Cluster[] = [];
  let i = lane.firstFrom(origin + first * length);
  // Visits only cells with events: a zoomed axis may have very many empty cells.
  while (i < lane.size) {
    const n = Math.floor(((lane.start[i] as number) - origin) / length);
    if (n > last) break;
    const next = Math.max(i + 1, lane.firstFrom(origin + (n + 1) * length));
    const edge = (k: number): number => view.px(origin + k * length);
    const cell = { from: i, to: next, min: edge(n) + CELL_MARGIN, max: edge(n + 1) - CELL_MARGIN };
    for (const item of fillCell(lane, taken, cell, view)) add(found, item, (a, b) => acrossCells(a, b, found.at(-1)));
    i = next;
  }
  return found;
}

/** A capsule stays inside its cell, so a cell must fit the largest possible count. */
function minCellLength(events: number): number {
  return Math.max(CLUSTER_CELL_MIN, capsuleLength(events) + 2 * CELL_MARGIN);
}

/** Events of a cell, their number without those that have a mark of their own, and the stretch for capsules in px. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number;
}

function fillCell(lane: ProjectedLane, taken: ReadonlySet<number>, cell: Cell, view: ClusterView): Cluster[] {
  const { from, to } = cell;
  if (to - from > CLUSTER_LIMIT) {
    let count = to - from;
    for (const at of taken) if (at >= from && at < to) count--;
    if (count > CLUSTER_LIMIT) {
      let [first, last] = [from, to - 1];
      while (taken.has(first)) first++;
      while (taken.has(last)) last--;
      return [clusterOf(lane, first, last, count, cell, view)];
    }
  }
  const groups: Cluster[] = [];
  for (let at = from; at < to; at++) {
    if (taken.has(at)) continue;
    const x = dotCentre(lane, at, view);
    const dot = { first: at, last: at, count: 1, from: x - DOT_RADIUS, to: x + DOT_RADIUS };
    // The dot of a longer event may lie after that of the next one, which then touches two groups.
    add(groups, dot, (a, b) => ({ ...joined(a, b), from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }));
  }
  const drawn: Cluster[] = [];
  const capsule = ({ first, last, count }: Members): Cluster => clusterOf(lane, first, last, count, cell, view);
  // A capsule is wider than its dots and may touch the item before it.
  for (const group of groups) {
    add(drawn, group.count === 1 ? group : capsule(group), (a, b) => capsule(joined(a, b)));
  }
  return drawn;
}

/** Adds an item behind the others, joined with those that it touches. */
function add(items: Cluster[], item: Cluster, join: (a: Cluster, b: Cluster) => Cluster): void {
  let last = item;
  for (let before = items.at(-1); before && before.to + DOT_GAP > last.from; before = items.at(-1)) {
    items.pop();
    last = join(before, last);
  }
  items.push(last);
}

function joined(a: Cluster, b: Cluster): Members {
  return { first: a.first, last: b.last, count: a.count + b.count };
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
  { min, max }: Cell,
  view: ClusterView,
): Cluster {
  const a = dotCentre(lane, first, view);
  const b = dotCentre(lane, last, view);
  const width = Math.min(max - min, Math.max(b - a + 8, capsuleLength(count)));
  const from = Math.min(max - width, Math.max(min, (a + b) / 2 - width / 2));
  return { first, last, count, from, to: from + width };
}

/** Joins two items that touch across the edge of two cells; the result keeps clear of the one before. */
function acrossCells(a: Cluster, b: Cluster, before: Cluster | undefined): Cluster {
  const members = joined(a, b);
  const width = Math.max(capsuleLength(members.count), b.to - a.from);
  const from = Math.max((a.from + b.to) / 2 - width / 2, before ? before.to + DOT_GAP : Number.NEGATIVE_INFINITY);
  return { ...members, from, to: Math.max(b.to, from + width) };
}
