// Profiles the time to first content in a fresh page: events of the race in a picture of 1000 × 500 px. Prints the time
// from the call to the end of the first frame with content, and the parts of that time in traced loads. Tracing slows
// everything down. Run `npm run bench:first -- --help` for the options.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { ensureBrowser } from "../scripts/find-browser.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "1,100,1000" },
    loads: { type: "string", default: "9" },
    files: { type: "string", default: "15" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(`node bench/first.mjs [--counts 1,100,1000] [--loads 9] [--files 15]
  --counts  numbers of events
  --loads   pages loaded for each, and as many that are traced; medians are printed
  --files   source files that are listed, those that take longest`);
  process.exit(0);
}
const loads = Number(values.loads);
const { build } = await import(createRequire(`${HERE}../package.json`).resolve("esbuild")).then(
  (module) => module.default ?? module,
);

const { outputFiles } = await build({
  stdin: {
    contents: `import { createTimeline } from "../src/index.js";
      import "../src/style.css";
      import { start } from "./in-page.js";
      start({
        content: ".dl-figure .dl-event, .dl-figure .dl-cluster",
        mount: (host, events) => createTimeline(host, { title: "Race", events }, { width: 1000, height: 500 }),
      });`,
    resolveDir: HERE,
  },
  bundle: true,
  write: false,
  outdir: HERE,
  // Not minified, so that a line names the source of a sample. Minified files load a little faster.
  format: "iife",
  logLevel: "error",
});
const textOf = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text;
const script = textOf(".js");
const style = textOf(".css");

/** The source file of each line of the bundle. esbuild names it in a comment above each file. */
const fileOf = [];
for (const line of script.split("\n")) {
  const named = /^\s*\/\/ (\S+\.(?:ts|m?js|css))$/.exec(line)?.[1];
  fileOf.push(named?.replace(/^(\.\.\/)*(.*node_modules\/)?/, "") ?? fileOf.at(-1) ?? "");
}

const PAGE = `<!doctype html><html lang="en"><title>First content</title><link rel="stylesheet" href="style.css">
<body style="margin:0"><main><div data-race style="width:1000px"></div></main><script src="script.js"></script>`;
const FILES = {
  "/": ["text/html; charset=utf-8", PAGE],
  "/script.js": ["text/javascript; charset=utf-8", script],
  "/style.css": ["text/css; charset=utf-8", style],
};
const server = createServer(({ url }, response) => {
  const [type, body] = FILES[url] ?? [];
  if (type) response.setHeader("content-type", type).end(body);
  else response.writeHead(404).end();
});
await new Promise((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });

const CATEGORIES = [
  "devtools.timeline",
  "blink.user_timing",
  "v8",
  "disabled-by-default-v8.compile",
  "disabled-by-default-v8.cpu_profiler",
];
/** Work of the browser, by the names of its trace. Compiling a function parses it, and may compile others. */
const PARTS = {
  "compiling functions when they are first called": ["V8.CompileCode"],
  "collecting garbage": ["MinorGC", "MajorGC"],
  style: ["UpdateLayoutTree"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "Commit"],
};

/** Loads one page and returns its time and its trace. */
async function load(count, traced) {
  const context = await browser.newContext({ viewport: { width: 1040, height: 560 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate((n) => globalThis.race.events(n), count);
  const cdp = await context.newCDPSession(page);
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(event);
  });
  if (traced) await cdp.send("Tracing.start", { categories: CATEGORIES.join() });
  const times = await page.evaluate(async () => {
    performance.mark("begin");
    const mounted = globalThis.race.mount();
    const script = performance.measure("script", "begin").duration;
    const { content } = await mounted;
    performance.mark("end");
    return { content, script };
  });
  if (traced) {
    const complete = new Promise((resolve) => {
      cdp.once("Tracing.tracingComplete", resolve);
    });
    await cdp.send("Tracing.end");
    await complete;
  }
  await context.close();
  return { ...times, events };
}

/** Milliseconds of each part of a traced load. */
function partsOf(events) {
  const marked = (name) => events.find((event) => event.name === name && event.cat.includes("user_timing"));
  const [begin, end] = [marked("begin"), marked("end")];
  const onThread = ({ pid, tid }) => pid === begin.pid && tid === begin.tid;
  const inside = events.filter((event) => onThread(event) && event.ts >= begin.ts && event.ts < end.ts);
  const lasting = (names) => {
    let [sum, until] = [0, 0];
    for (const { name, ts, dur = 0 } of inside) {
      // An event inside another event of its kind is counted with the outer one.
      if (!names.includes(name) || ts < until) continue;
      sum += dur / 1000;
      until = ts + dur;
    }
    return sum;
  };
  inside.sort((a, b) => a.ts - b.ts);
  const parts = new Map(Object.entries(PARTS).map(([part, names]) => [part, lasting(names)]));
  const files = new Map();
  const profile = events.find((event) => event.name === "Profile" && onThread(event));
  const nodes = new Map();
  let time = profile.args.data.startTime;
  for (const { args } of events.filter((event) => event.name === "ProfileChunk" && event.id === profile.id)) {
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const node of cpuProfile.nodes ?? []) nodes.set(node.id, node);
    (cpuProfile.samples ?? []).forEach((id, i) => {
      time += timeDeltas[i];
      if (time < begin.ts || time > end.ts) return;
      const ms = timeDeltas[i] / 1000;
      let node = nodes.get(id);
      while (node && !node.callFrame.url?.endsWith("/script.js")) node = nodes.get(node.parent);
      const file = node && fileOf[node.callFrame.lineNumber];
      if (file) files.set(file, (files.get(file) ?? 0) + ms);
    });
  }
  return { parts, files };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
/** The medians of many tables, the largest first. */
function medians(tables) {
  const names = new Set(tables.flatMap((table) => [...table.keys()]));
  const rows = [...names].map((name) => [name, median(tables.map((table) => table.get(name) ?? 0))]);
  return rows.sort((a, b) => b[1] - a[1]);
}
for (const count of values.counts.split(",").map(Number)) {
  const plain = [];
  const traced = [];
  for (let i = 0; i < loads; i++) {
    plain.push(await load(count, false));
    traced.push(partsOf((await load(count, true)).events));
  }
  const of = (name) => median(plain.map((one) => one[name])).toFixed(1);
  console.log(`${count} events: first content ${of("content")} ms, of which ${of("script")} ms until the call returns`);
  const print = ([name, ms]) => console.log(`  ${ms.toFixed(1).padStart(6)}  ${name}`);
  medians(traced.map(({ parts }) => parts)).forEach(print);
  medians(traced.map(({ files }) => files))
    .slice(0, Number(values.files))
    .forEach(print);
}
await browser.close();
server.close();
