/** The ranges of a lane that carry their names, each in its row from a scale on. */
import { type RangeRow, rangeRows } from "../forms/range-rows.js";
import { rangesIn } from "../forms/thin-bars.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LanePlanRequest } from "../horizontal/lane-plan.js";

/** Names are looked for among so many ranges. */
export const NAMED_MAX = 5_000;

export class NamedBars {
  /** Number of rows in use. */
  readonly rowCount: number;
  /** Number of ranges that have a name when everything fits. */
  readonly fitting: number;
  private readonly byPlace = new Map<number, RangeRow>();
  private readonly rows: readonly (readonly number[])[];

  constructor(
    private readonly lane: ProjectedLane,
    { fit, scale, overhang }: Pick<LanePlanRequest, "fit" | "scale" | "overhang">,
    rowLimit: number,
    private readonly nameWidth: (at: number) => number,
    /** Those of all events, where these are of some of them. */
    whole?: NamedBars,
  ) {
    const placed = rangeRows({
      events: { from: lane.start, to: lane.end },
      order: orderOf(lane),
      nameWidth,
      rows: rowLimit,
      fit,
      last: scale.domain[1],
      overhang: overhang[1],
      kept: whole?.rowsIn(lane),
    });
    const rows: number[][] = [];
    for (const one of placed) {
      this.byPlace.set(one.at, one);
      while (rows.length <= one.row) rows.push([]);
      (rows[one.row] as number[]).push(one.at);
    }
    for (const row of rows) row.sort((a, b) => a - b);
    this.rows = rows;
    this.rowCount = rows.length;
    this.fitting = placed.filter((one) => one.scale <= fit).length;
  }

  /** The rows of ranges that a lane holds of this one. */
  private rowsIn(lane: ProjectedLane): RangeRow[] {
    return [...this.byPlace.values()].flatMap((row) => {
      const event = this.lane.event(row.at);
      const start = this.lane.start[row.at] as number;
      let at = lane.firstFrom(start);
      while (lane.start[at] === start && lane.event(at) !== event) at++;
      return lane.start[at] === start ? [{ ...row, at }] : [];
    });
  }

  isNamed(at: number, scale: number): boolean {
    const placed = this.byPlace.get(at);
    return placed !== undefined && placed.scale <= scale;
  }

  /** The named ranges that touch a stretch of the axis, in order of time. */
  touching(from: number, to: number, scale: number): RangeRow[] {
    const { start, end } = this.lane;
    return this.rows
      .flatMap((row) => rangesIn(row, start, end, from, to).map((at) => this.byPlace.get(at) as RangeRow))
      .filter((one) => one.scale <= scale)
      .sort((a, b) => a.at - b.at);
  }

  /** Part of the ranges named when everything fits whose bars are at least as long as their names. */
  partOnBars(fit: number, lengthOfName: (at: number) => number): number {
    const shown = [...this.byPlace.values()].filter(({ scale }) => scale <= fit);
    return shown.filter(({ at }) => lengthOfName(at) <= this.lane.length(at) * fit).length / Math.max(1, shown.length);
  }

  /** The rows up to the last one whose bars and names are together so many px long when everything fits. */
  filledRows(fit: number, px: number): number {
    const filled = this.rows.map((row) =>
      row.reduce(
        (sum, at) => sum + (this.isNamed(at, fit) ? Math.max(this.nameWidth(at), this.lane.length(at) * fit) : 0),
        0,
      ),
    );
    return filled.findLastIndex((length) => length >= px) + 1;
  }

  /** Ranges without a name when everything fits, in order of time. */
  unnamed(fit: number): number[] {
    return Array.from({ length: this.lane.size }, (_, at) => at).filter((at) => !this.isNamed(at, fit));
  }

  /** The first range from `at` on that has no name, before `end`; `end` if there is none. */
  nextUnnamed(at: number, end: number, scale: number): number {
    let next = at;
    while (next < end && this.isNamed(next, scale)) next++;
    return next;
  }
}

/** The rank of a weighed lane, or importance, then what goes on, then length, then beginning: the order in which ranges are named. */
function orderOf(lane: ProjectedLane): readonly number[] {
  const order = Int32Array.from({ length: lane.size }, (_, at) => at);
  order.sort(
    (a, b) =>
      (lane.isWeighed ? (lane.rank[a] as number) - (lane.rank[b] as number) : 0) ||
      lane.importance(b) - lane.importance(a) ||
      Number(lane.goesOn(b)) - Number(lane.goesOn(a)) ||
      lane.length(b) - lane.length(a) ||
      a - b,
  );
  return Array.from(order.subarray(0, NAMED_MAX));
}

/** The last range before `end` that has no name, from `first` on; `first - 1` if there is none. */
export function lastUnnamed(named: NamedBars, first: number, end: number, scale: number): number {
  let last = end - 1;
  while (last >= first && named.isNamed(last, scale)) last--;
  return last;
}
