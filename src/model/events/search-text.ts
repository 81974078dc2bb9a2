/**
 * The words of many rows, folded and put together a block at a time, so that searching them is searching a few long
 * texts. A block is made when it is first searched.
 */
import { type Steps, inChunks } from "../../base/cooperative.js";
import { foldCase } from "./fold-case.js";

const BLOCK = 1024;
/** Blocks searched in one step, which may have to be made first. */
const STEP = 8;

interface Block {
  /** Each row ends with a line break. */
  readonly text: string;
  /** One past the line break of each row. */
  readonly ends: Uint32Array;
}

export interface TextIndex {
  /** Rows whose text holds all of some folded words, none of which has a blank; ascending. */
  find(words: readonly string[]): Steps<Uint32Array>;
  /** Makes all blocks, so that the first search is as quick as the next. */
  prepare(): Steps<void>;
}

/** @param textOf text of a row, in which blanks of any kind part words */
export function textIndex(size: number, textOf: (row: number) => string): TextIndex {
  const blocks: Block[] = [];
  const blockOf = (n: number): Block => (blocks[n] ??= makeBlock(n * BLOCK, Math.min(size, (n + 1) * BLOCK), textOf));
  const eachBlock = (look: (n: number) => void): Steps<void> =>
    inChunks(
      Math.ceil(size / BLOCK),
      (from, to) => {
        for (let n = from; n < to; n++) look(n);
      },
      STEP,
    );
  return {
    *find([first, ...others]) {
      const found = new Uint32Array(size);
      if (first === undefined) {
        yield* inChunks(size, (from, to) => {
          for (let row = from; row < to; row++) found[row] = row;
        });
        return found;
      }
      let count = 0;
      yield* eachBlock((n) => {
        const { text, ends } = blockOf(n);
        let row = 0;
        for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, ends[row++] as number)) {
          while ((ends[row] as number) <= at) row++;
          const line = others.length > 0 ? text.slice(ends[row - 1] ?? 0, ends[row]) : "";
          if (others.every((word) => line.includes(word))) found[count++] = n * BLOCK + row;
        }
      });
      return found.slice(0, count);
    },
    prepare: () => eachBlock(blockOf),
  };
}

function makeBlock(from: number, to: number, textOf: (row: number) => string): Block {
  let together = "";
  for (let row = from; row < to; row++) {
    const text = textOf(row);
    together += `${text.includes("\n") ? text.replace(/\n/g, " ") : text}\n`;
  }
  const text = foldCase(together);
  const ends = new Uint32Array(to - from);
  for (let row = 0, at = 0; row < ends.length; row++) ends[row] = at = text.indexOf("\n", at) + 1;
  return { text, ends };
}
