/**
 * Stacks the marks of single events (labelled dots and bars) so that none touch: a later mark moves to a level further from
 * the labels. Marks never move along the axis.
 */
import type { Cluster, Dot } from "./clusters.js";

export interface StackItem {
  /** Position of the event in its lane. */
  readonly position: number;
  /** Extent of the mark along the axis, in px. */
  readonly from: number;
  readonly to: number;
  readonly labelled: boolean;
}

export interface StackedMark extends StackItem {
  /** 0 is on the lane line. */
  readonly stackLevel: number;
  /** True when it is stacked over a cluster, which is higher than a dot, or over a mark that is. */
  readonly overCluster: boolean;
}

/** Smallest distance of marks along the axis, in px. */
const MARK_GAP = 2;

/**
 * @param items the marks, in order of time
 * @param levelMax highest stack level of unlabelled marks; those that need a higher one are returned as `overflow`
 */
export function stackMarks(
  items: readonly StackItem[],
  onLine: readonly (Dot | Cluster)[],
  levelMax: number,
): { stacked: StackedMark[]; overflow: number[] } {
  const stacked: StackedMark[] = [];
  const overflow: number[] = [];
  const ends: number[] = [];
  let line = 0;
  for (const mark of items) {
    // Dots and marks are sorted by start, so dots that end before this mark end before all later marks.
    while (line < onLine.length && (onLine[line] as Dot).to + MARK_GAP <= mark.from) line++;
    let overCluster = false;
    let onLineBlocked = false;
    for (let i = line; i < onLine.length && (onLine[i] as Dot).from < mark.to + MARK_GAP; i++) {
      onLineBlocked = true;
      overCluster ||= onLine[i]?.kind === "cluster";
    }
    let level = onLineBlocked ? 1 : 0;
    while (level < ends.length && (ends[level] ?? Number.NEGATIVE_INFINITY) + MARK_GAP > mark.from) level++;
    if (level > levelMax && !mark.labelled) {
      overflow.push(mark.position);
      continue;
    }
    while (ends.length <= level) ends.push(Number.NEGATIVE_INFINITY);
    ends[level] = Math.max(ends[level] as number, mark.to);
    stacked.push({ ...mark, stackLevel: level, overCluster });
  }
  return { stacked: liftOverClusters(stacked), overflow };
}

/** Lifts the marks that are stacked on a mark over a cluster as well, or the two would touch. */
function liftOverClusters(stacked: readonly StackedMark[]): StackedMark[] {
  const lifted = new Set(stacked.filter(({ overCluster }) => overCluster));
  const isOver = (mark: StackedMark, other: StackedMark): boolean =>
    other.stackLevel < mark.stackLevel && mark.from < other.to + MARK_GAP && other.from < mark.to + MARK_GAP;
  for (const mark of [...stacked].sort((a, b) => a.stackLevel - b.stackLevel)) {
    if ([...lifted].some((other) => isOver(mark, other))) lifted.add(mark);
  }
  return stacked.map((mark) => (lifted.has(mark) ? { ...mark, overCluster: true } : mark));
}
