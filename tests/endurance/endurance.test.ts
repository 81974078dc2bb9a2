/**
 * Wear: mounted and destroyed, updated and zoomed a thousand times, and resized to every size, a timeline leaves no node
 * and no listener. On a CI run forty times; with DATELINES_PROOF=full a thousand, and then the heap is judged too: over a
 * short run it is mostly what the engine keeps of compiled code.
 */
import { type Browser, type CDPSession, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBrowser } from "../../scripts/find-browser.mjs";
import { figure } from "../../scripts/figures.mjs";
import { openSite, type Site } from "../security/site.js";
import { mountAndDestroy, updateOften, type Wear, zoomOften } from "./page.js";

const FULL = process.env["DATELINES_PROOF"] === "full";
const TIMES = FULL ? 1000 : 40;
/** Measured: for about 600 rounds the engine goes on compiling, and its heap with it grows by up to 1.2 MB; then by nothing. */
const WARM_UP = FULL ? 700 : 5;
/** KiB of heap that a thousand times may leave. */
const MOST_HEAP = 256;

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  site = await openSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(): Promise<{ page: Page; session: CDPSession; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wear</title><link rel="stylesheet" href="/style.css"><body><div id="host"></div><script src="/datelines.min.js"></script>`;
  await page.goto(site.put({ type: "text/html", text }, true));
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  return { page, session, close: () => context.close() };
}

interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

async function keptIn(session: CDPSession): Promise<Kept> {
  // Twice: what finalisers let go of in the first collection goes in the second.
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
}

async function worn(work: (wear: Wear) => Promise<void>, leak: boolean): Promise<Kept> {
  const { page, session, close } = await open();
  try {
    // A first round, so that code is compiled and caches are full.
    await page.evaluate(work, { times: WARM_UP, leak: false });
    const before = await keptIn(session);
    await page.evaluate(work, { times: TIMES, leak });
    const after = await keptIn(session);
    return {
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      heap: after.heap - before.heap,
    };
  } finally {
    await close();
  }
}

const WORK = [
  ["mounting and destroying", mountAndDestroy],
  ["updating", updateOften],
  ["zooming and selecting", zoomOften],
] as const;

describe.each(WORK)(`${TIMES} times %s`, (name, work) => {
  test("leaves no node, no listener and no memory", { timeout: FULL ? 1_200_000 : 300_000 }, async () => {
    const { nodes, listeners, heap } = await worn(work, false);
    const what = `${name}, ${TIMES} times`;
    figure(`${what}: nodes left`, Math.max(0, nodes), { exactly: 0 });
    figure(`${what}: listeners left`, Math.max(0, listeners), { exactly: 0 });
    if (FULL) figure(`${what}: heap left`, Math.max(0, heap / 1024), { most: MOST_HEAP }, "KiB");
    expect({ nodes: Math.max(0, nodes), listeners: Math.max(0, listeners) }).toEqual({ nodes: 0, listeners: 0 });
    if (FULL) expect(heap / 1024).toBeLessThanOrEqual(MOST_HEAP);
  });

  test("a control that keeps what it made is found", { timeout: FULL ? 1_200_000 : 300_000 }, async () => {
    const { nodes, listeners } = await worn(work, true);
    figure(`${name}, a control that leaks: nodes and listeners left`, nodes + listeners, { least: TIMES });
    expect(nodes + listeners).toBeGreaterThanOrEqual(TIMES);
  });
});

describe("resizing", () => {
  const WIDTHS = [1, 0, 40, 319, 479, 480, 481, 800, 1279, 3000, 20_000, 0, 640];

  test("to every width shows numbers only, and no work goes on afterwards", { timeout: 300_000 }, async () => {
    const { page, close } = await open();
    const wrong = await page.evaluate(async (widths) => {
      const { datelines } = globalThis as unknown as {
        datelines: { createTimeline(host: Element, document: unknown): { element: HTMLElement } };
      };
      const host = document.querySelector("#host") as HTMLElement;
      const data = Array.from({ length: 40 }, (_, i) => ({ title: `Event ${i}`, date: `${1900 + i * 2}-03-11` }));
      const { element } = datelines.createTimeline(host, data);
      const frames = async (count: number): Promise<void> => {
        for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const found: string[] = [];
      for (const width of widths) {
        host.style.width = `${width}px`;
        await frames(3);
        for (const node of element.querySelectorAll("*")) {
          for (const { name, value } of node.attributes) {
            if (/NaN|Infinity|undefined/.test(value)) found.push(`${width}: ${node.localName} ${name}="${value}"`);
            if (/^(width|height|r|rx|ry)$/.test(name) && value.startsWith("-"))
              found.push(`${width}: ${name}="${value}"`);
          }
        }
      }
      host.style.display = "none";
      await frames(2);
      host.style.display = "";
      await frames(4);
      // Quiet: a resize must not set off the next one.
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.length;
      });
      observer.observe(host, { subtree: true, childList: true, attributes: true });
      await frames(10);
      observer.disconnect();
      if (changes > 0) found.push(`${changes} changes while nothing happened`);
      return [...new Set(found)].slice(0, 10);
    }, WIDTHS);
    await close();
    figure(`${WIDTHS.length} widths: numbers that are none, and changes while nothing happens`, wrong.length, {
      exactly: 0,
    });
    expect(wrong).toEqual([]);
  });
});
