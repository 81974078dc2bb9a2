/** Containers of every size, and containers without a size yet. */
import { afterEach, describe, expect, test } from "vitest";
import { createTimeline, type Timeline } from "../../src/index.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { frames, labelTexts, overlaps } from "./support.js";

const { document: kursk } = kurskHorizontal();
let timeline: Timeline | undefined;

afterEach(() => {
  timeline?.destroy();
  timeline = undefined;
  document.body.replaceChildren();
});

function page(html: string): void {
  document.body.style.margin = "0";
  document.body.innerHTML = html;
}

const picture = (): SVGElement => timeline?.element.querySelector(".dl-figure") as SVGElement;
const laidOutFor = (): number => Number(picture().getAttribute("viewBox")?.split(" ")[2]);

/** How each page hides the timeline, and how it shows it. */
const HIDDEN: Readonly<Record<string, readonly [html: string, show: () => void]>> = {
  "display: none": [
    '<div id="outer" style="display:none; width:700px"><div id="host"></div></div>',
    () => document.getElementById("outer")?.style.setProperty("display", "block"),
  ],
  "the attribute hidden": [
    '<div id="outer" hidden style="width:700px"><div id="host"></div></div>',
    () => document.getElementById("outer")?.removeAttribute("hidden"),
  ],
  "a width of 0 px": [
    '<div id="outer" style="width:0; overflow:hidden"><div id="host"></div></div>',
    () => document.getElementById("outer")?.style.setProperty("width", "700px"),
  ],
  "closed details": [
    '<details style="width:700px"><summary>Timeline</summary><div id="host"></div></details>',
    () => document.querySelector("summary")?.click(),
  ],
  "a tab panel that is not the chosen one": [
    '<div style="width:700px"><button id="tab">Timeline</button><div id="text">Text</div><div id="panel" style="display:none"><div id="host"></div></div></div>',
    () => {
      document.getElementById("text")?.style.setProperty("display", "none");
      document.getElementById("panel")?.style.removeProperty("display");
    },
  ],
  "content-visibility: hidden": [
    '<div id="outer" style="content-visibility:hidden; width:700px"><div id="host"></div></div>',
    () => document.getElementById("outer")?.style.setProperty("content-visibility", "visible"),
  ],
  "a container that is not in the page": [
    "",
    () => {
      document.body.style.width = "700px";
      document.body.append(timeline?.element.parentElement as Element);
    },
  ],
};

describe("a container without a size", () => {
  test.each(Object.entries(HIDDEN))("%s: is laid out for its width once it is shown", async (name, [html, show]) => {
    page(html);
    const host = document.getElementById("host") ?? document.createElement("div");
    timeline = createTimeline(host, kursk);
    await frames(3);
    show();
    await frames(4);
    document.body.style.width = "";
    expect(laidOutFor(), name).toBe(700);
    expect(picture().getBoundingClientRect().width).toBeCloseTo(700, 0);
    expect(overlaps(labelTexts(timeline.element))).toEqual([]);
    expect(picture().querySelectorAll(".dl-event").length).toBeGreaterThan(15);
  });

  test("keeps its picture when it is hidden again, and follows another width when it is shown", async () => {
    page('<div id="outer" style="width:700px"><div id="host"></div></div>');
    const outer = document.getElementById("outer") as HTMLElement;
    timeline = createTimeline(document.getElementById("host") as Element, kursk);
    await frames(3);
    outer.style.display = "none";
    await frames(3);
    expect(laidOutFor()).toBe(700);
    outer.style.width = "420px";
    outer.style.display = "block";
    await frames(4);
    expect(laidOutFor()).toBe(420);
    expect(timeline.element.getAttribute("data-orientation") ?? picture().getAttribute("class")).toContain("vertical");
  });
});

describe("a width of", () => {
  test.each([320, 480, 720, 1280, 2560, 5000, 10_000])(
    "%i px: nothing overlaps, nothing is cut, the figure is as wide",
    async (width) => {
      page(`<div id="host" style="width:${width}px"></div>`);
      timeline = createTimeline(document.getElementById("host") as Element, kursk);
      await document.fonts.ready;
      await frames(3);
      expect(laidOutFor()).toBe(width);
      expect(overlaps(labelTexts(timeline.element))).toEqual([]);
      const frame = picture().getBoundingClientRect();
      const outside = labelTexts(timeline.element).filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.bottom > frame.bottom + 0.5;
      });
      expect(outside.map((text) => text.textContent)).toEqual([]);
    },
  );
});
