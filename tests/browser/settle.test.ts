/** A view that moves keeps its rows; at rest its lanes close up for what is in view. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Timeline, TimelineOptions } from "../../src/index.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { session, wheel } from "./pointer.js";
import { frames, labelTexts, overlaps } from "./support.js";

const kursk = kurskHorizontal().document;

afterEach(async () => {
  vi.useRealTimers();
  await session().send("Emulation.setEmulatedMedia", { features: [] });
});

/** A view rests after so long without input. */
const REST_MS = 150;

/** Keeps a view from coming to rest, however slow the machine is. */
const stopClock = (): void => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

interface Row {
  readonly top: number;
  readonly lines: number;
}

/** Where each label stands across the axis, in px of the picture, and how many lines it has. */
function rows(timeline: Timeline): Map<string, Row> {
  const { top } = part(timeline, ".dl-figure").getBoundingClientRect();
  return new Map(
    [...timeline.element.querySelectorAll(".dl-plot [data-event]")].flatMap((event): [string, Row][] => {
      const label = event.querySelector(".dl-label");
      if (!label) return [];
      const lines = label.querySelectorAll("text:not(:has(tspan)), tspan").length;
      return [
        [event.getAttribute("data-event") ?? "", { top: Math.round(label.getBoundingClientRect().top - top), lines }],
      ];
    }),
  );
}

/** Labels whose row or lines differ from what they were. */
function moved(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): string[] {
  return [...after].flatMap(([id, row]) => {
    const old = before.get(id);
    return !old || (Math.abs(old.top - row.top) <= 1 && old.lines === row.lines) ? [] : [id];
  });
}

/** Tops of the lanes' names, in px of the picture. */
function lanes(timeline: Timeline): number[] {
  const { top } = part(timeline, ".dl-figure").getBoundingClientRect();
  const names = [...timeline.element.querySelectorAll(".dl-lane-head text[font-weight='600']")];
  return names.map((name) => Math.round(name.getBoundingClientRect().top - top));
}

const height = (timeline: Timeline): number => timeline.element.getBoundingClientRect().height;

/** The picture that a view has without a gesture. */
async function atRest(timeline: Timeline, data: unknown, options: TimelineOptions = {}): Promise<string> {
  const fresh = await live(data, options);
  fresh.setView(timeline.view);
  return picture(fresh);
}

const picture = (timeline: Timeline): string =>
  part(timeline, ".dl-figure").outerHTML.replace(/ tabindex="[-0-9]+"/g, "");

/** A zoomed timeline, and a place on its lanes. */
async function zoomed(data: unknown, options: TimelineOptions = {}) {
  const timeline = await live(data, options);
  const { start, end } = timeline.view;
  const at = (part: number): number => start + (end - start) * part;
  timeline.setView({ start: at(0.2), end: at(0.6) });
  await frames();
  const figure = part(timeline, ".dl-figure");
  figure.scrollIntoView();
  const { left, top } = figure.getBoundingClientRect();
  return { timeline, pointer: { x: left + 500, y: top + 120 } };
}

describe("while a wheel zooms", () => {
  test.each([
    ["kursk", kursk],
    ["dense", dense().document],
  ])("no label of %s changes its row or its lines", async (_, data) => {
    const { timeline, pointer } = await zoomed(data);
    stopClock();
    const [before, place] = [rows(timeline), lanes(timeline)];
    for (let turn = 0; turn < 4; turn++) {
      const { start } = timeline.view;
      await wheel(pointer, -60, true);
      await expect.poll(() => timeline.view.start).not.toBe(start);
      await frames(1);
      expect(moved(before, rows(timeline))).toEqual([]);
      expect(lanes(timeline)).toEqual(place);
    }
    expect(rows(timeline).size).toBeGreaterThan(0);
  });

  test("a control: the detector finds labels in other rows once the view rests", async () => {
    const { timeline, pointer } = await zoomed(kursk);
    stopClock();
    const [before, { start }] = [rows(timeline), timeline.view];
    for (let turn = 0; turn < 4; turn++) await wheel(pointer, -60, true);
    await expect.poll(() => timeline.view.start).not.toBe(start);
    await frames();
    expect(moved(before, rows(timeline))).toEqual([]);
    vi.advanceTimersByTime(REST_MS);
    await expect.poll(() => moved(before, rows(timeline)).length).toBeGreaterThan(0);
  });
});

describe("a view that rests after a gesture", () => {
  test.each([
    ["kursk", kursk],
    ["dense", dense().document],
  ])("shows of %s what the view shows without a gesture", async (_, data) => {
    const { timeline, pointer } = await zoomed(data);
    const { start } = timeline.view;
    stopClock();
    for (let turn = 0; turn < 3; turn++) await wheel(pointer, -60, true);
    await expect.poll(() => timeline.view.start).not.toBe(start);
    await frames();
    vi.advanceTimersByTime(REST_MS);
    const expected = await atRest(timeline, data);
    await expect.poll(() => picture(timeline)).toBe(expected);
  });

  test("has closed up the lanes without events in view", async () => {
    const { timeline } = await zoomed(kursk);
    const whole = await live(kursk);
    const first = lanes(whole);
    const { start, end } = whole.view;
    const at = (part: number): number => start + (end - start) * part;
    // Between the middle of January and the end of April nothing begins in three of the four lanes.
    whole.setView({ start: at(0.45), end: at(0.62) });
    const closed = lanes(whole);
    expect(closed[3]).toBeLessThan((first[3] as number) - 60);
    timeline.destroy();
  });

  test.each([
    ["kursk", kursk, {}],
    ["kursk with a given height", kursk, { height: 500 }],
    ["dense", dense().document, {}],
  ] as const)("leaves the figure of %s as high on the page as before", async (_, data, options) => {
    const timeline = await live(data, options);
    const whole = height(timeline);
    const { start, end } = timeline.view;
    const at = (part: number): number => start + (end - start) * part;
    for (const [from, to] of [
      [0, 0.5],
      [0.3, 0.5],
      [0.4, 0.45],
      [0.9, 1],
    ] as const) {
      timeline.setView({ start: at(from), end: at(to) });
      expect(Math.abs(height(timeline) - whole)).toBeLessThanOrEqual(0.5);
    }
  });

  test("slices no label and lets no two overlap", async () => {
    const timeline = await live(kursk);
    const { start, end } = timeline.view;
    const at = (part: number): number => start + (end - start) * part;
    for (let from = 0; from < 0.8; from += 0.1) {
      timeline.setView({ start: at(from), end: at(from + 0.2) });
      const plot = part(timeline, ".dl-axis").getBoundingClientRect();
      const texts = labelTexts(timeline.element);
      expect(overlaps([...texts, ...timeline.element.querySelectorAll(".dl-outside-count text")])).toEqual([]);
      for (const text of texts) {
        const { left, right } = text.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(plot.left - 3);
        expect(right).toBeLessThanOrEqual(plot.right + 14);
      }
    }
  });
});

describe("the move to rest", () => {
  /** The places that the name of the last lane has from the last frame of a wheel to the picture at rest. */
  async function places(): Promise<Set<string>> {
    const { timeline, pointer } = await zoomed(kursk);
    stopClock();
    const { start } = timeline.view;
    const seen = new Set<string>();
    const observe = (): void => {
      seen.add(part(timeline, ".dl-lane-head:last-child text").getAttribute("y") ?? "");
      handle = requestAnimationFrame(observe);
    };
    for (let turn = 0; turn < 4; turn++) await wheel(pointer, -60, true);
    await expect.poll(() => timeline.view.start).not.toBe(start);
    await frames();
    let handle = requestAnimationFrame(observe);
    await frames();
    vi.advanceTimersByTime(REST_MS);
    const expected = await atRest(timeline, kursk);
    await expect.poll(() => picture(timeline)).toBe(expected);
    cancelAnimationFrame(handle);
    return seen;
  }

  test("is eased", async () => {
    expect((await places()).size).toBeGreaterThan(3);
  });

  test("is a cut where the reader wants less motion", async () => {
    await session().send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value: "reduce" }],
    });
    expect((await places()).size).toBe(2);
  });

  test("is left out for a key", async () => {
    const { timeline } = await zoomed(kursk);
    const mark = part<HTMLElement>(timeline, ".dl-event a.dl-mark[tabindex='0']");
    mark.focus();
    mark.dispatchEvent(new KeyboardEvent("keydown", { key: "+", bubbles: true }));
    const shown = picture(timeline);
    expect(shown).toBe(await atRest(timeline, kursk));
  });
});

describe("the numbers at the ends of a lane", () => {
  test("are buttons that bring the nearest event into view", async () => {
    const { timeline } = await zoomed(kursk);
    const button = part<HTMLElement>(timeline, "[data-action='lane-later']");
    expect(button.getAttribute("role")).toBe("button");
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    expect(button.getAttribute("aria-label")).toMatch(/later/);
    const [before, lane] = [button.getAttribute("aria-label"), button.getAttribute("data-lane")];
    const { end } = timeline.view;
    button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(timeline.view.end).toBeGreaterThan(end);
    const after = timeline.element.querySelector(`[data-action='lane-later'][data-lane='${lane}']`);
    expect(after?.getAttribute("aria-label")).not.toBe(before);
  });

  test("answer the Enter key", async () => {
    const { timeline } = await zoomed(kursk);
    const button = part<HTMLElement>(timeline, "[data-action='lane-earlier']");
    const { start } = timeline.view;
    button.focus();
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect(timeline.view.start).toBeLessThan(start);
    expect(timeline.element.contains(document.activeElement)).toBe(true);
  });
});
