import { describe, expect, test } from "vitest";
import { renderToHtml } from "../src/render-to-html.js";
import { renderToString } from "../src/render-to-string.js";

const UNPLACED = [
  { title: "A", date: "soon" },
  { title: "B", date: "1/2/2021" },
];
const SHAPES = [
  ["a wide picture", { width: 960 }],
  ["a column", { width: 320 }],
  ["a strip", { width: 960, height: 120 }],
] as const;

describe("a timeline without a date that can be read", () => {
  test.each(SHAPES)("has no axis in %s", (_, options) => {
    expect(renderToString(UNPLACED, options)).not.toMatch(/dl-axis|dl-strip|1970|January/);
    expect(renderToString([], options)).not.toMatch(/dl-axis|dl-strip|1970|January/);
    expect(renderToString([{ title: "A", date: "2020" }], options)).toContain("dl-axis");
  });

  test("says how many events were not placed, and not that there are none", () => {
    const svg = renderToString(UNPLACED);
    expect(svg).toContain("Not placed (2).");
    const html = renderToHtml(UNPLACED);
    expect(html).toContain("2 events could not be placed, see list.");
    for (const text of [svg, html]) expect(text).not.toContain("No events");
  });

  test("says that there are none where there are none", () => {
    expect(renderToHtml([])).toContain("No events.");
    expect(renderToString([])).toMatch(/<text[^>]*>No events\.</);
  });
});
