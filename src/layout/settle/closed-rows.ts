/** Closes rows of a lane of ranges that hold nothing in view; the others keep their order. */
import { movedShape } from "../forms/crowd-shape.js";
import type { LaneLayout, RangeRows } from "../marks/lane-layout.js";

/** From the end of the row over a closed one to a bar of it that comes into view, in px. */
const CLOSED_OFFSET = 1;

/** The rows with a mark in the window, ascending; `undefined` in a lane without rows. */
export function openRows({ rows, marks }: LaneLayout, start: number, end: number): readonly number[] | undefined {
  if (!rows) return undefined;
  const visible = marks.filter(({ t0, t1 }) => t1 >= start && t0 <= end);
  return [...new Set(visible.map(({ lineOffset }) => rowOf(lineOffset, rows)))].sort((a, b) => a - b);
}

/** @param open the rows that keep their height */
export function closeRows(frame: LaneLayout, open: readonly number[] | undefined): LaneLayout {
  const { rows } = frame;
  if (!rows || !open || open.length === rows.count) return frame;
  const moved = (offset: number): number => {
    const row = rowOf(offset, rows);
    const before = open.filter((one) => one < row).length;
    const top = rows.first + before * rows.pitch;
    return open.includes(row) ? offset - (row - before) * rows.pitch : top + CLOSED_OFFSET;
  };
  const closed = (rows.count - open.length) * rows.pitch;
  return {
    ...frame,
    rows: { ...rows, open },
    marks: frame.marks.map((mark) => ({ ...mark, lineOffset: moved(mark.lineOffset) })),
    labels: frame.labels.map((label) => {
      const before = open.filter((one) => one < label.row).length;
      return { ...label, offset: label.offset - (label.row - before) * rows.pitch };
    }),
    ...(frame.note ? { note: { ...frame.note, offset: frame.note.offset - closed } } : {}),
    clusters: frame.clusters.map((cluster) => movedShape(cluster, -closed)),
  };
}

/** Height of the closed rows of a lane that are over one of its rows, in px. */
export function closedAbove({ rows }: LaneLayout, row: number): number {
  return rows?.open ? (row - rows.open.filter((one) => one < row).length) * rows.pitch : 0;
}

/** Height of the closed rows of a lane, in px. */
export function closedHeight({ rows }: LaneLayout): number {
  return rows?.open ? (rows.count - rows.open.length) * rows.pitch : 0;
}

function rowOf(offset: number, { first, pitch }: RangeRows): number {
  return Math.floor((offset - first) / pitch);
}
