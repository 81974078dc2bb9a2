/** A picture of a server meets the reader's own face, text size and spacing: nothing overlaps, parts and nothing is cut. */
import { afterEach, describe, expect, test } from "vitest";
import { hydrateTimeline } from "../../src/dom/controller/create.js";
import { ar } from "../../src/locales/ar.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { rightToLeftSources } from "../../stories/gallery/scripts.js";
import { live } from "./live.js";
import { container, frames, serve } from "./support.js";

const { document: kursk } = kurskHorizontal();
/** The first is wider than the table of widths that a server measures with, the others are narrower. */
const FACES = ["DejaVu Sans Mono, monospace", "Inter, sans-serif", "Georgia, serif"];
/** From one part of a line to the next, in px. */
const GAP_MAX = 16;

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  document.documentElement.removeAttribute("dir");
  for (const style of document.head.querySelectorAll("style[data-test]")) style.remove();
});

/** From each part of a line of text to the next: below zero they overlap. */
function gapsIn(text: Element): number[] {
  const boxes = [...text.querySelectorAll("tspan")]
    .map((span) => span.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.left - b.left);
  return boxes.slice(1).map(({ left }, i) => left - (boxes[i]?.right ?? 0));
}

function addStyle(css: string): void {
  const style = document.createElement("style");
  style.dataset["test"] = "";
  style.textContent = css;
  document.head.append(style);
}

describe("the line of an era, of a lane and of a date", () => {
  test.each(FACES)("has no gap and no overlap in a page in %s", async (face) => {
    const host = container(700);
    host.style.fontFamily = face;
    // Kerning sets a comma under the 7 before it, as in any text: no gap of ours.
    host.style.fontKerning = "none";
    serve(host, renderToHtml(kursk, { width: 700 }));
    await document.fonts.ready;
    await frames();
    const lines = [...host.querySelectorAll(".dl-era text, .dl-lane-head text, .dl-label text:has(.dl-source-link)")];
    // Of a text of several lines, each line has a place of its own.
    const gaps = lines.filter((line) => !line.querySelector("tspan[x]")).flatMap(gapsIn);
    expect(gaps.length).toBeGreaterThan(10);
    expect(Math.min(...gaps)).toBeGreaterThan(-1);
    expect(Math.max(...gaps)).toBeLessThan(GAP_MAX);
  });

  test.each(FACES)("reads from right to left in %s", async (face) => {
    const { document: data, options } = rightToLeftSources();
    const host = container(900);
    host.style.fontFamily = face;
    serve(host, renderToHtml(data, { ...options, width: 900 }));
    await document.fonts.ready;
    await frames();
    const [era] = [...host.querySelectorAll(".dl-era text")];
    const spans = [...(era?.querySelectorAll("tspan") ?? [])].map((span) => span.getBoundingClientRect().right);
    expect(spans).toEqual(spans.toSorted((a, b) => b - a));
    expect(Math.min(...gapsIn(era as Element))).toBeGreaterThan(-1);
  });
});

describe("a reader's text", () => {
  /** WCAG 1.4.12. */
  const SPACING =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

  test.each([
    [320, "spaced", SPACING],
    [390, "spaced", SPACING],
    [320, "of 200 %", "html { font-size: 200% }"],
    [390, "of 200 %", "html { font-size: 200% }"],
  ])("at %i px, %s, loses no title of the list and makes no text wider than the page", async (width, _, css) => {
    addStyle(css);
    const timeline = await live(kursk, {}, width);
    await frames(3);
    const titles = [...timeline.element.querySelectorAll<HTMLElement>(".dl-list .dl-entry-title")];
    expect(titles.length).toBe(21);
    const texts = timeline.element.querySelectorAll<HTMLElement>(
      ".dl-heading, .dl-deck, .dl-list p, .dl-sources li, .dl-note, .dl-key li",
    );
    for (const text of texts) {
      if (text.getClientRects().length === 0) continue;
      expect(text.getBoundingClientRect().right, text.textContent ?? "").toBeLessThanOrEqual(width + 0.5);
      expect(text.scrollHeight, text.textContent ?? "").toBeLessThanOrEqual(text.clientHeight + 2);
    }
  });
});

describe("hidden texts", () => {
  test.each(["ltr", "rtl"])("make no page wider that is written %s", async (dir) => {
    document.documentElement.dir = dir;
    const { document: data } = rightToLeftSources();
    const host = container(0);
    host.style.width = "auto";
    serve(host, renderToHtml(data, { locale: ar, width: 900 }));
    const timeline = hydrateTimeline(host, undefined, { locale: ar });
    await frames(4);
    const page = document.documentElement;
    expect(page.scrollWidth).toBe(page.clientWidth);
    timeline.destroy();
  });
});
