/** The architecture of the sources: imports lead down, nothing goes round, folders and files stay small, names are unique. */
import { describe, expect, test } from "vitest";
import {
  ambiguousConstants,
  crowdedFolders,
  type Import,
  importCycles,
  importsOf,
  longFiles,
  missingFiles,
  partOf,
  readSources,
  type Sources,
  strayPackages,
  unusedExports,
  upwardImports,
} from "./support/architecture.js";

/** Each part of src and the floor that it stands on. An import may only lead to the same part or to a lower floor. */
const FLOORS: Readonly<Record<string, number>> = {
  base: 0,
  time: 1,
  locales: 2,
  model: 3,
  "options.ts": 4,
  "view.ts": 4,
  "resolve-options.ts": 5,
  "text-options.ts": 5,
  "check-options.ts": 5,
  "parse.ts": 5,
  layout: 5,
  scene: 6,
  svg: 7,
  html: 7,
  "pipeline.ts": 8,
  "render-to-string.ts": 9,
  "prepare-document.ts": 9,
  "render-to-html.ts": 9,
  dom: 10,
  import: 8,
  export: 9,
  "import.ts": 9,
  "calendars.ts": 2,
  "export.ts": 10,
  cli: 11,
  "index.ts": 11,
  "cli.ts": 12,
  "element.ts": 12,
  "react.tsx": 12,
  "rehype.ts": 12,
  "oembed.ts": 8,
  "embed.ts": 12,
  "lazy.ts": 12,
  "global.ts": 13,
  "embed-global.ts": 13,
  "lazy-global.ts": 13,
};

/** Packages and the only parts that may import them; "node:" stands for the built-in modules of Node. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "date-fns": ["time", "locales"],
  "@date-fns/tz": ["time"],
  "@internationalized/date": ["time"],
  "d3-interpolate": ["dom"],
  "d3-selection": ["dom"],
  "d3-zoom": ["dom"],
  "jsonc-parser": ["cli"],
  saxes: ["import"],
  "@resvg/resvg-js": ["cli"],
  react: ["react.tsx"],
  "node:": ["cli", "cli.ts"],
};

const MOST_FILES = 25;
const MOST_LINES = 300;

const sources = readSources(new URL("../src/", import.meta.url));
const tests = new Map(
  [...readSources(new URL("./", import.meta.url))].map(([file, text]) => [`../tests/${file}`, text]),
);
const imports = importsOf(sources);

const made = (files: Record<string, string>): Sources => new Map(Object.entries(files));
const madeImports = (...arrows: readonly (readonly [from: string, to: string])[]): readonly Import[] =>
  arrows.map(([from, to]) => ({ from, to, external: !/\.tsx?$/.test(to) }));

describe("the floors", () => {
  test("the reader of imports finds them all", () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(missingFiles(sources)).toEqual([]);
  });

  test("a control: imports, re-exports, types and dynamic imports are found, and words in comments are not", () => {
    const text = `
      import { a } from "./two.js";
      export * from
        "./two.js";
      import "side-effect";
      let later: typeof import("./three.js");
      await import("./gone.js");
      // import x from "./comment.js";
      const text = 'import x from "./string.js"';`;
    const files = made({ "a/one.ts": text, "a/two.ts": "", "a/three.tsx": "" });
    expect(importsOf(files).map(({ to }) => to)).toEqual([
      "a/two.ts",
      "a/two.ts",
      "side-effect",
      "a/three.tsx",
      "a/gone.js",
    ]);
    expect(missingFiles(files)).toEqual(["a/one.ts → a/gone.js"]);
  });

  test("every part of src has a floor", () => {
    const parts = new Set([...sources.keys()].map(partOf));
    expect([...parts].filter((part) => FLOORS[part] === undefined)).toEqual([]);
  });

  test("no import leads up", () => {
    expect(upwardImports(imports, FLOORS)).toEqual([]);
  });

  test("a control: an import that leads up, or to a part on the same floor, is found", () => {
    const arrows = madeImports(["low/a.ts", "high/a.ts"], ["high/a.ts", "low/a.ts"], ["low/a.ts", "beside/a.ts"]);
    expect(upwardImports(arrows, { low: 0, beside: 0, high: 1 })).toEqual([
      "low/a.ts → high/a.ts",
      "low/a.ts → beside/a.ts",
    ]);
  });

  test("files do not import each other in a circle", () => {
    expect(importCycles(imports)).toEqual([]);
  });

  test("a control: a circle of imports is found", () => {
    const arrows = madeImports(["a.ts", "b.ts"], ["b.ts", "c.ts"], ["c.ts", "b.ts"]);
    expect(importCycles(arrows)).toEqual(["b.ts → c.ts → b.ts"]);
  });

  test("packages are imported only where they belong", () => {
    expect(strayPackages(imports, PACKAGES)).toEqual([]);
  });

  test("a control: a package in a part that may not import it is found, and so is a built-in module", () => {
    const arrows = madeImports(["a/one.ts", "d3-zoom/src"], ["b/one.ts", "d3-zoom"], ["b/one.ts", "node:fs"]);
    expect(strayPackages(arrows, { "d3-zoom": ["a"], "node:": ["c"] })).toEqual([
      "b/one.ts → d3-zoom",
      "b/one.ts → node:fs",
    ]);
  });
});

describe("names and sizes", () => {
  test(`no folder has more than ${MOST_FILES} files`, () => {
    expect(crowdedFolders(sources, MOST_FILES)).toEqual([]);
  });

  test("a control: a folder with too many files is found, without those of its own folders", () => {
    const files = made({ "a/1.ts": "", "a/2.ts": "", "a/b/1.ts": "", "a/b/2.ts": "", "a/b/3.ts": "" });
    expect(crowdedFolders(files, 2)).toEqual(["a/b has 3 files"]);
  });

  test(`no file has more than ${MOST_LINES} lines`, () => {
    expect(longFiles(sources, MOST_LINES)).toEqual([]);
  });

  test("a control: a file with a line too many is found", () => {
    expect(longFiles(made({ "a.ts": "1\n2\n", "b.ts": "1\n2\n3\n" }), 2)).toEqual(["b.ts has 3 lines"]);
  });

  test("no constant has two values in one part of src", () => {
    const found = [...ambiguousConstants(sources)];
    expect(found.map(([name, files]) => `${name}: ${files.join(", ")}`)).toEqual([]);
  });

  test("a control: a constant with two values in one part is found, and one value in two spellings is not", () => {
    const files = made({
      "a/one.ts": "export const GAP = 7;\nconst SAME = [1, 2,];\nconst { length } = 'a';",
      "a/b/two.ts": "function f() { const GAP: number = 8; }\nconst SAME = [ 1, // one\n 2 ];",
      "c/three.ts": "const GAP = 9;",
    });
    expect(ambiguousConstants(files)).toEqual(new Map([["a GAP", ["a/one.ts", "a/b/two.ts"]]]));
  });

  test("no function and no constant of a part is exported for nobody", () => {
    // A language is an entry of the package.
    const inside = new Map([...sources].filter(([file]) => file.includes("/") && !/^locales\/[\w-]+\.ts$/.test(file)));
    expect(unusedExports(inside, new Map([...sources, ...tests]))).toEqual([]);
  });

  test("a control: an export that only its own file uses is found", () => {
    const files = made({
      "a/one.ts": "export const used = 1;\nexport function alone(): void {}\nalone();",
      "a/two.ts": 'import { used } from "./one.js";',
    });
    expect(unusedExports(files, files)).toEqual(["a/one.ts: alone"]);
  });
});

const BANNED =
  /\bDate\.now\b|\bMath\.random\b|\bIntl\.|\btoLocale\w*|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\bnew Function\b|\beval\(|DOMParser|\.html\(/;

/** Files that ask the machine for its time, its chance, its language or its parser. Comments may name them. */
const impureFiles = (files: Sources): string[] =>
  [...files].filter(([, text]) => BANNED.test(text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ""))).map(([file]) => file);

describe("what renders", () => {
  test("does not ask the machine for its time, its chance, its language or its parser", () => {
    expect(impureFiles(sources)).toEqual([]);
  });

  test("a control: a file that asks for the time is found, and a comment on it is not", () => {
    const files = made({ "a.ts": "const now = Date.now();", "b.ts": "/** Date.now() is not asked. */\n// eval(1)" });
    expect(impureFiles(files)).toEqual(["a.ts"]);
  });
});
