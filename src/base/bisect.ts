/**
 * The first of the whole numbers `from` to `to`, exclusive, for which something holds; `to` when it holds for none. What
 * holds for one must hold for all above it.
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
