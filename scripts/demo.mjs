// Builds the library and draws the Kursk timeline as a static picture and as an interactive page.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const input = "examples/kursk/kursk.json";
const out = "examples/kursk/out";

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

console.log("Building datelines …");
run("scripts/build.mjs");
mkdirSync(`${root}${out}`, { recursive: true });
const picture = `${out}/kursk.svg`;
const page = `${out}/kursk.html`;
run("dist/cli.js", "render", input, "-o", picture);
run("dist/cli.js", "render", input, "-o", page);

const shown = (path) => relative(process.cwd(), `${root}${path}`);
console.log(`
21 events, each with its sources, from ${shown(input)}:
  picture  ${shown(picture)}
  page     ${shown(page)}
Open either in a browser; neither needs a server.`);

if (process.stdin.isTTY && process.stdout.isTTY) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Serve the page on this machine? [y/N] ");
  terminal.close();
  if (/^y/i.test(answer)) {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(readFileSync(`${root}${page}`));
    });
    server.listen(0, "127.0.0.1", () => {
      console.log(`http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`);
    });
  }
}
