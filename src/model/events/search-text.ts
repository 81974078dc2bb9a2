/**
 * Searches the text of many rows. Rows are case-folded and joined into blocks, so that a search scans a few long strings. A
 * block is created when it is first searched.
 */
import { type Steps, inChunks } from "../../base/cooperative.js";
import { foldCase } from "./fold-case.js";

const BLOCK_ROWS = 1024;
/** Blocks that one step creates and searches. */
const BLOCKS_PER_STEP = 8;

interface Block {
  /** Rows, each terminated by a line break. */
  readonly text: string;
  /** Index after the line break of each row. */
  readonly ends: Uint32Array;
}

export interface TextIndex {
  /** Rows that contain all of the words, ascending. Words are folded and contain no whitespace. */
  find(words: readonly string[]): Steps<Uint32Array>;
  /** Creates all blocks, so that the first search is as fast as the next. */
  prepare(): Steps<void>;
}

/** @param textOf text of a row */
export function textIndex(size: number, textOf: (row: number) => string): TextIndex {
  const blocks: Block[] = [];
  const blockOf = (n: number): Block =>
    (blocks[n] ??= makeBlock(n * BLOCK_ROWS, Math.min(size, (n + 1) * BLOCK_ROWS), textOf));
  const eachBlock = (visit: (n: number) => void): Steps<void> =>
    inChunks(
      Math.ceil(size / BLOCK_ROWS),
      (from, to) => {
        for (let n = from; n < to; n++) visit(n);
      },
      BLOCKS_PER_STEP,
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
          if (others.every((word) => line.includes(word))) found[count++] = n * BLOCK_ROWS + row;
        }
      });
      return found.slice(0, count);
    },
    prepare: () => eachBlock(blockOf),
  };
}

function makeBlock(from: number, to: number, textOf: (row: number) => string): Block {
  let joined = "";
  for (let row = from; row < to; row++) {
    const text = textOf(row);
    joined += `${text.includes("\n") ? text.replace(/\n/g, " ") : text}\n`;
  }
  const text = foldCase(joined);
  const ends = new Uint32Array(to - from);
  for (let row = 0, at = 0; row < ends.length; row++) ends[row] = at = text.indexOf("\n", at) + 1;
  return { text, ends };
}
