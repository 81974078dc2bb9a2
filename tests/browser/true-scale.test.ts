/** Readers draw bent time at true scale, and back. */
import { afterEach, describe, expect, test } from "vitest";
import type { Timeline } from "../../src/index.js";
import { live, part } from "./live.js";
import { session } from "./pointer.js";
import { frames } from "./support.js";

afterEach(async () => {
  await session().send("Emulation.setEmulatedMedia", { features: [] });
});

/** Two hours of many events among years of few. */
const burst = [
  ...Array.from({ length: 40 }, (_, i) => ({ title: `Minute ${i}`, date: `1963-11-22T12:${String(10 + i)}` })),
  ...Array.from({ length: 12 }, (_, i) => ({ title: `Year ${i}`, date: String(1964 + i) })),
];

const press = (timeline: Timeline): void => part<HTMLElement>(timeline, "[data-action='true-scale']").click();
const isBent = (timeline: Timeline): boolean => timeline.element.querySelector(".dl-true-scale") !== null;
const atRest = (timeline: Timeline): boolean => timeline.element.querySelector(".dl-label") !== null;

const picture = (timeline: Timeline): string =>
  part(timeline, ".dl-figure").outerHTML.replace(/ tabindex="[-0-9]+"/g, "");

/** Outlines of the events in each frame until the picture is at rest. */
async function outlines(timeline: Timeline): Promise<Set<string>> {
  const seen = new Set<string>();
  let handle = 0;
  const observe = (): void => {
    if (!atRest(timeline))
      seen.add(
        [...timeline.element.querySelectorAll(".dl-gliding path")].map((path) => path.getAttribute("d")).join(" "),
      );
    handle = requestAnimationFrame(observe);
  };
  handle = requestAnimationFrame(observe);
  press(timeline);
  await expect.poll(() => seen.size > 0 && atRest(timeline)).toBe(true);
  cancelAnimationFrame(handle);
  return seen;
}

describe("the button below a bent axis", () => {
  test("draws all at true scale, and bends time again", async () => {
    const timeline = await live(burst, { scale: "segmented" });
    const bent = picture(timeline);
    expect(isBent(timeline)).toBe(true);
    expect(part(timeline, "[data-action='true-scale']").textContent).toBe("Draw all at true scale");
    await outlines(timeline);
    expect(isBent(timeline)).toBe(false);
    expect(part(timeline, "[data-action='true-scale']").textContent).toBe("Give each event room");
    const proportional = picture(timeline);
    await outlines(timeline);
    expect(picture(timeline) === bent).toBe(true);
    expect(proportional === picture(await live(burst, { scale: "time" }))).toBe(true);
  });

  test("moves the events frame by frame while the labels are away", async () => {
    const timeline = await live(burst, { scale: "segmented" });
    expect((await outlines(timeline)).size).toBeGreaterThan(3);
  });

  test("changes the picture at once where the reader wants less motion", async () => {
    await session().send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value: "reduce" }],
    });
    const timeline = await live(burst, { scale: "segmented" });
    press(timeline);
    expect(isBent(timeline)).toBe(false);
    expect(atRest(timeline)).toBe(true);
  });

  test("keeps the focus", async () => {
    const timeline = await live(burst, { scale: "segmented" });
    part<HTMLElement>(timeline, "[data-action='true-scale']").focus();
    await outlines(timeline);
    expect(document.activeElement?.getAttribute("data-action")).toBe("true-scale");
  });

  test("is absent where time is not skewed", async () => {
    const timeline = await live(burst.slice(40));
    expect(timeline.element.querySelector("[data-action='true-scale']")).toBeNull();
  });
});

describe("the key T", () => {
  test("changes the scale at once while a mark has the focus, which stays", async () => {
    const timeline = await live(burst, { scale: "segmented" });
    const mark = part<HTMLElement>(timeline, "a.dl-mark[tabindex='0']");
    mark.focus();
    mark.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
    await frames();
    expect(isBent(timeline)).toBe(false);
    expect(part(timeline, ".dl-figure").contains(document.activeElement)).toBe(true);
  });
});

test("a view that the reader moves during the glide is drawn as it is without one", async () => {
  const timeline = await live(burst, { scale: "segmented" });
  press(timeline);
  await frames(2);
  const { start, end } = timeline.view;
  const view = { start: start + 0.2 * (end - start), end: start + 0.6 * (end - start) };
  timeline.setView(view);
  const proportional = await live(burst, { scale: "time" });
  proportional.setView(view);
  expect(picture(timeline)).toBe(picture(proportional));
});
