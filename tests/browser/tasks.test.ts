/** The twelve tasks of the interaction contract, with real key presses only, each within its budget of keys. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import type { TimelineOptions } from "../../src/options.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { focused, press, spoken } from "./keys.js";
import { container } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const { document: kursk } = kurskHorizontal();
let timeline: Timeline;
let before: HTMLButtonElement;
let after: HTMLButtonElement;
const strayed: string[] = [];

/** A timeline between two buttons of the page; the focus starts on the first. */
function open(data: DocumentInput, options: TimelineOptions = {}): void {
  const host = container(1000);
  before = document.createElement("button");
  after = document.createElement("button");
  before.textContent = "before";
  after.textContent = "after";
  document.body.prepend(before);
  document.body.append(after);
  timeline = createTimeline(host, data, options);
  before.focus();
}

const eventOf = (element: Element): string | null =>
  element.closest("[data-event]")?.getAttribute("data-event") ?? null;
const laneOf = (element: Element): string | null =>
  element.closest("[role=list]")?.getAttribute("aria-label")?.replace(/, .*/, "") ?? null;
const { events: rows } = kursk as unknown as { events: { id: string; lane: string; date: string }[] };

beforeEach(() => {
  strayed.length = 0;
});

const watch = (): void => {
  if (document.activeElement === document.body) strayed.push("body");
};

afterEach(() => {
  timeline.destroy();
});

/** Presses keys and checks after each that the focus is not on the body. */
async function keys(...all: readonly string[]): Promise<number> {
  for (const key of all) {
    await press(key);
    watch();
  }
  return all.length;
}

describe("with keys only", () => {
  afterEach(() => {
    expect(strayed).toEqual([]);
  });

  test("T1: the first event is reached in 4 presses, and T2: its date and certainty are then said", async () => {
    open(kursk);
    const used = await keys("Tab", "Tab", "Tab");
    expect(used).toBeLessThanOrEqual(4);
    const mark = focused();
    expect(mark.matches("a.dl-mark")).toBe(true);
    const { name, role } = await spoken();
    expect(role).toBe("button");
    expect(name).toMatch(/\. \d+ \w+ 202\d\. .*sources?\.$/);
  });

  test("T3: Enter opens the details and moves to their heading, and T5: Escape leads back", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab", "Control+End", "ArrowLeft");
    const mark = focused();
    const id = eventOf(mark);
    await keys("Enter");
    expect(focused().matches(".dl-details h3")).toBe(true);
    expect(mark.getAttribute("aria-expanded")).toBe("true");
    expect(document.getElementById(mark.getAttribute("aria-controls") ?? "")?.hidden).toBe(false);
    await keys("Escape");
    expect(eventOf(focused())).toBe(id);
    expect(timeline.view.selected).toBeNull();
  });

  test.each(["prisoners", "anniversary-show"])(
    "T4: from the heading of %s, the second source is at most 4 presses away and Enter follows it",
    async (selected) => {
      open(kursk, { selected });
      timeline.element.querySelector<HTMLElement>(".dl-details h3")?.focus();
      const second = timeline.element
        .querySelectorAll<HTMLAnchorElement>(".dl-event-sources > li")[1]
        ?.querySelector("a");
      let used = 0;
      while (focused() !== second && used < 20) used += await keys("Tab");
      let followed = "";
      const stop = (event: Event): void => {
        followed = (event.target as HTMLAnchorElement).href;
        event.preventDefault();
      };
      window.addEventListener("click", stop);
      used += await keys("Enter");
      window.removeEventListener("click", stop);
      expect(followed).toBe(second?.href);
      expect(used).toBeLessThanOrEqual(4);
    },
  );

  test("T6: the last event of the last lane is reached in 6 presses from the first", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab");
    const used = await keys("ArrowDown", "ArrowDown", "ArrowDown", "End");
    expect(used).toBeLessThanOrEqual(6);
    const lanes = [...timeline.element.querySelectorAll(".dl-figure .dl-lane [role=list]")];
    expect(focused().closest("[role=list]")).toBe(lanes.at(-1));
    expect(eventOf(focused())).toBe(
      rows.filter(({ lane }) => lane === rows.find((row) => row.id === eventOf(focused()))?.lane).at(-1)?.id,
    );
  });

  test("T7: the third event after one of a pile is read in 5 presses, and its details open and close", async () => {
    const { document: data, options } = dense();
    open(data, { ...options, width: undefined });
    await keys("Tab", "Tab", "Tab");
    const isInPile = (): boolean => /, \d+ of \d+[., ]/.test(focused().getAttribute("aria-label") ?? "");
    for (let presses = 0; presses < 130 && !isInPile(); presses++) await keys("ArrowRight");
    expect(isInPile()).toBe(true);
    const place = (): number => Number(focused().closest("[role=listitem]")?.getAttribute("aria-posinset"));
    const first = place();
    let used = await keys("ArrowRight", "ArrowRight");
    expect(place()).toBe(first + 2);
    const id = eventOf(focused());
    used += await keys("Enter");
    expect(timeline.view.selected).toBe(id);
    expect(focused().matches(".dl-details h3")).toBe(true);
    used += await keys("Escape");
    expect(used).toBeLessThanOrEqual(5);
    expect(eventOf(focused())).toBe(id);
  });

  test("T8: + zooms about the focused event and 0 shows everything again, in 8 presses", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab");
    const whole = timeline.view;
    let used = 0;
    const month = 31 * 86_400_000;
    while (timeline.view.end - timeline.view.start > 3 * month && used < 9) used += await keys("+");
    used += await keys("0");
    expect(used).toBeLessThanOrEqual(8);
    expect(timeline.view).toEqual(whole);
  });

  test("T9: one press changes the lane and keeps to the time", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab", "ArrowRight", "ArrowRight");
    const from = laneOf(focused());
    const x = focused().getBoundingClientRect().x;
    await keys("ArrowDown");
    expect(laneOf(focused())).not.toBe(from);
    const all = [...(focused().closest("[role=list]")?.querySelectorAll("a.dl-mark") ?? [])];
    const distance = (mark: Element): number => Math.abs(mark.getBoundingClientRect().x - x);
    expect(distance(focused())).toBeLessThanOrEqual(Math.min(...all.map(distance)) + 1);
  });

  test("T10: an event is found by its title, in 6 presses and the typing", async () => {
    open(kursk);
    const used = await keys("Tab", "Tab", "End", "ArrowLeft", "Enter");
    expect(focused().matches(".dl-find input")).toBe(true);
    await userEvent.keyboard("two wounded");
    await expect.poll(() => timeline.element.querySelector(".dl-find-count")?.textContent).toMatch(/^1 of/);
    expect(used).toBeLessThanOrEqual(6);
    const listed = [...timeline.element.querySelectorAll(".dl-list > li:not([hidden])")];
    expect(listed.map((entry) => entry.textContent)).toEqual([expect.stringContaining("two wounded")]);
    expect(timeline.element.querySelectorAll(".dl-event")).toHaveLength(1);
  });

  test("T11: the timeline is left forwards and backwards in 5 presses", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab");
    expect(focused().matches("a.dl-mark")).toBe(true);
    let used = await keys("Tab", "Enter", "Tab");
    expect(used).toBeLessThanOrEqual(5);
    expect(focused()).toBe(after);
    before.focus();
    await keys("Tab", "Tab", "Tab");
    used = await keys("Shift+Tab", "Shift+Tab", "Shift+Tab");
    expect(used).toBeLessThanOrEqual(5);
    expect(focused()).toBe(before);
  });

  test("T12: the keys are explained after 2 presses, and Escape leads back", async () => {
    open(kursk);
    await keys("Tab", "Tab", "Tab");
    const mark = focused();
    const used = await keys("?");
    expect(used).toBeLessThanOrEqual(2);
    const dialog = timeline.element.querySelector<HTMLDialogElement>("dialog") as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    expect(dialog.contains(focused())).toBe(true);
    await keys("Escape");
    await expect.poll(() => timeline.element.querySelector("dialog")).toBeNull();
    expect(focused()).toBe(mark);
  });
});
