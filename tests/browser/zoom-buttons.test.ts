/** The buttons that magnify. */
import { describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
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

describe("the button that magnifies", () => {
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

  test("a control: to magnify the middle loses all of them", async () => {
    const timeline = await live(kursk, {}, 1000);
    const { start, end } = timeline.view;
    const half = (end - start) / 2 / 1.6 ** 8;
    timeline.setView({ start: (start + end) / 2 - half, end: (start + end) / 2 + half });
    await frames();
    expect(seen(timeline)).toEqual([]);
  });
});
