// Runs the tests that take too long for CI: the whole attack corpus, the endurance runs, the long fuzzers.
//   node scripts/proof.mjs security|endurance|engines|fuzz [arguments of vitest]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withFigures } from "./figures.mjs";

const cwd = fileURLToPath(new URL("..", import.meta.url));
const KINDS = {
  security: { project: "proof", paths: ["tests/security"], env: { DATELINES_PROOF: "full" } },
  endurance: { project: "proof", paths: ["tests/endurance"], env: { DATELINES_PROOF: "full" } },
  engines: { project: "proof", paths: ["tests/security/engines"], env: { DATELINES_ENGINES: "1" } },
  fuzz: {
    project: "unit",
    // The fuzzers and the properties of other tests, with DATELINES_FUZZ times the inputs of a CI run.
    paths: ["tests/fuzz", "tests/time/fuzz", "tests/time/round-trip", "tests/import/mutations", "tests/layout"],
    env: { DATELINES_FUZZ: process.env.DATELINES_FUZZ ?? "50" },
  },
};
const [kind, ...rest] = process.argv.slice(2);
const found = KINDS[kind];
if (!found) {
  console.error(`write one of ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}
const run = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

if (!existsSync(`${cwd}dist/datelines.min.js`) && run(["scripts/build.mjs"]) !== 0) process.exit(1);
const begun = performance.now();
// The verbose reporter shows progress: it prints a line after each test.
const asked = ["--project", found.project, "--reporter=verbose", ...found.paths, ...rest];
const { result, met } = withFigures((figures) =>
  run(["node_modules/vitest/vitest.mjs", "run", ...asked], { ...found.env, ...figures }),
);
console.log(`${kind}: ${((performance.now() - begun) / 60_000).toFixed(1)} minutes`);
process.exit(result !== 0 ? result : met ? 0 : 1);
