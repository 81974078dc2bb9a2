/** Rows for bars without names: as many as ranges run at once, by interval colouring in order of beginning. */
import { firstIndex } from "../../base/bisect.js";
import { takeTrack } from "../../base/take-track.js";

/**
 * Assigns ranges to rows in which they do not overlap.
 *
 * @param members places of the ranges in `from` and `to`, ascending in time
 * @param least shortest length of a range, in units of the axis
 */
export function thinRows(
  members: readonly number[],
  from: Float64Array,
  to: Float64Array,
  least: number,
): readonly (readonly number[])[] {
  const rows: number[][] = [];
  const ends: number[] = [];
  for (const at of members) {
    const begin = from[at] as number;
    const row = takeTrack(ends, begin, Math.max(to[at] as number, begin + least));
    (rows[row] ??= []).push(at);
  }
  return rows;
}

/** The ranges of a row that touch a stretch of the axis. */
export function rangesIn(
  row: readonly number[],
  starts: Float64Array,
  ends: Float64Array,
  from: number,
  to: number,
): readonly number[] {
  const first = firstIndex(0, row.length, (i) => (ends[row[i] as number] as number) >= from);
  return row.slice(
    first,
    firstIndex(first, row.length, (i) => (starts[row[i] as number] as number) > to),
  );
}
