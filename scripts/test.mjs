// All tests: unit, property, golden, real Chromium, stories. Finds a browser or says what to do; builds first, since the
// package and the command are tested as they are published. Arguments are passed on to vitest.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./find-browser.mjs";

const cwd = fileURLToPath(new URL("..", import.meta.url));

function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

let browser;
try {
  browser = ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
run(["scripts/build.mjs"]);
// With CI set, a missing snapshot fails and none is written.
run(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], { CI: "1", DATELINES_BROWSER: browser });
