/** The door to the files of other people. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test, TestRunner, vi } from "vitest";
import { hasShared, sharedText } from "./shared.js";

const FOLDER = new URL("../data/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.includes("/"));
const readme = readFileSync(new URL("README.md", FOLDER), "utf8");
const rows = readme.split("\n").filter((line) => line.startsWith("| `"));

describe("tests/data", () => {
  test("names the source and the licence of each of its files, and no others", () => {
    const listed = rows.map((row) => /^\| `([^`]+)` \| \S.* \| \S.* \|$/.exec(row)?.[1]);
    expect(listed.toSorted()).toEqual(files.toSorted());
  });

  test("is outside the package, and formatters and line ends of the machine leave it alone", () => {
    const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    const { files: packed } = JSON.parse(read("package.json")) as { files: string[] };
    expect(packed.filter((path) => path.startsWith("tests") || path.startsWith("."))).toEqual([]);
    expect(read("biome.json")).toContain('"!tests/data"');
    expect(read(".gitattributes")).toContain("tests/data/** -text");
  });
});

test("a test that reads a file which is not there is skipped, with the name of the file", () => {
  const skip = vi.fn<(why?: string) => never>();
  const running = { context: { skip } } as unknown as ReturnType<typeof TestRunner.getCurrentTest>;
  const found = vi.spyOn(TestRunner, "getCurrentTest").mockReturnValue(running);
  const why = "nowhere.csv is not in tests/data, and not in ../shared/data";
  try {
    expect(hasShared("nowhere.csv")).toBe(false);
    // Nothing is asserted of nothing, even if the skipping returned.
    expect(() => sharedText("nowhere.csv")).toThrow(why);
  } finally {
    found.mockRestore();
  }
  expect(skip.mock.calls).toEqual([[why]]);
});
