/** Regressions in pictures of real files. */
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/import/decode-text.js";
import { importText } from "../../src/import/import-text.js";
import type { HorizontalLayout, VerticalLayout } from "../../src/layout/types.js";
import { renderToString } from "../../src/render-to-string.js";
import { figureOf } from "../support/random-timelines.js";
import { sharedBytes } from "../support/shared.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const FILES = [
  "csv/economist-space-launches.csv",
  "csv/noaa-significant-earthquakes.tsv",
  "timelinejs/hundred-years-war.json",
  "timelinejs/knightlab-cosmo-mixed.json",
];

describe("real files", () => {
  const read = (file: string): unknown => importText(decodeText(sharedBytes(file)).text, "auto", file).document;
  const acrossOf = (file: string): HorizontalLayout => {
    const { figure, whole } = figureOf(read(file), { width: 1280, orientation: "horizontal" });
    return figure.layout(whole) as HorizontalLayout;
  };
  const downOf = (file: string): VerticalLayout => {
    const { figure, whole } = figureOf(read(file), { width: 360 });
    return figure.layout(whole) as VerticalLayout;
  };

  test.each(FILES)(
    "%s horizontal: crowds have a shape that counts, leader lines are apart, labels end with the axis",
    (file) => {
      const { laneLayouts, start, end, gutter } = acrossOf(file);
      for (const { clusters, labels } of laneLayouts) {
        for (const { shape, count, events } of clusters) {
          expect(shape?.kind).toBeDefined();
          expect(events()).toHaveLength(count);
        }
        // Names on bars have no leader lines.
        for (const side of ["above", "below"]) {
          const poles = labels
            .filter((label) => !label.onBar && label.side === side)
            .map(({ leader }) => leader)
            .sort((a, b) => a - b);
          for (let i = 1; i < poles.length; i++) {
            expect((poles[i] as number) - (poles[i - 1] as number)).toBeGreaterThanOrEqual(7);
          }
        }
        const beyond = gutter === 0 ? 12 : 2;
        for (const { leader, flow, content } of labels) {
          const [from, to] =
            flow === "right" ? [leader, leader + 7 + content.width] : [leader - 7 - content.width, leader];
          expect(from).toBeGreaterThanOrEqual(start - beyond - 0.001);
          expect(to).toBeLessThanOrEqual(end + beyond + 0.001);
        }
      }
    },
  );

  test.each(FILES)(
    "%s has 3 labelled ticks at least, at most one in 40 px, each label after its tick or below it",
    (file) => {
      const { start, end } = acrossOf(file);
      const labelled = acrossOf(file).axis.ticks.filter(({ label }) => label !== undefined);
      expect(labelled.length).toBeGreaterThanOrEqual(3);
      expect(labelled.length).toBeLessThanOrEqual((end - start) / 40);
      for (const { labelShift = 0 } of labelled) expect(labelShift).toBeLessThan(60);
    },
  );

  test.each(FILES)("%s vertical: labels stand near their marks", (file) => {
    const far = downOf(file).labels.filter(({ top, mark }) => Math.abs(top - mark) > 420);
    expect(far.map(({ event }) => event.title)).toEqual([]);
  });

  test("eight events at the end of deep time are labelled, clear of the texts of the axis", () => {
    const { labels } = downOf("timelinejs/knightlab-cosmo-mixed.json");
    expect(labels).toHaveLength(11);
  });

  test("a segment of billions of years is said in words", () => {
    const svg = renderToString(read("timelinejs/knightlab-cosmo-mixed.json") as DocumentInput, { width: 360 });
    expect(svg.replace(/<[^>]*>/g, " ")).toMatch(/14\s+billion\s+years, drawn narrow/);
  });

  test("the war begins with its first event, not with the headings of its groups", () => {
    const { timeline, figure } = figureOf(read("timelinejs/hundred-years-war.json"), { width: 1280 });
    expect(timeline.unplaced).toHaveLength(5);
    expect(new Date(figure.scale.times[0]).getUTCFullYear()).toBeGreaterThan(880);
    expect(timeline.lanes.map(({ title }) => title)[0]).toBe("Kings of England");
  });
});
