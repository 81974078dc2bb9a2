/** Finding and filtering: view and rows stay, the legend is a filter, and code can set a filter too. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { click, middleOf } from "./pointer.js";
import { animated, overlaps } from "./support.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";

const { document: kursk } = kurskHorizontal();
const { lanes } = kursk as unknown as { lanes: { id: string; title: string }[] };

const marks = (timeline: Timeline): number => timeline.element.querySelectorAll(".dl-event").length;
const listed = (timeline: Timeline): number => timeline.element.querySelectorAll(".dl-list > li:not([hidden])").length;
const openFind = (timeline: Timeline): void => part(timeline, '[data-action="find"]').click();
/** Opens find with the fields beside that of words. */
const openFields = (timeline: Timeline): void => {
  openFind(timeline);
  part<HTMLDetailsElement>(timeline, ".dl-find-more").open = true;
};

describe("a filter", () => {
  test("leaves the same events in picture and list, and keeps view and rows", async () => {
    const timeline = await live(kursk);
    // A part of the whole closes its lanes up for what is in it.
    const { view } = timeline;
    const heads = (): number[] =>
      [...timeline.element.querySelectorAll(".dl-lane-head")].map(
        // The first text is the name of the lane; the counts below it may change.
        (head) => head.querySelector("text")?.getBoundingClientRect().top ?? 0,
      );
    const before = heads();
    const heard: unknown[] = [];
    timeline.on("filter", (detail) => heard.push(detail));
    timeline.update({ options: { filter: { text: "prisoner" } } });
    expect(marks(timeline)).toBeGreaterThan(0);
    expect(marks(timeline)).toBeLessThan(21);
    expect(heard).toEqual([{ shown: listed(timeline), total: 21 }]);
    expect(timeline.view).toEqual(view);
    expect(heads()).toEqual(before);
    timeline.update({ options: { filter: null } });
    expect(listed(timeline)).toBe(21);
  });

  test("applies as the reader types, and the field keeps the focus", async () => {
    const timeline = await live(kursk);
    openFind(timeline);
    expect(document.activeElement?.matches(".dl-find input")).toBe(true);
    await userEvent.keyboard("MUSEUM");
    await expect.poll(() => part(timeline, ".dl-find-count").textContent).toMatch(/^\d of 21 events/);
    expect(document.activeElement?.matches(".dl-find input")).toBe(true);
    for (const entry of timeline.element.querySelectorAll(".dl-list > li:not([hidden])")) {
      expect(entry.textContent?.toLowerCase()).toContain("museum");
    }
    part(timeline, '[data-action="clear"]').click();
    expect(part<HTMLInputElement>(timeline, ".dl-find input").value).toBe("");
    expect(listed(timeline)).toBe(21);
  });

  test("finds what happened in October 2024, and Enter and the arrows walk through it", async () => {
    const timeline = await live(kursk);
    openFind(timeline);
    await userEvent.keyboard("October 2024{Enter}");
    const ids = [...timeline.element.querySelectorAll<HTMLElement>(".dl-list > li:not([hidden])")].map(
      (li) => li.dataset["event"],
    );
    expect(ids.length).toBeGreaterThan(2);
    expect(part(timeline, ".dl-find-count").textContent).toBe(`${ids.length} of 21 events`);
    expect(marks(timeline)).toBe(ids.length);
    const chosen = (): string | null => timeline.view.selected;
    expect(chosen()).toBe(ids[0]);
    expect(timeline.element.querySelectorAll(".dl-ring").length).toBe(1);
    await userEvent.keyboard("{ArrowDown}");
    expect(chosen()).toBe(ids[1]);
    await userEvent.keyboard("{Enter}");
    expect(chosen()).toBe(ids[2]);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(chosen()).toBe(ids.at(-1));
    expect(document.activeElement?.matches(".dl-find input")).toBe(true);
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(chosen()).toBe(ids.at(-2));
  });

  test("opens in the place of the title's end, and nothing of the page moves", async () => {
    await page.viewport(1280, 800);
    for (const width of [1280, 390]) {
      const timeline = await live(kursk, {}, width);
      const places = (): number[] =>
        [".dl-heading", ".dl-figure", ".dl-list-box"].map((one) => part(timeline, one).getBoundingClientRect().top);
      const before = places();
      await click(middleOf(part(timeline, '[data-action="find"]')));
      await animated(timeline);
      expect(places()).toEqual(before);
      const [bar, title, button] = [".dl-find-bar", ".dl-heading", '[data-action="find"]'].map((one) =>
        part(timeline, one).getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect];
      expect(bar.top).toBeLessThan(title.bottom);
      expect(bar.bottom).toBeGreaterThan(title.top);
      expect(bar.right).toBeLessThanOrEqual(button.left + 1);
      expect(bar.left).toBeGreaterThanOrEqual(0);
      await userEvent.keyboard("museum");
      await expect.poll(() => listed(timeline)).toBeLessThan(21);
      expect(places().slice(0, 2)).toEqual(before.slice(0, 2));
    }
    await page.viewport(800, 600);
  });

  test.each([
    [360, "100%"],
    [320, "200%"],
  ])("leaves room to read what is typed at %i px with text of %s", async (width, size) => {
    document.documentElement.style.fontSize = size;
    await page.viewport(width, 740);
    const timeline = await live(kursk, {}, width);
    openFind(timeline);
    await animated(timeline);
    const [input, ...others] = [
      ".dl-find input",
      ".dl-find-count",
      ".dl-find-more > summary",
      '[data-action="find"]',
      '[data-action="more"]',
    ].map((one) => part(timeline, one));
    expect(input?.getBoundingClientRect().width).toBeGreaterThan(100);
    expect(overlaps([input as HTMLElement, ...others], 0.5, 0.5)).toEqual([]);
    document.documentElement.style.fontSize = "";
    await page.viewport(1280, 800);
  });

  test("ends with Escape, which restores all events and gives the focus back", async () => {
    const timeline = await live(kursk);
    openFind(timeline);
    await userEvent.keyboard("October 2024{Enter}");
    expect(timeline.view.selected).not.toBe(null);
    await userEvent.keyboard("{Escape}");
    // The first one closes the details of the hit, and the reader goes on typing.
    expect([timeline.view.selected, document.activeElement?.matches(".dl-find input")]).toEqual([null, true]);
    await userEvent.keyboard("{Escape}");
    expect([listed(timeline), part(timeline, ".dl-find").hidden]).toEqual([21, true]);
    expect(document.activeElement).toBe(part(timeline, '[data-action="find"]'));
  });

  test("ends with the filter that the page has set", async () => {
    const timeline = await live(kursk, { filter: { text: "museum" } });
    const set = listed(timeline);
    openFind(timeline);
    await userEvent.keyboard("{Control>}a{/Control}prisoner");
    await expect.poll(() => listed(timeline)).not.toBe(set);
    await userEvent.keyboard("{Escape}");
    expect(listed(timeline)).toBe(set);
  });

  test("has more fields behind a button, which close when the reader goes on elsewhere", async () => {
    const timeline = await live(kursk);
    openFind(timeline);
    await animated(timeline);
    const more = part<HTMLDetailsElement>(timeline, ".dl-find-more");
    expect(part(timeline, ".dl-find-more > summary").ariaLabel).toBe("Lane, Certainty, Publisher, Without a source");
    await click(middleOf(part(timeline, ".dl-find-more > summary")));
    expect(more.open).toBe(true);
    await userEvent.keyboard("{Tab}{Escape}");
    expect([more.open, document.activeElement]).toEqual([false, part(timeline, ".dl-find-more > summary")]);
    await click(middleOf(part(timeline, ".dl-find-more > summary")));
    await click(middleOf(part(timeline, ".dl-heading")));
    expect(more.open).toBe(false);
  });

  test("hides and shows a lane by its button in the legend", async () => {
    const timeline = await live(kursk);
    openFind(timeline);
    const button = (i: number): HTMLButtonElement =>
      timeline.element.querySelectorAll<HTMLButtonElement>('[data-find="lane"]')[i] as HTMLButtonElement;
    expect([...timeline.element.querySelectorAll('[data-find="lane"]')].map((one) => one.textContent)).toEqual(
      lanes.map((lane) => lane.title),
    );
    const all = marks(timeline);
    button(0).click();
    expect(button(0).getAttribute("aria-pressed")).toBe("false");
    const without = marks(timeline);
    expect(without).toBeLessThan(all);
    button(0).click();
    expect(marks(timeline)).toBe(all);
    expect(part<HTMLButtonElement>(timeline, '[data-action="clear"]').hidden).toBe(true);
  });

  test("by certainty applies when it is chosen", async () => {
    const timeline = await live(kursk);
    openFields(timeline);
    const select = part<HTMLSelectElement>(timeline, '[data-find="status"]');
    await userEvent.selectOptions(select, select.options[1]?.value ?? "");
    await expect.poll(() => listed(timeline)).toBeLessThan(21);
    const status = new Set(
      [...timeline.element.querySelectorAll<HTMLElement>(".dl-list > li:not([hidden])")].map(
        (li) => li.dataset["status"],
      ),
    );
    expect([...status]).toEqual([select.value]);
  });

  describe("by publisher", () => {
    const choices = (timeline: Timeline): HTMLSelectElement =>
      part<HTMLSelectElement>(timeline, '[data-find="publishers"]');
    const cited = (count: number): unknown => ({
      events: Array.from({ length: count }, (_, i) => ({
        title: `Event ${i}`,
        date: String(1900 + i),
        sources: [{ title: "Page", url: `https://a${i}.example/`, publisher: `Paper ${i}` }],
      })),
    });

    test("leaves the events that cite the publisher, and shows one set from code in any spelling", async () => {
      const timeline = await live(kursk);
      openFields(timeline);
      const kbs = [...choices(timeline).options].find((option) => option.textContent === "KBS World");
      await userEvent.selectOptions(choices(timeline), kbs?.value ?? "none");
      await expect.poll(() => listed(timeline)).toBeLessThan(21);
      const left = timeline.element.querySelectorAll(".dl-list > li:not([hidden])");
      expect(left.length).toBeGreaterThan(0);
      for (const entry of left) expect(entry.textContent).toContain("KBS World");
      timeline.update({ options: { filter: null } });
      expect(choices(timeline).value).toBe("");
      timeline.update({ options: { filter: { publishers: [" kbs  WORLD"] } } });
      expect(choices(timeline).selectedOptions[0]?.textContent).toBe("KBS World");
      expect(listed(timeline)).toBe(left.length);
    });

    test.each([
      [1, 0],
      [2, 3],
      [99, 100],
      [100, 0],
    ])("of %i publishers offers %i options", async (count, offered) => {
      const timeline = await live(cited(count));
      openFind(timeline);
      expect(timeline.element.querySelectorAll('[data-find="publishers"] option')).toHaveLength(offered);
    });

    test.each([
      ["a list", 99, ["Paper 1", "Paper 2"], 2],
      ["one that is not offered", 5, ["Nobody"], 0],
      ["one where none are offered", 100, ["Paper 1"], 1],
    ])("%s, set from code, stays when another field changes", async (_, count, publishers, left) => {
      const timeline = await live(cited(count), { filter: { publishers } });
      openFind(timeline);
      expect(listed(timeline)).toBe(left);
      const heard: unknown[] = [];
      timeline.on("filter", (detail) => heard.push(detail));
      await userEvent.keyboard("event");
      await expect.poll(() => heard).toHaveLength(1);
      expect(listed(timeline)).toBe(left);
    });
  });

  test("set from code shows in the fields", async () => {
    const timeline = await live(kursk, { filter: { text: "museum" } });
    openFind(timeline);
    expect(part<HTMLInputElement>(timeline, ".dl-find input").value).toBe("museum");
  });

  test("applies on the server too", () => {
    const html = renderToHtml(kursk, { filter: { lanes: [lanes[0]?.id ?? ""] } });
    const page = new DOMParser().parseFromString(html, "text/html");
    const shown = [...page.querySelectorAll<HTMLElement>(".dl-list > li")].filter((li) => !li.hidden);
    expect(shown.length).toBe(page.querySelectorAll(".dl-event").length);
    expect(shown.length).toBeLessThan(21);
  });
});

describe("the reader's filter of many events", () => {
  const COUNT = 30_000;
  const many = {
    lanes: [
      { id: "0", title: "North" },
      { id: "1", title: "South" },
    ],
    columns: {
      date: Float64Array.from({ length: COUNT }, (_, i) => i * 86_400_000),
      lane: Uint8Array.from({ length: COUNT }, (_, i) => i % 2),
      title: Array.from({ length: COUNT }, (_, i) => (i % 5 === 0 ? `Comet ${i}` : `Halo ${i}`)),
    },
  };
  const counted = (timeline: Timeline): string | null => part(timeline, ".dl-find-count").textContent;
  const box = (timeline: Timeline): HTMLInputElement => part<HTMLInputElement>(timeline, ".dl-find input");
  const type = (timeline: Timeline, text: string): void => {
    box(timeline).value = text;
    box(timeline).dispatchEvent(new Event("input", { bubbles: true }));
  };
  const lane = (timeline: Timeline, i: number): HTMLButtonElement =>
    timeline.element.querySelectorAll<HTMLButtonElement>('[data-find="lane"]')[i] as HTMLButtonElement;
  let heard: { shown: number; total: number }[];

  async function open(): Promise<Timeline> {
    const timeline = await live(many, { height: 400 });
    openFind(timeline);
    heard = [];
    timeline.on("filter", (detail) => heard.push(detail));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return timeline;
  }

  beforeEach(() => {
    // Each step takes longer than a slice.
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clock += 20));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test("is computed in slices, then shown and counted like one from code", async () => {
    const timeline = await open();
    const before = timeline.element.querySelector(".dl-figure")?.innerHTML;
    type(timeline, "comet 1");
    vi.advanceTimersByTime(150);
    let turns = 0;
    for (; heard.length === 0 && turns < 100; turns++) {
      expect(timeline.element.querySelector(".dl-figure")?.innerHTML).toBe(before);
      expect(box(timeline).value).toBe("comet 1");
      vi.advanceTimersToNextTimer();
    }
    expect(turns).toBeGreaterThan(5);
    const left = [...Array(COUNT).keys()].filter((i) => i % 5 === 0 && String(i).includes("1")).length;
    expect(heard).toEqual([{ shown: left, total: COUNT }]);
    expect(counted(timeline)).toBe(`${left} of 30,000 events`);
    vi.advanceTimersByTime(500);
    expect(part(timeline, ":scope > .dl-status").textContent).toBe(`${left} of 30,000 events.`);
    const worked = timeline.element.querySelector(".dl-figure")?.innerHTML;
    timeline.update({ options: { filter: null } });
    expect(timeline.element.querySelector(".dl-figure")?.innerHTML).toBe(before);
    timeline.update({ options: { filter: { text: "comet 1" } } });
    expect(timeline.element.querySelector(".dl-figure")?.innerHTML).toBe(worked);
  });

  test("is replaced by the next one, which has all that was chosen", async () => {
    const timeline = await open();
    lane(timeline, 0).click();
    type(timeline, "comet");
    vi.advanceTimersByTime(150);
    lane(timeline, 1).click();
    lane(timeline, 0).click();
    vi.runAllTimers();
    expect(heard).toEqual([{ shown: COUNT / 10, total: COUNT }]);
    expect([0, 1].map((i) => lane(timeline, i).getAttribute("aria-pressed"))).toEqual(["true", "false"]);
    expect(box(timeline).value).toBe("comet");
  });

  test("keeps text that was typed before a lane is hidden and the picture painted", async () => {
    const timeline = await open();
    type(timeline, "comet");
    timeline.select("row-1");
    expect(box(timeline).value).toBe("comet");
    lane(timeline, 0).click();
    vi.runAllTimers();
    expect(heard).toEqual([{ shown: COUNT / 10, total: COUNT }]);
  });

  test.each([
    ["another one", { text: "halo" }, [{ shown: (COUNT / 5) * 4, total: COUNT }], "halo"],
    ["none", null, [], ""],
  ])("gives way to %s from code, which shows at once", async (_, filter, expected, shown) => {
    const timeline = await open();
    type(timeline, "comet");
    vi.advanceTimersByTime(150);
    timeline.update({ options: { filter } });
    expect(heard).toEqual(expected);
    expect(box(timeline).value).toBe(shown);
    vi.runAllTimers();
    expect(heard).toEqual(expected);
  });

  test("goes on when code changes something else, and applies to a new document", async () => {
    const timeline = await open();
    type(timeline, "comet");
    vi.advanceTimersByTime(150);
    timeline.update({ options: { minimap: false } });
    const { title } = many.columns;
    timeline.update({ document: { ...many, columns: { ...many.columns, title: title.with(0, "Halo") } } as never });
    vi.runAllTimers();
    expect(heard).toEqual([{ shown: COUNT / 5 - 1, total: COUNT }]);
  });

  test("is cancelled by destroy()", async () => {
    const timeline = await open();
    type(timeline, "comet");
    vi.advanceTimersByTime(150);
    // The control: the filter is being computed.
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    timeline.destroy();
    expect(vi.getTimerCount()).toBe(0);
    expect(heard).toEqual([]);
  });
});
