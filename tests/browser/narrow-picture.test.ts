/** A page of a server has two pictures: a reader on a phone sees the narrow one, without a script and with one. */
import { afterEach, describe, expect, test } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { container, frames, serve } from "./support.js";

const { document: kursk } = kurskHorizontal();
const html = renderToHtml(kursk, { narrow: true });

afterEach(() => document.body.replaceChildren());

function served(width: number, text = html): HTMLElement {
  const host = container(width);
  serve(host, text);
  const below = document.createElement("p");
  below.textContent = "Below the figure";
  host.after(below);
  return host;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const shownPictures = (host: Element): Element[] => [...host.querySelectorAll(".dl-figure")].filter(isShown);

/** The sum of the shifts that the browser saw while something ran. */
async function shiftOf(run: () => Promise<void>): Promise<number> {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
  });
  observer.observe({ type: "layout-shift" });
  await frames(3);
  await run();
  await frames(6);
  for (const entry of observer.takeRecords()) sum += (entry as unknown as { value: number }).value;
  observer.disconnect();
  return sum;
}

describe("a figure with a narrow picture", () => {
  test.each([
    [360, "vertical"],
    [600, "vertical"],
    [700, "horizontal"],
    [1200, "horizontal"],
  ])("shows one of them without a script: at %i px the %s one, within its container", (width, orientation) => {
    const host = served(width);
    const shown = shownPictures(host);
    expect(shown.map((svg) => svg.classList.contains(`dl-${orientation}`))).toEqual([true]);
    expect(shown[0]?.getBoundingClientRect().width).toBeLessThanOrEqual(width);
    const events = [...host.querySelectorAll(".dl-event")].filter(isShown);
    expect(events.length).toBe(21);
  });

  test("has each id once, and takes less than 100 kB more", () => {
    const ids = [...served(360).querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html.length - renderToHtml(kursk).length).toBeLessThan(100_000);
    expect(html.length).toBeGreaterThan(renderToHtml(kursk).length);
  });

  test.each([360, 390, 960])("is taken over at %i px without a shift, and has one picture then", async (width) => {
    // A toolbar beside the heading moves nothing; above the picture it would.
    const host = served(width, renderToHtml(kursk, { narrow: true, toolbar: false }));
    const before = shownPictures(host)[0]?.getBoundingClientRect().toJSON() as object;
    let timeline: ReturnType<typeof hydrateTimeline> | undefined;
    const shift = await shiftOf(async () => {
      timeline = hydrateTimeline(host);
      await frames(4);
    });
    expect(shift).toBeLessThan(0.005);
    expect(host.querySelectorAll(".dl-figure").length).toBe(1);
    expect(shownPictures(host)[0]?.getBoundingClientRect().toJSON()).toEqual(before);
    expect(timeline?.element.dataset["orientation"]).toBe(width < 480 ? "vertical" : "horizontal");
    timeline?.destroy();
  });

  test("follows its container once that gets another width", async () => {
    const host = served(390);
    const timeline = hydrateTimeline(host);
    await frames(4);
    host.style.width = "800px";
    await frames(4);
    expect(timeline.element.dataset["orientation"]).toBe("horizontal");
    expect(host.querySelector(".dl-figure")?.getBoundingClientRect().width).toBe(800);
    timeline.destroy();
  });

  test("is not written where the picture is narrow anyway, or of a given orientation", () => {
    expect(renderToHtml(kursk, { narrow: true, width: 320 })).not.toContain("dl-narrow");
    expect(renderToHtml(kursk, { narrow: true, orientation: "horizontal" })).not.toContain("dl-narrow");
  });
});

describe("figures that a script creates without a prefix", () => {
  test("share no id", async () => {
    const { createTimeline } = await import("../../src/dom/controller/create.js");
    const page = container(800);
    const timelines = [0, 1].map(() => createTimeline(page.appendChild(document.createElement("div")), kursk));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timelines.map(({ element }) => element.id)).toEqual(["dl", "dl2"]);
    for (const timeline of timelines) timeline.destroy();
  });

  test("lay nothing out in a window of 1 px", async () => {
    const { createTimeline } = await import("../../src/dom/controller/create.js");
    const host = container(800);
    const timeline = createTimeline(host, kursk);
    host.style.width = "1px";
    await frames(4);
    expect(timeline.element.querySelector(".dl-figure")?.getAttribute("viewBox")).toMatch(/^0 0 800 /);
    timeline.destroy();
  });
});
