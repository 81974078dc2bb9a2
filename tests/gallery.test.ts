/** Every picture of the gallery as it was last looked at. `npm run golden` takes new ones; look at them before you commit. */
import { describe, expect, test } from "vitest";
import { parseDocument } from "../src/model/parse-document.js";
import { renderToHtml } from "../src/render-to-html.js";
import { renderToString } from "../src/render-to-string.js";
import { GALLERY } from "../stories/gallery/index.js";
import { parseXml } from "./support/xml.js";

const cases = Object.entries(GALLERY);

describe("the gallery", () => {
  test.each(cases)("%s has no issue that is not meant", (_, make) => {
    const { document, issues = [] } = make();
    const found = new Set(parseDocument(document).issues.map((issue) => issue.code));
    expect([...found].filter((code) => !issues.includes(code))).toEqual([]);
  });

  test.each(cases)("%s looks as it did", async (name, make) => {
    const { document, options } = make();
    // One element a line, so that a change shows where it is.
    const svg = renderToString(document, options).replace(/></g, ">\n<");
    await expect(svg).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  test.each(cases)("%s is well-formed XML with unique ids", (_, make) => {
    const { document, options } = make();
    const { ids } = parseXml(renderToString(document, options));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(cases)("%s has every event in exactly one mark or cluster, and in the list", (_, make) => {
    const { document, options } = make();
    const { timeline } = parseDocument(document);
    const html = renderToHtml(document, options);
    const [picture = "", rest = ""] = html.split('<section class="dl-details"');
    const marks = [...picture.matchAll(/<g class="dl-event" data-event="([^"]*)"/g)].map((match) => match[1]);
    const clustered = [...picture.matchAll(/data-events="(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(new Set(marks).size).toBe(marks.length);
    if (options?.initialView === undefined) expect(marks.length + clustered).toBe(timeline.events.length);
    const entries = [...rest.matchAll(/<li id="[^"]*" data-event="/g)];
    expect(entries).toHaveLength(timeline.events.length + timeline.unplaced.length);
  });

  test.each(cases)("%s has no style attribute, no handler, no reference by url", (_, make) => {
    const { document, options } = make();
    const output = renderToString(document, options) + renderToHtml(document, options);
    expect(output).not.toMatch(/\sstyle=|\son\w+=|url\(/);
  });

  test.each(cases)("%s has no number that is none, and no negative size", (_, make) => {
    const { document, options } = make();
    const svg = renderToString(document, options);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).not.toMatch(/\s(?:width|height|r|rx)="-/);
  });

  test("a document without faults has no issue at all", () => {
    const make = GALLERY["kurskHorizontal"];
    expect(make && parseDocument(make().document).issues).toEqual([]);
  });
});
