// axe over the whole gallery, in three schemes and three widths: slow, before a release.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./find-browser.mjs";

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "browser", "tests/browser/accessibility.test.ts"],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
    env: { ...process.env, DATELINES_WHOLE_GALLERY: "1", DATELINES_BROWSER: ensureBrowser() },
  },
);
process.exitCode = status ?? 1;
