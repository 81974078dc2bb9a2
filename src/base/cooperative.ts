/** Long work in short steps: whoever runs it may let others have their turn between two of them. */
export type Steps<Result> = Generator<void, Result, void>;

/** Items that a step goes through: some ms of a slow machine. */
const STRETCH = 1 << 15;

/** Goes through the numbers from 0 to `size` in stretches, from the first to before the last of each. */
export function* inChunks(size: number, each: (from: number, to: number) => void, length = STRETCH): Steps<void> {
  for (let from = 0; from < size; from += length) {
    each(from, Math.min(size, from + length));
    yield;
  }
}

/** All steps at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** One step after the other, each after a pause. */
export async function runWithPauses<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
