/** The package as its users get it: packed, installed into a bare folder, imported in every way. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderToHtml, renderToString } from "../../src/index.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

let folder = "";
let tarball = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datelines-package-"));
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const parsed = JSON.parse(packed) as { filename: string }[] | Record<string, { filename: string }>;
  const entry = Array.isArray(parsed) ? parsed[0] : Object.values(parsed)[0];
  tarball = join(folder, entry?.filename ?? "");
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "datelines"), { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", join(modules, "datelines"), "--strip-components", "1"]);
  // Its dependencies, as an install would put them beside it: nothing else of ours can be reached.
  for (const name of Object.keys(MANIFEST.dependencies)) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function node(name: string, source: string): string {
  writeFileSync(join(folder, name), source);
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout.trim();
}

const USE = `renderToString([{ title: "A", date: "1848" }]).startsWith("<svg") && renderToHtml([]).startsWith("<figure") &&
  parseDate("c. 1848").span.approximate && parseDocument([]).timeline.events.length === 0 &&
  formatDate(parseDate("1848").span, en) === "1848" && typeof createTimeline === "function" && typeof hydrateTimeline === "function"`;
const NAMES = "createTimeline, hydrateTimeline, renderToString, renderToHtml, parseDocument, parseDate, formatDate, en";

test("an install runs nothing of ours and brings at most ten packages that we chose, as SECURITY.md pledges", () => {
  const hooks = ["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare"];
  expect(hooks.filter((name) => name in MANIFEST.scripts)).toEqual([]);
  expect(Object.keys(MANIFEST.dependencies).length).toBeLessThanOrEqual(10);
});

test("what draws needs nothing but the language and URL", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'export { renderToHtml, renderToString } from "datelines";', resolveDir: folder },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "datelines",
    // No built-in of Node's can be imported.
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  const kursk = readFileSync(join(ROOT, "examples/kursk/kursk.json"), "utf8");
  const draw = `JSON.stringify([datelines.renderToString(kursk), datelines.renderToHtml(kursk)])`;
  const text: unknown = runInNewContext(`${outputFiles[0]?.text}; const kursk = ${kursk}; ${draw}`, {
    __proto__: null,
    URL,
  });
  const document: unknown = JSON.parse(kursk);
  expect(JSON.parse(String(text))).toEqual([renderToString(document), renderToHtml(document)]);
});

describe("the packed package", () => {
  test("holds what it needs and nothing else", () => {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const outside = files.filter(
      (file) => !/^package\/(dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(file),
    );
    expect(outside).toEqual([]);
    expect(readdirSync(join(folder, "node_modules/datelines/dist"))).toEqual(
      expect.arrayContaining([
        "index.js",
        "index.cjs",
        "index.d.ts",
        "index.d.cts",
        "cli.js",
        "style.css",
        "datelines.min.js",
      ]),
    );
  });

  test("is imported as an ES module in Node, without a DOM", () => {
    expect(node("esm.mjs", `import { ${NAMES} } from "datelines"; console.log(${USE});`)).toBe("true");
  });

  test("is required as CommonJS in Node", () => {
    expect(node("cjs.cjs", `const { ${NAMES} } = require("datelines"); console.log(${USE});`)).toBe("true");
  });

  test("has its importers in an entry of their own, both ways", () => {
    const use =
      'fromTimelineJs({ events: [{ start_date: { year: 1 }, text: { headline: "A" } }] }).document.events.length';
    expect(node("import.mjs", `import { fromTimelineJs } from "datelines/import"; console.log(${use});`)).toBe("1");
    expect(node("import.cjs", `const { fromTimelineJs } = require("datelines/import"); console.log(${use});`)).toBe(
      "1",
    );
  });

  test("has its exporters in an entry of their own, both ways", () => {
    const use = 'toBibTeX({ sources: { a: { title: "A" } }, events: [] }).split("\\n")[0]';
    expect(node("export.mjs", `import { toBibTeX } from "datelines/export"; console.log(${use});`)).toBe("@misc{a,");
    expect(node("export.cjs", `const { toBibTeX } = require("datelines/export"); console.log(${use});`)).toBe(
      "@misc{a,",
    );
  });

  test("has a command that runs", () => {
    const cli = join(folder, "node_modules/datelines/dist/cli.js");
    const { stdout } = spawnSync(process.execPath, [cli, "--version"], { encoding: "utf8" });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("has types that a strict consumer compiles against, as module and as CommonJS", () => {
    const source = (how: string): string => `${how}
const found: string | undefined = parseDate("1848").span?.precision;
const text: string = renderToString({ title: "T", events: [{ title: "A", date: "1848" }] }, { theme: "dark", width: 600 });
// @ts-expect-error there is no such theme
renderToString([], { theme: "pink" });
export { found, text };
`;
    writeFileSync(join(folder, "a.mts"), source('import { parseDate, renderToString } from "datelines";'));
    writeFileSync(join(folder, "b.cts"), source('import { parseDate, renderToString } from "datelines";'));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          module: "node16",
          target: "es2022",
          lib: ["es2022", "dom"],
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          types: [],
        },
        files: ["a.mts", "b.cts"],
      }),
    );
    const { stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  }, 60_000);

  test("has no complaint from publint or attw", () => {
    const publint = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules/publint/src/cli.js"), "run", tarball, "--strict"],
      { encoding: "utf8" },
    );
    expect(publint.stdout + publint.stderr).toContain("All good!");
    const attw = spawnSync(
      process.execPath,
      [
        join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js"),
        tarball,
        "--profile",
        "node16",
        "--exclude-entrypoints",
        "style.css",
      ],
      { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
    );
    expect(attw.status, attw.stdout).toBe(0);
  }, 60_000);
});
