/** What an editor offers while a document is typed, asked of TypeScript's language service. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { STATUSES } from "../src/model/document/document.js";

const ROOT = new URL("..", import.meta.url).pathname;
const FILE = join(ROOT, "tests/typed.ts");

let text = "";
let service: ts.LanguageService;
beforeAll(() => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    strict: true,
    types: [],
    skipLibCheck: true,
  };
  let version = 0;
  service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: (name) => (name === FILE ? String(version++) : "1"),
    getScriptSnapshot: (name) => {
      if (name === FILE) return ts.ScriptSnapshot.fromString(text);
      return ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8")) : undefined;
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
});

/** The names offered at the mark `|`. */
function offered(code: string): readonly string[] {
  const head = 'import { createTimeline, renderToString } from "../src/index.js";\n';
  text = head + code.replace("|", "");
  const found = service.getCompletionsAtPosition(FILE, head.length + code.indexOf("|"), {});
  return (found?.entries ?? []).map(({ name }) => name);
}

test("the fields of an event are offered in a list of events", () => {
  const names = offered('createTimeline("#a", [{ title: "A", date: "1848", | }]);');
  expect(names).toEqual(expect.arrayContaining(["end", "lane", "status", "sources", "importance", "headline"]));
});

test("the fields of a document are offered", () => {
  expect(offered("renderToString({ events: [], | });")).toEqual(
    expect.arrayContaining(["title", "lanes", "eras", "sources", "timeZone"]),
  );
});

test("the words of a status are offered", () => {
  expect(offered('renderToString([{ title: "A", date: "1848", status: "|" }]);')).toEqual(
    expect.arrayContaining([...STATUSES]),
  );
});

test("the options are offered, and nothing else is", () => {
  const names = offered('createTimeline("#a", [], { | });');
  expect(names).toEqual(expect.arrayContaining(["height", "form", "details"]));
  expect(names).not.toContain("colour");
});
