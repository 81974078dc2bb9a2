/** Every snippet of the README does what it shows. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as exporters from "../src/export.js";
import * as importers from "../src/import.js";
import * as main from "../src/index.js";

/** Every entry of the package in one: what a snippet imports, it is given. */
const datelines = { ...main, ...importers, ...exporters };

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = [...readme.matchAll(/```js\n([^]*?)```/g)].map((match) => match[1] as string);

/** Runs a snippet with its imports given and everything it prints returned. */
function run(snippet: string): string[] {
  const printed: string[] = [];
  const body = snippet.replace(/^import .*$/gm, "");
  const names = Object.keys(datelines);
  const console = { log: (...values: unknown[]) => printed.push(values.join(" ")) };
  // oxlint-disable-next-line no-new-func
  new Function(...names, "console", body)(...Object.values(datelines), console);
  return printed;
}

describe("the README", () => {
  test("has the snippets that are tested here", () => {
    expect(snippets).toHaveLength(4);
  });

  test("shows how to render on a server", () => {
    expect(() => run(snippets[1] as string)).not.toThrow();
  });

  test("shows sources that come and go", () => {
    expect(() => run(snippets[2] as string)).not.toThrow();
  });

  test("prints the message that it says", () => {
    const [, comment = ""] = /^\/\/ (.*)$/m.exec(snippets[3] as string) ?? [];
    expect(run(snippets[3] as string)).toEqual([comment]);
  });

  test("shows a document without faults but for the source it leaves out", () => {
    const [, literal = ""] = /createTimeline\("#timeline", (\{[^]*?\n\})\);/.exec(snippets[0] as string) ?? [];
    // oxlint-disable-next-line no-new-func
    const document: unknown = new Function(`return ${literal}`)();
    const codes = datelines.parseDocument(document).issues.map((issue) => issue.code);
    expect(new Set(codes)).toEqual(new Set(["unsourced"]));
  });

  test("shows dates that are all read, but for the one of which it says that it is not", () => {
    const table = /\| You write[^]*?\n\n/.exec(readme)?.[0] ?? "";
    const dates = [...table.matchAll(/^\|(.*?)\|/gm)]
      .flatMap(([, cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string))
      .filter((text) => !text.startsWith("claims"));
    const unread = dates.filter((date) => datelines.parseDocument([{ title: "A", date }]).timeline.unplaced.length > 0);
    expect(dates.length).toBeGreaterThan(10);
    expect(unread).toEqual(["1/2/2021"]);
  });
});
