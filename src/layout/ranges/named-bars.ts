/** The ranges of a lane that carry their names, each in its row from a scale on. */
import { firstIndex } from "../../base/bisect.js";
import { NAME_GAP, NAME_INSET, type RangeRow, rangeRows } from "../forms/range-rows.js";
import { rangesIn } from "../forms/thin-bars.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LanePlanRequest } from "../horizontal/lane-plan.js";

export interface NamedBars {
  /** Number of rows in use. */
  readonly rowCount: number;
  /** Ranges that have a name when everything fits. */
  readonly fitting: readonly RangeRow[];
  isNamed(at: number, scale: number): boolean;
  /** px that a name has from the beginning of its bar to what follows in its row at a scale, or to the end of the axis. */
  roomAfter(range: RangeRow, scale: number): number;
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
  const [first, last] = scale.domain;
  const placed = rangeRows({ events, order, nameWidth, rows, fit, first, last, overhang: overhang[1], kept });
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
    roomAfter: ({ at, row }, scaleNow) => {
      const [own, all] = [start[at] as number, inRows[row] as readonly number[]];
      const after = firstIndex(0, all.length, (i) => (all[i] as number) > at);
      for (let i = after; i < all.length; i++) {
        const next = byPlace.get(all[i] as number) as RangeRow;
        if (next.scale > scaleNow) continue;
        // A name that ends with its bar may begin before it.
        const before = next.left ? nameWidth(next.at) + NAME_INSET - lane.length(next.at) * scaleNow : 0;
        return ((start[next.at] as number) - own) * scaleNow - Math.max(0, before) - NAME_INSET - NAME_GAP;
      }
      return (last - own) * scaleNow + overhang[1] - NAME_INSET;
    },
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
