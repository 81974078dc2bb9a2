/** A build without escaping, checks and cleaning. A test that finds no attack in it cannot find any. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";
import type { Renderer } from "./site.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** File, text to replace, replacement. Each text must occur, so a guard that moves must be updated here. */
const BROKEN: readonly (readonly [string, RegExp, string])[] = [
  ["svg/to-text.ts", /const clean = cleanText\(text\);/, "return text;\n  const clean = cleanText(text);"],
  ["svg/to-text.ts", /(export function escapeScript\(json: string\): string \{)/, "$1\n  return json;"],
  ["base/clean-text.ts", /: text\.replace/, ": text || text.replace"],
  ["base/color.ts", /const text = value\.trim/, "return value as never;\n  const text = value.trim"],
  // A script in a new window would run where the test cannot observe it.
  ["html/bibliography.ts", /, target: "_blank"/, ""],
  ["scene/labels/source-links.ts", /, target: "_blank" as const/, ""],
  ["base/url.ts", /(export function checkUrl\([^]*?\{)/, '$1\n  return { kind: "ok", href: text, host: text };'],
];

const breaking: Plugin = {
  name: "break",
  setup({ onLoad }) {
    for (const [file] of BROKEN) if (!existsSync(join(SRC, file))) throw new Error(`control: there is no ${file}`);
    onLoad({ filter: /src[\\/].*\.ts$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [file, from, to] of BROKEN) {
        if (join(SRC, file) !== path) continue;
        if (!from.test(contents)) throw new Error(`control: ${file} has no ${from}`);
        contents = contents.replace(from, to);
      }
      return { contents, loader: "ts" };
    });
  },
};

/** The broken build, as functions and as the script of a page. */
export async function brokenBuild(): Promise<{ renderer: Renderer; script: string }> {
  const common: BuildOptions = { bundle: true, logLevel: "error", plugins: [breaking], target: "es2022" };
  const script = await build({
    ...common,
    write: false,
    entryPoints: [`${SRC}index.ts`],
    format: "iife",
    globalName: "datelines",
  });
  const folder = mkdtempSync(join(tmpdir(), "datelines-control-"));
  const outfile = join(folder, "control.mjs");
  await build({ ...common, write: true, entryPoints: [`${SRC}index.ts`], format: "esm", outfile });
  const renderer = (await import(pathToFileURL(outfile).href)) as Renderer;
  rmSync(folder, { recursive: true });
  return { renderer, script: script.outputFiles[0]?.text ?? "" };
}
