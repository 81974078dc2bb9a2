/** The compact figure: true lengths, separate lanes, texts that fit. */
import { describe, expect, test } from "vitest";
import type { CompactLayout, FigureLayout } from "../../../src/layout/types.js";
import { renderToHtml } from "../../../src/render-to-html.js";
import { renderToString } from "../../../src/render-to-string.js";
import { figureOf } from "../../support/random-timelines.js";

const strip = (
  document: object,
  size: { width: number; height: number } = { width: 640, height: 160 },
): CompactLayout => {
  const { figure, whole } = figureOf(document, size);
  const layout: FigureLayout = figure.layout(whole);
  if (layout.orientation !== "compact") throw new Error(`${layout.orientation} is no strip`);
  return layout;
};

const treaties = {
  title: "Arms control",
  lanes: ["Strategic arms", "Conventional"],
  events: [
    { title: "SALT I", date: "1972-05-26", lane: "Strategic arms" },
    { title: "ABM Treaty", date: "1972-10-03/2002-06-13", lane: "Strategic arms", importance: 2 },
    { title: "START I", date: "1994-12-05/2009-12-05", lane: "Strategic arms", importance: 2 },
    { title: "SORT", date: "2003-06-01/2011-02-05", lane: "Strategic arms", importance: 2 },
    { title: "A summit", date: "1985-11-19", lane: "Strategic arms", importance: 2 },
    { title: "CFE Treaty", date: "1992-11-09/2023-11-07", lane: "Conventional", importance: 2 },
    { title: "Open Skies", date: "2002-01-01/2021-12-18", lane: "Conventional", importance: 2 },
    { title: "A pledge", date: "1996-09-24/..", lane: "Conventional", importance: 2 },
  ],
};

describe("marks of the compact figure", () => {
  const layout = strip(treaties);
  const marks = layout.laneLayouts.flatMap(({ marks }) => marks);
  const markOf = (title: string) => marks.find(({ event }) => event.title === title);

  test.each(["ABM Treaty", "START I", "CFE Treaty", "Open Skies", "A pledge"])(
    "draw %s as long as it lasted",
    (title) => {
      const mark = markOf(title);
      const { figure } = figureOf(treaties, { width: 640, height: 160 });
      const { span } = mark?.event ?? {};
      const px = (time: number): number =>
        layout.start +
        ((figure.scale.position(time) - figure.scale.domain[0]) / (figure.scale.domain[1] - figure.scale.domain[0])) *
          (layout.end - layout.start);
      expect(mark?.t0).toBeCloseTo(px(span?.start ?? 0), 0);
      expect(mark?.t1).toBeCloseTo(Number.isFinite(span?.end) ? px(span?.end ?? 0) : layout.end, 0);
      expect(mark?.height).toBeLessThanOrEqual(5);
    },
  );

  test("run side by side inside their lane where intervals overlap in time", () => {
    for (const frame of layout.laneLayouts) {
      const bars = frame.marks.filter(({ height }) => height <= 5);
      expect(bars.length).toBeGreaterThan(2);
      for (const { lineOffset, height } of bars) expect(Math.abs(lineOffset) + height / 2).toBeLessThanOrEqual(8);
      for (const a of bars) {
        for (const b of bars) {
          if (a === b || a.t1 < b.t0 || b.t1 < a.t0) continue;
          expect(Math.abs(a.lineOffset - b.lineOffset)).toBeGreaterThanOrEqual((a.height + b.height) / 2);
        }
      }
    }
  });
});

describe("texts of the compact figure", () => {
  test("a title ends before the count, and a lane's name before its line", () => {
    const long = {
      ...treaties,
      title: "Fünfunddreißig Jahre deutsche Gesetzgebung und ihre Begleitumstände in Bildern",
    };
    const layout = strip(
      {
        ...long,
        lanes: ["Strategic arms", { id: "Conventional", title: "Conventional arms and open skies over Europe" }],
      },
      { width: 400, height: 160 },
    );
    expect(layout.title).toMatch(/…$/);
    expect(layout.boxes.map(({ name }) => name[0])).toEqual(["Strategic arms", expect.stringMatching(/…$/)]);
    expect(layout.start).toBeLessThanOrEqual(0.3 * 400 + 10);
  });

  test("the title of a page is not repeated in the figure", () => {
    const texts = (html: string): number => html.split(">Arms control<").length - 1;
    const size = { width: 640, height: 160 };
    const svg =
      renderToHtml(treaties, size)
        .replace(/<h\d.*?<\/h\d>|<title.*?<\/title>/g, "")
        .split("dl-figure")[1] ?? "";
    expect(texts(svg.split("</svg>")[0] ?? "")).toBe(0);
    expect(texts(renderToString(treaties, size))).toBe(2);
  });

  test("three labels are shown where three fit, with narrower titles if needed", () => {
    const events = ["1901", "1940", "1980"].map((date, i) => ({
      title: `A title that would take all of two hundred pixels ${i}`,
      date,
      importance: 5,
    }));
    expect(strip({ events }).labels).toHaveLength(3);
  });
});

test.each([
  [360, 160, "compact"],
  [360, 300, "compact"],
  [360, 600, "vertical"],
  [360, undefined, "vertical"],
  [800, 160, "compact"],
  [800, 400, "horizontal"],
])("a place of %s × %s px holds a figure that is %s", (width, height, orientation) => {
  const { figure, whole } = figureOf(treaties, { width, ...(height === undefined ? {} : { height }) });
  expect(figure.layout(whole).orientation).toBe(orientation);
});

test("a column without room for the legend omits it and keeps the given height", () => {
  const svg = renderToString(treaties, { width: 360, height: 300, orientation: "vertical" });
  expect(svg).not.toContain("dl-foot");
  expect(Number(/height="(\d+)"/.exec(svg)?.[1])).toBe(300);
  expect(renderToString(treaties, { width: 360, height: 900, orientation: "vertical" })).toContain("dl-foot");
});
