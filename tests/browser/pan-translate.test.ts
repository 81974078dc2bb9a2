/** A drag translates the picture: these tests count layouts, and compare the picture at rest. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { CompactFigure } from "../../src/layout/compact/compact-figure.js";
import { HorizontalFigure } from "../../src/layout/horizontal/horizontal-figure.js";
import { VerticalFigure } from "../../src/layout/vertical/vertical-figure.js";
import type { Timeline, TimelineOptions } from "../../src/index.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { rangesAndEras } from "../../stories/gallery/ranges.js";
import { live, part } from "./live.js";
import { session, wheel } from "./pointer.js";
import { frames } from "./support.js";

interface Case {
  readonly data: unknown;
  readonly options?: TimelineOptions;
  readonly figure?: { readonly prototype: { layout: (...args: never[]) => unknown } };
  /** Where the drag starts, and its direction towards later time. */
  readonly from?: number;
  readonly way?: "left" | "right" | "up";
  /** Beginning of the window, as a fraction of the whole axis; the window is a fifth of it. */
  readonly at?: number;
}

const kursk = kurskHorizontal().document;
const CASES: Readonly<Record<string, Case>> = {
  dense: { data: dense().document },
  kursk: { data: kursk },
  "eras and ranges": { data: rangesAndEras().document },
  "time that runs to the left": { data: kursk, options: { axisDirection: "rtl" }, from: 400, way: "right" },
  "threads between events": { data: kursk, options: { selected: "nis-disclosure" }, at: 0.2 },
  "threads from what is out of view": { data: kursk, options: { selected: "duma-ratifies" }, at: 0.2 },
  "threads where time runs to the left": {
    data: kursk,
    options: { axisDirection: "rtl", selected: "nis-disclosure" },
    from: 400,
    way: "right",
    at: 0.2,
  },
  "time that runs down": {
    data: kursk,
    options: { orientation: "vertical", height: 700, selected: "nis-disclosure" },
    figure: VerticalFigure,
    // Above the sheet with the details.
    from: 430,
    way: "up",
    at: 0.2,
  },
  "ranges down the page": {
    data: rangesAndEras().document,
    options: { orientation: "vertical", height: 700 },
    figure: VerticalFigure,
    way: "up",
  },
  "a compact strip": { data: kursk, options: { height: 160 }, figure: CompactFigure },
};
const NAMES = Object.keys(CASES);
const caseOf = (name: string): Required<Case> => ({
  options: {},
  figure: HorizontalFigure,
  from: 600,
  way: "left",
  at: 0.4,
  ...(CASES[name] as Case),
});

afterEach(() => void vi.restoreAllMocks());

/** A pointer on the figure that has dragged by a distance in px. */
async function hand(timeline: Timeline, type: string, { from, way }: Required<Case>, px: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  const { left, top } = part(timeline, ".dl-figure").getBoundingClientRect();
  const along = way === "right" ? from + px : from - px;
  const [x, y] = way === "up" ? [left + 20, top + along] : [left + along, top + 60];
  const at = { x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + y * scale };
  await session().send("Input.dispatchMouseEvent", { type, ...at, button: "left", buttons: 1, clickCount: 1 });
  if (type === "mouseMoved") await frames();
}

async function middle({ data, options, at }: Required<Case>): Promise<Timeline> {
  const timeline = await live(data, options);
  timeline.fit();
  const { start, end } = timeline.view;
  timeline.setView({ start: start + (end - start) * at, end: start + (end - start) * (at + 0.2) });
  await frames();
  part(timeline, ".dl-figure").scrollIntoView();
  return timeline;
}

/** The markup of the picture, without the tab stop. */
const picture = (timeline: Timeline): string =>
  part(timeline, ".dl-figure").outerHTML.replace(/ tabindex="[-0-9]+"/g, "");

const isMoved = (timeline: Timeline): boolean => timeline.element.querySelector(".dl-plot > [transform]") !== null;

/**
 * What keeps to the window, and the visible words and relation lines that are translated. Rows of a horizontal figure close
 * up only at rest, so there the places along the axis count.
 */
function kept(timeline: Timeline): unknown[] {
  const all = (selector: string): Element[] => [...timeline.element.querySelectorAll(selector)];
  const figure = part(timeline, ".dl-figure").getBoundingClientRect();
  const at = (element: Element): [number, number] => {
    const box = element.getBoundingClientRect();
    return [Math.round(box.left - figure.left), Math.round(box.top - figure.top)];
  };
  const plot = part<SVGSVGElement>(timeline, ".dl-plot");
  const { x, y, width, height } = plot.viewBox.baseVal;
  const mirrored = plot.parentElement?.hasAttribute("transform");
  const down = timeline.element.querySelector(".dl-vertical") !== null;
  const left = mirrored ? figure.width - x - width : x;
  // At rest, words that the edge of the window would cut are left out; during the drag they come in gradually.
  const words = all(".dl-era text, .dl-axis text[font-weight='600']").filter((word) => {
    const [wordX, wordY] = at(word);
    const end = wordX + word.getBoundingClientRect().width;
    if (wordY < y || wordY >= y + height || end < left || wordX >= left + width) return false;
    return (
      down ||
      word.closest(".dl-era") ||
      (mirrored ? wordX > left + 5 && end <= left + width : wordX >= left && end < left + width - 5)
    );
  });
  if (timeline.element.querySelector(".dl-horizontal")) {
    return [
      ...all(".dl-lane-head text[font-weight='600']").map((name) => [name.textContent, at(name)[0]]),
      ...all(".dl-strip > .dl-window > :first-child, .dl-threads path").map((element) => {
        const { width: length } = element.getBoundingClientRect();
        return [element.closest("[class]")?.getAttribute("class"), at(element)[0], Math.round(length)];
      }),
      ...words.map((word) => [word.textContent, at(word)[0]]),
    ];
  }
  return [
    ...all(".dl-lane-head, .dl-threads:not(.dl-plot *), .dl-strip > .dl-window rect").map(({ outerHTML }) => outerHTML),
    // In a vertical figure the larger unit is above the window at rest, and inside it during the drag.
    ...words.map((word) => (down && word.closest(".dl-axis") ? word.textContent : [word.textContent, ...at(word)])),
    ...all(".dl-plot .dl-threads path").map(at),
  ];
}

describe("a wheel that turns with Ctrl", () => {
  test.each(["dense", "kursk", "eras and ranges"])(
    "in %s ends with the picture that the view has without a gesture",
    async (name) => {
      const one = caseOf(name);
      const timeline = await live(one.data, one.options);
      const figure = part(timeline, ".dl-figure");
      figure.scrollIntoView();
      const [before, { end }] = [picture(timeline), timeline.view];
      const { left, top } = figure.getBoundingClientRect();
      for (const turn of [-120, -120, -120, -120, -120, 120]) await wheel({ x: left + 400, y: top + 60 }, turn, true);
      await expect.poll(() => timeline.view.end).not.toBe(end);
      await frames();
      const fresh = await live(one.data, one.options);
      fresh.setView(timeline.view);
      await expect.poll(() => picture(timeline)).toBe(picture(fresh));
      // The control: it is not the picture before the gesture.
      expect(picture(timeline)).not.toBe(before);
    },
  );
});

describe("a drag", () => {
  test.each(NAMES)("of %s is laid out once, and then only translated until the overscan is used up", async (name) => {
    const one = caseOf(name);
    const timeline = await middle(one);
    const layouts = vi.spyOn(one.figure.prototype, "layout");
    await hand(timeline, "mousePressed", one, 0);
    await hand(timeline, "mouseMoved", one, 10);
    expect(layouts).toHaveBeenCalledTimes(1);
    const mark = part(timeline, ".dl-event");
    const place = (): number => mark.getBoundingClientRect()[one.way === "up" ? "top" : "left"];
    for (let px = 30; px <= 110; px += 20) {
      const [before, view] = [place(), timeline.view.start];
      await hand(timeline, "mouseMoved", one, px);
      expect(timeline.view.start).toBeGreaterThan(view);
      expect(place()).toBeCloseTo(before + (one.way === "right" ? 20 : -20), 0);
    }
    expect(layouts).toHaveBeenCalledTimes(1);
    // More than a quarter of the window uses up the overscan.
    await hand(timeline, "mouseMoved", one, 400);
    expect(layouts).toHaveBeenCalledTimes(2);
    await hand(timeline, "mouseReleased", one, 400);
  });

  test.each(NAMES)("of %s ends with the picture that the view has without a gesture", async (name) => {
    const one = caseOf(name);
    const timeline = await middle(one);
    const size = one.way === "up" ? "height" : "width";
    const atRest = Number(part(timeline, ".dl-plot").getAttribute(size));
    await hand(timeline, "mousePressed", one, 0);
    for (const px of [10, 40, 80]) await hand(timeline, "mouseMoved", one, px);
    // At rest nothing is drawn beyond the window.
    expect(Number(part(timeline, ".dl-plot").getAttribute(size))).toBeLessThan(atRest - 14);
    // The control: during the drag the picture is another one.
    expect(isMoved(timeline)).toBe(true);
    await hand(timeline, "mouseReleased", one, 80);
    await expect.poll(() => isMoved(timeline)).toBe(false);
    const fresh = await live(one.data, one.options);
    fresh.setView(timeline.view);
    await expect.poll(() => picture(timeline)).toBe(picture(fresh));
  });

  test.each(NAMES)("of %s shows during the drag what the view shows at rest", async (name) => {
    const one = caseOf(name);
    const timeline = await middle(one);
    const before = kept(timeline);
    await hand(timeline, "mousePressed", one, 0);
    for (const px of [10, 60, 110]) await hand(timeline, "mouseMoved", one, px);
    expect(isMoved(timeline)).toBe(true);
    const moved = kept(timeline);
    await hand(timeline, "mouseReleased", one, 110);
    const fresh = await live(one.data, one.options);
    fresh.setView(timeline.view);
    part(fresh, ".dl-figure").scrollIntoView();
    expect(moved).toEqual(kept(fresh));
    if (name.startsWith("threads")) expect(moved.join()).toContain("dl-thread");
    // The control: it is not what the view before shows.
    expect(moved).not.toEqual(before);
  });

  test("is laid out completely before a key is handled", async () => {
    const one = caseOf("dense");
    const timeline = await middle(one);
    await hand(timeline, "mousePressed", one, 0);
    for (const px of [10, 40]) await hand(timeline, "mouseMoved", one, px);
    expect(isMoved(timeline)).toBe(true);
    part<HTMLElement>(timeline, ".dl-figure").dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true }));
    expect(isMoved(timeline)).toBe(false);
    await hand(timeline, "mouseReleased", one, 40);
  });
});
