/** Long lists in a live page: entries are made when the reader opens them, and none is lost. */
import { userEvent } from "vitest/browser";
import { describe, expect, test } from "vitest";
import { hydrateTimeline, renderToHtml, type Timeline } from "../../src/index.js";
import { live, part } from "./live.js";
import { container, frames } from "./support.js";

const DAY = 86_400_000;

/** Events with a source each, a day apart. */
const data = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: new Date(Date.UTC(1950, 0, 1) + i * DAY).toISOString().slice(0, 10),
    lane: `lane ${i % 5}`,
    sources: [{ title: `Source of event ${i}` }],
  }));

const entries = (timeline: Timeline): HTMLElement[] => [
  ...timeline.element.querySelectorAll<HTMLElement>(".dl-list > li"),
];
const chapters = (timeline: Timeline, box: string): HTMLDetailsElement[] => [
  ...timeline.element.querySelectorAll<HTMLDetailsElement>(`${box} .dl-chapter`),
];

describe("a list of more than 200 events", () => {
  test.each([1000, 10_000])("leaves a figure of %i events at 2,500 elements or fewer", async (count) => {
    const timeline = await live(data(count), { height: 500 });
    expect(timeline.element.querySelectorAll("*").length).toBeLessThanOrEqual(2500);
  });

  test("says its number of events, and has no entry while it is closed", async () => {
    const timeline = await live(data(1000));
    expect(part(timeline, ".dl-list-box > summary").textContent).toBe("All events (1000)");
    expect(entries(timeline)).toEqual([]);
    expect(chapters(timeline, ".dl-list-box")).toEqual([]);
  });

  test("opens by keys, chapter by chapter, each named by its count and its part of time", async () => {
    const timeline = await live(data(1000));
    part(timeline, ".dl-list-box > summary").focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => chapters(timeline, ".dl-list-box").length).toBe(33);
    const first = chapters(timeline, ".dl-list-box")[0] as HTMLDetailsElement;
    expect(first.textContent).toMatch(/^January 1950, 31 events: /);
    await userEvent.keyboard("{Tab}{Enter}");
    await expect.poll(() => entries(timeline).length).toBe(31);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => entries(timeline).length).toBe(0);
  });

  test("has every event once all chapters are open", async () => {
    const timeline = await live(data(1000));
    part<HTMLDetailsElement>(timeline, ".dl-list-box").open = true;
    await expect.poll(() => chapters(timeline, ".dl-list-box").length).toBe(33);
    for (const chapter of chapters(timeline, ".dl-list-box")) chapter.open = true;
    await expect.poll(() => entries(timeline).length).toBe(1000);
    expect(entries(timeline).map((entry) => entry.dataset["event"])).toEqual(data(1000).map(({ id }) => id));
  });

  test("is filled up to the entry that the page's address names", async () => {
    const timeline = await live(data(1000));
    window.location.hash = "#dl-entry-e777";
    await expect
      .poll(() => document.querySelector("#dl-entry-e777")?.getBoundingClientRect().height ?? 0)
      .toBeGreaterThan(0);
    expect(entries(timeline).length).toBeLessThanOrEqual(31);
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  });

  test("shows what a filter leaves, without chapters where that is short", async () => {
    const timeline = await live(data(1000), { filter: { text: "event 77" } });
    part<HTMLDetailsElement>(timeline, ".dl-list-box").open = true;
    await expect.poll(() => entries(timeline).length).toBe(19);
    timeline.update({ options: { filter: null } });
    expect(chapters(timeline, ".dl-list-box").length).toBe(33);
  });

  test("is complete on paper, and as before afterwards", async () => {
    const timeline = await live(data(500));
    window.dispatchEvent(new Event("beforeprint"));
    expect(entries(timeline)).toHaveLength(500);
    expect(timeline.element.querySelectorAll(".dl-sources > li")).toHaveLength(500);
    window.dispatchEvent(new Event("afterprint"));
    expect(entries(timeline)).toEqual([]);
  });

  test("stays complete in the figure of a server", async () => {
    const host = container(1000);
    host.innerHTML = renderToHtml(data(300), { width: 1000 });
    const timeline = hydrateTimeline(host);
    await frames();
    timeline.setView({ start: Date.UTC(1950, 2, 1), end: Date.UTC(1950, 5, 1) });
    expect(entries(timeline)).toHaveLength(300);
    timeline.destroy();
  });
});

describe("a bibliography of more than 200 sources", () => {
  test("has chapters named by their numbers, and a number leads to its source", async () => {
    const timeline = await live(data(1000));
    part<HTMLDetailsElement>(timeline, ".dl-sources-box").open = true;
    await expect.poll(() => chapters(timeline, ".dl-sources-box").length).toBeGreaterThan(0);
    const found = chapters(timeline, ".dl-sources-box");
    expect(found.map((chapter) => chapter.textContent).slice(0, 2)).toEqual(["1 to 50", "51 to 100"]);
    (found[1] as HTMLDetailsElement).open = true;
    await expect.poll(() => timeline.element.querySelectorAll(".dl-sources > li").length).toBe(50);
    expect(part<HTMLLIElement>(timeline, ".dl-sources > li").value).toBe(51);
  });

  test("is filled up to the source that the page's address names", async () => {
    const timeline = await live(data(300));
    window.location.hash = "#dl-source-299";
    await expect.poll(() => timeline.element.querySelectorAll(".dl-sources > li").length).toBe(50);
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  });
});
