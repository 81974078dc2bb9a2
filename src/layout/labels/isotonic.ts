/**
 * Labels one above the other, each as near to where it would like to stand as its neighbours allow.
 *
 * With the heights of all labels before it taken off, a label's top must only not be less than the one before: the problem
 * is an isotonic regression, which pooling adjacent violators solves (Barlow et al. 1972, "Statistical Inference under
 * Order Restrictions"). Limits above and below only cut the solution off.
 */

export interface Wish {
  /** Where the top of the label would like to be, in px. */
  readonly wish: number;
  readonly height: number;
  readonly weight: number;
}

/**
 * Tops that keep the order and a gap, moved as little as possible.
 *
 * @param above no label begins before it
 * @param below no label ends after it
 * @returns nothing when there is not enough room between the two
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

/** The non-decreasing values nearest to the given ones, by weighted least squares. */
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
