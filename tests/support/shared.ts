/** Files of other people that some tests read. They are not part of the project; where they are absent, those tests say so. */
import { existsSync, readFileSync } from "node:fs";
import { describe } from "vitest";

const FOLDER = new URL("../../../shared/data/", import.meta.url);

export const hasShared = existsSync(FOLDER);

export function sharedText(path: string): string {
  return readFileSync(new URL(path, FOLDER), "utf8");
}

/** A group of tests that needs those files. */
export function describeShared(title: string, tests: () => void): void {
  if (hasShared) describe(title, tests);
  else describe.skip(`${title} (skipped: ../shared/data is not here)`, tests);
}
