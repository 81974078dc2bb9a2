/** Labels at the end of the axis, where text after its tick would be cut. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../../src/render-to-string.js";
import { parseXml } from "../../support/xml.js";

const between = (first: string, last: string) => ({
  events: [
    { title: "First", date: first },
    { title: "Last", date: last },
  ],
});

describe("the last context of an axis", () => {
  test.each([
    ["stands before its tick where there is room", between("2020-03-02", "2020-04-01"), 1280, "April 2020"],
    [
      "stands under its tick where there is no room before it",
      between("2024-06-19", "2024-12-04"),
      1280,
      "December 2024",
    ],
    ["makes the one before it go where both have no room", between("2024-06-19", "2024-12-04"), 640, "December 2024"],
  ])("%s", (_, document, width, name) => {
    const svg = renderToString(document, { width, orientation: "horizontal" });
    expect(() => parseXml(svg)).not.toThrow();
    const found = new RegExp(`<text x="([\\d.]+)"[^>]*text-anchor="end"[^>]*>${name}<`).exec(svg);
    expect(found, svg.match(/>[A-Z][a-z]+ 20\d\d</g)?.join()).not.toBeNull();
    expect(Number(found?.[1])).toBeLessThanOrEqual(width - 16);
  });
});
