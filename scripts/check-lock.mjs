// Every optional dependency has an entry in package-lock.json. Where a registry lacks a platform's package, npm leaves it
// out, and then `npm ci` fails on npm 11 and people on other platforms get no binary. No entry names a registry.
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
