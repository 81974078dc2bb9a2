/** Every picture of the gallery equals its golden file. `npm run golden` writes new files; look at each before you commit it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolveOptions } from "../src/resolve-options.js";
import { createPipeline } from "../src/pipeline.js";
import type { GalleryCase } from "../stories/gallery/case.js";
import { CASES, PICTURES, picture } from "./support/pictures.js";
import { differences, type SceneSummary, summaryOf, summaryText } from "./support/scene-summary.js";
import { parseXml } from "./support/xml.js";

const FOLDER = new URL("golden/", import.meta.url);
/** Places may differ by this, in px: summaries are rounded to half px. */
const TOLERANCE = 0.75;

function sceneOf({ document, options }: GalleryCase): SceneSummary {
  const resolved = resolveOptions(options);
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, resolved);
  const figure = pipeline.figure(timeline, resolved, true);
  const view = pipeline.initialView(timeline, figure, resolved);
  return summaryOf(pipeline.picture({ timeline, figure, view, options: resolved, standalone: true }).svg);
}

const goldenScene = (name: string): SceneSummary =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as SceneSummary;

describe("the gallery", () => {
  test.each(PICTURES)("%s has no issue that is not meant", (name) => {
    const { issues = [] } = picture(name).case;
    const found = new Set(picture(name).parsed.issues.map((issue) => issue.code));
    expect([...found].filter((code) => !issues.includes(code))).toEqual([]);
  });

  test.each(PICTURES)("%s looks as it did", async (name) => {
    // One element a line, so that a change shows where it is.
    const svg = picture(name).svg.replace(/></g, ">\n<");
    await expect(svg).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  // Not a snapshot that writes itself: only `npm run golden` says so.
  test.each(PICTURES)("%s has its marks, labels, clusters and words where they were, to 0.75 px", (name) => {
    const scene = sceneOf(picture(name).case);
    const file = new URL(`${name}.json`, FOLDER);
    if (process.env["DATELINES_GOLDEN"] === "1") writeFileSync(file, summaryText(scene));
    expect(existsSync(file), `there is no golden scene of ${name}: npm run golden`).toBe(true);
    expect(differences(goldenScene(name), scene, TOLERANCE)).toEqual([]);
  });

  test("every golden file belongs to a picture", () => {
    const names = readdirSync(FOLDER).map((file) => file.replace(/\.(svg|json|html)$/, ""));
    expect(names.filter((name) => !PICTURES.includes(name))).toEqual([]);
  });

  test.each(PICTURES)("%s is well-formed XML with unique ids", (name) => {
    const { ids } = parseXml(picture(name).svg);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(CASES)("%s has every event in exactly one mark or cluster, and in the list", (name) => {
    const { timeline } = picture(name).parsed;
    const { options } = picture(name).case;
    const [drawing = "", rest = ""] = picture(name).html.split('<section class="dl-details"');
    const marks = [...drawing.matchAll(/<g class="dl-event" data-event="([^"]*)"/g)].map((match) => match[1]);
    const clustered = [...drawing.matchAll(/data-events="(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(new Set(marks).size).toBe(marks.length);
    if (options?.initialView === undefined) expect(marks.length + clustered).toBe(timeline.events.length);
    const entries = [...rest.matchAll(/<li id="[^"]*" data-event="/g)];
    expect(entries).toHaveLength(timeline.events.length + timeline.unplaced.length);
  });

  test.each(CASES)("%s has no style attribute, no handler, no reference by url", (name) => {
    expect(picture(name).svg + picture(name).html).not.toMatch(/\sstyle=|\son\w+=|url\(/);
  });

  test.each(PICTURES)("%s has no number that is none, and no negative size", (name) => {
    const { svg } = picture(name);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).not.toMatch(/\s(?:width|height|r|rx)="-/);
  });

  describe("a control: the comparison of scenes", () => {
    const scene = sceneOf(picture("kurskHorizontal").case);
    const changed = (change: (copy: { labelled: (string | number)[][]; clusters: unknown[] }) => void): string[] => {
      const copy = JSON.parse(summaryText(scene));
      change(copy);
      return differences(scene, copy, TOLERANCE);
    };
    const first = scene.labelled[0] as readonly (string | number)[];

    test("lets half a px pass", () => {
      expect(changed(({ labelled }) => Object.assign(labelled[0] ?? [], { 1: Number(first[1]) + 0.5 }))).toEqual([]);
    });

    test("names a mark that moved by a px", () => {
      expect(changed(({ labelled }) => Object.assign(labelled[0] ?? [], { 1: Number(first[1]) + 1 }))).toEqual([
        `scene labelled ${first[0]}[1] was ${first[1]} and is ${Number(first[1]) + 1}`,
      ]);
    });

    test("finds a word that changed, and a label that is gone", () => {
      expect(changed(({ labelled }) => Object.assign(labelled[0] ?? [], { 7: "20 Jun 2024" }))).toHaveLength(1);
      expect(changed(({ labelled }) => labelled.pop())).toHaveLength(1);
    });
  });

  test("a control: an issue that is not meant is found", () => {
    const { issues = [] } = picture("errors").case;
    const found = new Set(picture("errors").parsed.issues.map((issue) => issue.code));
    expect([...found].filter((code) => !issues.slice(1).includes(code))).toEqual([issues[0]]);
  });

  test("a document without faults has no issue at all", () => {
    expect(picture("kurskHorizontal").parsed.issues).toEqual([]);
  });
});
