/** No node, listener, memory, frame or observer remains after destroy(), and a timeline survives what pages do to it. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTimeline, hydrateTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { session } from "./pointer.js";
import { container, frames, serve } from "./support.js";

const { document: kursk } = kurskHorizontal();
/**
 * Runs until the engine has compiled the code. After 300 runs the heap of Chromium 156 still grows by up to 300 KiB within
 * the next thousand; after a thousand runs by 20 to 90 KiB.
 */
const WARM_UPS = 1000;
const RUNS = 1000;
const HEAP = 256 * 1024;

interface Count {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

async function count(): Promise<Count> {
  const cdp = session();
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.enable");
  for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = (await cdp.send("Performance.getMetrics")) as unknown as {
    metrics: { name: string; value: number }[];
  };
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
}

function holdsMore(after: Count, before: Count): boolean {
  return after.nodes > before.nodes || after.listeners > before.listeners || after.heap > before.heap + HEAP;
}

/** What remains after a number of runs, beyond what remains after the warm-up. */
async function growth(run: (i: number) => void, runs = RUNS): Promise<Count> {
  for (let i = 0; i < WARM_UPS; i++) run(i);
  await frames();
  const before = await count();
  for (let i = 0; i < runs; i++) {
    run(i);
    // Observers and promises run between frames.
    if (i % 50 === 49) await frames(1);
  }
  await frames();
  let after = await count();
  // Timers, observers and late garbage collection end within seconds; a leak stays.
  for (let tries = 0; tries < 5 && holdsMore(after, before); tries++) {
    await frames(20);
    after = await count();
  }
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: after.heap - before.heap,
  };
}

const SMALL = Array.from({ length: 20 }, (_, i) => ({
  title: `Event ${i}`,
  date: `20${String(i + 10)}-0${(i % 9) + 1}`,
  sources: ["https://a.example"],
}));

let timeline: Timeline | undefined;

afterEach(() => {
  timeline?.destroy();
  timeline = undefined;
  document.body.replaceChildren();
});

describe("after a thousand", { timeout: 900_000 }, () => {
  test("mounts and unmounts, nothing remains", async () => {
    const host = container(800);
    const grown = await growth(() => createTimeline(host, SMALL, { hash: true }).destroy());
    expect(grown.nodes).toBeLessThanOrEqual(0);
    expect(grown.listeners).toBeLessThanOrEqual(0);
    expect(grown.heap).toBeLessThanOrEqual(HEAP);
  });

  test("updates, nothing has accumulated", async () => {
    timeline = createTimeline(container(800), SMALL);
    const shown = timeline;
    const grown = await growth((i) => shown.update({ options: { theme: i % 2 ? "dark" : "light" } }));
    expect(grown.nodes).toBeLessThanOrEqual(0);
    expect(grown.listeners).toBeLessThanOrEqual(0);
    expect(grown.heap).toBeLessThanOrEqual(HEAP);
  });

  test("zooms, nothing has accumulated", async () => {
    timeline = createTimeline(container(800), SMALL);
    const shown = timeline;
    const { start, end } = shown.view;
    const grown = await growth((i) => {
      const part = 0.1 + (i % 7) / 10;
      shown.setView({ start, end: start + (end - start) * (i % 50 === 49 ? 1 : part) });
    });
    expect(grown.nodes).toBeLessThanOrEqual(0);
    expect(grown.listeners).toBeLessThanOrEqual(0);
    expect(grown.heap).toBeLessThanOrEqual(HEAP);
  });

  test("a control: one forgotten listener a mount is found", async () => {
    const host = container(800);
    const forgotten: (() => void)[] = [];
    const grown = await growth(() => {
      const one = createTimeline(host, SMALL.slice(0, 5));
      const leak = (): unknown => one.element;
      forgotten.push(leak);
      window.addEventListener("resize", leak);
      one.destroy();
    }, 100);
    for (const leak of forgotten) window.removeEventListener("resize", leak);
    expect(grown.listeners).toBeGreaterThanOrEqual(100);
    expect(grown.nodes).toBeGreaterThan(1000);
  });
});

describe("in a page", () => {
  test("every frame, timer and observer is cancelled by destroy()", async () => {
    const host = container(800);
    const asked = vi.spyOn(window, "requestAnimationFrame");
    const timers = vi.spyOn(window, "setTimeout");
    const cleared = vi.spyOn(window, "clearTimeout");
    timeline = createTimeline(host, kursk, { steps: [{ view: "all" }, { event: "museum" }] });
    timeline.showStep(1);
    (timeline.element.querySelector('[data-action="later"]') as HTMLElement).click();
    timeline.destroy();
    const open = timers.mock.results
      .map((result) => result.value)
      .filter((id) => !cleared.mock.calls.some(([one]) => one === id));
    expect(asked).toHaveBeenCalled();
    expect(open.filter((id) => typeof id === "number")).toEqual([]);
    const paintings = host.childNodes.length;
    await frames(3);
    expect(host.childNodes.length).toBe(paintings);
    for (const spy of [asked, timers, cleared]) spy.mockRestore();
  });

  test("a second mount in a container replaces the first, and both can be destroyed twice", () => {
    const host = container(800);
    const first = createTimeline(host, kursk);
    const second = createTimeline(host, kursk);
    expect(host.querySelectorAll("figure.datelines")).toHaveLength(1);
    for (const one of [first, second, first, second]) one.destroy();
    expect(host.childNodes).toHaveLength(0);
  });

  test("every method may be called after destroy()", () => {
    const host = container(800);
    const one = createTimeline(host, kursk, { steps: [{ event: "museum" }] });
    one.destroy();
    expect(() => {
      one.update({ document: [], options: { theme: "dark", filter: { text: "a" } } });
      one.setView({ start: 0, end: 1 });
      one.fit();
      one.select("museum");
      one.select(null);
      one.showStep(0);
      one.on("select", () => undefined)();
      void one.view;
      one.destroy();
    }).not.toThrow();
    expect(host.childNodes).toHaveLength(0);
  });

  test("a timeline that is moved in the page stays live", async () => {
    timeline = createTimeline(container(800), kursk);
    const other = document.createElement("div");
    document.body.append(other);
    other.append(timeline.element);
    (timeline.element.querySelector('[data-action="zoom-in"]') as HTMLElement).click();
    timeline.select("museum");
    expect(timeline.element.querySelector<HTMLElement>(".dl-details")?.hidden).toBe(false);
  });

  test("two copies of the library hydrate two figures of one page", async () => {
    const host = container(800);
    serve(host, renderToHtml(kursk, { idPrefix: "one" }) + renderToHtml(kursk, { idPrefix: "two" }));
    const [a, b] = [...host.querySelectorAll("figure.datelines")] as [Element, Element];
    const first = hydrateTimeline(a, undefined, { idPrefix: "one" });
    const again = hydrateTimeline(a, undefined, { idPrefix: "one" });
    const second = hydrateTimeline(b, undefined, { idPrefix: "two" });
    second.select("museum");
    expect(first.view.selected).toBeNull();
    for (const one of [first, again, second]) one.destroy();
  });
});

describe("resizing", () => {
  test("causes at most one layout a frame, and no loop of observers", async () => {
    const errors: string[] = [];
    const onError = (event: ErrorEvent): void => {
      errors.push(event.message);
    };
    window.addEventListener("error", onError);
    const host = container(1000);
    timeline = createTimeline(host, kursk);
    await document.fonts.ready;
    await frames();
    const svg = timeline.element.querySelector(".dl-figure") as SVGSVGElement;
    let written = 0;
    const observer = new MutationObserver((records) => {
      written += records.filter((record) => record.attributeName === "viewBox").length;
    });
    observer.observe(svg, { attributes: true });
    let shown = 0;
    for (let width = 1000; width > 600; width -= 25) {
      host.style.width = `${width}px`;
      shown++;
      await frames(1);
    }
    await frames(2);
    expect(svg.getBoundingClientRect().width).toBe(625);
    expect(written).toBeLessThanOrEqual(shown);
    host.style.display = "none";
    await frames(2);
    host.style.display = "";
    host.style.width = "0";
    await frames(2);
    host.style.width = "400px";
    await frames(3);
    expect(timeline.element.dataset["orientation"]).toBe("vertical");
    observer.disconnect();
    window.removeEventListener("error", onError);
    expect(errors).toEqual([]);
  });
});
