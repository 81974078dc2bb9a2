// Opens examples/big-data, a page with a million events, in Chromium with the built library. Prints the longest task while
// the events are read, at the first paint, and while a reader zooms, drags, searches and hides a lane. Beside each stands
// its CPU time, which is the time on a machine without other work. Needs `npm run build` first.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { ensureBrowser } from "../scripts/find-browser.mjs";

const FILES = {
  "/": ["../examples/big-data/src/index.html", "text/html"],
  "/page.js": ["../examples/big-data/src/page.js", "text/javascript"],
  "/worker.js": ["../examples/big-data/src/worker.js", "text/javascript"],
  "/datelines.min.js": ["../dist/datelines.min.js", "text/javascript"],
  "/style.css": ["../dist/style.css", "text/css"],
};
const server = createServer((request, response) => {
  const [path, type] = FILES[request.url] ?? [];
  if (!path) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
  response.end(readFileSync(new URL(path, import.meta.url)));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ["--no-sandbox", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const cdp = await page.context().newCDPSession(page);
const traced = [];
cdp.on("Tracing.dataCollected", ({ value }) => traced.push(...value));
await cdp.send("Tracing.start", {
  traceConfig: {
    includedCategories: [
      "toplevel",
      "disabled-by-default-devtools.timeline",
      "devtools.timeline",
      "blink.user_timing",
      "v8",
    ],
  },
});
const mark = (name) => page.evaluate((text) => performance.mark(`phase:${text}`), name);
const settled = () =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
const begun = performance.now();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForSelector(".dl-figure [data-events]", { timeout: 300_000 });
await settled();
const shown = performance.now() - begun;
const facts = () =>
  page.evaluate(() => {
    globalThis.gc?.();
    return { nodes: document.querySelectorAll("#timeline *").length, heap: performance.memory.usedJSHeapSize };
  });
const box = await page.locator(".dl-figure").boundingBox();
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
await page.mouse.move(x, y);
const phases = {
  zoom: async () => {
    await page.keyboard.down("Control");
    for (let i = 0; i < 30; i++) {
      await page.mouse.wheel(0, -60);
      await settled();
    }
    await page.keyboard.up("Control");
  },
  drag: async () => {
    await page.mouse.down();
    for (let i = 0; i < 30; i++) {
      await page.mouse.move(x - 10 * i, y);
      await settled();
    }
    await page.mouse.up();
  },
  "zoom out": async () => {
    await page.evaluate(() => globalThis.timeline.fit());
    await settled();
  },
  "open find": async () => {
    await page.click('[data-action="find"]');
    await settled();
  },
  search: async () => {
    for (const text of ["comet 47", "malaga", "999999", "o"]) {
      await page.fill(".dl-find input[type=search]", text);
      await page.waitForTimeout(1000);
      await settled();
    }
    await page.fill(".dl-find input[type=search]", "");
    await page.waitForTimeout(1000);
  },
  "hide a lane": async () => {
    await page.click(".dl-find-more > summary");
    for (let i = 0; i < 2; i++) {
      await page.locator('[data-find="lane"]').first().click();
      await page.waitForTimeout(500);
      await settled();
    }
  },
  select: async () => {
    await page.evaluate(() => globalThis.timeline.select("row-500000"));
    await settled();
  },
};
const { nodes, heap } = await facts();
for (const [name, act] of Object.entries(phases)) {
  await mark(name);
  await act();
}
await mark("end");
const done = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
await cdp.send("Tracing.end");
await done;
await browser.close();
server.close();

const marks = traced
  .filter(({ name }) => name.startsWith("phase:"))
  .map(({ name, ts }) => ({ name: name.slice(6), ts }))
  .sort((a, b) => a.ts - b.ts);
// The main thread of the renderer is the thread with the marks.
const { pid, tid } = traced.find(({ name }) => name.startsWith("phase:"));
const tasks = traced.filter(
  (event) => event.pid === pid && event.tid === tid && event.dur && event.name.endsWith("RunTask"),
);
const parts = traced.filter(
  (event) => event.pid === pid && event.tid === tid && event.dur && !event.name.endsWith("RunTask"),
);
console.log(
  `first content after ${(shown / 1000).toFixed(1)} s (goal: under 4 s); ${nodes} elements (goal: at most 2,500); heap ${(heap / 1e6).toFixed(0)} MB`,
);
console.log("phase           longest task ms  of it computing ms  tasks over 50 ms  what it was");
const print = (name, from, to) => {
  const own = tasks.filter(({ ts }) => ts >= from && ts < to).sort((a, b) => b.dur - a.dur);
  const [longest] = own;
  if (!longest) return;
  const inside = parts.filter(({ ts, dur }) => ts >= longest.ts && ts + dur <= longest.ts + longest.dur);
  const what = new Map();
  for (const { name: part, dur } of inside) what.set(part, Math.max(what.get(part) ?? 0, dur));
  const most = [...what]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([part, dur]) => `${part} ${(dur / 1000).toFixed(0)}`);
  const over = own.filter(({ dur }) => dur > 50_000).length;
  console.log(
    `${name.padEnd(15)} ${(longest.dur / 1000).toFixed(1).padStart(15)} ${((longest.tdur ?? longest.dur) / 1000).toFixed(1).padStart(19)} ${String(over).padStart(17)}  ${most.join(", ")}`,
  );
};
// The longest task before the first gesture made the figure.
const before = tasks.filter(({ ts }) => ts < marks[0].ts);
const making = before.reduce((a, b) => (b.dur > a.dur ? b : a));
print("reading", 0, making.ts);
print("first painting", making.ts, marks[0].ts);
marks.slice(0, -1).forEach(({ name, ts }, i) => print(name, ts, marks[i + 1].ts));
