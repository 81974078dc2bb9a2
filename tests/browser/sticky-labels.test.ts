/** A label that keeps to the beginning of the window, in a page. */
import { describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { rangesAndEras } from "../../stories/gallery/ranges.js";
import { live, part } from "./live.js";
import { click, drag, middleOf } from "./pointer.js";
import { frames, labelTexts, overlaps } from "./support.js";

const { document: bridges } = rangesAndEras();

/** Shows a part of all time that begins at a share of it. */
async function show(timeline: Timeline, from: number, length: number): Promise<void> {
  timeline.fit();
  const { start, end } = timeline.view;
  timeline.setView({ start: start + from * (end - start), end: start + (from + length) * (end - start) });
  await frames();
}

/** The words of a title, without the dates that may follow on a bar. */
const wordsOf = (title: Element): string => {
  const lines = [...title.querySelectorAll(":scope > tspan")];
  return lines.map((line) => line.querySelector("tspan")?.textContent ?? line.textContent).join(" ") || title.innerHTML;
};

const held = (timeline: Timeline): string[] =>
  [...timeline.element.querySelectorAll(".dl-held .dl-title")].map(wordsOf);

describe.each([
  ["across the page", 1000],
  ["down the page", 360],
])("what began before the window, %s", (_, width) => {
  test("is named in every window, and its name overlaps no other text", async () => {
    const timeline = await live(bridges, { scale: "time" }, width);
    expect(held(timeline)).toEqual([]);
    await show(timeline, 0.25, 0.2);
    expect(held(timeline)).toEqual(expect.arrayContaining(["Timber bridge", "Toll farmed out to the Lenz family"]));
    for (let i = 0; i < 10; i++) {
      await show(timeline, i * 0.085, 0.15);
      expect(overlaps(labelTexts(timeline.element)), `part ${i}`).toEqual([]);
    }
  });

  test("opens by a click on its name", async () => {
    const timeline = await live(bridges, { scale: "time" }, width);
    await show(timeline, 0.25, 0.2);
    const [name] = [...timeline.element.querySelectorAll(".dl-held .dl-title")].filter((title) =>
      title.textContent?.includes("Timber"),
    );
    name?.scrollIntoView({ block: "center" });
    await click(middleOf(name as Element));
    expect(part(timeline, ".dl-details h3").textContent).toBe("Timber bridge");
  });
});

test("a sticky label stays in place while the picture is dragged", async () => {
  const timeline = await live(bridges, {}, 1000);
  await show(timeline, 0.3, 0.2);
  const place = (): number => {
    const titles = [...timeline.element.querySelectorAll(".dl-held .dl-title")];
    return titles.find((title) => wordsOf(title) === "Timber bridge")?.getBoundingClientRect().left ?? Number.NaN;
  };
  const before = place();
  const { top } = part(timeline, ".dl-figure").getBoundingClientRect();
  const { view } = timeline;
  const from = { x: 600, y: top + 70 };
  const hand = { drags: true };
  const dragged = drag(from, { ...from, x: from.x - 100 }).then(() => {
    hand.drags = false;
  });
  const seen = new Set<number>();
  while (hand.drags) {
    seen.add(Math.round(place() - before));
    await frames(1);
  }
  await dragged;
  await frames();
  expect(timeline.view.start).toBeGreaterThan(view.start);
  expect([...seen, Math.round(place() - before)]).toEqual([0, 0]);
});
