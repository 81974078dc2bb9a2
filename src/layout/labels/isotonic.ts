/**
 * Places labels in a column, in order, each as close to its preferred position as its neighbours allow.
 *
 * After subtracting the heights of all labels before it, a label's top must not be less than the top before it. That is an
 * isotonic regression, solved by pooling adjacent violators (Barlow et al. 1972, "Statistical Inference under Order
 * Restrictions"). Limits at both ends only clamp the solution.
 */

/** The preferred top of a label, its height and the weight of its deviation. */
export interface Wish {
  /** Preferred top, in px. */
  readonly wish: number;
  readonly height: number;
  readonly weight: number;
}

/**
 * Tops that keep the order and the gap with the least weighted squared deviation.
 *
 * @param above upper limit of the first top
 * @param below lower limit of the last bottom
 * @returns `undefined` when the labels do not fit between the limits
 */
export function isotonicPlacement(
  wishes: readonly Wish[],
  gap: number,
  above = Number.NEGATIVE_INFINITY,
  below = Number.POSITIVE_INFINITY,
): number[] | undefined {
  const offsets: number[] = [];
  let total = 0;
  for (const { height } of wishes) {
    offsets.push(total);
    total += height + gap;
  }
  const latest = below - (total - gap);
  if (wishes.length > 0 && latest < above) return undefined;
  const fitted = isotonicRegression(
    wishes.map(({ wish }, i) => wish - (offsets[i] as number)),
    wishes.map(({ weight }) => weight),
  );
  return fitted.map((value, i) => Math.min(latest, Math.max(above, value)) + (offsets[i] as number));
}

/** The non-decreasing values closest to the given ones, by weighted least squares. */
function isotonicRegression(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  values.forEach((value, i) => {
    const weight = weights[i] as number;
    let block = { sum: value * weight, weight, count: 1 };
    for (
      let before = blocks.at(-1);
      before && before.sum / before.weight >= block.sum / block.weight;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: before.sum + block.sum, weight: before.weight + block.weight, count: before.count + block.count };
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight));
}
