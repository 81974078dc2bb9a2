/** Reading direction of a picture: headings, labels and legend start where its readers do. */
import { describe, expect, test } from "vitest";
import { renderToHtml, renderToString, type TimelineOptions } from "../../src/index.js";
import { ar } from "../../src/locales/ar.js";
import { en } from "../../src/locales/en.js";

const document = {
  title: "Harbour",
  lanes: [{ id: "a", title: "Quay" }],
  events: [
    { title: "Mole", date: "1900", lane: "a" },
    { title: "Dock", date: "1950/..", lane: "a" },
  ],
};
const draw = (options: TimelineOptions): string => renderToString(document, { height: 160, ...options });
/** Visual position and anchor of a text. */
const placeOf = (svg: string, text: string): [number, "left" | "right"] => {
  const attributes = new RegExp(`<text([^>]*)>${text}<`).exec(svg)?.[1] ?? "";
  const x = Number(/ x="(-?[\d.]+)"/.exec(attributes)?.[1]);
  const turned = attributes.includes("scale(-1 1)");
  return [turned ? 640 + x : x, attributes.includes('text-anchor="end"') ? "right" : "left"];
};

describe("the compact figure", () => {
  test.each([
    ["English", en, "ltr", [0, "left"], [0, "left"]],
    ["English, time to the left", en, "rtl", [640, "right"], [640, "right"]],
    ["Arabic", ar, "ltr", [640, "right"], [640, "right"]],
    ["Arabic, time to the left", ar, "rtl", [640, "right"], [640, "right"]],
  ] as const)("has its title and lanes where reading begins: %s", (_, locale, axisDirection, title, lane) => {
    const svg = draw({ width: 640, locale, axisDirection });
    expect(placeOf(svg, "Harbour")).toEqual(title);
    expect(placeOf(svg, "Quay")).toEqual(lane);
  });

  test("is below the heading of the page", () => {
    expect(placeOf(renderToHtml(document, { width: 640, height: 160 }), "Quay")).toEqual([16, "left"]);
  });
});

describe("the vertical figure", () => {
  test.each([
    [en, 360, false],
    [ar, 360, true],
  ] as const)("is turned round in a language that runs to the left", (locale, width, turned) => {
    const svg = renderToString(document, { width, locale });
    expect(svg.includes("translate(360 0) scale(-1 1)")).toBe(turned);
  });
});

describe("the legend", () => {
  const glyphs = (options: TimelineOptions): boolean => {
    const foot = renderToString(document, { width: 960, ...options }).split('class="dl-foot"')[1] ?? "";
    expect(foot).toContain("<path");
    return foot.includes("scale(-1 1)");
  };
  test("has arrows that point in the direction of time", () => {
    expect(glyphs({})).toBe(false);
    expect(glyphs({ locale: ar })).toBe(false);
    expect(glyphs({ axisDirection: "rtl" })).toBe(true);
    // Down the page there is no left and right of time.
    expect(glyphs({ locale: ar, width: 360 })).toBe(false);
  });
});
