import { type Steps, inChunks } from "../../base/cooperative.js";

/** Cells with up to this many numbers are sorted by insertion. Evenly distributed numbers have about one per cell. */
const INSERTION_SORT_MAX = 24;

/**
 * Indexes of finite numbers in ascending order; equal numbers keep their order. `undefined` when the numbers are already
 * sorted. A bucket sort: linear time for evenly distributed numbers.
 */
export function* ascendingOrder(values: Float64Array): Steps<Uint32Array | undefined> {
  const size = values.length;
  let [min, max, sorted] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i] as number;
      if (value < max) sorted = false;
      else max = value;
      if (value < min) min = value;
    }
  });
  if (sorted) return undefined;
  const factor = (size - 1) / (max - min);
  if (!Number.isFinite(factor)) {
    // The range is too small to divide into cells.
    const order = Uint32Array.from(values.keys());
    sortCell(values, order);
    return order;
  }
  const cellOf = (i: number): number => Math.floor(((values[i] as number) - min) * factor);
  // Start of each cell in `order`; filling a cell advances it to the end of the cell.
  const ends = new Uint32Array(size + 1);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) (ends[cellOf(i) + 1] as number)++;
  });
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) ends[i + 1] = (ends[i + 1] as number) + (ends[i] as number);
  });
  const order = new Uint32Array(size);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) order[(ends[cellOf(i)] as number)++] = i;
  });
  yield* inChunks(size, (from, to) => {
    for (let cell = from; cell < to; cell++) {
      const [begin, end] = [ends[cell - 1] ?? 0, ends[cell] as number];
      if (end - begin > 1) sortCell(values, order.subarray(begin, end));
    }
  });
  return order;
}

function sortCell(values: Float64Array, cell: Uint32Array): void {
  const value = (at: number): number => values[at] as number;
  if (cell.length > INSERTION_SORT_MAX) {
    cell.sort((a, b) => value(a) - value(b) || a - b);
    return;
  }
  for (let i = 1; i < cell.length; i++) {
    const at = cell[i] as number;
    let j = i;
    for (; j > 0 && value(cell[j - 1] as number) > value(at); j--) cell[j] = cell[j - 1] as number;
    cell[j] = at;
  }
}
