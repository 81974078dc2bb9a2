/** The focus follows its event and never falls to the body; the live region says what happens in few words. */
import { describe, expect, test, vi } from "vitest";
import { de } from "../../src/locales/de.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal, kurskVertical } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { click } from "./pointer.js";
import { comeToRest, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const { document: many } = dense();
const idOf = (element: Element): string | undefined =>
  (element.closest("[data-event], [data-cluster]") as SVGElement | null)?.dataset["event"];
/** A cluster of several events: one alone opens its details. */
const SEVERAL = '[data-cluster]:not([data-events="1"])';
/** The highest dot of piles in view, which stands on others, on the screen. */
function topDot(dots: SVGGeometryElement, { left, right }: DOMRect): DOMPoint {
  const { x, y, width, height } = dots.getBBox();
  const matrix = dots.getScreenCTM() as DOMMatrix;
  for (let down = y + 2; down < y + height; down += 3) {
    for (let at = x; at < x + width; at++) {
      const point = new DOMPoint(at, down);
      const seen = point.matrixTransform(matrix);
      if (seen.x > left + 24 && seen.x < right - 24 && dots.isPointInFill(point)) return seen;
    }
  }
  throw new Error("there is no dot");
}
const stops = (root: Element): Element[] => [...root.querySelectorAll('.dl-figure a[tabindex="0"]')];

describe("focus in the figure", () => {
  test("is on marks that control the details panel, also after the prefix of ids changed", async () => {
    const timeline = await live(kursk);
    timeline.update({ options: { idPrefix: "zz" } });
    const named = [...timeline.element.querySelectorAll("a.dl-mark")].map((mark) => mark.getAttribute("aria-controls"));
    expect(new Set(named)).toEqual(new Set([part(timeline, ".dl-details").id]));
  });

  test("has one tab stop after every paint", async () => {
    const timeline = await live(many);
    expect(stops(timeline.element)).toHaveLength(1);
    for (const key of ["zoom-in", "later", "zoom-in", "earlier", "fit"]) {
      part(timeline, `[data-action="${key}"]`).click();
      expect(stops(timeline.element)).toHaveLength(1);
    }
  });

  test("stays on an event when an aggregate takes it in, in a figure whose time runs down", async () => {
    const timeline = await live(many, { orientation: "vertical" });
    part<SVGElement>(timeline, `${SEVERAL} > a.dl-mark`).focus();
    const id = idOf(focused());
    expect(id).toEqual(expect.any(String));
    await press("=", "=", "=", "=");
    comeToRest(timeline);
    expect(idOf(focused())).toBe(id);
    timeline.fit();
    comeToRest(timeline);
    expect(idOf(focused())).toBe(id);
  });

  test("opens the details of an event that is alone in a cluster, without a list", async () => {
    const timeline = await live(many, { orientation: "vertical" });
    const alone = part<SVGElement>(timeline, '[data-events="1"] > a.dl-mark');
    const id = (alone.parentElement as unknown as SVGElement).dataset["cluster"];
    alone.focus();
    await press("Enter");
    expect(timeline.view.selected).toBe(id);
    expect(focused()).toBe(part(timeline, ".dl-details h3"));
  });

  test("returns from a cluster to the same time, also in another figure", async () => {
    const timeline = await live(many);
    part(timeline, '[data-action="zoom-in"]').click();
    comeToRest(timeline);
    const near = timeline.view;
    const plot = part<SVGElement>(timeline, ".dl-axis line").getBoundingClientRect();
    const piles = [
      ...timeline.element.querySelectorAll<SVGGeometryElement>("[data-aggregate=pile] > a.dl-mark > path"),
    ];
    const highest = piles.reduce((a, b) => (b.getBBox().height > a.getBBox().height ? b : a));
    await click(topDot(highest, plot));
    expect(timeline.view.end - timeline.view.start).toBeLessThan(near.end - near.start);
    timeline.update({ options: { scale: "equal" } });
    await press("Escape");
    expect(Math.abs(timeline.view.start - near.start)).toBeLessThan(2);
    expect(Math.abs(timeline.view.end - near.end)).toBeLessThan(2);
  });

  test("does not return to a cluster of a replaced document, and leaves Escape to the page", async () => {
    const timeline = await live(many, { orientation: "vertical" });
    part<SVGElement>(timeline, "[data-cluster] > a.dl-mark").focus();
    await press("Enter");
    timeline.update({ document: kursk });
    timeline.setView({ start: Date.UTC(2024, 9, 1), end: Date.UTC(2025, 2, 1) });
    const { view } = timeline;
    const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').dispatchEvent(key);
    expect([timeline.view, key.defaultPrevented]).toEqual([view, false]);
  });

  test("moves to the nearest mark when its event is filtered out", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '[data-event="prisoners"] a.dl-mark').focus();
    timeline.update({ options: { filter: { text: "museum" } } });
    expect(focused().matches("a.dl-mark")).toBe(true);
    timeline.update({ options: { filter: { text: "nothing has these words" } } });
    expect(timeline.element.contains(focused())).toBe(true);
  });

  test("stays inside the figure when the document is replaced by an empty one", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '[data-event="prisoners"] a.dl-mark').focus();
    timeline.update({ document: [] });
    expect(timeline.element.contains(focused())).toBe(true);
  });

  test("moves through every event of a lane in order, beyond the window, and stops at the end", async () => {
    const timeline = await live(many);
    const { start, end } = timeline.view;
    // Nothing is in view there, so the picture has no tab stop but the minimap's.
    timeline.setView({ start, end: start + (end - start) / 200 });
    await frames();
    expect(stops(timeline.element)).toEqual([]);
    expect(part(timeline, ".dl-window").getAttribute("tabindex")).toBe("0");
    timeline.setView({ start: start + (end - start) * 0.5, end: start + (end - start) * 0.505 });
    await frames();
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    await press("Home");
    const places: number[] = [];
    const place = (): number => Number(focused().closest("[role=listitem]")?.getAttribute("aria-posinset"));
    for (let i = 0; i < 12; i++) {
      places.push(place());
      await press("ArrowRight");
      const box = focused().getBoundingClientRect();
      const plot = part<SVGElement>(timeline, ".dl-axis line").getBoundingClientRect();
      expect(box.right).toBeGreaterThan(plot.left);
      expect(box.left).toBeLessThan(plot.right);
    }
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
    await press("End");
    const last = place();
    await press("ArrowRight");
    expect(place()).toBe(last);
  });

  test("moves to later time by the left arrow where time runs to the left", async () => {
    const timeline = await live(kursk, { axisDirection: "rtl" });
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    const before = focused().getBoundingClientRect().left;
    await press("ArrowLeft");
    expect(focused().getBoundingClientRect().left).toBeLessThan(before);
  });

  test("moves to later time by the down arrow where time runs down", async () => {
    const timeline = await live(kurskVertical().document, {}, 380);
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    const place = (): number => Number(focused().closest("[role=listitem]")?.getAttribute("aria-posinset"));
    const before = place();
    await press("ArrowDown");
    expect(place()).toBe(before + 1);
  });

  test("reaches the minimap, a slider, below the last lane, and comes back", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    await press("+", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
    expect(focused().getAttribute("role")).toBe("slider");
    await press("+", "+");
    const before = timeline.view;
    await press("ArrowRight");
    expect(timeline.view.start).toBeGreaterThan(before.start);
    expect(focused().getAttribute("aria-valuetext")).toMatch(/ to /);
    await press("ArrowUp");
    expect(focused().matches("a.dl-mark")).toBe(true);
  });

  test("moves to the next named event of the lane by Page Down, also beyond the window, and stays at the last", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    await press("+", "+", "+", "Home");
    const seen = new Set<string | undefined>();
    for (let i = 0; i < 10; i++) {
      seen.add(idOf(focused()));
      await press("PageDown");
    }
    timeline.fit();
    const lane = focused().closest(".dl-lane") as Element;
    expect([...seen]).toEqual([...lane.querySelectorAll(".dl-event:has(.dl-label)")].map(idOf));
  });

  test("leaves Ctrl and + to the browser", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
    const key = new KeyboardEvent("keydown", { key: "+", ctrlKey: true, bubbles: true, cancelable: true });
    focused().dispatchEvent(key);
    expect(key.defaultPrevented).toBe(false);
  });

  test("leaves Escape to the page when there is nothing to close", async () => {
    const timeline = await live(kursk);
    part(timeline, ".dl-list-box > summary").focus();
    const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    focused().dispatchEvent(key);
    expect(key.defaultPrevented).toBe(false);
  });

  test("has its tab stop at the event whose label was pressed, and the page does not scroll", async () => {
    const timeline = await live(kurskVertical().document, {}, 360);
    const label = part<SVGElement>(timeline, '[data-event="prisoners"] .dl-label text');
    label.scrollIntoView({ block: "center" });
    const before = window.scrollY;
    expect(before).toBeGreaterThan(200);
    label.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(timeline.view.selected).toBe("prisoners");
    expect(stops(timeline.element).map(idOf)).toEqual(["prisoners"]);
    // The page scrolls only until the mark is above the sheet.
    const mark = part<SVGElement>(timeline, '[data-event="prisoners"] a.dl-mark');
    const sheet = part(timeline, ".dl-details");
    await expect.poll(() => mark.getBoundingClientRect().bottom < sheet.getBoundingClientRect().top).toBe(true);
    expect(mark.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
    expect(Math.abs(window.scrollY - before)).toBeLessThan(window.innerHeight);
  });

  test("moves to the list, which opens, by the link that skips the picture", async () => {
    const timeline = await live(kursk);
    part(timeline, ".dl-skip").focus();
    await press("Enter");
    expect(part<HTMLDetailsElement>(timeline, ".dl-list-box").open).toBe(true);
    expect(focused()).toBe(part(timeline, ".dl-list-box > summary"));
  });

  test("stays on Next when the last event is there, and on Previous at the first", async () => {
    const { events } = kursk as unknown as { events: { id: string }[] };
    const timeline = await live(kursk, { selected: events.at(-2)?.id ?? null });
    for (const [action, end] of [
      ["next", -1],
      ["previous", 0],
    ] as const) {
      const button = part(timeline, `[data-action="${action}"]`);
      button.focus();
      // One press more than there are events.
      for (let i = 0; i < events.length; i++) await press("Enter");
      expect(timeline.view.selected).toBe(events.at(end)?.id);
      expect(button.getAttribute("aria-disabled")).toBe("true");
      expect(focused()).toBe(button);
    }
  });
});

describe("the live region", () => {
  const region = (root: Element): string => root.querySelector(".dl-status")?.textContent ?? "";

  test("says the time in view once it rests, once for several moves, and is cleared", async () => {
    const timeline = await live(kursk);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      for (const action of ["zoom-in", "zoom-in", "later"]) {
        part(timeline, `[data-action="${action}"]`).click();
        expect(region(timeline.element)).toBe("");
      }
      vi.advanceTimersByTime(600);
      expect(region(timeline.element)).toMatch(/^Showing \w+ 202\d to \w+ 202\d\. \d+ of 21 events\.$/);
      vi.advanceTimersByTime(3100);
      expect(region(timeline.element)).toBe("");
    } finally {
      vi.useRealTimers();
    }
  });

  test("says how many events a filter leaves, with at most one message in 500 ms", async () => {
    const timeline = await live(kursk);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      timeline.update({ options: { filter: { text: "museum" } } });
      const first = region(timeline.element);
      expect(first).toMatch(/^\d+ of 21 events\.$/);
      timeline.update({ options: { filter: { unsourced: true } } });
      expect(region(timeline.element)).toBe(first);
      vi.advanceTimersByTime(550);
      expect(region(timeline.element)).toBe("0 of 21 events.");
    } finally {
      vi.useRealTimers();
    }
  });

  test("speaks the current language of the timeline", async () => {
    const timeline = await live(kursk);
    timeline.update({ options: { locale: de } });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      part(timeline, '[data-action="zoom-in"]').click();
      vi.advanceTimersByTime(600);
      expect(region(timeline.element)).toMatch(/^Gezeigt: .* bis .* 21 Ereignisse, davon \d+ zu sehen\.$/);
      timeline.update({ options: { filter: { text: "museum" } } });
      vi.advanceTimersByTime(600);
      expect(region(timeline.element)).toMatch(/Ereignisse/);
    } finally {
      vi.useRealTimers();
    }
  });

  test("says that events have no place", async () => {
    const timeline = await live([
      { title: "A", date: "2020", sources: ["https://a.example"] },
      { title: "B", date: "2021-02-30", sources: ["https://a.example"] },
    ]);
    await expect.poll(() => region(timeline.element)).toBe("1 event could not be placed, see list.");
  });

  test("says nothing on hovering", async () => {
    const timeline = await live(kursk);
    part<SVGElement>(timeline, "a.dl-mark").dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    await frames(4);
    expect(region(timeline.element)).toBe("");
  });
});
