/**
 * Stacks the marks of single events (labelled dots and bars) so that none touch: a later mark moves to a level further from
 * the labels. Marks never move along the axis.
 */
import type { Cluster, Dot } from "./clusters.js";

export interface StackItem {
  /** Position of the event in its lane. */
  readonly at: number;
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
 * @param standing the marks, in order of time
 * @param steps highest stack level of unlabelled marks; those that need a higher one are returned as `crowded`
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
    // Dots and marks are sorted by start, so dots that end before this mark end before all later marks.
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

/** Lifts the marks that are stacked on a mark over a cluster as well, or the two would touch. */
function liftOverClusters(stepped: readonly StackedMark[]): StackedMark[] {
  const lifted = new Set(stepped.filter(({ overCluster }) => overCluster));
  const isOver = (mark: StackedMark, other: StackedMark): boolean =>
    other.stackLevel < mark.stackLevel && mark.from < other.to + MARK_GAP && other.from < mark.to + MARK_GAP;
  for (const mark of [...stepped].sort((a, b) => a.stackLevel - b.stackLevel)) {
    if ([...lifted].some((other) => isOver(mark, other))) lifted.add(mark);
  }
  return stepped.map((mark) => (lifted.has(mark) ? { ...mark, overCluster: true } : mark));
}

/** Positions of unlabelled marks next to labelled ones above the allowed level: removing them frees lower levels. */
export function blockingMarks(stepped: readonly StackedMark[], steps: number): number[] {
  const high = stepped.filter((mark) => mark.stackLevel > steps && mark.labelled);
  const beside = (mark: StackedMark): boolean =>
    high.some(({ from, to }) => mark.from < to + MARK_GAP && from < mark.to + MARK_GAP);
  return stepped.filter((mark) => !mark.labelled && beside(mark)).map(({ at }) => at);
}
