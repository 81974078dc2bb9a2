// What takes too long for each CI run: the whole attack corpus, the thousandfold endurance runs, the long fuzzers.
//   node scripts/proof.mjs security|endurance|engines|fuzz [arguments of vitest]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("..", import.meta.url));
const KINDS = {
  security: { project: "proof", env: { DATELINES_PROOF: "full" } },
  endurance: { project: "proof", env: { DATELINES_PROOF: "full" } },
  engines: { project: "proof", path: "tests/security/engines", env: { DATELINES_ENGINES: "1" } },
  fuzz: { project: "unit", env: { DATELINES_FUZZ: process.env.DATELINES_FUZZ ?? "100000" } },
};
const [kind, ...rest] = process.argv.slice(2);
const found = KINDS[kind];
if (!found) {
  console.error(`write one of ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}
function run(args) {
  const { status } = spawnSync(process.execPath, args, {
    cwd,
    stdio: "inherit",
    env: { ...process.env, ...found.env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
if (!existsSync(`${cwd}dist/datelines.min.js`)) run(["scripts/build.mjs"]);
run(["node_modules/vitest/vitest.mjs", "run", "--project", found.project, found.path ?? `tests/${kind}`, ...rest]);
