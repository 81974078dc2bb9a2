/** Storybook shows what there is: pictures of each kind, and the whole guide. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guideText } from "../stories/docs/guide-text.js";

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

test("a link from one page of the guide to another leads to its page in Storybook, and there is one", () => {
  const linked = named("../docs", ".md").flatMap((name) =>
    [...guideText(readFileSync(new URL(`../docs/${name}.md`, folder), "utf8")).matchAll(/\]\(([^)\s]*)\)/g)].map(
      ([, address = ""]) => address,
    ),
  );
  expect(linked.filter((address) => /\.md\b/.test(address))).toEqual([]);
  const pages = linked.filter((address) => address.startsWith("?path="));
  expect(pages.length).toBeGreaterThan(0);
  const titles = named("docs", ".mdx").map((name) => {
    const [, title = ""] = /title="([^"]*)"/.exec(readFileSync(new URL(`docs/${name}.mdx`, folder), "utf8")) ?? [];
    return `?path=/docs/${title.toLowerCase().replace(/\W+/g, "-")}--docs`;
  });
  expect(pages.filter((address) => !titles.includes(address))).toEqual([]);
});
