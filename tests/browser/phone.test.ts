/** What a reader with a phone meets: a window of 360 × 740 px and fingers. */
import { page } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { withTouch } from "./pointer.js";
import { comeToRest, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
/** Smallest width and height of what a finger presses, in px. */
const FINGER_PX = 44;

beforeEach(() => page.viewport(360, 740));
afterEach(async () => {
  window.scrollTo(0, 0);
  await page.viewport(1280, 800);
});

describe("a reader with a phone", () => {
  test("sees the first event within 200 px of the figure's top", async () => {
    const timeline = await live(kursk, {}, 360);
    const tops = [...timeline.element.querySelectorAll(".dl-event > a.dl-mark")].map(
      (mark) => mark.getBoundingClientRect().top,
    );
    expect(Math.min(...tops) - timeline.element.getBoundingClientRect().top).toBeLessThan(200);
  });

  test("presses controls of 44 px with everything open", async () => {
    await withTouch(async () => {
      expect(matchMedia("(pointer: coarse)").matches).toBe(true);
      const timeline = await live(kursk, { selected: "prisoners" }, 360);
      part(timeline, '[data-action="find"]').click();
      part<HTMLDetailsElement>(timeline, ".dl-find-more").open = true;
      part<HTMLElement>(timeline, ".dl-menu").showPopover();
      part(timeline, '.dl-menu [data-action="zoom-in"]').click();
      await frames();
      comeToRest(timeline);
      await frames();
      const small = [
        ...timeline.element.querySelectorAll<HTMLElement>("button, select, summary, label:has([type=checkbox])"),
      ]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => Math.round(box.width) < FINGER_PX || Math.round(box.height) < FINGER_PX)
        .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`);
      expect(small).toEqual([]);
    });
  });

  test("keeps the focus in view by Page Down and Page Up", async () => {
    await page.viewport(390, 740);
    const timeline = await live(kursk, {}, 390);
    part<SVGElement>(timeline, ".dl-event > a.dl-mark").focus();
    for (const key of ["PageDown", "PageDown", "PageDown", "PageUp", "PageUp"]) {
      await press(key);
      await frames();
      const mark = focused();
      expect(mark.matches("a.dl-mark")).toBe(true);
      const { top, bottom } = mark.getBoundingClientRect();
      expect([top >= 0, bottom <= window.innerHeight], `${key} ${top} ${bottom}`).toEqual([true, true]);
    }
  });
});

describe("lists and bibliographies", () => {
  const sources = (count: number) => ({
    events: Array.from({ length: count }, (_, i) => ({
      title: `Event ${i}`,
      date: `${1900 + i}`,
      sources: [`https://a.example/${i}`],
    })),
  });

  test.each([
    [30, true],
    [31, false],
  ])("of %i entries are open: %s", async (count, isOpen) => {
    const timeline = await live(sources(count), {}, 360);
    const boxes = [".dl-list-box", ".dl-sources-box"].map((one) => part<HTMLDetailsElement>(timeline, one).open);
    expect(boxes).toEqual([isOpen, isOpen]);
  });

  test("do not make a page of 2,000 events longer than its picture", async () => {
    const timeline = await live(sources(2000), {}, 360);
    const { height } = timeline.element.getBoundingClientRect();
    expect(height - part(timeline, ".dl-figure").getBoundingClientRect().height).toBeLessThan(740);
  });

  test("name the events of a source only where it has several", async () => {
    const data = {
      events: [
        { title: "One", date: "1901", sources: ["https://a.example/both"] },
        { title: "Two", date: "1902", sources: ["https://a.example/both", "https://a.example/two"] },
      ],
    };
    const timeline = await live(data, {}, 360);
    const items = [...timeline.element.querySelectorAll(".dl-sources > li")];
    expect(items.map((item) => item.querySelector(".dl-cited summary")?.textContent)).toEqual([
      "cited by 2 events",
      undefined,
    ]);
  });
});
