// Prints the size of each entry, minified and gzipped with its dependencies. Fails if an entry is over its limit, or has
// grown by more than 2 % since sizes.json was written and no file of .changeset contains the word "size".
// --update writes the measured sizes into sizes.json. --modules NAME lists the modules of an entry.
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

const explained = readdirSync(`${root}.changeset`)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .some((name) => /\bsize\b/i.test(readFileSync(`${root}.changeset/${name}`, "utf8")));
const problems = [];
for (const [name, entry] of Object.entries(kept)) {
  const bytes = await measure(entry);
  const grown = bytes / entry.measured - 1;
  const parts = [kB(bytes).padStart(9), `limit ${kB(entry.limit)}`, `goal ${kB(entry.goal)}`];
  if (Math.abs(grown) >= 0.001) parts.push(`${grown > 0 ? "+" : "−"}${(Math.abs(grown) * 100).toFixed(1)} %`);
  console.log(`${name.padEnd(18)} ${parts.join("   ")}`);
  if (bytes > entry.limit) problems.push(`${name} is over its limit`);
  // The smallest entries vary by a hundred bytes.
  if (grown > 0.02 && bytes - entry.measured > 100 && !explained) {
    problems.push(`${name} has grown by more than 2 %: say why in a changeset, with the word "size"`);
  }
  entry.measured = bytes;
}
if (process.argv.includes("--update")) writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
else {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
