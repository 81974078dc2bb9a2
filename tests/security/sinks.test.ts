/**
 * What is shipped holds no way for a string to become code or markup, our dependencies included. One exception: d3-selection
 * is bundled as it is published, with `selection.html`, and nothing calls that.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figure } from "../../scripts/figures.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const D3_SELECTION = fileURLToPath(import.meta.resolve("d3-selection"));

/** Name and pattern of each sink. */
const SINKS: readonly (readonly [string, RegExp])[] = [
  ["eval", /(?<![\w$.])eval\s*\(/],
  ["new Function", /\bnew\s+Function\b|(?<![\w$.])Function\s*\(\s*["'`]/],
  ["a timer with a string", /\bset(?:Timeout|Interval)\s*\(\s*["'`]/],
  ["innerHTML", /\binnerHTML\b/],
  ["outerHTML", /\bouterHTML\b/],
  ["insertAdjacentHTML", /\binsertAdjacentHTML\b/],
  ["document.write", /\bdocument\.write(?:ln)?\b/],
  ["DOMParser", /\bDOMParser\b/],
  ["createContextualFragment", /\bcreateContextualFragment\b/],
  ["srcdoc", /\bsrcdoc\b/],
  ["setHTMLUnsafe", /\bsetHTMLUnsafe\b/],
  [".html(", /\.html\s*\(/],
  ["javascript:", /["'`]javascript:/i],
  ["a dynamic import of data", /\bimport\s*\(\s*(?!["'`])/],
];

/** Code without comments, regular expressions excepted: a sink named in a comment does nothing. */
const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, "");

/** Minified code has no comments, and texts that look like the beginning of one. */
const sinksIn = (plain: string): string[] => SINKS.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name);
const sinksOf = (code: string): string[] => sinksIn(withoutComments(code));

/** A browser entry with its dependencies but d3-selection, as a bundler would ship it to a page. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${DIST}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    external: ["react", "react-dom", "react/jsx-runtime", "d3-selection", "node:*"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

const ENTRIES = readdirSync(DIST).filter((name) => /^(?!cli|chunk|rehype|embed)[\w-]+\.js$/.test(name));

describe("shipped bundles", () => {
  let sinks = 0;
  afterAll(() => {
    figure(`forbidden sinks in ${ENTRIES.length} shipped bundles`, sinks, { exactly: 0 });
  });
  beforeAll(() => {
    expect(existsSync(`${DIST}index.js`)).toBe(true);
  });

  test("there are entries to scan", () => {
    expect(ENTRIES).toEqual(expect.arrayContaining(["index.js", "element.js", "import.js", "react.js"]));
  });

  test.each(ENTRIES)("%s and what it imports has no forbidden sink", { timeout: 30_000 }, async (entry) => {
    const found = sinksIn(await bundled(entry));
    sinks += found.length;
    expect(found).toEqual([]);
  });

  test("the script tag has no sink but those of d3-selection", () => {
    const script = sinksIn(readFileSync(`${DIST}datelines.min.js`, "utf8"));
    expect(script).toEqual(sinksOf(readFileSync(D3_SELECTION, "utf8")));
    expect(script).toEqual(["innerHTML"]);
  });

  test.each([
    ["element.innerHTML = text", "innerHTML"],
    ["const f = new Function('return 1')", "new Function"],
    ["setTimeout('x()', 1)", "a timer with a string"],
    ["eval(text)", "eval"],
    ["select(node).html(text)", ".html("],
    ["new DOMParser().parseFromString(a, b)", "DOMParser"],
  ])("a control: %s is found", (code, name) => {
    expect(sinksOf(code)).toEqual([name]);
  });
});
