/** Figures narrower than the page: in a column of a wide page, on a phone. */
import { describe, expect, test } from "vitest";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";

const { document: kursk } = kurskHorizontal();
const ADDRESS = `https://example.org/${"a_long_path_without_a_place_to_break".repeat(4)}`;
const addresses = {
  title: `See ${ADDRESS}`,
  description: `From ${ADDRESS}`,
  events: [{ id: "a", title: ADDRESS, date: "2020", description: ADDRESS, place: ADDRESS, sources: [ADDRESS] }],
};

/** Texts around the picture that cross the edge of the figure. */
const over = (figure: Element): string[] => {
  const { right } = figure.getBoundingClientRect();
  const range = document.createRange();
  return [...figure.querySelectorAll(":is(p, h2, h3, span, a, strong):not(svg *, .dl-hidden, .dl-skip)")]
    .filter((element) => {
      range.selectNodeContents(element);
      return [...range.getClientRects()].some((box) => box.width > 0 && box.right > right + 0.5);
    })
    .map((element) => element.className || element.tagName);
};

describe("a narrow figure", () => {
  test("breaks an address that is longer than a line, everywhere", async () => {
    const { element } = await live(addresses, { selected: "a" }, 320);
    expect(over(element)).toEqual([]);
  });

  test("a control: an address that may not break is found", async () => {
    const { element } = await live(addresses, { selected: "a" }, 320);
    element.style.setProperty("overflow-wrap", "normal");
    expect(over(element)).not.toEqual([]);
  });

  test("has its details in one column, also in a wide page", async () => {
    const timeline = await live(kursk, { selected: "prisoners" }, 640);
    const [text, sources] = [".dl-details-text", ".dl-details-sources"].map((selector) =>
      part(timeline, selector).getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(sources.left).toBeCloseTo(text.left, 0);
    expect(sources.top).toBeGreaterThan(text.bottom);
  });

  test("a wide figure has sources beside the text, as wide as one of their lines", async () => {
    const timeline = await live(kursk, { selected: "prisoners" }, 760);
    const [text, sources] = [".dl-details-text", ".dl-details-sources"].map((selector) =>
      part(timeline, selector).getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(sources.left).toBeGreaterThan(text.right);
    expect(sources.width).toBeGreaterThan(200);
  });
});
