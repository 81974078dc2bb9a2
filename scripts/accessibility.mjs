// Runs axe over the whole gallery in three colour schemes and three widths. It is slow: run it before a release. Names limit
// it to those pictures: `npm run test:accessibility -- kursk dense`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./find-browser.mjs";

const names = process.argv.slice(2);
const only = names.length > 0 ? ["-t", `(${names.join("|")})`] : [];
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "browser", "tests/browser/accessibility.test.ts", ...only],
  {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
    env: { ...process.env, DATELINES_WHOLE_GALLERY: "1", DATELINES_BROWSER: ensureBrowser() },
  },
);
process.exitCode = status ?? 1;
