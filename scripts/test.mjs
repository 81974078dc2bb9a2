// Runs the tests in a browser that it finds, on a build of these sources.
//   node scripts/test.mjs          unit, property and golden tests, and the browser tests that prove the promises
//   node scripts/test.mjs --all    everything that CI runs
//   node scripts/test.mjs --rest   what --all adds to the first form: CI runs one after the other
// Other arguments go to vitest. With the path or the name of a test, every project is searched for it.
// DATELINES_TESTS says the same to the tests (tests/support/effort.ts, vitest.config.ts).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "./ensure-build.mjs";
import { ensureBrowser } from "./find-browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The tests of the examples that are quick; all of them run before a release. */
const QUICK_EXAMPLES = "kursk|blog-post|ssr-node|without a violation";

const given = process.argv.slice(2);
const others = given.filter((argument) => argument !== "--all" && argument !== "--rest");

let browser;
try {
  browser = ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function vitest(scope, ...args) {
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...args, ...others], {
    cwd: root,
    stdio: "inherit",
    // With CI set, a missing snapshot fails and none is written.
    env: { ...process.env, CI: "1", DATELINES_BROWSER: browser, DATELINES_TESTS: scope },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const inProjects = (...names) => names.flatMap((name) => ["--project", name]);

/** Test files that try fewer inputs in `npm test`. */
const thinned = () =>
  readdirSync(`${root}tests`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /support\/(?:effort|property)\.js/.test(readFileSync(`${root}tests/${file}`, "utf8")))
    .map((file) => `tests/${file}`);

ensureBuild();
if (given.includes("--rest")) {
  vitest("all", ...inProjects("unit"), ...thinned());
  vitest("rest", ...inProjects("browser", "storybook", "proof"));
} else if (given.includes("--all") || others.some((argument) => !argument.startsWith("-") || argument === "-t")) {
  vitest("all");
} else {
  vitest("promises", ...inProjects("unit", "browser"));
}
if (given.includes("--rest") || given.includes("--all")) {
  vitest("all", "--config", "vitest.examples.config.ts", "-t", QUICK_EXAMPLES);
}
