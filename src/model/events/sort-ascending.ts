import { type Steps, inChunks } from "../../base/cooperative.js";

/** Cells hold one number each where numbers are strewn evenly; so few are put in order by exchanging neighbours. */
const FEW = 24;

/**
 * Places of finite numbers in ascending order; equal ones stay in the order they are given. `undefined` when they are in
 * order already. Numbers that are strewn evenly take time that grows with their count alone.
 */
export function* ascendingOrder(values: Float64Array): Steps<Uint32Array | undefined> {
  const size = values.length;
  let [least, most, sorted] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i] as number;
      if (value < most) sorted = false;
      else most = value;
      if (value < least) least = value;
    }
  });
  if (sorted) return undefined;
  const factor = (size - 1) / (most - least);
  if (!Number.isFinite(factor)) {
    // They differ by next to nothing: no cell could tell them apart.
    const order = Uint32Array.from(values.keys());
    sortCell(values, order);
    return order;
  }
  const cellOf = (i: number): number => Math.floor(((values[i] as number) - least) * factor);
  // Where each cell begins; filling a cell moves that to its end.
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
  if (cell.length > FEW) {
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
