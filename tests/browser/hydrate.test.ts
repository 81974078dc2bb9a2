/** Hydration where the page is not as the server assumed. */
import { afterEach, expect, test } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import type { TimelineOptions } from "../../src/options.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { container, frames, serve } from "./support.js";

const { document: kursk } = kurskHorizontal();

/** The picture without roles and tab stops, which the script adds. */
function drawn(host: Element): string[] {
  const svg = host.querySelector(".dl-figure") as Element;
  const parts = [...svg.querySelectorAll("text, tspan, path, rect, line")];
  const shape = (part: Element): string =>
    ["x", "y", "x1", "y1", "d", "width"].map((name) => part.getAttribute(name) ?? "").join(" ");
  return [
    svg.getAttribute("viewBox") ?? "",
    ...parts.map((part) => `${part.tagName} ${shape(part)} ${part.textContent}`),
  ];
}

afterEach(() => {
  document.body.replaceChildren();
});

test.each<[string, TimelineOptions | undefined]>([
  ["without a width", undefined],
  ["with a width of its own", { width: 700 }],
])("a figure drawn %s is taken over as it is in a narrow page, and then follows its container", async (_, options) => {
  const host = container(360);
  serve(host, renderToHtml(kursk, options));
  const before = drawn(host);
  const timeline = hydrateTimeline(host);
  expect(drawn(host)).toEqual(before);
  await frames(4);
  expect(timeline.element.dataset["orientation"]).toBe("vertical");
  timeline.destroy();
});

test("options that are undefined keep those of the server", () => {
  const host = container(800);
  serve(host, renderToHtml(kursk, { width: 800, theme: "dark", scale: "equal", coverage: false }));
  const before = drawn(host);
  const nothing = { theme: undefined, scale: undefined, coverage: undefined, width: undefined };
  const timeline = hydrateTimeline(host, undefined, nothing as TimelineOptions);
  expect(timeline.element.dataset["theme"]).toBe("dark");
  expect(drawn(host)).toEqual(before);
  timeline.update({ options: { minimap: false } });
  expect(timeline.element.dataset["theme"]).toBe("dark");
  timeline.destroy();
});

test("a width from the caller stays", async () => {
  const host = container(800);
  serve(host, renderToHtml(kursk, { width: 600 }));
  const timeline = hydrateTimeline(host, undefined, { width: 600 });
  await frames(4);
  expect(host.querySelector(".dl-figure")?.getBoundingClientRect().width).toBe(600);
  timeline.destroy();
});
