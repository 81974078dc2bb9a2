/** The bent axis: what its segments say, and the bar of true scale under it. */
import { describe, expect, test } from "vitest";
import { renderToHtml } from "../../../src/render-to-html.js";
import { renderToString } from "../../../src/render-to-string.js";
import { skewedTime } from "../../../stories/gallery/skewed.js";

const { document } = skewedTime();
const svg = renderToString(document, { width: 1000 });
const texts = (picture: string): string[] =>
  [...picture.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text = ""]) => text);

describe("a figure of skewed time", () => {
  test("is bent by default, and says by how much", () => {
    expect(svg).toContain("Time is bent so that events have room.");
    expect(texts(svg).join(" ")).toMatch(/drawn widest/);
  });

  test("has a bar of true scale with a tick for each place of an event", () => {
    expect(svg.match(/class="dl-true-scale"/g)).toHaveLength(1);
  });

  test("is proportional with the scale time", () => {
    const proportional = renderToString(document, { width: 1000, scale: "time" });
    expect(proportional).not.toContain("dl-true-scale");
    expect(proportional).not.toContain("Time is bent");
  });

  test("no heading of a segment is said twice", () => {
    const headings = [...svg.matchAll(/<text[^>]*font-weight="600"[^>]*>([^<]*(?:19\d\d)[^<]*)</g)].map(
      ([, text]) => text,
    );
    const axis = headings.slice(-8);
    expect(new Set(axis).size).toBe(axis.length);
  });

  test("says of a segment within a day that is named before it only the time", () => {
    expect(texts(svg)).toContain("23:26");
    expect(texts(svg)).not.toContain("Nov 1921");
  });

  test("has the same kind of scale at every width", () => {
    for (const width of [600, 800, 1400]) expect(renderToString(document, { width })).toContain("dl-true-scale");
  });

  test("offers to draw it at true scale; a proportional one does not", () => {
    const offered = (scale: "auto" | "time"): boolean => {
      const [button = ""] = /<button[^>]*data-action="true-scale"[^>]*>/.exec(renderToHtml(document, { scale })) ?? [];
      return button !== "" && !button.includes("hidden");
    };
    expect([offered("auto"), offered("time")]).toEqual([true, false]);
  });
});
