// Builds dist unless it is the build of these very sources. The stamp holds a hash of all that goes into a build, and the
// sizes and times of what came out, so that a dist which somebody else wrote is built anew.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const STAMP = `${root}node_modules/.cache/datelines/build.txt`;
const INPUTS = ["src", "scripts", "tsup.config.ts", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];
/** Fields of package.json that a build depends on; versions of packages are in the lock file. */
const FIELDS = ["version", "exports", "dependencies", "peerDependencies"];

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function inputHash() {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap((name) => filesIn(`${root}${name}`))) hash.update(file).update(readFileSync(file));
  const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  return hash.update(JSON.stringify(FIELDS.map((name) => manifest[name]))).digest("hex");
}

const outputState = () =>
  filesIn(`${root}dist`)
    .map((file) => [file.slice(root.length), statSync(file).size, Math.round(statSync(file).mtimeMs)].join(" "))
    .join("\n");

/** Builds where that is needed; ends the process when the build fails. */
export function ensureBuild() {
  const hash = inputHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === `${hash}\n${outputState()}`) {
    console.log("dist is the build of these sources.");
    return;
  }
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${hash}\n${outputState()}`);
}
