/** Taking over what a server wrote, where the page is not as the server assumed. */
import { afterEach, expect, test } from "vitest";
import { hydrateTimeline } from "../../src/dom/create.js";
import type { TimelineOptions } from "../../src/options.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { container, frames, serve } from "./support.js";

const { document: kursk } = kurskHorizontal();

afterEach(() => {
  document.body.replaceChildren();
});

test.each<[string, TimelineOptions | undefined]>([
  ["without a width", undefined],
  ["with a width of its own", { width: 700 }],
])("a figure drawn %s is taken over as it is in a narrow page, and then follows its container", async (_, options) => {
  const host = container(360);
  serve(host, renderToHtml(kursk, options));
  const before = host.querySelector("svg")?.outerHTML;
  const timeline = hydrateTimeline(host);
  expect(host.querySelector("svg")?.outerHTML).toBe(before);
  await frames(4);
  expect(timeline.element.dataset["orientation"]).toBe("vertical");
  timeline.destroy();
});

test("a width that the page's own script gives stays", async () => {
  const host = container(800);
  serve(host, renderToHtml(kursk, { width: 600 }));
  const timeline = hydrateTimeline(host, undefined, { width: 600 });
  await frames(4);
  expect(host.querySelector(".dl-figure")?.getBoundingClientRect().width).toBe(600);
  timeline.destroy();
});
