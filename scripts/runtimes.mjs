// Checks that the output does not depend on the runtime: renders the Kursk example on three scales and compares the bytes
// of Node, of a context with only the language and URL, of Deno, Bun and workerd (the runtime of Cloudflare Workers).
// Installs the runtimes for Linux on x64 into a temporary folder. Needs `npm run build` first.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const PACKAGES = ["deno@2.9.6", "bun@1.4.5", "workerd@1.20261117.1"];
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "datelines-runtimes-"));

const kursk = JSON.parse(readFileSync(`${root}examples/kursk/kursk.json`, "utf8"));
const source = `import { renderToHtml, renderToString } from "./dist/index.js";
const document = ${JSON.stringify(kursk)};
const text = ["time", "compressed", "equal"]
  .flatMap((scale) => [renderToString(document, { scale }), renderToHtml(document, { scale, orientation: "vertical", width: 360 })])
  .join("\\n");`;

async function bundle(more, format) {
  const { outputFiles } = await build({
    stdin: { contents: `${source}\n${more}`, resolveDir: root },
    bundle: true,
    write: false,
    format,
    globalName: "run",
    // A neutral bundle cannot import a built-in module of any runtime.
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  return outputFiles[0].text;
}

function printed(command, args) {
  const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error || status !== 0) throw error ?? new Error(stderr.slice(0, 2000));
  return stdout;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Repeats the request until the worker answers. */
async function asked(port, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`workerd ended with ${child.exitCode}`);
    try {
      return await (await fetch(`http://127.0.0.1:${port}/`)).text();
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED") throw error;
    }
  }
}

async function inWorkerd(command) {
  const port = await freePort();
  writeFileSync(join(folder, "worker.js"), await bundle("export default { fetch: () => new Response(text) };", "esm"));
  writeFileSync(
    join(folder, "worker.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`,
  );
  const child = spawn(command, ["serve", join(folder, "worker.capnp")], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    return await asked(port, child);
  } finally {
    child.kill();
  }
}

try {
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  printed("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", ...PACKAGES]);
  const own = (path) => join(folder, "node_modules", path);
  const file = join(folder, "run.mjs");
  writeFileSync(file, await bundle("console.log(text);", "esm"));
  const bare = await bundle("export { text };", "iife");
  const runs = {
    [`Node ${process.version}`]: () => printed(process.execPath, [file]),
    // URL is the only global of the web that the library needs.
    "the language and URL": () => runInContext(`${bare}; run.text`, createContext({ __proto__: null, URL })),
    [PACKAGES[0]]: () => printed(own("@deno/linux-x64-glibc/deno"), ["run", "--no-remote", file]),
    [PACKAGES[1]]: () => printed(own("@oven/bun-linux-x64/bin/bun"), [file]),
    [PACKAGES[2]]: () => inWorkerd(own("@cloudflare/workerd-linux-64/bin/workerd")),
  };
  const hashes = new Set();
  for (const [name, run] of Object.entries(runs)) {
    const text = (await run()).trim();
    const hash = createHash("sha256").update(text).digest("hex");
    hashes.add(hash);
    console.log(`${name}: ${text.length} characters, ${hash.slice(0, 12)}`);
  }
  console.log(`${Object.keys(runs).length} runtimes: ${hashes.size} different outputs (goal 1)`);
  process.exitCode = hashes.size === 1 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
