/** The buttons that zoom and pan. */
import { describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { scheme } from "./schemes.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();

/** Titles whose marks begin in what is seen of the plot. */
const seen = (timeline: Timeline): string[] => {
  const plot = part(timeline, ".dl-plot").getBoundingClientRect();
  return [...timeline.element.querySelectorAll(".dl-event")]
    .filter((event) => {
      const { left, top } = (event.querySelector(".dl-mark") as Element).getBoundingClientRect();
      return left >= plot.left - 20 && left < plot.right && top > -20 && top < window.innerHeight;
    })
    .map((event) => event.getAttribute("data-event") ?? "");
};

describe("the button that zooms in", () => {
  test.each([
    ["across the page", 1000],
    ["down the page", 360],
  ])("keeps an event in sight at each step, %s", async (_, width) => {
    const timeline = await live(kursk, {}, width);
    part(timeline, ".dl-figure").scrollIntoView();
    for (let i = 0; i < 8; i++) {
      part(timeline, '[data-action="zoom-in"]').click();
      await frames();
      expect(seen(timeline), `step ${i + 1}`).not.toEqual([]);
    }
  });

  test("a control: a zoom into a stretch without events shows none", async () => {
    const timeline = await live(kursk, {}, 1000);
    const { start, end } = timeline.view;
    const half = (end - start) / 2 / 1.6 ** 8;
    // The end of March 2025.
    const centre = start + (end - start) * 0.57;
    timeline.setView({ start: centre - half, end: centre + half });
    await frames();
    expect(seen(timeline)).toEqual([]);
  });
});

describe("a button with nothing to do", () => {
  const MOVES = ["zoom-in", "zoom-out", "fit", "earlier", "later"];
  const button = (timeline: Timeline, action: string): HTMLElement => part(timeline, `[data-action="${action}"]`);
  const idle = (timeline: Timeline): string[] =>
    MOVES.filter((action) => button(timeline, action).getAttribute("aria-disabled") === "true");

  test.each([
    ["across the page", 1000],
    ["down the page", 360],
  ])("says so: at all of time, at either end, and at the closest zoom, %s", async (_, width) => {
    const timeline = await live(kursk, {}, width);
    expect(idle(timeline)).toEqual(["zoom-out", "fit", "earlier", "later"]);
    button(timeline, "zoom-in").click();
    expect(idle(timeline)).toEqual([]);
    for (const [action, stuck] of [
      ["earlier", ["earlier"]],
      ["later", ["later"]],
      ["zoom-in", ["zoom-in"]],
    ] as const) {
      let before: Timeline["view"] | undefined;
      while (JSON.stringify(before) !== JSON.stringify(timeline.view)) {
        before = timeline.view;
        button(timeline, action).click();
      }
      // At the last moments of all, a closer look has nothing later either.
      expect(idle(timeline)).toEqual(expect.arrayContaining([...stuck]));
    }
  });

  test("keeps its place, can be reached by keys, and keeps the focus when it is pressed", async () => {
    const timeline = await live(kursk);
    const toolbar = part(timeline, ".dl-toolbar");
    const boxes = (): string => JSON.stringify([...toolbar.querySelectorAll("button")].map((one) => one.offsetLeft));
    const before = boxes();
    button(timeline, "zoom-out").focus();
    await press("ArrowLeft");
    for (const action of ["zoom-out", "fit"]) {
      button(timeline, "zoom-in").focus();
      await press(action === "fit" ? "ArrowRight" : "ArrowLeft");
      expect(focused()).toBe(button(timeline, action));
      const { view } = timeline;
      await press("Enter", " ");
      await frames();
      expect(timeline.view).toEqual(view);
      expect(focused()).toBe(button(timeline, action));
    }
    button(timeline, "zoom-in").focus();
    await press("Enter", "ArrowLeft", "Enter");
    expect(idle(timeline)).toContain("zoom-out");
    await frames();
    expect(focused()).toBe(button(timeline, "zoom-out"));
    expect(boxes()).toBe(before);
  });

  test("looks paler than the others in every scheme", async () => {
    const timeline = await live(kursk);
    const [alive, dead] = ["zoom-in", "fit"].map((action) => button(timeline, action)) as [HTMLElement, HTMLElement];
    for (const name of ["light", "dark"] as const) {
      await scheme(name);
      const [strong, pale] = [alive, dead].map((one) => Number(/ ([\d.]+)\)$/.exec(getComputedStyle(one).color)?.[1]));
      expect([strong, pale], name).toEqual([0.72, 0.3]);
    }
    await scheme("");
  });
});
