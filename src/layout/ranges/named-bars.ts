/** The ranges of a lane that carry their names, each in its row from a scale on. */
import { type RangeRow, rangeRows } from "../forms/range-rows.js";
import { rangesIn } from "../forms/thin-bars.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LanePlanRequest } from "../horizontal/lane-plan.js";

export interface NamedBars {
  /** Number of rows in use. */
  readonly rowCount: number;
  /** Ranges that have a name when everything fits. */
  readonly fitting: readonly RangeRow[];
  isNamed(at: number, scale: number): boolean;
  /** The named ranges that touch a stretch of the axis, in order of time. */
  touching(from: number, to: number, scale: number): RangeRow[];
  /** The rows up to the last one whose bars and names are together so many px long when everything fits. */
  filledRows(px: number): number;
  /** The rows of ranges that another lane holds too. */
  rowsIn(lane: ProjectedLane): RangeRow[];
}

export interface NamedBarsRequest extends Pick<LanePlanRequest, "lane" | "fit" | "scale" | "overhang"> {
  /** Positions of the ranges that may have a name, the first to be named first. */
  readonly order: readonly number[];
  /** Rows at most. */
  readonly rows: number;
  /** Width of a name, in px. */
  readonly nameWidth: (at: number) => number;
  /** Ranges that have their rows already. */
  readonly kept: readonly RangeRow[] | undefined;
}

export function namedBars({ lane, order, nameWidth, rows, fit, scale, overhang, kept }: NamedBarsRequest): NamedBars {
  const { start, end } = lane;
  const events = { from: start, to: end };
  const placed = rangeRows({ events, order, nameWidth, rows, fit, last: scale.domain[1], overhang: overhang[1], kept });
  const byPlace = new Map(placed.map((one) => [one.at, one]));
  const rowCount = placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const inRows = Array.from({ length: rowCount }, (): number[] => []);
  for (const { at, row } of placed) (inRows[row] as number[]).push(at);
  for (const row of inRows) row.sort((a, b) => a - b);
  const isNamed = (at: number, from: number): boolean => (byPlace.get(at)?.scale ?? Number.POSITIVE_INFINITY) <= from;
  return {
    rowCount,
    fitting: placed.filter((one) => one.scale <= fit),
    isNamed,
    touching: (from, to, scaleNow) =>
      inRows
        .flatMap((row) => rangesIn(row, start, end, from, to).map((at) => byPlace.get(at) as RangeRow))
        .filter((one) => one.scale <= scaleNow)
        .sort((a, b) => a.at - b.at),
    filledRows: (px) =>
      inRows.findLastIndex(
        (row) =>
          row.reduce((sum, at) => sum + (isNamed(at, fit) ? Math.max(nameWidth(at), lane.length(at) * fit) : 0), 0) >=
          px,
      ) + 1,
    rowsIn: (other) => other.heldOf(lane, placed),
  };
}
