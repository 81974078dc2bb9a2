/** Storybook shows what there is: pictures of each kind, and the whole guide. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../stories/", import.meta.url);
const named = (path: string, end: string): string[] =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length));

// Not every picture: theme, width and orientation of each are under Controls.
test("every file of the gallery has stories", () => {
  const imported = named(".", ".stories.ts").flatMap((name) =>
    [...readFileSync(new URL(`${name}.stories.ts`, folder), "utf8").matchAll(/"\.\/gallery\/(\w+)\.js"/g)].map(
      (match) => match[1],
    ),
  );
  const kinds = named("gallery", ".ts").filter((name) => name !== "index" && name !== "case");
  expect(kinds.filter((name) => !imported.includes(name))).toEqual([]);
});

test("every page of the guide is in Storybook", () => {
  const stubs = named("docs", ".mdx");
  expect(named("../docs", ".md").filter((name) => !stubs.includes(name))).toEqual([]);
});
