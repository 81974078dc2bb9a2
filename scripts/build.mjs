// Builds dist: ESM, CommonJS, types, command line, script tags, stylesheet, and the licences of what is bundled in.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { makeSchema } from "./make-schema.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist/`;
/** What is written out in the sources and has a short form. */
const SHORT = { "@Number.POSITIVE_INFINITY": "1 / 0", "@Number.NEGATIVE_INFINITY": "-1 / 0" };
/** A script tag: terser finds a twentieth that esbuild leaves. */
const TIGHT = { compress: { passes: 2, ecma: 2020, global_defs: SHORT }, format: { ecma: 2020, comments: /^!/ } };
/**
 * A module stays as it can be read, and only gets constants and parameters put in where they are known: no bundler does so
 * from one file to another, and it is worth a fiftieth.
 */
const PLAIN = {
  module: true,
  mangle: false,
  compress: {
    ...{
      passes: 2,
      ecma: 2020,
      global_defs: SHORT,
      reduce_funcs: false,
      sequences: false,
      conditionals: false,
      if_return: false,
    },
    ...{ join_vars: false, comparisons: false, booleans: false, switches: false },
  },
  format: { beautify: true, ecma: 2020, preserve_annotations: true, comments: false },
};
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { status } = spawnSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
for (const name of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".js") && file !== "cli.js")) {
  await shrink(name, name.endsWith(".min.js") ? TIGHT : PLAIN);
}
copyFileSync(`${root}src/style.css`, `${dist}style.css`);
writeFileSync(`${dist}schema.json`, `${JSON.stringify(makeSchema(), undefined, 2)}\n`);
writeCommonJsTypes();
markForClient("react.js");
markForClient("react.cjs");
writeLicences();
printSnippet();

/** By terser, once more after esbuild. */
async function shrink(name, options) {
  const [path, map] = [`${dist}${name}`, `${dist}${name}.map`];
  const result = await minify(readFileSync(path, "utf8"), {
    ...options,
    sourceMap: existsSync(map) && { content: readFileSync(map, "utf8"), url: basename(map) },
  });
  writeFileSync(path, result.code);
  if (result.map) writeFileSync(map, result.map);
}

/** The types of both formats are the same but for the names of files: making them twice takes as long as all the rest. */
function writeCommonJsTypes() {
  for (const name of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".d.ts"))) {
    const types = readFileSync(`${dist}${name}`, "utf8").replace(/(["'])(\.{1,2}\/[^"']+)\.js\1/g, "$1$2.cjs$1");
    writeFileSync(`${dist}${name.replace(/\.d\.ts$/, ".d.cts")}`, types);
  }
}

/** Tells frameworks with server components that this part runs in the browser too. Rollup drops such a line of a source. */
function markForClient(name) {
  const [path, map] = [`${dist}${name}`, `${dist}${name}.map`];
  writeFileSync(path, `"use client";\n${readFileSync(path, "utf8")}`);
  const { mappings, ...rest } = JSON.parse(readFileSync(map, "utf8"));
  writeFileSync(map, JSON.stringify({ ...rest, mappings: `;${mappings}` }));
}

/** Whoever gives our files on gives the bundled packages on, and their licences ask to come along. */
function writeLicences() {
  const list = `${dist}bundled.txt`;
  const names = new Set(readFileSync(list, "utf8").trim().split("\n"));
  rmSync(list);
  const parts = [...names].sort().map((name) => {
    const folder = `${root}node_modules/${name}/`;
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const { version, license, author } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
    // A package may name its licence and not carry the text.
    if (!licence && !(license && author)) throw new Error(`${name} is bundled, but names no licence`);
    const text = licence
      ? readFileSync(`${folder}${licence}`, "utf8").trim()
      : `Licence: ${license} (https://spdx.org/licenses/${license}.html)\nAuthor: ${author.name ?? author}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = "Files of this package contain parts of the following packages, whole or in part.\n";
  writeFileSync(`${dist}THIRD-PARTY.txt`, [head, ...parts].join(`\n${"-".repeat(80)}\n\n`));
}

function printSnippet() {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const integrity = (name) =>
    `sha384-${createHash("sha384")
      .update(readFileSync(`${dist}${name}`))
      .digest("base64")}`;
  const address = (name) => `https://cdn.jsdelivr.net/npm/datelines@${version}/dist/${name}`;
  console.log(`For a page without a build step, once this version is published (or with the files beside the page):

<link rel="stylesheet" href="${address("style.css")}" integrity="${integrity("style.css")}" crossorigin="anonymous">
<script defer src="${address("datelines.min.js")}" integrity="${integrity("datelines.min.js")}" crossorigin="anonymous"></script>
<event-timeline src="timeline.json">What readers see until then</event-timeline>
`);
}
