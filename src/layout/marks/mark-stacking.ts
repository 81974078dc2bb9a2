/**
 * Marks that stand for one event: labelled ones, and unlabelled ones drawn over their extent. Those that would touch
 * step away from the labels, the later above the earlier. Time is never moved.
 */
import type { Cluster, Dot } from "./clusters.js";

export interface StackItem {
  readonly at: number;
  /** Extent of the mark, in px along the axis. */
  readonly from: number;
  readonly to: number;
  readonly labelled: boolean;
}

export interface StackedMark extends StackItem {
  /** 0 is the lane line. */
  readonly stackLevel: number;
  /** True when it stands above a cluster, which is higher than a dot, or above a mark that does. */
  readonly overCluster: boolean;
}

/** Marks keep this distance sideways, in px. */
const MARK_GAP = 2;

/**
 * @param standing in order of time
 * @param steps how often a mark may step; unlabelled ones that would step further are returned as `crowded`
 */
export function stackMarks(
  standing: readonly StackItem[],
  onLine: readonly (Dot | Cluster)[],
  steps: number,
): { stepped: StackedMark[]; crowded: number[] } {
  const stepped: StackedMark[] = [];
  const crowded: number[] = [];
  const ends: number[] = [];
  let line = 0;
  for (const mark of standing) {
    // Dots are in order, and so are marks by their beginning: what ends before this mark ends before all later ones.
    while (line < onLine.length && (onLine[line] as Dot).to + MARK_GAP <= mark.from) line++;
    let overCluster = false;
    let onLineBlocked = false;
    for (let i = line; i < onLine.length && (onLine[i] as Dot).from < mark.to + MARK_GAP; i++) {
      onLineBlocked = true;
      overCluster ||= onLine[i]?.kind === "cluster";
    }
    let free = onLineBlocked ? 1 : 0;
    while (free < ends.length && (ends[free] ?? Number.NEGATIVE_INFINITY) + MARK_GAP > mark.from) free++;
    if (free > steps && !mark.labelled) {
      crowded.push(mark.at);
      continue;
    }
    while (ends.length <= free) ends.push(Number.NEGATIVE_INFINITY);
    ends[free] = Math.max(ends[free] as number, mark.to);
    stepped.push({ ...mark, stackLevel: free, overCluster });
  }
  return { stepped: liftOverClusters(stepped), crowded };
}

/** What stands over a mark that was lifted over a cluster is lifted as well, or the two would touch. */
function liftOverClusters(stepped: readonly StackedMark[]): StackedMark[] {
  const lifted = new Set(stepped.filter(({ overCluster }) => overCluster));
  const isOver = (mark: StackedMark, other: StackedMark): boolean =>
    other.stackLevel < mark.stackLevel && mark.from < other.to + MARK_GAP && other.from < mark.to + MARK_GAP;
  for (const mark of [...stepped].sort((a, b) => a.stackLevel - b.stackLevel)) {
    if ([...lifted].some((other) => isOver(mark, other))) lifted.add(mark);
  }
  return stepped.map((mark) => (lifted.has(mark) ? { ...mark, overCluster: true } : mark));
}

/** Unlabelled marks beside labelled ones that stepped too often: without them those may find a lower track. */
export function blockingMarks(stepped: readonly StackedMark[], steps: number): number[] {
  const high = stepped.filter((mark) => mark.stackLevel > steps && mark.labelled);
  const beside = (mark: StackedMark): boolean =>
    high.some(({ from, to }) => mark.from < to + MARK_GAP && from < mark.to + MARK_GAP);
  return stepped.filter((mark) => !mark.labelled && beside(mark)).map(({ at }) => at);
}
