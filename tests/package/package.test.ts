/** The package as its users get it: packed, installed into a bare folder, imported in every way. */
import type { TimelineDocument } from "../../src/index.js";
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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
  exports: Record<string, unknown>;
  peerDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

/** What `npm pack --json` says of the tarball. */
interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
}

let folder = "";
let tarball = "";
let packed: Packed;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "datelines-package-"));
  const json = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
  });
  // npm 11 prints an object by names of packages, older versions a list.
  [packed] = Object.values(JSON.parse(json) as Record<string, Packed>) as [Packed];
  tarball = join(folder, packed.filename);
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "datelines"), { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", join(modules, "datelines"), "--strip-components", "1"]);
  // Its dependencies and peers, as an install would put them beside it: nothing else of ours can be reached.
  for (const name of Object.keys({ ...MANIFEST.dependencies, ...MANIFEST.peerDependencies })) {
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
  const document = JSON.parse(kursk) as TimelineDocument;
  expect(JSON.parse(String(text))).toEqual([renderToString(document), renderToHtml(document)]);
});

describe("the packed package", () => {
  test("holds what it needs and nothing else", () => {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const outside = files.filter(
      (file) =>
        !/^package\/(dist\/|docs\/\S+\.md$|examples\/|bench\/\w+\.md$|package\.json$|LICENSE$|[A-Z]+\.md$)/.test(
          file,
        ) || /\/(?:out|node_modules)\//.test(file),
    );
    expect(outside).toEqual([]);
    expect(readdirSync(join(folder, "node_modules/datelines/dist"))).toEqual(
      expect.arrayContaining(["index.js", "index.d.ts", "cli.js", "style.css", "datelines.min.js"]),
    );
  });

  test("holds every file that its README and its guide link to", () => {
    const root = join(folder, "node_modules/datelines");
    const pages = ["README.md", ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`)];
    const links = pages.flatMap((page) => {
      const text = readFileSync(join(root, page), "utf8").replace(/```[^]*?```|`[^`]*`/g, "");
      const found = text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g);
      return [...found].map((match) => ({ page, link: (match[1] ?? match[2]) as string }));
    });
    const inside = links.filter(({ link }) => !/^(?:https?:|#)/.test(link));
    expect(inside.length).toBeGreaterThan(20);
    const isThere = (page: string, link: string): boolean =>
      existsSync(join(root, page, "..", decodeURI(link.replace(/#.*/, ""))));
    expect(inside.filter(({ page, link }) => !isThere(page, link))).toEqual([]);
  });

  test("is at most 3 MB when unpacked", () => {
    expect(packed.unpackedSize).toBeLessThan(3_000_000);
  });

  test("draws, reads and formats when it is imported in Node, without a DOM", () => {
    expect(node("esm.mjs", `import { ${NAMES} } from "datelines"; console.log(${USE});`)).toBe("true");
  });

  test("draws, reads and formats when it is required in Node, without a DOM", () => {
    expect(node("cjs.cjs", `const { ${NAMES} } = require("datelines"); console.log(${USE});`)).toBe("true");
  });

  test("gives the same exports by import and by require, for every entry and locale", () => {
    const entries = Object.keys(MANIFEST.exports).filter((name) => !/\.(css|json)$/.test(name));
    const locales = readdirSync(join(folder, "node_modules/datelines/dist/locales")).flatMap(
      (file) => /^([\w-]+)\.js$/.exec(file)?.[1] ?? [],
    );
    const names = entries.flatMap((name) =>
      name === "./locales/*" ? locales.map((code) => `datelines/locales/${code}`) : name.replace(".", "datelines"),
    );
    expect(names.length).toBeGreaterThan(20);
    const source = `const names = ${JSON.stringify(names)};
const same = async (name) => {
  const [required, imported] = [require(name), await import(name)];
  const keys = Object.keys(imported);
  return keys.length > 0 && keys.every((key) => required[key] === imported[key]);
};
Promise.all(names.map(same)).then((all) => console.log(names.filter((_, i) => !all[i]).join()));`;
    expect(node("entries.cjs", source)).toBe("");
  });

  test("marks its React entry for the browser, so that frameworks with server components accept it", () => {
    const text = readFileSync(join(folder, "node_modules/datelines/dist/react.js"), "utf8");
    expect(text).toMatch(/^"use client";/);
  });

  test("has a command that runs", () => {
    const cli = join(folder, "node_modules/datelines/dist/cli.js");
    const { stdout } = spawnSync(process.execPath, [cli, "--version"], { encoding: "utf8" });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    ["a page", ["es2022", "dom"]],
    ["a server, which has no DOM", ["es2022"]],
  ])(
    "has types that a strict consumer compiles against, for %s, in a module and in a CommonJS file",
    (_, lib) => {
      const source = (how: string): string => `${how}
import "datelines/style.css";
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
            module: "nodenext",
            target: "es2022",
            lib,
            strict: true,
            noEmit: true,
            skipLibCheck: false,
            noUncheckedSideEffectImports: true,
            types: [],
          },
          files: ["a.mts", "b.cts"],
        }),
      );
      const { stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], {
        encoding: "utf8",
      });
      expect(stdout).toBe("");
    },
    60_000,
  );

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
        "esm-only",
        "--exclude-entrypoints",
        "style.css",
      ],
      { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
    );
    expect(attw.status, attw.stdout).toBe(0);
  }, 60_000);
});
