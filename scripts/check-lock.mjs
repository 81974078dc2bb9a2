// Checks that every optional dependency has an entry in package-lock.json, and that no entry names a registry. If a registry
// lacks the package of a platform, npm omits its entry: then `npm ci` fails on npm 11, and that platform gets no binary.
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
const { packages } = JSON.parse(text);
const missing = Object.entries(packages).flatMap(([at, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`])
    .map((name) => `${name}, of ${at || "the project"}`),
);
for (const name of missing) console.error(`package-lock.json has no entry for ${name}`);
if (/"resolved": "https?:/.test(text)) console.error("package-lock.json names a registry");
process.exitCode = missing.length > 0 || /"resolved": "https?:/.test(text) ? 1 : 0;
