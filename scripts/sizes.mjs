// Prints the size of each entry, minified and gzipped with its dependencies, and how much it has grown since the first
// sizes that were kept. Fails if an entry has grown by more than 0.5 kB since sizes.json was written, unless a changeset
// has a line "Size of ENTRY: what readers have from it". --update writes the measured sizes into sizes.json. --modules
// NAME lists the modules of an entry.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = `${root}sizes.json`;
const kept = JSON.parse(readFileSync(file, "utf8"));
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

if (!existsSync(`${root}dist/index.js`)) {
  console.error("There is no dist: run `npm run build` first.");
  process.exit(2);
}

const laterOnly = {
  name: "later-only",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};

async function bundle(code, base = `${root}dist`) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: base, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external: ["react", "react/jsx-runtime"],
    write: false,
    // The page does not load dynamic imports at first.
    plugins: [laterOnly],
    metafile: true,
    outfile: "out.js",
    logLevel: "error",
  });
  return { size: gzip(outputFiles[0].contents), modules: Object.values(metafile.outputs)[0].inputs };
}

/** The bytes of an entry, or the bytes that it adds to another entry. */
async function measure({ file: path, code, beyond }) {
  if (path) return gzip(readFileSync(`${root}${path}`));
  const { size } = await bundle(code);
  return beyond ? size - (await bundle(beyond)).size : size;
}

const asked = process.argv.indexOf("--modules");
if (asked > 0) {
  // Measured from the sources, because a chunk of dist holds many modules.
  const code = kept[process.argv[asked + 1]].code.replace(/"\.\/(\w+)\.js"/g, '"./src/$1.js"');
  const { modules } = await bundle(code, root);
  const sizes = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(modules)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  for (const [name, bytes] of [...sizes].sort((a, b) => b[1] - a[1]))
    console.log(`${String(bytes).padStart(7)}  ${name}`);
  process.exit();
}

/** Growth of an entry that needs no reason, in bytes. */
const GROWTH_FREE = 500;

const changesets = readdirSync(`${root}.changeset`)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => readFileSync(`${root}.changeset/${name}`, "utf8"))
  .join("\n");
const isExplained = (name) => changesets.split("\n").some((line) => line.startsWith(`Size of ${name}: `));
const signed = (bytes) => `${bytes < 0 ? "−" : "+"}${kB(Math.abs(bytes))}`;

const problems = [];
for (const [name, entry] of Object.entries(kept)) {
  const bytes = await measure(entry);
  const grown = bytes - entry.measured;
  const parts = [kB(bytes).padStart(9), `goal ${kB(entry.goal)}`, `since the first ${signed(bytes - entry.first)}`];
  if (Math.abs(grown) >= 50) parts.push(`now ${signed(grown)}`);
  console.log(`${name.padEnd(18)} ${parts.join("   ")}`);
  if (grown > GROWTH_FREE && !isExplained(name)) {
    problems.push(
      `${name} has grown by ${kB(grown)}: make it smaller, or write a line "Size of ${name}: what readers have from it" in a changeset`,
    );
  }
  entry.measured = bytes;
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else if (process.argv.includes("--update")) writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
