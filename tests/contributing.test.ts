/** The map of the code that a newcomer is given. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../", import.meta.url);
const text = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");
const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  scripts: Record<string, string>;
};
const exists = (path: string): boolean => [path, `src/${path}`].some((place) => existsSync(new URL(place, root)));

describe("CONTRIBUTING.md", () => {
  const paths = [...text.matchAll(/`([\w./-]*(?:\/|\.(?:ts|tsx|mjs|json|yml|md)))`/g)].map(
    (match) => match[1] as string,
  );

  test("names only files and folders that are there", () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  test("names only scripts that are there", () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("has a line for each folder of src", () => {
    const folders = readdirSync(new URL("src/", root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `${name}/`).filter((name) => !paths.includes(name))).toEqual([]);
  });
});
