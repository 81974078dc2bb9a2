/** A static figure becomes live when the reader comes near or presses it, and no press is lost. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import { type Hydrate, lazyFigures } from "../../src/dom/lazy/lazy-figures.js";
import type { Timeline } from "../../src/index.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { click, middleOf } from "./pointer.js";
import { container, frames, serve } from "./support.js";

const html = renderToHtml(kurskHorizontal().document, { narrow: true });

const made: Timeline[] = [];
let stop = (): void => undefined;
afterEach(() => {
  stop();
  for (const timeline of made.splice(0)) timeline.destroy();
  document.body.replaceChildren();
  window.scrollTo(0, 0);
  history.replaceState(null, "", location.pathname + location.search);
});

const hydrate: Hydrate = (figure) => made.push(hydrateTimeline(figure));

/** A figure that waits, and the way to let the code for it arrive. */
function waiting(below = 0): { readonly figure: HTMLElement; readonly arrive: (fails?: boolean) => void } {
  const space = document.createElement("div");
  space.style.height = `${below}px`;
  // The width that the server assumed.
  const host = container(960);
  host.before(space);
  serve(host, html);
  let arrive = (_fails?: boolean): void => undefined;
  const loading = new Promise<Hydrate>((resolve, reject) => {
    arrive = (fails = false) => (fails ? reject(new Error("not found")) : resolve(hydrate));
  });
  // Only a test that lets it fail looks at the failure.
  loading.catch(() => undefined);
  stop = lazyFigures(document, () => loading);
  return { figure: host.querySelector("figure") as HTMLElement, arrive };
}

const markOf = (figure: Element, id: string): Element =>
  figure.querySelector(`.dl-figure [data-event="${id}"] > a.dl-mark`) as Element;
const isOpen = (figure: Element): boolean => figure.querySelector(".dl-details:not([hidden])") !== null;

describe("a figure that waits", () => {
  test("becomes live by itself in the window", async () => {
    const { arrive } = waiting();
    arrive();
    await vi.waitUntil(() => made.length === 1);
  });

  test("stays as it is far below the window, and becomes live when the reader scrolls there", async () => {
    const { figure, arrive } = waiting(6000);
    arrive();
    await frames(20);
    expect(made).toEqual([]);
    figure.scrollIntoView();
    await vi.waitUntil(() => made.length === 1);
  });

  test("opens the details of a mark that was pressed before it was live", async () => {
    const { figure, arrive } = waiting();
    await click(middleOf(markOf(figure, "treaty-signed")));
    expect(isOpen(figure)).toBe(false);
    arrive();
    await vi.waitUntil(() => isOpen(figure));
    expect(made[0]?.view.selected).toBe("treaty-signed");
    expect(location.hash).toBe("");
  });

  test("moves the focus by a key that was pressed before it was live", async () => {
    const { figure, arrive } = waiting();
    const first = markOf(figure, "treaty-signed") as SVGElement;
    first.focus();
    await press("ArrowRight");
    expect(focused()).toBe(first);
    arrive();
    await vi.waitUntil(() => focused() !== first);
    expect(focused().closest(".dl-figure")).not.toBeNull();
  });

  test("shifts nothing on the page when it becomes live", async () => {
    const { arrive } = waiting();
    const after = document.createElement("p");
    after.textContent = "Below";
    document.body.append(after);
    await frames(3);
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    });
    observer.observe({ type: "layout-shift" });
    const { top } = after.getBoundingClientRect();
    arrive();
    await vi.waitUntil(() => made.length === 1);
    await frames(6);
    observer.disconnect();
    expect(after.getBoundingClientRect().top).toBe(top);
    expect(shift).toBe(0);
  });

  test("leaves its links as they are where the code does not arrive", async () => {
    const reported = vi.spyOn(window, "reportError").mockImplementation(() => undefined);
    const { figure, arrive } = waiting();
    await click(middleOf(markOf(figure, "treaty-signed")));
    arrive(true);
    await vi.waitUntil(() => location.hash !== "");
    expect(document.querySelector(location.hash)?.getAttribute("data-event")).toBe("treaty-signed");
    expect(reported).toHaveBeenCalledOnce();
    reported.mockRestore();
  });

  test("stays as it is after stop", async () => {
    const { figure, arrive } = waiting();
    stop();
    arrive();
    await frames(20);
    await click(middleOf(figure.querySelector(".dl-caption") as Element));
    await frames(4);
    expect(made).toEqual([]);
  });
});
