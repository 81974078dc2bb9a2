/** The toolbar is quiet, names its buttons, and is at hand while a part of time is in view. */
import { page } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal, kurskVertical } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { click, hover, middleOf } from "./pointer.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const vertical = kurskVertical().document;

const tool = (timeline: Timeline, action: string): HTMLElement =>
  part(timeline, `.dl-toolbar [data-action="${action}"]`);
const seen = (timeline: Timeline): string[] =>
  [...timeline.element.querySelectorAll<HTMLElement>(".dl-toolbar button")]
    .filter((button) => button.checkVisibility({ visibilityProperty: true }))
    .map((button) => button.dataset["action"] as string);
const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
};

beforeEach(() => page.viewport(1280, 800));
afterEach(() => window.scrollTo(0, 0));

describe("the toolbar of a wide figure", () => {
  test("has five icons of 32 px on the line of the title, which comes first", async () => {
    const timeline = await live(kursk, {}, 1280);
    expect(seen(timeline)).toEqual(["zoom-out", "zoom-in", "fit", "find", "more"]);
    const [title, button] = [".dl-heading", '[data-action="more"]'].map((one) =>
      part(timeline, one).getBoundingClientRect(),
    );
    const middle = ({ top, height }: DOMRect): number => top + height / 2;
    expect(Math.abs(middle(title as DOMRect) - middle(button as DOMRect))).toBeLessThan(2);
    expect([button?.width, button?.height]).toEqual([32, 32]);
    expect(part(timeline, ".dl-caption").compareDocumentPosition(part(timeline, ".dl-toolbar"))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  test("says the name and the key of a button to a pointer that waits, and to the focus at once", async () => {
    const timeline = await live(kursk, {}, 1280);
    const tip = part(timeline, ".dl-tip");
    tool(timeline, "zoom-out").focus();
    await press("ArrowRight");
    expect([tip.hidden, tip.textContent]).toEqual([false, "Zoom in +"]);
    await press("Escape");
    expect(tip.hidden).toBe(true);
    await hover(middleOf(tool(timeline, "find")));
    expect(tip.hidden).toBe(true);
    await expect.poll(() => tip.textContent).toBe("Find");
  });

  test("stays in the window of a reader who has zoomed and scrolls", async () => {
    const timeline = await live(kursk, {}, 1280);
    tool(timeline, "zoom-in").click();
    await frames();
    window.scrollTo(0, 400);
    await frames();
    expect(isInWindow(tool(timeline, "fit"))).toBe(true);
  });

  test("opens a menu with what this figure can do, and gives the focus back", async () => {
    const timeline = await live(kursk, {}, 1280);
    await click(middleOf(tool(timeline, "more")));
    const menu = part(timeline, ".dl-menu");
    const items = [...menu.querySelectorAll<HTMLElement>(".dl-item")].filter((one) => one.checkVisibility());
    expect(items.map((one) => one.textContent)).toEqual([
      "Key",
      "Show how events relate",
      "All events",
      "Sources",
      "Print",
      "Copy link",
      "Keyboard",
    ]);
    await press("Escape");
    expect([menu.matches(":popover-open"), focused()]).toEqual([false, tool(timeline, "more")]);
  });

  test("leads by the menu to the sources, which open", async () => {
    const timeline = await live(kursk, {}, 1280);
    await click(middleOf(tool(timeline, "more")));
    await click(middleOf(part(timeline, '.dl-menu [data-action="sources"]')));
    expect(part<HTMLDetailsElement>(timeline, ".dl-sources-box").open).toBe(true);
    expect(focused()).toBe(part(timeline, ".dl-sources-box > summary"));
  });

  test("leads by the menu to the key of the marks, and to paper", async () => {
    const timeline = await live(kursk, {}, 1280);
    await click(middleOf(tool(timeline, "more")));
    await click(middleOf(part(timeline, '.dl-menu [data-action="key"]')));
    expect(focused()).toBe(part(timeline, ".dl-key"));
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    await click(middleOf(tool(timeline, "more")));
    await click(middleOf(part(timeline, '.dl-menu [data-action="print"]')));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  test("draws by the menu how events relate, and takes it back", async () => {
    const timeline = await live(kursk, {}, 1280);
    const lines = (): Element[] => [...timeline.element.querySelectorAll(".dl-threads > *")];
    const item = (): HTMLElement => part(timeline, '.dl-menu [data-action="relations"]');
    expect([lines().length, item().getAttribute("aria-pressed")]).toEqual([0, "false"]);
    item().click();
    await frames();
    expect(lines().length).toBeGreaterThan(5);
    expect(item().getAttribute("aria-pressed")).toBe("true");
    item().click();
    await frames();
    expect(lines()).toEqual([]);
  });

  test("has no item for relations where none are given or drawn", async () => {
    for (const [data, options] of [
      [[{ title: "Alone", date: "2020" }], {}],
      [kursk, { relations: "none" }],
    ] as const) {
      const timeline = await live(data, options, 1000);
      expect(part(timeline, '.dl-menu [data-action="relations"]').hidden).toBe(true);
    }
  });

  test("keeps the focus on its last button when time is unfolded by the menu", async () => {
    const timeline = await live(kursk, { scale: "compressed" }, 1000);
    await click(middleOf(tool(timeline, "more")));
    await click(middleOf(part(timeline, '.dl-menu [data-action="unfold"]')));
    await frames();
    expect(focused()).toBe(tool(timeline, "more"));
  });
});

describe("the toolbar of a phone", () => {
  beforeEach(() => page.viewport(360, 740));

  test("is search and more while all of time is in view", async () => {
    const timeline = await live(vertical, {}, 360);
    expect(seen(timeline)).toEqual(["find", "more"]);
  });

  test("moves and resets a zoomed figure by one thumb, wherever the reader has scrolled", async () => {
    const timeline = await live(vertical, {}, 360);
    part(timeline, '.dl-menu [data-action="zoom-in"]').click();
    await frames();
    for (const y of [0, 600, 1200]) {
      window.scrollTo(0, y);
      await frames();
      for (const action of ["zoom-out", "fit", "earlier", "later"]) {
        const button = tool(timeline, action);
        expect(isInWindow(button), `${action} at ${y}`).toBe(true);
        expect(button.getBoundingClientRect().top).toBeGreaterThan(370);
      }
    }
    await click(middleOf(tool(timeline, "fit")));
    expect(seen(timeline)).toEqual(["find", "more"]);
    expect(timeline.element.contains(focused())).toBe(true);
  });
});
