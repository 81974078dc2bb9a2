/** The axis above tall lanes stays in view while the reader scrolls down them, and pans with the picture. */
import { expect, test } from "vitest";
import { live, part } from "./live.js";
import { frames } from "./support.js";

const day = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const rows = (count: number) =>
  Array.from({ length: count * 6 }, (_, i) => ({ title: `Event ${i}`, date: day(i * 99), lane: `Lane ${i % count}` }));

/** Words of an axis with their x, in px. */
const wordsOf = (axis: Element | null | undefined): [string | null, number][] =>
  [...(axis?.querySelectorAll("text") ?? [])].map((text) => [
    text.textContent,
    Math.round(text.getBoundingClientRect().x),
  ]);

test("the axis over lanes of one row stands where the picture draws it, until the page scrolls", async () => {
  const timeline = await live(rows(20));
  const sticky = part(timeline, ".dl-sticky-axis .dl-axis");
  const own = part(timeline, ".dl-figure .dl-axis:not(:empty)");
  expect(wordsOf(sticky).length).toBeGreaterThan(2);
  expect(wordsOf(sticky)).toEqual(wordsOf(own));
  expect(sticky.getBoundingClientRect().y).toBeCloseTo(own.getBoundingClientRect().y, 0);
});

test("the axis stays in view while the reader scrolls down the lanes, and leaves with them", async () => {
  const timeline = await live(rows(40));
  const room = document.createElement("div");
  room.style.height = "3000px";
  document.body.append(room);
  const sticky = part(timeline, ".dl-sticky-axis");
  const view = part(timeline, ".dl-view");
  window.scrollTo(0, view.getBoundingClientRect().y + window.scrollY + 300);
  expect(sticky.getBoundingClientRect().y).toBeCloseTo(0, 0);
  window.scrollBy(0, view.getBoundingClientRect().bottom + 60);
  expect(sticky.getBoundingClientRect().y).toBeLessThan(0);
});

test("the axis that stays pans with the picture", async () => {
  const timeline = await live(rows(20));
  const { start, end } = timeline.view;
  const length = end - start;
  timeline.setView({ start: start + 0.2 * length, end: start + 0.6 * length });
  await frames();
  const sticky = part(timeline, ".dl-sticky-axis .dl-axis");
  expect(wordsOf(sticky)).toEqual(wordsOf(part(timeline, ".dl-figure .dl-axis:not(:empty)")));
});

test("a low figure has no axis that stays", async () => {
  const timeline = await live(rows(2), { height: 400 });
  expect(timeline.element.querySelector(".dl-sticky-axis")).toBeNull();
});

/** An hour of many events among years of few. */
const burst = [
  ...Array.from({ length: 40 }, (_, i) => ({ title: `Minute ${i}`, date: `1963-11-22T12:${String(10 + i)}` })),
  ...Array.from({ length: 12 }, (_, i) => ({ title: `Year ${i}`, date: String(1964 + i) })),
];

test("the bar of true scale over a column of skewed time stays in view, and shows which part is", async () => {
  const timeline = await live(burst, { scale: "segmented" }, 360);
  const sticky = part(timeline, ".dl-sticky-axis .dl-true-scale");
  const own = part(timeline, ".dl-figure .dl-true-scale");
  expect(wordsOf(sticky)).toEqual(wordsOf(own));
  const room = document.createElement("div");
  room.style.height = "3000px";
  document.body.append(room);
  window.scrollTo(0, part(timeline, ".dl-view").getBoundingClientRect().y + window.scrollY + 300);
  expect(part(timeline, ".dl-sticky-axis").getBoundingClientRect().y).toBeCloseTo(0, 0);
  const bracket = '.dl-sticky-axis .dl-true-scale path[stroke="currentColor"][stroke-width="1.5"]';
  expect(timeline.element.querySelector(bracket)).toBeNull();
  const { start, end } = timeline.view;
  timeline.setView({ start: start + 0.2 * (end - start), end: start + 0.6 * (end - start) });
  await frames();
  expect(timeline.element.querySelector(bracket)).not.toBeNull();
});
