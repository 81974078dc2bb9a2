/** Files of other people that some tests read. They are not part of the project; where they are absent, those tests say so. */
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "vitest";

const FOLDER = new URL("../../../shared/data/", import.meta.url);

export const hasShared = existsSync(FOLDER);

export function sharedText(path: string): string {
  return readFileSync(new URL(path, FOLDER), "utf8");
}

export function sharedBytes(path: string): Uint8Array {
  return readFileSync(new URL(path, FOLDER));
}

/** A group of tests that needs those files. */
export function describeShared(title: string, tests: () => void): void {
  if (hasShared) describe(title, tests);
  // The body of a skipped group still runs, and would read the files.
  else describe(title, () => test.skip("skipped, because ../shared/data is not beside the project"));
}
