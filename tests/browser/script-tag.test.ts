/** The one-file build as a page uses it: a script tag and a global. `npm test` builds it first. */
import { afterEach, expect, test } from "vitest";
import { drag, swipe, wheel, withTouch } from "./pointer.js";
import { container } from "./support.js";

interface Timeline {
  readonly view: { readonly start: number; readonly end: number };
  destroy(): void;
}

interface Global {
  datelines?: { createTimeline(container: Element, document: unknown): Timeline };
}

afterEach(() => {
  document.body.replaceChildren();
});

test("a script tag defines the global datelines and nothing else, and a timeline shows", async () => {
  const before = new Set(Object.keys(globalThis));
  const script = document.createElement("script");
  script.src = "/dist/datelines.min.js";
  document.head.append(script);
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  });
  expect(Object.keys(globalThis).filter((name) => !before.has(name))).toEqual(["datelines"]);
  const host = container(600);
  const timeline = (globalThis as Global).datelines?.createTimeline(host, [{ title: "A", date: "1848" }]);
  expect(host.querySelectorAll(".dl-event")).toHaveLength(1);
  timeline?.destroy();
});

test("the bundled d3-zoom zooms by wheel, pans by drag and throws nothing", async () => {
  const errors: unknown[] = [];
  const listen = (event: ErrorEvent): void => void errors.push(event.error);
  window.addEventListener("error", listen);
  const host = container(600);
  const events = Array.from({ length: 30 }, (_, i) => ({ title: `Event ${i}`, date: String(1800 + i) }));
  const timeline = (globalThis as Global).datelines?.createTimeline(host, events) as Timeline;
  const svg = host.querySelector("svg.dl-figure") as SVGSVGElement;
  const box = svg.getBoundingClientRect();
  const at = { x: box.left + 300, y: box.top + 8 };
  const length = (): number => timeline.view.end - timeline.view.start;
  const whole = length();
  await wheel(at, -300, true);
  await expect.poll(length).toBeLessThan(0.9 * whole);
  const [part, { start }] = [length(), timeline.view];
  await drag(at, { x: at.x - 80, y: at.y });
  await expect.poll(() => timeline.view.start).toBeGreaterThan(start);
  expect(length() / part).toBeCloseTo(1, 2);
  window.removeEventListener("error", listen);
  expect(errors).toEqual([]);
  timeline.destroy();
});

test("the bundled d3-zoom zooms by two fingers", async () => {
  await withTouch(async () => {
    const host = container(600);
    const events = Array.from({ length: 30 }, (_, i) => ({ title: `Event ${i}`, date: String(1800 + i) }));
    const timeline = (globalThis as Global).datelines?.createTimeline(host, events) as Timeline;
    const { left, top } = (host.querySelector("svg.dl-figure") as SVGSVGElement).getBoundingClientRect();
    const length = (): number => timeline.view.end - timeline.view.start;
    const whole = length();
    const y = top + 8;
    const finger = (from: number, to: number) =>
      [
        { x: left + from, y },
        { x: left + to, y },
      ] as const;
    await swipe([finger(280, 100), finger(320, 500)]);
    await expect.poll(length).toBeLessThan(0.6 * whole);
    timeline.destroy();
  });
});
