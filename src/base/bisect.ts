/**
 * The first integer in `[from, to)` that satisfies a condition; `to` when none does. A condition that holds for one integer
 * must hold for all larger ones (binary search).
 */
export function firstIndex(from: number, to: number, holds: (i: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first of ascending numbers that is at least `least`, among those from `from` to `to`, exclusive. */
export function firstAtLeast(ascending: ArrayLike<number>, least: number, from = 0, to = ascending.length): number {
  return firstIndex(from, to, (i) => (ascending[i] as number) >= least);
}

/** The index of the first of ascending numbers that is greater than `value`, among those from `from` to `to`, exclusive. */
export function firstAbove(ascending: ArrayLike<number>, value: number, from = 0, to = ascending.length): number {
  return firstIndex(from, to, (i) => (ascending[i] as number) > value);
}
