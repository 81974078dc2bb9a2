// Compares datelines with other libraries in real Chromium on the same seeded events, in turn, and reports medians.
// Writes RESULTS.md. Run `npm run bench -- --help` for the options.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, loadavg, release, totalmem } from "node:os";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { ensureBrowser } from "../scripts/find-browser.mjs";
import { report } from "./report.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const USAGE = `node bench/race.mjs [--counts 100,1000,10000,100000,1000000] [--rounds 3] [--limit 60] [--only a,b] [--out FILE]
  --counts  numbers of events; default 100,1000,10000
  --rounds  loads of each library at each count, taken in turn; medians are reported
  --limit   seconds a library has to show content; a library over it is not asked for more events
  --only    libraries by name
  --out     where the report goes; default bench/RESULTS.md`;

const LIBRARIES = [
  { name: "datelines", paints: "SVG", version: "../package.json" },
  { name: "vis-timeline", paints: "HTML" },
  { name: "timelinejs3", paints: "HTML", package: "@knight-lab/timelinejs" },
  { name: "react-chrono", paints: "HTML" },
  { name: "timelines-chart", paints: "SVG" },
  { name: "d3-milestones", paints: "HTML" },
  { name: "observable-plot", paints: "SVG", package: "@observablehq/plot" },
  { name: "vega-lite", paints: "canvas" },
  { name: "echarts", paints: "canvas" },
];

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "100,1000,10000" },
    rounds: { type: "string", default: "3" },
    limit: { type: "string", default: "60" },
    only: { type: "string" },
    out: { type: "string", default: `${HERE}RESULTS.md` },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (!existsSync(`${HERE}node_modules`)) {
  console.log("Installing the other libraries into bench/ …");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], { cwd: HERE, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
const { build } = await import(createRequire(`${HERE}x.js`).resolve("esbuild")).then(
  (module) => module.default ?? module,
);
const counts = values.counts.split(",").map(Number);
const rounds = Number(values.rounds);
const limit = Number(values.limit) * 1000;
const wanted = LIBRARIES.filter(({ name }) => !values.only || values.only.split(",").includes(name));

function versionOf({ name, package: packageName = name, version }) {
  const path = version ? `${HERE}${version}` : `${HERE}node_modules/${packageName}/package.json`;
  return JSON.parse(readFileSync(path, "utf8")).version;
}

/** Bundles a library as a page loads it: minified script and stylesheet, without fonts. */
async function bundle(name, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE },
    bundle: true,
    minify: true,
    write: false,
    outdir: HERE,
    define: { "process.env.NODE_ENV": '"production"' },
    loader: {
      ".woff": "empty",
      ".woff2": "empty",
      ".ttf": "empty",
      ".eot": "empty",
      ".svg": "empty",
      ".png": "empty",
      ".gif": "empty",
      ".less": "empty",
    },
    format: "iife",
    logLevel: "error",
    external: ["../fonts/*", "icons/*"],
  });
  const part = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? new Uint8Array();
  return { script: part(".js"), style: part(".css") };
}

const bundles = new Map();
for (const library of wanted) {
  const adapter = JSON.stringify(`./adapters/${library.name}.js`);
  const page = await bundle(
    library.name,
    `import * as adapter from ${adapter}; import { start } from "./in-page.js"; start(adapter);`,
  );
  const alone = await bundle(library.name, `import { mount } from ${adapter}; globalThis.mount = mount;`);
  bundles.set(library.name, { ...page, size: gzipSync(alone.script).length, css: gzipSync(alone.style).length });
}

let serverPage = "";
const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const [, name, file] = url.pathname.split("/");
  const found = bundles.get(name);
  if (url.pathname === "/static") {
    response.setHeader("content-type", "text/html; charset=utf-8").end(serverPage);
  } else if (found && file === "script.js") {
    response.setHeader("content-type", "text/javascript; charset=utf-8").end(found.script);
  } else if (found && file === "style.css") {
    response.setHeader("content-type", "text/css; charset=utf-8").end(found.style);
  } else if (found) {
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(
        `<!doctype html><html lang="en"><title>Race</title><link rel="stylesheet" href="style.css"><style>body{margin:0}</style><main><h1 style="font-size:16px;margin:0">Race</h1><div data-race style="width:1000px"></div></main><script src="script.js"></script>`,
      );
  } else response.writeHead(404).end();
});
await new Promise((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--js-flags=--max-old-space-size=4096"],
});
const axe = readFileSync(createRequire(`${HERE}x.js`).resolve("axe-core/axe.min.js"), "utf8");

const withLimit = (promise, ms) =>
  Promise.race([
    promise,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error("limit")), ms).unref();
    }),
  ]);

/** Loads a library, runs `use` on its page, and closes the page in any case. */
async function load(name, use, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1040, height: 560 }, ...options });
  const page = await context.newPage();
  // Requests of other libraries for fonts and styles get no answer.
  await page.route("**", (route) => (route.request().url().startsWith(origin) ? route.continue() : route.abort()));
  try {
    await page.goto(`${origin}/${name}/`);
    return await use(page);
  } finally {
    // A page in an endless task does not answer; the browser closes it without waiting.
    await withLimit(context.close(), 5000).catch(() => undefined);
  }
}

const heapOf = async (session) => {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
};

/** One load: time to content, nodes, heap, then frames over wheel and drag. */
async function lap(name, count) {
  return load(name, async (page) => {
    const session = await page.context().newCDPSession(page);
    const empty = await heapOf(session);
    await page.evaluate((n) => race.events(n), count);
    const events = await heapOf(session);
    const { frame, content } = await withLimit(
      page.evaluate(() => race.mount(false)),
      limit,
    );
    const heap = (await withLimit(heapOf(session), 60_000)) - events;
    const nodes = await page.evaluate(() => race.nodes());
    const figures = { frame, content, nodes, heap, plain: events - empty };
    try {
      return { ...figures, ...(await withLimit(gestures(page, name), 60_000)) };
    } catch {
      return figures;
    }
  });
}

/** Twenty turns of the wheel over the middle (with Ctrl where the plain wheel is the page's), then a drag to and fro. */
async function gestures(page, name) {
  const box = await page.locator("[data-race]").boundingBox();
  const [x, y] = [box.x + 500, box.y + Math.min(box.height, 500) / 2];
  const before = await page.evaluate(() => race.signature());
  await page.mouse.move(x, y);
  await page.evaluate(() => race.startFrames());
  if (name === "datelines") await page.keyboard.down("Control");
  for (let i = 0; i < 30; i++) await page.mouse.wheel(0, i < 20 ? -120 : 120);
  if (name === "datelines") await page.keyboard.up("Control");
  await page.waitForTimeout(100);
  const zoomed = (await page.evaluate(() => race.signature())) !== before;
  const middle = await page.evaluate(() => race.signature());
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(x - i * 12, y);
  await page.waitForTimeout(50);
  const panned = (await page.evaluate(() => race.signature())) !== middle;
  for (let i = 20; i >= -20; i--) await page.mouse.move(x - i * 12, y);
  await page.mouse.up();
  const { deltas, longTasks } = await page.evaluate(() => race.stopFrames());
  deltas.sort((a, b) => a - b);
  return {
    p95: deltas[Math.min(deltas.length - 1, Math.ceil(deltas.length * 0.95) - 1)],
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    zooms: zoomed,
    pans: panned,
  };
}

/** Measures labels on 1000 × 500 px. Libraries that paint a canvas draw SVG for this. */
async function labels(name, count) {
  return load(name, async (page) => {
    await page.evaluate((n) => race.events(n, false), count);
    await withLimit(
      page.evaluate(() => race.mount(true)),
      limit,
    );
    await page.waitForTimeout(1500);
    const figures = await withLimit(
      page.evaluate(() => race.labelFigures()),
      limit,
    );
    return figures;
  });
}

/** Runs axe on 100 events, and checks whether Tab and arrow keys reach an event. */
async function access(name) {
  return load(name, async (page) => {
    await page.evaluate(() => race.events(100));
    await withLimit(
      page.evaluate(() => race.mount(true)),
      limit,
    );
    await page.waitForTimeout(1000);
    let keyboard = false;
    for (const key of [...Array(25).fill("Tab"), "ArrowRight", "ArrowRight", "Tab"]) {
      await page.keyboard.press(key);
      keyboard ||= await page.evaluate(() => race.focusedEvent());
    }
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run("[data-race]");
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.length }));
    });
    return { keyboard, violations };
  });
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const results = { counts: {}, labels: {}, access: {}, sizes: {} };
for (const { name } of wanted) results.sizes[name] = { script: bundles.get(name).size, css: bundles.get(name).css };
const out = new Set();
const started = new Date();

for (const count of counts) {
  const laps = new Map(wanted.map(({ name }) => [name, []]));
  for (let round = 0; round < (count >= 1_000_000 ? 1 : rounds); round++) {
    for (const { name } of wanted) {
      if (out.has(name)) continue;
      try {
        const figures = await lap(name, count);
        laps.get(name).push(figures);
        console.log(`${count} ${name}: content ${figures.content.toFixed(0)} ms, p95 ${figures.p95?.toFixed(1)} ms`);
      } catch (error) {
        const reason = error.message.includes("limit") ? `over ${limit / 1000} s` : error.message.split("\n")[0];
        laps.set(name, [...laps.get(name), { failed: reason }]);
        out.add(name);
        console.log(`${count} ${name}: ${reason}`);
      }
    }
  }
  results.counts[count] = Object.fromEntries(
    [...laps].map(([name, list]) => {
      const failed = list.find((entry) => entry.failed);
      if (failed) return [name, { failed: failed.failed }];
      if (list.length === 0) return [name, { failed: "not asked" }];
      const of = (key) => median(list.map((entry) => entry[key] ?? Number.NaN));
      const names = ["frame", "content", "nodes", "heap", "plain", "p95", "longTasks", "longest"];
      return [
        name,
        { ...Object.fromEntries(names.map((key) => [key, of(key)])), zooms: list[0].zooms, pans: list[0].pans },
      ];
    }),
  );
}

for (const count of [100, 1000]) {
  results.labels[count] = {};
  for (const { name } of wanted) {
    try {
      results.labels[count][name] = await labels(name, count);
    } catch (error) {
      results.labels[count][name] = { failed: error.message.split("\n")[0] };
    }
    console.log(`labels ${count} ${name}: ${JSON.stringify(results.labels[count][name])}`);
  }
}
for (const { name } of wanted) {
  try {
    results.access[name] = await access(name);
  } catch (error) {
    results.access[name] = { failed: error.message.split("\n")[0] };
  }
  console.log(`access ${name}: ${JSON.stringify(results.access[name])}`);
}

// Each server string is made in its own process, because libraries change globals.
results.server = {};
for (const { name } of wanted) {
  const { stdout } = spawnSync(process.execPath, [`${HERE}server-string.mjs`, name], {
    encoding: "utf8",
    timeout: 120_000,
  });
  const line = stdout?.trim().split("\n").at(-1);
  results.server[name] = line?.startsWith("{") ? JSON.parse(line) : { failed: "none" };
  if (results.server[name].html) {
    serverPage = results.server[name].html;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/static`);
    const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
    const svgText = (await page.locator("svg").allTextContents()).join(" ").replace(/\s+/g, " ");
    results.server[name].visible = results.server[name].titles.filter(
      (title) => text.includes(title) || svgText.includes(title),
    ).length;
    await context.close();
    delete results.server[name].html;
    delete results.server[name].titles;
  }
  console.log(`server ${name}: ${JSON.stringify(results.server[name])}`);
}

const machine = {
  started: started.toISOString(),
  minutes: (Date.now() - started) / 60_000,
  browser: browser.version(),
  node: process.version,
  cpu: cpus()[0].model,
  cores: cpus().length,
  memory: totalmem() / 2 ** 30,
  kernel: release(),
  load: loadavg()[0],
};
await browser.close();
server.close();
const versions = Object.fromEntries(wanted.map((library) => [library.name, versionOf(library)]));
mkdirSync(`${HERE}out`, { recursive: true });
writeFileSync(`${HERE}out/results.json`, JSON.stringify({ machine, versions, rounds, limit, results }, undefined, 1));
const text = report({ libraries: wanted, versions, machine, counts, rounds, limit, results });
writeFileSync(values.out, text);
console.log(text);
