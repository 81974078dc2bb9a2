/**
 * Names on bars. Each range has one row at all scales, and shows there from one scale on: that at which its bar and its name
 * are clear of those that were placed before it. Ranges that overlap in time never share a row.
 */
import { firstIndex } from "../../base/bisect.js";

export interface RangeEvents {
  /** Beginning and end of each range, in units of the axis. */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

export interface RangeRequest {
  readonly events: RangeEvents;
  /** Places of the events in `events`, the first to be named first. */
  readonly order: readonly number[];
  /** Width of a name, in px. */
  readonly nameWidth: (at: number) => number;
  readonly rows: number;
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** First and last place of the axis. */
  readonly first: number;
  readonly last: number;
  /** px that a name may reach beyond it. */
  readonly overhang: number;
  /** Ranges that have their rows already; they show sooner where fewer are in their way. */
  readonly kept?: readonly RangeRow[] | undefined;
}

export interface RangeRow {
  readonly at: number;
  readonly row: number;
  /** The scale from which it shows, in px per unit. */
  readonly scale: number;
  /** True where the name ends with the bar: beside it there is no room before the end of the axis. */
  readonly left: boolean;
}

/** From the beginning of a bar to its name, between a name and the next bar, and between two bars, in px. */
export const NAME_INSET = 4;
export const NAME_GAP = 10;
const RANGE_GAP = 3;
const POINT_GAP = 7;
/** A name that would show only at a scale so many times the smallest is left out. */
const SCALE_MAX = 1e6;

interface Placed extends RangeRow {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** In order of importance; ranges that find no row are left out. */
export function rangeRows(request: RangeRequest): RangeRow[] {
  const { events, order, nameWidth, rows, fit, first, last, overhang, kept = [] } = request;
  // Each row in order of time.
  const placed: Placed[][] = Array.from({ length: rows }, () => []);
  const found: RangeRow[] = [];
  const extentOf = (at: number): Pick<Placed, "from" | "to" | "width"> => ({
    from: events.from[at] as number,
    to: events.to[at] as number,
    width: nameWidth(at) + NAME_INSET,
  });
  let widest = kept.reduce((most, { at }) => Math.max(most, extentOf(at).width), 0);
  for (const range of kept) insert({ ...range, ...extentOf(range.at) }, placed[range.row] as Placed[]);
  for (const row of placed) {
    row.forEach((range, i) => {
      if (range.scale <= fit) return;
      const others = row.filter((other) => other !== range);
      row[i] = { ...range, scale: Math.min(range.scale, rowScale(range, others, fit, widest)) };
    });
    found.push(...row);
  }
  const known = new Set(kept.map(({ at }) => at));
  for (const at of order) {
    if (known.has(at)) continue;
    const { from, to, width } = extentOf(at);
    widest = Math.max(widest, width);
    // A name begins with its bar; where that has no room, it may end with it.
    const hands = [
      ...((last - from) * fit + overhang < width ? [] : [false]),
      ...((to - first) * fit + overhang < width ? [] : [true]),
    ];
    let best: Placed | undefined;
    for (const left of hands) {
      for (let row = 0; row < rows && best?.scale !== fit; row++) {
        const range = { at, row, scale: fit, left, from, to, width };
        const scale = rowScale(range, placed[row] as Placed[], fit, widest);
        if (scale < (best?.scale ?? fit * SCALE_MAX)) best = { ...range, scale };
      }
    }
    if (!best) continue;
    insert(best, placed[best.row] as Placed[]);
    found.push(best);
  }
  return found;
}

/** Puts a range into a row, in order of time. */
function insert(range: Placed, row: Placed[]): void {
  row.splice(
    firstIndex(0, row.length, (i) => (row[i] as Placed).from > range.from),
    0,
    range,
  );
}

/**
 * The scale from which a range is clear of those in a row.
 *
 * @param widest width of the widest name, in px
 */
function rowScale(range: Placed, row: readonly Placed[], fit: number, widest: number): number {
  const reach = range.width + widest + NAME_GAP;
  let scale = fit;
  const next = firstIndex(0, row.length, (i) => (row[i] as Placed).from > range.from);
  const meet = (other: Placed): void => {
    const clear = other.from <= range.from ? rangesClearFrom(other, range) : rangesClearFrom(range, other);
    if (clear > other.scale && clear > scale) scale = clear;
  };
  // Ranges of a row follow each other, so that those beyond the first far one are farther still.
  const isFar = (distance: number): boolean => distance * scale > reach;
  for (let i = next - 1; i >= 0 && !isFar(range.from - (row[i] as Placed).to); i--) meet(row[i] as Placed);
  for (let i = next; i < row.length && !isFar((row[i] as Placed).from - range.to); i++) meet(row[i] as Placed);
  return scale;
}

/** The scale from which two ranges of a row are clear, the first of which begins earlier. */
function rangesClearFrom(
  a: Pick<Placed, "from" | "to" | "width" | "left">,
  b: Pick<Placed, "from" | "to" | "width" | "left">,
): number {
  const between = b.from - a.to;
  if (between < 0) return Number.POSITIVE_INFINITY;
  const reach = (px: number, room: number): number => (px <= 0 ? 0 : room > 0 ? px / room : Number.POSITIVE_INFINITY);
  // A name at the end of its bar reaches back over its beginning; one at the beginning may reach on over the end.
  // An event without length is a disc about its place.
  const isPoint = a.to === a.from || b.to === b.from;
  const bars = isPoint ? reach(POINT_GAP, between) : between > 0 ? RANGE_GAP / between : 0;
  const own = a.left ? reach(NAME_GAP, between) : reach(a.width + NAME_GAP, b.from - a.from);
  if (!b.left) return Math.max(bars, own);
  return Math.max(
    bars,
    own,
    reach(b.width + NAME_GAP, b.to - a.to),
    a.left ? 0 : reach(a.width + b.width + NAME_GAP, b.to - a.from),
  );
}
