/**
 * Files of other people that tests read. `tests/data` has those that their licences let us copy; a folder `shared/data`
 * beside the project may have the others. A test that reads a file which is in neither is skipped, and says which.
 */
import { existsSync, readFileSync } from "node:fs";
import { TestRunner } from "vitest";

const FOLDERS = ["../data/", "../../../shared/data/"].map((path) => new URL(path, import.meta.url));

const find = (path: string): URL | undefined =>
  FOLDERS.map((folder) => new URL(path, folder)).find((file) => existsSync(file));

/** Whether a file is there, by its path in the folder of data. */
export const hasShared = (path: string): boolean => find(path) !== undefined;

/** Skips the test that runs where the file is not there. */
export function sharedBytes(path: string): Uint8Array {
  const file = find(path);
  if (file) return readFileSync(file);
  const why = `${path} is not in tests/data, and not in ../shared/data`;
  TestRunner.getCurrentTest()?.context.skip(why);
  throw new Error(why);
}

export function sharedText(path: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(sharedBytes(path));
}
