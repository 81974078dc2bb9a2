/** A gesture causes one layout of the figure and one reflow of the page for each frame, counted by the browser. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Announcer } from "../../src/dom/panels/announcer.js";
import type { Timeline, TimelineOptions } from "../../src/index.js";
import { CompactFigure } from "../../src/layout/compact/compact-figure.js";
import { HorizontalFigure } from "../../src/layout/horizontal/horizontal-figure.js";
import { VerticalFigure } from "../../src/layout/vertical/vertical-figure.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { type Point, session, wheel } from "./pointer.js";
import { frames } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const kursk = kurskHorizontal().document;
const CASES: Readonly<Record<string, readonly [data: DocumentInput, options: TimelineOptions]>> = {
  dense: [dense().document, {}],
  "kursk with its details": [kursk, { selected: "prisoners" }],
  "time that runs to the left": [kursk, { axisDirection: "rtl" }],
  "time that runs down": [kursk, { orientation: "vertical", height: 700 }],
  "a compact strip": [kursk, { height: 160 }],
};
const STEPS = 12;

beforeEach(async () => {
  await session().send("Performance.enable");
  // The live region is written in a frame of its own, once the view rests.
  vi.spyOn(Announcer.prototype, "say").mockImplementation(() => undefined);
});

afterEach(() => void vi.restoreAllMocks());

/** Number of reflows of the page. */
async function reflows(): Promise<number> {
  const { metrics } = (await session().send("Performance.getMetrics")) as {
    metrics: readonly { name: string; value: number }[];
  };
  return metrics.find(({ name }) => name === "LayoutCount")?.value ?? Number.NaN;
}

async function open(name: string): Promise<Timeline> {
  const [data, options] = CASES[name] as (typeof CASES)[string];
  const timeline = await live(data, options);
  timeline.fit();
  const { start, end } = timeline.view;
  timeline.setView({ start: start + (end - start) * 0.4, end: start + (end - start) * 0.6 });
  part(timeline, ".dl-figure").scrollIntoView();
  // The details appear in an animation, whose end is a reflow of its own.
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  await frames();
  return timeline;
}

interface Counted {
  /** Frames in which the figure was laid out or translated. */
  readonly drawn: number;
  readonly reflows: number;
}

/** Counts from rest to rest: a notch of the wheel goes on for some frames. */
async function counted(run: () => Promise<void>): Promise<Counted> {
  const spies = [HorizontalFigure, VerticalFigure, CompactFigure].flatMap(({ prototype }) => [
    vi.spyOn(prototype, "layout"),
    vi.spyOn(prototype, "translate"),
  ]);
  const drawn = (): number => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const before = await reflows();
  await run();
  for (let last = -1; last !== drawn(); await frames(4)) last = drawn();
  return { drawn: drawn(), reflows: (await reflows()) - before };
}

/** In the upper left corner of the figure, where there is nothing to point at. */
const corner = (timeline: Timeline): Point => {
  const { left, top } = part(timeline, ".dl-figure").getBoundingClientRect();
  return { x: left + 300, y: top + 2 };
};

async function dragged(timeline: Timeline): Promise<Counted> {
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const { x, y } = corner(timeline);
  const mouse = async (type: string, by: number): Promise<void> => {
    const at = { x: (frame?.left ?? 0) + (x + by) * scale, y: (frame?.top ?? 0) + (y + by) * scale };
    await session().send("Input.dispatchMouseEvent", { type, ...at, button: "left", buttons: 1, clickCount: 1 });
    await frames();
  };
  await mouse("mousePressed", 0);
  await mouse("mouseMoved", 4);
  const result = await counted(async () => {
    for (let i = 1; i <= STEPS; i++) await mouse("mouseMoved", 4 + i * 8);
  });
  await mouse("mouseReleased", 4 + STEPS * 8);
  return result;
}

const zoomed = (timeline: Timeline): Promise<Counted> =>
  counted(async () => {
    for (let i = 1; i <= STEPS; i++) {
      await wheel(corner(timeline), i <= STEPS / 2 ? -40 : 40, true);
      await frames();
    }
  });

describe("the page reflows at most once a frame", () => {
  test.each(Object.keys(CASES))("while %s is dragged", async (name) => {
    const { drawn, reflows: found } = await dragged(await open(name));
    expect(drawn).toBeGreaterThanOrEqual(STEPS);
    expect(found).toBeLessThanOrEqual(drawn);
  });

  test.each(Object.keys(CASES))("while %s is zoomed", async (name) => {
    const { drawn, reflows: found } = await zoomed(await open(name));
    expect(drawn).toBeGreaterThanOrEqual(STEPS);
    expect(found).toBeLessThanOrEqual(drawn);
  });

  test("a control: a read of the layout after a write is found", async () => {
    const timeline = await open("dense");
    const host = timeline.element.parentElement as HTMLElement;
    timeline.on("viewchange", () => {
      host.style.paddingTop = host.style.paddingTop === "1px" ? "0" : "1px";
      void host.offsetHeight;
    });
    const { drawn, reflows: found } = await zoomed(timeline);
    expect(found).toBeGreaterThan(drawn);
  });
});

test("ten turns of the wheel in one frame cause one layout of a figure of any kind", async () => {
  for (const [name, { prototype }] of [
    ["dense", HorizontalFigure],
    ["time that runs down", VerticalFigure],
    ["a compact strip", CompactFigure],
  ] as const) {
    const timeline = await open(name);
    const layouts = vi.spyOn(prototype, "layout");
    const { x, y } = corner(timeline);
    const { start } = timeline.view;
    const turn = { clientX: x, clientY: y, deltaY: -10, ctrlKey: true, bubbles: true, cancelable: true };
    for (let i = 0; i < 10; i++) part(timeline, ".dl-figure").dispatchEvent(new WheelEvent("wheel", turn));
    await frames();
    expect(timeline.view.start, name).not.toBe(start);
    expect(layouts, name).toHaveBeenCalledTimes(1);
  }
});
