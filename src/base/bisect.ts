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
