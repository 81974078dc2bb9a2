/** "name all 40" under the count of a lane: a button that lets the lane grow until all its ranges have names. */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { live, part } from "./live.js";
import { frames } from "./support.js";

const day = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const ranges = ["one", "two"].flatMap((lane) =>
  Array.from({ length: 40 }, (_, i) => ({
    title: `Range ${i} of ${lane}`,
    date: `${day(i * 60)}/${day(6000 + i * 90)}`,
    lane,
  })),
);

const named = (element: Element, lane: string): string[] =>
  [...element.querySelectorAll(".dl-figure .dl-title")]
    .map((title) => title.textContent ?? "")
    .filter((title) => title.includes(`of ${lane}`))
    .sort();

test("a click names all ranges of a lane and makes the figure higher, and another click takes that back", async () => {
  const timeline = await live(ranges, { height: 500 });
  const before = named(timeline.element, "one");
  const { height } = part(timeline, ".dl-figure").getBoundingClientRect();
  const button = (): Element => part(timeline, '.dl-name-all[data-lane="0"]');
  expect(button().getAttribute("aria-label")).toBe("one, name all 40");
  await userEvent.click(button());
  await frames();
  expect(named(timeline.element, "one")).toHaveLength(40);
  expect(named(timeline.element, "two").length).toBeLessThan(40);
  expect(part(timeline, ".dl-figure").getBoundingClientRect().height).toBeGreaterThan(height + 200);
  expect(button().getAttribute("aria-label")).toBe("one, name fewer");
  await userEvent.click(button());
  await frames();
  expect(named(timeline.element, "one")).toEqual(before);
  expect(part(timeline, ".dl-figure").getBoundingClientRect().height).toBeCloseTo(height, 0);
});

test("ranges that had names keep their rows", async () => {
  const timeline = await live(ranges, { height: 500 });
  const tops = (): Map<string, number> => {
    const top = part(timeline, ".dl-lane").getBoundingClientRect().top;
    const titles = [...timeline.element.querySelectorAll(".dl-lane:first-of-type .dl-title")];
    return new Map(titles.map((title) => [title.textContent ?? "", title.getBoundingClientRect().top - top]));
  };
  const before = tops();
  await userEvent.click(part(timeline, '.dl-name-all[data-lane="0"]'));
  await frames();
  const after = tops();
  for (const [title, y] of before) expect(after.get(title), title).toBeCloseTo(y, 0);
});

test("Enter and the space bar do what a click does", async () => {
  const timeline = await live(ranges, { height: 500 });
  for (const [key, all] of [
    ["{Enter}", true],
    [" ", false],
  ] as const) {
    part<SVGElement & HTMLElement>(timeline, '.dl-name-all[data-lane="1"]').focus();
    await userEvent.keyboard(key);
    await frames();
    expect(named(timeline.element, "two").length === 40).toBe(all);
  }
});
