/** Real files in the dark: the theme changes colours, and neither a word nor a place. */
import { describe, expect, test } from "vitest";
import kursk from "../examples/kursk/kursk.json" with { type: "json" };
import type { DocumentInput } from "../src/model/document/document.js";
import { renderToString } from "../src/render-to-string.js";
import { partInView, realDocument, REAL_FILES } from "../stories/real-data.js";

const SIZES = [{ width: 1280 }, { width: 1000, height: 500 }, { width: 360 }] as const;
const documents = [
  ...REAL_FILES.map((name) => [name, realDocument(name) as DocumentInput] as const),
  ["kursk", kursk as DocumentInput] as const,
];
const colours = (svg: string): Set<string> => new Set(svg.match(/#[0-9a-f]{6}\b/gi));
/** A tint under names is stronger in the dark. */
const bare = (svg: string): string => svg.replace(/#[0-9a-f]{6}\b/gi, "#").replace(/ fill-opacity="[\d.]+"/g, "");

describe.each(documents)("%s", (_, document) => {
  test.each(SIZES)("differs from its light picture in its colours alone, at %j", (size) => {
    const options = { ...size, ...partInView(document, size.width === 1000 ? 8 : 1) };
    const [light, dark] = (["light", "dark"] as const).map((theme) => renderToString(document, { ...options, theme }));
    expect(bare(dark as string)).toBe(bare(light as string));
    // A control: there are colours, and none of the light ones is left.
    expect(colours(light as string).size).toBeGreaterThan(2);
    expect([...colours(dark as string)].filter((one) => colours(light as string).has(one))).toEqual([]);
  });
});
