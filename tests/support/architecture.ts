/**
 * Facts about a folder of sources and the faults that the rules of the architecture find in them. TypeScript's own parser
 * reads imports and constants. dependency-cruiser 17 needs 15 s of CPU time and 35 packages for the same answers; this
 * needs 3 s and no package.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

/** Text of each source file by its path, which is relative to the folder of all sources and has slashes. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** Path of a source file, or the specifier of a package. */
  readonly to: string;
  readonly external: boolean;
}

/** Every TypeScript file in a folder and the folders in it. */
export function readSources(folder: URL): Sources {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
  return new Map(
    paths.map((path) => [
      path.replaceAll("\\", "/"),
      readFileSync(new URL(path.replaceAll("\\", "/"), folder), "utf8"),
    ]),
  );
}

/** The folder or the file directly under the folder of all sources that a path belongs to. */
export const partOf = (path: string): string => path.split("/")[0] as string;

/** All imports of values and types: static, dynamic, re-exports, and `import()` in a type. */
export function importsOf(sources: Sources): readonly Import[] {
  return [...sources].flatMap(([from, text]) =>
    ts.preProcessFile(text).importedFiles.map(({ fileName }): Import => {
      if (!fileName.startsWith(".")) return { from, to: fileName, external: true };
      const path = posix.join(posix.dirname(from), fileName);
      const to = [".ts", ".tsx"].map((end) => path.replace(/\.js$/, end)).find((file) => sources.has(file)) ?? path;
      return { from, to, external: false };
    }),
  );
}

const arrow = ({ from, to }: Import): string => `${from} → ${to}`;

/** Imports that lead nowhere. */
export const missingFiles = (sources: Sources): string[] =>
  importsOf(sources)
    .filter(({ to, external }) => !external && !sources.has(to))
    .map(arrow);

/** Imports from one part of the sources to another that does not stand on a lower floor. */
export function upwardImports(imports: readonly Import[], floors: Readonly<Record<string, number>>): string[] {
  const isUpward = ({ from, to, external }: Import): boolean => {
    if (external || partOf(from) === partOf(to)) return false;
    return (floors[partOf(to)] ?? Number.POSITIVE_INFINITY) >= (floors[partOf(from)] ?? -1);
  };
  return imports.filter(isUpward).map(arrow);
}

/** Each circle of imports that a depth-first search meets. */
export function importCycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, external } of imports) if (!external) next.set(from, [...(next.get(from) ?? []), to]);
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
  for (const file of next.keys()) visit(file, []);
  return cycles;
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/**
 * Imports of packages by parts that may not import them.
 *
 * @param allowed names of packages and the parts that may import each; "node:" stands for all built-in modules
 */
export function strayPackages(
  imports: readonly Import[],
  allowed: Readonly<Record<string, readonly string[]>>,
): string[] {
  const name = (to: string): string => (to.startsWith("node:") ? "node:" : packageOf(to));
  return imports.filter(({ from, to, external }) => external && !allowed[name(to)]?.includes(partOf(from))).map(arrow);
}

/** Folders that hold more files than `most`; files of folders inside do not count. */
export function crowdedFolders(sources: Sources, most: number): string[] {
  const counts = new Map<string, number>();
  for (const path of sources.keys()) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most).map(([folder, count]) => `${folder} has ${count} files`);
}

/** Files with more lines than `most`. */
export const longFiles = (sources: Sources, most: number): string[] =>
  [...sources]
    .map(([file, text]) => [file, text.replace(/\n$/, "").split("\n").length] as const)
    .filter(([, lines]) => lines > most)
    .map(([file, lines]) => `${file} has ${lines} lines`);

const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;
/** Files without this need not be parsed for constants. */
const MAY_DEFINE = /\bconst\s+(?:\[|[A-Z])/;

/** Tokens of an expression, so that blanks, line breaks and comments make no difference. */
function tokensOf(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, text);
  const tokens: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
  return tokens.filter((token) => token !== ",").join(" ");
}

/** Every `const` of a file with a name in capitals, in a function or outside: the name and its value as tokens. */
function constantsOf(file: string, text: string): (readonly [name: string, value: string])[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  const found: (readonly [string, string])[] = [];
  const take = (name: ts.BindingName, value: ts.Expression | undefined): void => {
    if (ts.isIdentifier(name)) {
      if (value && UPPER_CASE.test(name.text)) found.push([name.text, tokensOf(value.getText(source))]);
    } else if (ts.isArrayBindingPattern(name) && value && ts.isArrayLiteralExpression(value)) {
      for (const [i, element] of name.elements.entries()) {
        if (ts.isBindingElement(element)) take(element.name, value.elements[i]);
      }
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Const) {
      for (const { name, initializer } of node.declarations) take(name, initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Names of constants that have more than one value in the part of the sources they stand in: part, name and files. */
export function ambiguousConstants(sources: Sources): Map<string, readonly string[]> {
  const values = new Map<string, Map<string, string[]>>();
  for (const [file, text] of sources) {
    if (!MAY_DEFINE.test(text)) continue;
    for (const [name, value] of constantsOf(file, text)) {
      const key = `${file.includes("/") ? partOf(file) : "."} ${name}`;
      const files = values.get(key) ?? new Map<string, string[]>();
      values.set(key, files.set(value, [...(files.get(value) ?? []), file]));
    }
  }
  return new Map(
    [...values].filter(([, files]) => files.size > 1).map(([key, files]) => [key, [...files.values()].flat()]),
  );
}

/** Exports of `some` files that no other file of `all` names. */
export function unusedExports(some: Sources, all: Sources): string[] {
  const words = [...all].map(([file, text]) => [file, new Set(text.match(/\w+/g))] as const);
  return [...some].flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)]
      .map((match) => match[1] as string)
      .filter((name) => !words.some(([other, used]) => other !== file && used.has(name)))
      .map((name) => `${file}: ${name}`),
  );
}
