// Builds dist: runs tsup, then adds the stylesheet, the schema and the licences of what the script tags bundle, and prints
// the lines for a page without a build step.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeSchema } from "./make-schema.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist/`;

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { status } = spawnSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
copyFileSync(`${root}src/style.css`, `${dist}style.css`);
// TypeScript asks for the types of each import.
writeFileSync(`${dist}style.css.d.ts`, "export {};\n");
writeFileSync(`${dist}schema.json`, `${JSON.stringify(makeSchema(), undefined, 2)}\n`);
writeLicences();
printSnippet();

/** The licences of the bundled packages ask that their text goes along with the code. */
function writeLicences() {
  const list = `${dist}bundled.txt`;
  const names = new Set(readFileSync(list, "utf8").trim().split("\n"));
  rmSync(list);
  const parts = [...names].sort().map((name) => {
    const folder = `${root}node_modules/${name}/`;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license, author } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
    // A package may name its licence and not carry the text.
    if (!file && !(license && author)) throw new Error(`the package "${name}" is bundled and names no licence`);
    const text = file
      ? readFileSync(`${folder}${file}`, "utf8").trim()
      : `Licence: ${license} (https://spdx.org/licenses/${license}.html)\nAuthor: ${author.name ?? author}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = "The script tags of this package (*.min.js) contain the following packages, whole or in part.\n";
  writeFileSync(`${dist}THIRD-PARTY.txt`, [head, ...parts].join(`\n${"-".repeat(80)}\n\n`));
}

/** Prints the tags that load this version from a CDN, with the integrity hash of each file. */
function printSnippet() {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const address = (name) => {
    const hash = createHash("sha384")
      .update(readFileSync(`${dist}${name}`))
      .digest("base64");
    return `"https://cdn.jsdelivr.net/npm/datelines@${version}/dist/${name}" integrity="sha384-${hash}" crossorigin="anonymous"`;
  };
  console.log(`For a page without a build step, once this version is published (or with the files beside the page):

<link rel="stylesheet" href=${address("style.css")}>
<script defer src=${address("datelines.min.js")}></script>
<event-timeline src="timeline.json">What readers see until then</event-timeline>
`);
}
