// Writes new golden pictures and golden scenes. Look at each changed picture before you commit it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "tests/gallery.test.ts", "--update"],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
    env: { ...process.env, DATELINES_GOLDEN: "1" },
  },
);
process.exitCode = status ?? 1;
