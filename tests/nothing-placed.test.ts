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

  test.each(SHAPES)("says in the middle why nothing is drawn, and draws no lane, in %s", (_, options) => {
    const svg = renderToString(UNPLACED, options);
    const words = svg.match(/<text[^>]*text-anchor="middle".*?<\/text>/g)?.map((text) => text.replace(/<[^>]*>/g, " "));
    expect(words?.join(" ").replace(/\s+/g, " ")).toContain(
      "Not placed (2). These events have no date that can be drawn.",
    );
    expect(svg).not.toContain("dl-lane");
  });

  test("points to the list in a page, whose picture stands above it", () => {
    const [, picture = ""] = /(<svg .*<\/svg>)/s.exec(renderToHtml(UNPLACED)) ?? [];
    expect(picture).toContain("2 events could not be placed, see list.");
    expect(picture).toContain("These events have no date that can be drawn.");
  });

  test("keeps its eras, and says below them how many events were not placed", () => {
    const svg = renderToString({ events: UNPLACED, eras: [{ title: "War", date: "1914/1918" }] });
    expect(svg).toMatch(/War.*Not placed \(2\)\./s);
  });

  test("says that there are none where there are none", () => {
    expect(renderToHtml([])).toContain("No events.");
    expect(renderToString([])).toMatch(/<text[^>]*>No events\.</);
  });
});
