/** Sharing: a copied link, the address of an entry, and the ways back. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { container, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const STEPS = [{ event: "museum" }, { event: "prisoners" }];

const setAddress = (hash: string): void => window.history.replaceState(null, "", window.location.pathname + hash);
const go = async (hash: string): Promise<void> => {
  window.location.hash = hash;
  await frames(3);
};
const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  // Browsers scroll to whole pixels.
  return top > -1 && bottom < window.innerHeight + 1;
};
/** Room above the figure, so that it begins below the window. */
const addRoom = (): void => {
  const room = document.createElement("div");
  room.style.height = "3000px";
  document.body.append(room);
};

beforeEach(() => setAddress(""));

afterEach(() => {
  vi.restoreAllMocks();
  setAddress("");
  window.scrollTo(0, 0);
});

describe("a reader copies a link", () => {
  const copied = async (timeline: Timeline): Promise<string> => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await userEvent.click(part(timeline, '[data-action="more"]'));
    await userEvent.click(part(timeline, '[data-action="copy-link"]'));
    await expect.poll(() => part(timeline, ".dl-link-told").textContent).toBe("Link copied.");
    return write.mock.calls[0]?.[0] ?? "";
  };

  test("and who opens it sees the same view, selection, filter and step", async () => {
    const first = await live(kursk, { steps: STEPS });
    first.showStep(1);
    await frames(30);
    first.setView({ start: Date.UTC(2024, 9, 1), end: Date.UTC(2025, 5, 1) });
    first.select("prisoners");
    part(first, '[data-action="find"]').click();
    await userEvent.keyboard("2025");
    await expect.poll(() => part(first, ".dl-find-count").textContent).toMatch(/of 21/);
    const { view, step } = first;
    const count = part(first, ".dl-find-count").textContent;
    const link = await copied(first);
    expect(window.location.hash).toBe("");
    first.destroy();
    setAddress(new URL(link).hash);
    const second = await live(kursk, { steps: STEPS });
    expect(second.view.selected).toBe("prisoners");
    expect(Math.abs(second.view.start - view.start)).toBeLessThan(2);
    expect(Math.abs(second.view.end - view.end)).toBeLessThan(2);
    expect(second.step).toBe(step);
    // Find is open, so that the reader sees why events are left out.
    expect(part(second, ".dl-find-count").textContent).toBe(count);
    expect(part<HTMLInputElement>(second, ".dl-find input").value).toBe("2025");
  });

  test("of the whole figure, which leads to the figure", async () => {
    expect(new URL(await copied(await live(kursk, { idPrefix: "one" }))).hash).toBe("#one");
  });

  test("beside what other figures of the page show", async () => {
    setAddress("#two=museum&page=7");
    const timeline = await live(kursk, { idPrefix: "one" });
    timeline.select("prisoners");
    expect(new URL(await copied(timeline)).hash).toBe("#two=museum&page=7&one=prisoners");
  });

  test("from the address, where the page has no clipboard", async () => {
    const timeline = await live(kursk);
    timeline.select("prisoners");
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("refused"));
    await userEvent.click(part(timeline, '[data-action="more"]'));
    await userEvent.click(part(timeline, '[data-action="copy-link"]'));
    await expect.poll(() => part(timeline, ".dl-link-told").textContent).toMatch(/address of this page/);
    expect(window.location.hash).toBe("#dl=prisoners");
  });
});

describe("a reader opens a link", () => {
  test("and the page scrolls to the figure and the selected event", async () => {
    addRoom();
    setAddress("#dl=museum");
    const timeline = await live(kursk);
    await frames();
    expect(isInWindow(part(timeline, '[data-event="museum"] > .dl-mark'))).toBe(true);
  });

  test("that is of another figure, and the page stays where it is", async () => {
    addRoom();
    setAddress("#other=museum");
    await live(kursk);
    await frames();
    expect(window.scrollY).toBe(0);
  });

  test("to the entry of an event, as a middle click on its mark opens, and sees the event", async () => {
    const first = await live(kursk);
    const href = part(first, '[data-event="prisoners"] > .dl-mark').getAttribute("href");
    first.destroy();
    document.body.replaceChildren();
    addRoom();
    setAddress(href ?? "");
    const second = await live(kursk);
    await frames();
    expect(second.view.selected).toBe("prisoners");
    expect(isInWindow(part(second, '[data-event="prisoners"] > .dl-mark'))).toBe(true);
    expect(part(second, ".dl-details").hidden).toBe(false);
  });

  test("to an entry without JavaScript, and the entry is in the page and marked", async () => {
    addRoom();
    const host = container(1000);
    host.innerHTML = renderToHtml(kursk, { width: 1000 });
    await go("#dl-entry-prisoners");
    const entry = document.getElementById("dl-entry-prisoners") as HTMLElement;
    expect(isInWindow(entry)).toBe(true);
    expect(entry.matches(":target")).toBe(true);
    const timeline = hydrateTimeline(host);
    expect(timeline.view.selected).toBe("prisoners");
    timeline.destroy();
  });

  test("to an entry from the page, and its closed list opens", async () => {
    const timeline = await live(kursk);
    part<HTMLDetailsElement>(timeline, ".dl-list-box").open = false;
    await go("#dl-entry-museum");
    expect(isInWindow(document.getElementById("dl-entry-museum") as HTMLElement)).toBe(true);
  });
});

describe("a reader goes back", () => {
  test("to the address without a hash, and nothing is selected", async () => {
    const timeline = await live(kursk, { hash: true });
    await go("#dl=museum");
    expect(timeline.view.selected).toBe("museum");
    await go("");
    expect(timeline.view.selected).toBeNull();
    expect(part(timeline, ".dl-details").hidden).toBe(true);
  });

  test("to a link without a filter, and the filter of the other link is gone", async () => {
    const timeline = await live(kursk, { hash: true });
    await go("#dl-find=museum");
    expect(timeline.element.querySelectorAll(".dl-event").length).toBeLessThan(21);
    await go("#dl=museum");
    expect(timeline.element.querySelectorAll(".dl-event").length).toBe(21);
  });
});
