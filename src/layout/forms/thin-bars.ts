/** Rows for bars without names: as many as ranges run at once, by interval colouring in order of beginning. */

export interface ThinRows {
  /** Row of each range, in the order given. */
  readonly row: Int32Array;
  readonly rows: number;
}

/**
 * @param from ascending
 * @param limit rows at most
 * @returns `undefined` where more would be needed
 */
export function thinRows(from: ArrayLike<number>, to: ArrayLike<number>, limit: number): ThinRows | undefined {
  const row = new Int32Array(from.length);
  const ends: number[] = [];
  for (let i = 0; i < from.length; i++) {
    let free = 0;
    while (free < ends.length && (ends[free] as number) > (from[i] as number)) free++;
    if (free >= limit) return undefined;
    ends[free] = to[i] as number;
    row[i] = free;
  }
  return { row, rows: ends.length };
}
