import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import kursk from "../examples/kursk/kursk.json" with { type: "json" };
import { parseDocument } from "../src/model/document/parse-document.js";
import { renderToHtml } from "../src/render-to-html.js";
import { renderToString } from "../src/render-to-string.js";

const text = (path: string): string => readFileSync(new URL(`../examples/kursk/${path}`, import.meta.url), "utf8");

describe("the example", () => {
  test("has 21 events and 31 sources, and nothing to report", () => {
    const { timeline, issues } = parseDocument(kursk);
    expect([timeline.events.length, timeline.unplaced.length, timeline.sources.length, issues]).toEqual([
      21,
      0,
      31,
      [],
    ]);
  });

  test("labels all of its events at 960 px", () => {
    expect([...renderToString(kursk).matchAll(/class="dl-label"/g)]).toHaveLength(21);
  });

  test("links every source, in the picture and in the list", () => {
    const [svg, html] = [renderToString(kursk), renderToHtml(kursk)];
    for (const { url } of Object.values(kursk.sources)) {
      const href = `href="${new URL(url).href.replace(/&/g, "&amp;")}" rel="noopener noreferrer"`;
      expect(svg).toContain(href);
      expect(html).toContain(href);
    }
  });

  test("is the picture in the README", () => {
    expect(`${renderToString(kursk)}\n`).toBe(text("kursk.svg"));
    expect(`${renderToString(kursk, { theme: "dark" })}\n`).toBe(text("kursk-dark.svg"));
  });
});
