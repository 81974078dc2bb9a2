/**
 * Labels of the vertical figure: one column, each as near to its mark as its neighbours allow, in order of time.
 * Least displacement, weighted by importance: pool adjacent violators (isotonic regression, Barlow et al. 1972).
 */
import type { PlacedEvent } from "../model/timeline.js";
import type { LabelContent } from "./label.js";

export interface Wish {
  /** Where the top of the label would like to be, in px. */
  readonly wish: number;
  readonly height: number;
  readonly weight: number;
}

export interface VerticalLabel {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** Where its mark stands along the axis, in px. */
  readonly mark: number;
  /** Top of the label, in px. */
  readonly top: number;
}

interface Block {
  weight: number;
  /** Sum of weighted wishes, each reduced by what stands above it in the block. */
  sum: number;
  height: number;
  count: number;
  top: number;
}

/**
 * Tops of labels that keep their order and a gap, moved as little as possible.
 *
 * @param wishes in order
 * @param first no label begins before it
 */
export function spread(wishes: readonly Wish[], gap: number, first: number): number[] {
  const blocks: Block[] = [];
  for (const { wish, height, weight } of wishes) {
    let block: Block = { weight, sum: weight * wish, height: height + gap, count: 1, top: Math.max(first, wish) };
    for (let before = blocks.at(-1); before && before.top + before.height > block.top; before = blocks.at(-1)) {
      blocks.pop();
      const sum = before.sum + block.sum - block.weight * before.height;
      const total = before.weight + block.weight;
      block = {
        weight: total,
        sum,
        height: before.height + block.height,
        count: before.count + block.count,
        top: Math.max(first, sum / total),
      };
    }
    blocks.push(block);
  }
  const tops: number[] = [];
  let i = 0;
  for (const block of blocks) {
    let top = block.top;
    for (let n = 0; n < block.count; n++) {
      tops.push(top);
      top += (wishes[i] as Wish).height + gap;
      i++;
    }
  }
  return tops;
}
