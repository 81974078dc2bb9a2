// Writes docs/api.md, a page of the Storybook, from the doc comments of all exports of the entries. With --check it only
// reports whether the page is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = `${root}docs/api.md`;
const ENTRIES = [
  ["datelines", "src/index.ts"],
  ["datelines/element", "src/element.ts"],
  ["datelines/react", "src/react.tsx"],
  ["datelines/rehype", "src/rehype.ts"],
  ["datelines/embed", "src/embed.ts"],
  ["datelines/lazy", "src/lazy.ts"],
  ["datelines/import", "src/import.ts"],
  ["datelines/export", "src/export.ts"],
];

const { config } = ts.readConfigFile(`${root}tsconfig.build.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(
  ENTRIES.map(([, file]) => `${root}${file}`),
  options,
);
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });
/** The entry under which each export is described: entries may share exports. */
const described = new Map();

const docOf = (symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
const tagsOf = (symbol) =>
  symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === "param" || name === "returns" || name === "throws")
    .map(({ name, text }) => {
      const words = ts.displayPartsToString(text).trim();
      if (name !== "param") return `- ${name}: ${words}`;
      const [, parameter, rest] = /^(\S+)\s*([^]*)$/.exec(words) ?? [];
      return `- \`${parameter}\`: ${rest}`;
    });
const print = (node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, " ");

/** The signature of a declaration, without its body. */
function headOf(declaration) {
  if (ts.isFunctionDeclaration(declaration)) {
    const parameters = declaration.parameters.map(print).join(", ");
    return `${declaration.name?.text}(${parameters}): ${declaration.type ? print(declaration.type) : "void"}`;
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    const written = print(declaration).replace(/^export /, "");
    if (!written.includes("typeof")) return written;
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
    return `type ${declaration.name.text} = ${checker.typeToString(checker.getTypeAtLocation(declaration), declaration, flags)};`;
  }
  if (ts.isVariableDeclaration(declaration)) {
    return `const ${declaration.name.getText()}${declaration.type ? `: ${print(declaration.type)}` : ""}`;
  }
  return undefined;
}

function membersOf(symbol, declaration) {
  if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const own = type.getProperties().filter((member) => {
    const [at] = member.declarations ?? [];
    if (!at?.getSourceFile().fileName.includes("/src/")) return false;
    const hidden = ts.getCombinedModifierFlags(at) & (ts.ModifierFlags.Private | ts.ModifierFlags.Static);
    return (
      !hidden &&
      !member.getJsDocTags(checker).some(({ name }) => name === "internal") &&
      !(at.name && ts.isPrivateIdentifier(at.name)) &&
      !/^(connected|disconnected|attributeChanged)Callback$/.test(member.name)
    );
  });
  return own.map((member) => {
    const [at] = member.declarations;
    const written = at.type ? print(at.type) : checker.typeToString(checker.getTypeOfSymbol(member));
    const parameters = at.parameters && !ts.isAccessor(at) ? `(${at.parameters.map(print).join(", ")})` : "";
    const optional = member.flags & ts.SymbolFlags.Optional ? "?" : "";
    const doc = docOf(member).replace(/\n+/g, " ");
    const code = `${member.name}${optional}${parameters}: ${written.replace(/ \| undefined$/, "")}`;
    const span = code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``;
    return `- ${span}${doc ? ` ${doc}` : ""}`;
  });
}

function section(name, symbol, entry) {
  const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = declared.declarations ?? [];
  if (!declaration) return [];
  const before = described.get(declared);
  if (before) return [`### ${name}`, "", `See [${before}](#${before.replace(/\W/g, "")}).`, ""];
  described.set(declared, entry);
  const head = headOf(declaration);
  const parts = [`### ${name}`, ""];
  if (head) parts.push("```ts", head, "```", "");
  const doc = docOf(declared);
  if (doc) parts.push(doc, "");
  const lists = [...tagsOf(declared), ...membersOf(declared, declaration)];
  if (lists.length > 0) parts.push(...lists, "");
  return parts;
}

const lines = [
  "# API reference",
  "",
  "<!-- Made by scripts/make-api-reference.mjs from the docstrings. Change those. -->",
  "",
];
for (const [entry, file] of ENTRIES) {
  const source = program.getSourceFile(`${root}${file}`);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing`);
  lines.push(`## ${entry}`, "");
  const exported = checker
    .getExportsOfModule(module)
    .filter((symbol) => symbol.name !== "default")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const symbol of exported) lines.push(...section(symbol.name, symbol, entry));
}
const text = `${lines.join("\n").trim()}\n`;
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (readFileSync(target, "utf8") !== text) {
  console.error("docs/api.md is older than the docstrings: run `npm run api`.");
  process.exitCode = 1;
}
