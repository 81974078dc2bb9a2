/** What a reader does with a wheel, a trackpad and a double click, with real input. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { doubleClick, hover, middleOf, type Point, session, swipe, turn, withTouch } from "./pointer.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
let timeline: Timeline;
const turns: WheelEvent[] = [];
const note = (event: WheelEvent): void => void turns.push(event);
/** Whether the page was kept from each turn of the wheel. */
const kept = (): boolean[] => turns.map(({ defaultPrevented }) => defaultPrevented);

beforeEach(async () => {
  await page.viewport(1280, 800);
  turns.length = 0;
  window.addEventListener("wheel", note, true);
  timeline = await live(kursk, {}, 1280);
  const rest = document.createElement("div");
  rest.style.height = "3000px";
  document.body.append(rest);
  window.scrollTo(0, 0);
  await frames();
});

afterEach(async () => {
  window.removeEventListener("wheel", note, true);
  window.scrollTo(0, 0);
  await page.viewport(800, 600);
});

const length = (): number => timeline.view.end - timeline.view.start;
const overPicture = (): Point => ({ x: 700, y: middleOf(part(timeline, ".dl-figure")).y });
const zoomIn = async (): Promise<void> => {
  const { start } = timeline.view;
  timeline.setView({ start: start + length() * 0.4, end: start + length() * 0.6 });
  await frames();
};
/** Turns the wheel, and waits until the page has heard of it. */
async function turned(...[at, key, deltaY, deltaX]: Parameters<typeof turn>): Promise<void> {
  const before = turns.length;
  await turn(at, key, deltaY, deltaX);
  await expect.poll(() => turns.length).toBeGreaterThan(before);
  await frames();
}

describe("a reader with a wheel", () => {
  test("reads over the picture how to zoom", async () => {
    await turned(overPicture(), "none", 30);
    const hint = part(timeline, ".dl-hint").getBoundingClientRect();
    const picture = part(timeline, ".dl-figure").getBoundingClientRect();
    expect(part(timeline, ".dl-hint").textContent).toMatch(/Ctrl or ⌘/);
    expect([hint.top > Math.max(0, picture.top), hint.bottom < picture.bottom, hint.width > 0]).toEqual([
      true,
      true,
      true,
    ]);
    expect(hint.bottom).toBeLessThan(window.innerHeight);
  });

  test("does not zoom the page where the figure is whole, nor at its closest", async () => {
    await turned(overPicture(), "ctrl", 120);
    const { start } = timeline.view;
    timeline.setView({ start, end: start });
    await frames();
    const closest = length();
    await turned(overPicture(), "ctrl", -120);
    await turned(overPicture(), "meta", -120);
    expect([length(), kept()]).toEqual([closest, [true, true, true]]);
  });

  test("moves as far with ⌘ as with Ctrl", async () => {
    const after: number[] = [];
    for (const key of ["ctrl", "meta"] as const) {
      timeline.fit();
      await frames();
      await turned(overPicture(), key, -10);
      await expect.poll(length).toBeLessThan(4.5e10);
      after.push(length());
    }
    expect(after[0]).toBe(after[1]);
  });

  test.each<[string, "none" | "shift", number, number]>([
    ["a sideways movement of the trackpad", "none", 0, 100],
    ["Shift and the wheel", "shift", 100, 0],
  ])("sees later time in a zoomed figure by %s, and the page stays", async (_, key, deltaY, deltaX) => {
    await zoomIn();
    const before = timeline.view;
    await turned(overPicture(), key, deltaY, deltaX);
    expect(timeline.view.start).toBeGreaterThan(before.start);
    expect(Math.abs(length() / (before.end - before.start) - 1)).toBeLessThan(1e-6);
    expect([kept(), window.scrollX, window.scrollY]).toEqual([[true], 0, 0]);
  });

  test("moves the page sideways while the whole figure is in view", async () => {
    await turned(overPicture(), "none", 0, 100);
    expect(kept()).toEqual([false]);
  });
});

describe("a reader with a mouse", () => {
  const cursorAt = async (at: Point): Promise<string> => {
    await hover(at);
    await frames();
    return getComputedStyle(document.elementFromPoint(at.x, at.y) as Element).cursor;
  };
  const empty = (): Point => ({ x: middleOf(part(timeline, ".dl-figure")).x, y: overPicture().y });

  test("sees by the cursor that marks and labels can be pressed, and a zoomed figure dragged", async () => {
    const mark = middleOf(part(timeline, '[data-event="prisoners"] a.dl-mark'));
    const title = middleOf(part(timeline, '[data-event="prisoners"] .dl-title'));
    const axis = middleOf(part(timeline, ".dl-axis text"));
    expect([await cursorAt(mark), await cursorAt(title), await cursorAt(axis)]).toEqual(["pointer", "pointer", "auto"]);
    await zoomIn();
    const at = { ...empty(), y: part(timeline, ".dl-axis line").getBoundingClientRect().top + 6 };
    expect(await cursorAt(at)).toBe("grab");
    const press = { button: "left", buttons: 1, clickCount: 1 } as const;
    await session().send("Input.dispatchMouseEvent", { type: "mousePressed", ...at, ...press });
    expect(part(timeline, ".dl-figure").style.cursor).toBe("grabbing");
    await session().send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at, ...press });
    expect(part(timeline, ".dl-figure").style.cursor).toBe("grab");
  });

  test("opens an event by a double click on its label, and zooms by one on empty time", async () => {
    const whole = length();
    await doubleClick(middleOf(part(timeline, '[data-event="prisoners"] .dl-title')));
    expect([timeline.view.selected, length()]).toEqual(["prisoners", whole]);
    timeline.select(null);
    await frames();
    await doubleClick({ x: 700, y: part(timeline, ".dl-axis line").getBoundingClientRect().top + 6 });
    await expect.poll(length).toBeLessThan(whole * 0.9);
    expect(timeline.view.selected).toBe(null);
  });
});

describe("a reader with a finger on the overview", () => {
  beforeEach(zoomIn);

  test("scrolls the page by a swipe upwards, and nothing else changes", async () => {
    await withTouch(async () => {
      const before = timeline.view;
      const strip = part(timeline, ".dl-strip").getBoundingClientRect();
      const from = { x: strip.left + strip.width * 0.1, y: strip.top + strip.height / 2 };
      await swipe([[from, { x: from.x, y: from.y - 200 }]]);
      await expect.poll(() => window.scrollY).toBeGreaterThan(20);
      await frames();
      expect(timeline.view).toEqual(before);
    });
  });

  test("moves the window of the overview by a swipe sideways, and to where it taps", async () => {
    await withTouch(async () => {
      const before = timeline.view;
      const strip = part(timeline, ".dl-strip").getBoundingClientRect();
      const at = { x: strip.right - 20, y: strip.top + strip.height / 2 };
      await swipe([[at, at]], 1);
      await expect.poll(() => timeline.view.start).toBeGreaterThan(before.start);
      const tapped = timeline.view;
      await swipe([[at, { x: at.x - 300, y: at.y }]]);
      await expect.poll(() => timeline.view.start).toBeLessThan(tapped.start);
    });
  });
});
