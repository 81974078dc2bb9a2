/** Storybook shows all that the gallery holds. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GALLERY } from "../stories/gallery/index.js";

const folder = new URL("../stories/", import.meta.url);
const shown = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith(".stories.ts"))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/story\(\w+\.(\w+)\)/g)])
    .map((match) => match[1] as string),
);

test("every picture of the gallery has a story", () => {
  expect(Object.keys(GALLERY).filter((name) => !shown.has(name))).toEqual([]);
});

test("every page of the guide is in Storybook", () => {
  const pages = readdirSync(new URL("../docs/", import.meta.url)).filter((name) => name.endsWith(".md"));
  const stubs = new Set(readdirSync(new URL("docs/", folder)).map((name) => name.replace(/\.mdx$/, ".md")));
  expect(pages.filter((name) => !stubs.has(name))).toEqual([]);
});
