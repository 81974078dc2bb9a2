/** A long computation in short steps: the caller may pause between two steps. */
export type Steps<Result> = Generator<void, Result, void>;

/** Items per step: some ms on a slow machine. */
const CHUNK_ITEMS = 1 << 15;

/** Calls `each` for consecutive ranges `[from, to)` of the integers below `size`, one range per step. */
export function* inChunks(size: number, each: (from: number, to: number) => void, length = CHUNK_ITEMS): Steps<void> {
  for (let from = 0; from < size; from += length) {
    each(from, Math.min(size, from + length));
    yield;
  }
}

/** Runs all steps without a pause. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs the steps one by one, with a pause between two of them. */
export async function runWithPauses<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
