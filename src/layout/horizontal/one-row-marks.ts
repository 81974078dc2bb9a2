/**
 * Marks of a lane of one row. Marks on one line may not meet: unnamed events that meet others are one drawing, and named ones
 * that meet share the height of the line.
 */
import { takeTrack } from "../../base/take-track.js";
import { isDenser, ZOOM_STEP, zoomLevel } from "../forms/zoom-level.js";
import type { ProjectedLane } from "../marks/projected-lane.js";

/** Height of a mark, in px. */
export const ROW_MARK = 6;
/** Least height of marks that share the line, and the space between two of them, in px. */
const SHARED_LEAST = 1.5;
const SHARED_SPACE = 0.5;
/** Two marks with less between them meet, in px. */
const MARK_SPACE = 1;
/** Windows in which unnamed marks are counted. */
const WINDOWS = 1.5;

export interface RowMarksRequest {
  readonly lane: ProjectedLane;
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** Length of the axis, in px. */
  readonly length: number;
  /** Unnamed marks that may be in view at once. */
  readonly marksMax: number;
}

/** A mark across the line: its height, and from the line to its middle, in px. */
export interface LinePart {
  readonly height: number;
  readonly lineOffset: number;
}

const WHOLE_LINE: LinePart = { height: ROW_MARK, lineOffset: 0 };

interface Extent {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface RowMarks {
  /**
   * Which events are drawn together at a scale, unless they are named: all, or each that is 1. It depends on the zoom
   * level, never on the window.
   */
  joinedAt(scale: number): "all" | Uint8Array;
  /** How named events share the line where they would meet. */
  parts(named: readonly number[], scale: number): (at: number) => LinePart;
  /** Bars that cover events, each as long as its date and at least as long as a mark, in units of the axis. */
  bars(members: readonly number[], scale: number): { readonly from: number; readonly to: number }[];
}

export function rowMarks({ lane, fit, length, marksMax }: RowMarksRequest): RowMarks {
  const together = new Map<number, "all" | Uint8Array>();
  return {
    joinedAt(scale) {
      const level = zoomLevel(scale, fit);
      let joined = together.get(level);
      if (!joined) {
        const least = fit * ZOOM_STEP ** level;
        const isTooMany = isDenser(lane.start, (WINDOWS * length) / least, marksMax);
        together.set(level, (joined = isTooMany ? "all" : meeting(lane, least)));
      }
      return joined;
    },
    parts(named, scale) {
      const parts = new Map<number, LinePart>();
      for (const group of groupsOf(inOrder(lane, named, scale), 0)) {
        if (group.length === 1) continue;
        const ends: number[] = [];
        const tracks = group.map(({ from, to }) => takeTrack(ends, from, to));
        const pitch = Math.max(ROW_MARK / ends.length, SHARED_LEAST + SHARED_SPACE);
        group.forEach(({ at }, i) => {
          const lineOffset = ((tracks[i] as number) - (ends.length - 1) / 2) * pitch;
          parts.set(at, { height: pitch - SHARED_SPACE, lineOffset });
        });
      }
      return (at) => parts.get(at) ?? WHOLE_LINE;
    },
    bars: (members, scale) =>
      groupsOf(inOrder(lane, members, scale), MARK_SPACE / scale).map((group) => ({
        from: (group[0] as Extent).from,
        to: group.reduce((end, { to }) => Math.max(end, to), Number.NEGATIVE_INFINITY),
      })),
  };
}

/** Extents of marks in order of their beginnings, in units of the axis: no mark is longer at a larger scale. */
function inOrder(lane: ProjectedLane, members: readonly number[], scale: number): Extent[] {
  const half = ROW_MARK / 2 / scale;
  return members
    .map((at) => {
      const [start, end] = [lane.start[at] as number, lane.end[at] as number];
      const middle = (start + end) / 2;
      return { at, from: Math.min(start, middle - half), to: Math.max(end, middle + half) };
    })
    .sort((a, b) => a.from - b.from || a.at - b.at);
}

/** Stretches in which each mark meets one before it. */
function groupsOf(extents: readonly Extent[], space: number): Extent[][] {
  const groups: Extent[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const extent of extents) {
    if (extent.from < reach + space) (groups.at(-1) as Extent[]).push(extent);
    else groups.push([extent]);
    reach = Math.max(reach, extent.to);
  }
  return groups;
}

/**
 * Whether each mark of a lane meets another. A bar counts as if it began half a mark sooner, so that marks in order of time
 * are in order of their beginnings too.
 */
function meeting(lane: ProjectedLane, scale: number): Uint8Array {
  const [half, space] = [ROW_MARK / 2 / scale, MARK_SPACE / scale];
  const met = new Uint8Array(lane.size);
  let reach = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < lane.size; at++) {
    const [start, end] = [lane.start[at] as number, lane.end[at] as number];
    if (start - half < reach + space) met[at - 1] = met[at] = 1;
    reach = Math.max(reach, end, (start + end) / 2 + half);
  }
  return met;
}
