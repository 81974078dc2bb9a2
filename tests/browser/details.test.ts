/** Details stand where the reader looks, and leave the page and the focus alone. */
import { page } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal, kurskVertical } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { click, middleOf, swipe, withTouch } from "./pointer.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const vertical = kurskVertical().document;

const markOf = (timeline: Timeline, id: string): SVGElement => part(timeline, `[data-event="${id}"] a.dl-mark`);
const sheetOf = (timeline: Timeline): HTMLElement => part(timeline, ":scope > .dl-details");
const box = (element: Element): DOMRect => element.getBoundingClientRect();
const status = (timeline: Timeline): string => part(timeline, ".dl-status").textContent ?? "";
const button = (timeline: Timeline, action: string): HTMLElement =>
  part(timeline, `.dl-details [data-action="${action}"]`);

/** Whether the sheet is in the window, and the mark clear of it. */
function isReadable(timeline: Timeline, id: string): boolean {
  const [sheet, mark] = [box(sheetOf(timeline)), box(markOf(timeline, id))];
  return sheet.height > 60 && sheet.bottom <= window.innerHeight + 1 && mark.top >= 0 && mark.bottom <= sheet.top;
}

/** 300 lanes with an event each. */
const lanes = Array.from({ length: 300 }, (_, i) => ({
  title: `Event ${i}`,
  date: `${1700 + i}`,
  lane: `Lane ${i}`,
  id: `e${i}`,
}));

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  window.scrollTo(0, 0);
});

describe("a reader who clicks on an event", () => {
  test("reads its details in the window, and the focus stays on the mark", async () => {
    const timeline = await live(kursk, {}, 1280);
    const mark = markOf(timeline, "prisoners");
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    await expect.poll(() => isReadable(timeline, "prisoners")).toBe(true);
    expect(focused()).toBe(markOf(timeline, "prisoners"));
    expect(sheetOf(timeline).getAttribute("aria-label")).toMatch(/^Details: Ukraine takes two wounded/);
  });

  test("does not see the page move where the mark stands clear of the details", async () => {
    const timeline = await live(kursk, {}, 1280);
    const mark = part<SVGElement>(timeline, "[data-event] a.dl-mark");
    window.scrollTo(0, window.scrollY + box(mark).top - 150);
    await frames();
    const { scrollY } = window;
    await click(middleOf(mark));
    await frames(20);
    expect(window.scrollY).toBe(scrollY);
  });

  test("sees a notch that points to the event", async () => {
    const timeline = await live(kursk, {}, 1280);
    const mark = markOf(timeline, "prisoners");
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    const middle = (element: Element): number => box(element).left + box(element).width / 2;
    await expect
      .poll(() => Math.abs(middle(part(timeline, ".dl-notch")) - middle(markOf(timeline, "prisoners"))))
      .toBeLessThan(1.5);
  });

  test("reads them among 300 lanes", async () => {
    const timeline = await live(lanes, {}, 1280);
    const mark = part<SVGElement>(timeline, '[data-event="e150"] a.dl-mark');
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    await expect.poll(() => isReadable(timeline, "e150")).toBe(true);
  });

  test("reads them in a window of 640 × 400, as zoomed to 200 %", async () => {
    await page.viewport(640, 400);
    const timeline = await live(kursk, {}, 640);
    const mark = part<SVGElement>(timeline, "[data-event] a.dl-mark");
    mark.scrollIntoView({ block: "center" });
    const id = mark.parentElement?.dataset["event"] as string;
    await click(middleOf(mark));
    await expect.poll(() => isReadable(timeline, id)).toBe(true);
  });

  test("reads them in a page that cuts off what sticks out of a box", async () => {
    const timeline = await live(kursk, {}, 1280);
    const host = timeline.element.parentElement as HTMLElement;
    host.style.overflow = "hidden";
    const mark = part<SVGElement>(timeline, "[data-event] a.dl-mark");
    await click(middleOf(mark));
    expect(sheetOf(timeline).matches(":popover-open")).toBe(true);
    await expect.poll(() => Math.abs(box(sheetOf(timeline)).bottom - window.innerHeight)).toBeLessThan(1);
    await press("Escape");
    expect([sheetOf(timeline).hidden, sheetOf(timeline).popover]).toEqual([true, null]);
  });
});

describe("a reader who goes from event to event", () => {
  test("hears the position and the title once, and finds Next at the same place", async () => {
    const timeline = await live(kursk, {}, 1280);
    timeline.select("prisoners");
    await frames();
    const before = middleOf(button(timeline, "next"));
    await click(before);
    expect(status(timeline)).toMatch(/^14 of 21: /);
    expect(focused()).toBe(button(timeline, "next"));
    const after = middleOf(button(timeline, "next"));
    expect(Math.abs(after.x - before.x)).toBeLessThan(1);
  });

  test("stays among the events that the filter leaves, and stops at the last one", async () => {
    const timeline = await live(kursk, { filter: { text: "plan" } }, 1280);
    const left = [...timeline.element.querySelectorAll(".dl-list > li:not([hidden])")].map(
      (entry) => (entry as HTMLElement).dataset["event"] as string,
    );
    expect(left.length).toBeGreaterThan(1);
    timeline.select(left[0] as string);
    const seen = [timeline.view.selected];
    expect(button(timeline, "previous").getAttribute("aria-disabled")).toBe("true");
    for (let i = 0; i < left.length + 2; i++) {
      button(timeline, "next").click();
      if (seen.at(-1) !== timeline.view.selected) seen.push(timeline.view.selected);
    }
    expect(seen).toEqual(left);
    expect(button(timeline, "next").getAttribute("aria-disabled")).toBe("true");
    expect(part(timeline, ".dl-details-position").textContent).toBe(`${left.length} of ${left.length}`);
  });

  test("finds details closed when a filter takes their event away", async () => {
    const timeline = await live(kursk, {}, 1280);
    timeline.select("prisoners");
    const selections: (string | null)[] = [];
    timeline.on("select", ({ id }) => selections.push(id));
    timeline.update({ options: { filter: { text: "museum" } } });
    expect([sheetOf(timeline).hidden, timeline.view.selected, selections]).toEqual([true, null, [null]]);
  });

  test("keeps the mark in view beside the sheet", async () => {
    await page.viewport(360, 740);
    const timeline = await live(vertical, {}, 360);
    const mark = part<SVGElement>(timeline, "[data-event] a.dl-mark");
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    for (let i = 0; i < 6; i++) {
      await click(middleOf(button(timeline, "next")));
      const id = timeline.view.selected as string;
      await expect.poll(() => isReadable(timeline, id)).toBe(true);
    }
  });

  test("takes the selection along by arrow keys, with the focus on the marks", async () => {
    const timeline = await live(kursk, {}, 1280);
    const mark = markOf(timeline, "prisoners");
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    await press("ArrowLeft");
    expect(timeline.view.selected).not.toBe("prisoners");
    expect(focused()).toBe(markOf(timeline, timeline.view.selected as string));
  });

  test("opens details by Enter, is in their heading, and returns to the mark by Escape", async () => {
    const timeline = await live(kursk, {}, 1280);
    markOf(timeline, "prisoners").focus();
    await press("Enter");
    expect(focused()).toBe(part(timeline, ".dl-details h3"));
    await press("Escape");
    expect(focused()).toBe(markOf(timeline, "prisoners"));
    expect(sheetOf(timeline).hidden).toBe(true);
  });

  test("comes from the mark into the details by Tab, and goes on to the list", async () => {
    const timeline = await live(kursk, {}, 1280);
    const mark = markOf(timeline, "prisoners");
    mark.scrollIntoView({ block: "center" });
    await click(middleOf(mark));
    await press("Tab");
    while (focused().closest(".dl-figure")) await press("Tab");
    expect(sheetOf(timeline).contains(focused())).toBe(true);
    let stops = 0;
    while (sheetOf(timeline).contains(focused()) && stops < 30) stops += await press("Tab");
    expect(stops).toBeLessThan(30);
    expect(timeline.element.contains(focused())).toBe(true);
  });
});

describe("a reader with a phone", () => {
  beforeEach(() => page.viewport(360, 740));

  /** The details of an event in the middle, opened by code. */
  async function opened(): Promise<Timeline> {
    const timeline = await live(vertical, {}, 360);
    markOf(timeline, "prisoners").scrollIntoView({ block: "center" });
    timeline.select("prisoners");
    await frames();
    return timeline;
  }
  const head = (timeline: Timeline) => {
    const { left, top, height } = box(part(timeline, ".dl-details-head"));
    return { x: left + 150, y: top + height / 2 };
  };

  test("closes the details by a swipe down over their head", async () => {
    const timeline = await opened();
    const from = head(timeline);
    await withTouch(() => swipe([[from, { x: from.x + 5, y: from.y + 120 }]]));
    await expect.poll(() => sheetOf(timeline).hidden).toBe(true);
  });

  test("goes to the next and the previous event by swipes sideways", async () => {
    const timeline = await opened();
    const from = head(timeline);
    await withTouch(() => swipe([[from, { x: from.x - 100, y: from.y }]]));
    await expect.poll(() => part(timeline, ".dl-details-position").textContent).toBe("14 of 21");
    const again = head(timeline);
    await withTouch(() => swipe([[again, { x: again.x + 100, y: again.y }]]));
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
  });

  test("hits buttons of 44 px", async () => {
    const timeline = await opened();
    for (const action of ["previous", "next", "close"]) {
      const { width, height } = box(button(timeline, action));
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  test("reads them over at most 60 % of the window", async () => {
    const timeline = await opened();
    expect(box(sheetOf(timeline)).height).toBeLessThanOrEqual(740 * 0.6 + 1);
  });
});
