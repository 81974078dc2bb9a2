/** The architecture of design section 6, kept by machine: arrows point down, nothing goes round, files stay small. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Each part of src and the floor it stands on. An import may only lead to the same part or to a lower floor. */
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
  "export.ts": 10,
  cli: 11,
  "index.ts": 11,
  "cli.ts": 12,
  "element.ts": 12,
  "react.tsx": 12,
  "rehype.ts": 12,
  "oembed.ts": 8,
  "embed.ts": 12,
  "global.ts": 13,
  "embed-global.ts": 13,
};

/** Packages and the only parts that may import them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "date-fns": ["time", "locales"],
  "@date-fns/tz": ["time"],
  "d3-selection": ["dom"],
  "d3-zoom": ["dom"],
  "jsonc-parser": ["cli"],
  "ical.js": ["import"],
  saxes: ["import"],
  "@resvg/resvg-js": ["cli"],
  react: ["react.tsx"],
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly external: boolean;
}

const sources = new Map(files(SRC).map((path) => [relative(SRC, path), readFileSync(path, "utf8")]));

const arrows: readonly Arrow[] = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(IMPORT)].map((match): Arrow => {
    const to = match[1] ?? match[2] ?? match[3] ?? "";
    if (!to.startsWith(".")) return { from, to, external: true };
    const path = relative(SRC, resolve(SRC, dirname(from), to)).replace(/\.js$/, ".ts");
    return { from, to: path, external: false };
  }),
);

const HERE = fileURLToPath(new URL(".", import.meta.url));
const tests = files(HERE).map((path) => [relative(SRC, path), readFileSync(path, "utf8")] as const);

/** Exports of some files that no other file names. */
function unused(
  some: readonly (readonly [string, string])[],
  all: readonly (readonly [string, string])[],
): readonly string[] {
  const words = all.map(([file, text]) => [file, new Set(text.match(/\w+/g))] as const);
  return some.flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)]
      .map((match) => match[1] as string)
      .filter((name) => !words.some(([other, used]) => other !== file && used.has(name)))
      .map((name) => `${file}: ${name}`),
  );
}

const partOf = (path: string): string => path.split("/")[0] as string;

describe("the floors", () => {
  test("the reader of imports finds them all", () => {
    expect(arrows.length).toBeGreaterThan(200);
    const missing = arrows.filter((arrow) => !arrow.external && !sources.has(arrow.to));
    expect(missing).toEqual([]);
  });

  test("every part of src has a floor", () => {
    const parts = new Set([...sources.keys()].map(partOf));
    expect([...parts].filter((part) => FLOORS[part] === undefined)).toEqual([]);
  });

  test("no arrow points up", () => {
    const upward = arrows.filter(({ from, to, external }) => {
      if (external || partOf(from) === partOf(to)) return false;
      return (FLOORS[partOf(to)] ?? 99) >= (FLOORS[partOf(from)] ?? -1);
    });
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("files do not import each other in a circle", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, external } of arrows) if (!external) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of sources.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("packages are imported only where they belong", () => {
    const name = (to: string): string =>
      to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/");
    const strays = arrows.filter(({ from, to, external }) => {
      if (!external || to.startsWith("node:")) return external && !["cli", "cli.ts"].includes(partOf(from));
      return !PACKAGES[name(to)]?.includes(partOf(from));
    });
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("no file has more than 300 lines", () => {
    const long = [...sources].filter(([, text]) => text.split("\n").length > 301).map(([file]) => file);
    expect(long).toEqual([]);
  });

  test("no function and no constant of a part is exported for nobody", () => {
    // A language is an entry of the package.
    const inside = [...sources].filter(([file]) => file.includes("/") && !/^locales\/[\w-]+\.ts$/.test(file));
    expect(unused(inside, [...sources, ...tests])).toEqual([]);
  });

  test("a control: an export that only its own file uses is found", () => {
    const made: readonly (readonly [string, string])[] = [
      ["a/one.ts", "export const used = 1;\nexport function alone(): void {}\nalone();"],
      ["a/two.ts", 'import { used } from "./one.js";'],
    ];
    expect(unused(made, made)).toEqual(["a/one.ts: alone"]);
  });

  test("nothing that renders asks the machine for its time, its chance, its language or its parser", () => {
    const banned =
      /\bDate\.now\b|\bMath\.random\b|\bIntl\.|\btoLocale\w*|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\bnew Function\b|\beval\(|DOMParser|\.html\(/;
    const found = [...sources].flatMap(([file, text]) => {
      const code = text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, "");
      return banned.test(code) ? [file] : [];
    });
    expect(found).toEqual([]);
  });
});
