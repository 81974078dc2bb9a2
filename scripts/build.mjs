// Builds dist: ESM, CommonJS, types, command line, script tag, stylesheet.
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
copyFileSync(`${root}src/style.css`, `${root}dist/style.css`);
