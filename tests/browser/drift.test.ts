/** A drag moves what is laid out: counted are layouts, and what is left of it at rest. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { HorizontalFigure } from "../../src/layout/horizontal.js";
import type { Timeline } from "../../src/index.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { session } from "./pointer.js";
import { frames } from "./support.js";

const CASES = [
  ["dense", dense().document],
  ["kursk", kurskHorizontal().document],
] as const;

afterEach(() => void vi.restoreAllMocks());

const mouse = (type: string, x: number): Promise<unknown> => {
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const at = { x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + 60 * scale };
  return session().send("Input.dispatchMouseEvent", { type, ...at, button: "left", buttons: 1, clickCount: 1 });
};

async function middle(data: unknown): Promise<Timeline> {
  const timeline = await live(data);
  const { start, end } = timeline.view;
  timeline.setView({ start: start + (end - start) * 0.4, end: start + (end - start) * 0.6 });
  await frames();
  part(timeline, ".dl-figure").scrollIntoView();
  return timeline;
}

/** The picture as it is written, without where the tab stop is. */
const picture = (timeline: Timeline): string =>
  part(timeline, ".dl-figure").outerHTML.replace(/ tabindex="[-0-9]+"/g, "");

describe("a drag", () => {
  test.each(CASES)("of %s is laid out once, and then only moved until the overscan is used up", async (_, data) => {
    const timeline = await middle(data);
    const layouts = vi.spyOn(HorizontalFigure.prototype, "frame");
    await mouse("mousePressed", 600);
    await mouse("mouseMoved", 590);
    await frames();
    expect(layouts).toHaveBeenCalledTimes(1);
    const mark = part(timeline, ".dl-event");
    for (let x = 570; x >= 490; x -= 20) {
      const [before, view] = [mark.getBoundingClientRect().left, timeline.view.start];
      await mouse("mouseMoved", x);
      await frames();
      expect(timeline.view.start).toBeGreaterThan(view);
      expect(mark.getBoundingClientRect().left).toBeCloseTo(before - 20, 0);
    }
    expect(layouts).toHaveBeenCalledTimes(1);
    // More than a quarter of the window: it has come to the end of what was laid out.
    await mouse("mouseMoved", 200);
    await frames();
    expect(layouts).toHaveBeenCalledTimes(2);
    await mouse("mouseReleased", 200);
  });

  test.each(CASES)("of %s leaves the picture that the same view has without one", async (_, data) => {
    const timeline = await middle(data);
    const atRest = Number(part(timeline, ".dl-plot").getAttribute("width"));
    await mouse("mousePressed", 600);
    for (const x of [590, 560, 520]) {
      await mouse("mouseMoved", x);
      await frames();
    }
    // What was laid out beyond the window ends with it.
    expect(Number(part(timeline, ".dl-plot").getAttribute("width"))).toBeLessThan(atRest - 14);
    // The control: while it is moved it is another picture.
    expect(timeline.element.querySelector(".dl-plot > [transform]")).not.toBe(null);
    await mouse("mouseReleased", 520);
    await expect.poll(() => timeline.element.querySelector(".dl-plot > [transform]")).toBe(null);
    const fresh = await live(data);
    fresh.setView(timeline.view);
    expect(picture(timeline)).toBe(picture(fresh));
  });

  test("is laid out before a key asks what is where", async () => {
    const timeline = await middle(CASES[0][1]);
    await mouse("mousePressed", 600);
    await mouse("mouseMoved", 590);
    await frames();
    await mouse("mouseMoved", 560);
    await frames();
    expect(timeline.element.querySelector(".dl-plot > [transform]")).not.toBe(null);
    part<HTMLElement>(timeline, ".dl-figure").dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true }));
    expect(timeline.element.querySelector(".dl-plot > [transform]")).toBe(null);
    await mouse("mouseReleased", 560);
  });
});
