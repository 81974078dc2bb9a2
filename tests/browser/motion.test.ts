/** The picture moves to another view, so that the reader sees where it went; the reader's hand always comes first. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { press } from "./keys.js";
import { live, part } from "./live.js";
import { animated } from "./support.js";
import { click, drag, middleOf, session, swipe, wheel, withTouch } from "./pointer.js";

const kursk = kurskHorizontal().document;
const lessMotion = (value: string): Promise<unknown> =>
  session().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value }] });

afterEach(async () => {
  vi.useRealTimers();
  await lessMotion("");
});

const button = (timeline: Timeline, action: string): HTMLElement =>
  part(timeline, `.dl-toolbar [data-action="${action}"]`);
const mark = (timeline: Timeline, id: string): Element => part(timeline, `[data-event="${id}"] > a.dl-mark`);
const xOf = (element: Element): number => Math.round(element.getBoundingClientRect().left);
const picture = (timeline: Timeline): string =>
  part(timeline, ".dl-figure").outerHTML.replace(/ tabindex="[-0-9]+"/g, "");

/** A copy of the picture, without what the focus writes into it. */
function still(timeline: Timeline): Element {
  const copy = part(timeline, ".dl-figure").cloneNode(true) as Element;
  for (const stop of copy.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
  return copy;
}

/** A frame, and the longest move, in ms. */
const FRAME_MS = 16;
const MOVE_MS = 250;

/** Stops the clock of animations, which `pass` moves on: no machine is too slow for a move. */
const stopFrames = (): void => void vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });

/** What a look sees from frame to frame, until the longest move is over; equal looks count once. */
function pass<T>(look: () => T, ms = MOVE_MS + FRAME_MS): T[] {
  const seen: T[] = [look()];
  for (let passed = 0; passed < ms; passed += FRAME_MS) {
    vi.advanceTimersByTime(FRAME_MS);
    const value = look();
    if (value !== seen.at(-1)) seen.push(value);
  }
  return seen;
}

/** Lets a move come to its end. */
const end = (): void => void vi.advanceTimersByTime(MOVE_MS + FRAME_MS);

/** Starts a move by a button and lets a few of its frames pass. */
async function underWay(timeline: Timeline, action: string): Promise<void> {
  await click(middleOf(button(timeline, action)));
  vi.advanceTimersByTime(4 * FRAME_MS);
}

describe("a reader who zooms in by the button", () => {
  test("sees the same marks move to their places, in one direction, within a quarter of a second", async () => {
    const timeline = await live(kursk);
    const confirms = mark(timeline, "dprk-confirms");
    stopFrames();
    await click(middleOf(button(timeline, "zoom-in")));
    const all = pass(() => xOf(confirms));
    expect(mark(timeline, "dprk-confirms")).toBe(confirms);
    expect(all.length).toBeGreaterThan(6);
    const steps = all.slice(1).map((x, i) => x - (all[i] as number));
    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    expect(pass(() => xOf(confirms))).toHaveLength(1);
  });

  test("ends at the picture that the view has without a move", async () => {
    const timeline = await live(kursk);
    stopFrames();
    await click(middleOf(button(timeline, "zoom-in")));
    end();
    const { view } = timeline;
    const moved = still(timeline);
    vi.useRealTimers();
    const fresh = await live(kursk);
    fresh.setView(view);
    expect(still(fresh).isEqualNode(moved)).toBe(true);
    fresh.setView({ ...view, end: view.end + 1e9 });
    expect(still(fresh).isEqualNode(moved)).toBe(false);
  });

  test("can press again before the move ends: both presses count", async () => {
    const timeline = await live(kursk);
    const { start, end: last } = timeline.view;
    stopFrames();
    await underWay(timeline, "zoom-in");
    await click(middleOf(button(timeline, "zoom-in")));
    expect((last - start) / (timeline.view.end - timeline.view.start)).toBeCloseTo(1.6 ** 2, 1);
  });

  test("sees a cut with less motion", async () => {
    await lessMotion("reduce");
    const timeline = await live(kursk);
    stopFrames();
    const before = xOf(mark(timeline, "dprk-confirms"));
    await click(middleOf(button(timeline, "zoom-in")));
    const after = pass(() => xOf(mark(timeline, "dprk-confirms")));
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(before);
  });
});

describe("a hand takes over a view on its way", () => {
  const inside = (timeline: Timeline) => {
    const { left, right, top } = part(timeline, ".dl-figure").getBoundingClientRect();
    return { x: (left + right) / 2, y: top + 150 };
  };
  const length = ({ view }: Timeline): number => view.end - view.start;

  test("to drag it from where it is", async () => {
    const timeline = await live(kursk);
    const whole = length(timeline);
    stopFrames();
    await underWay(timeline, "zoom-in");
    const at = inside(timeline);
    await drag(at, { x: at.x - 60, y: at.y });
    const dragged = length(timeline);
    end();
    // It neither came to its end nor went back to where it began.
    expect(whole / dragged).toBeGreaterThan(1.01);
    expect(whole / dragged).toBeLessThan(1.59);
    expect(length(timeline)).toBe(dragged);
  });

  test("to drag it by a finger", async () => {
    const timeline = await live(kursk);
    await withTouch(async () => {
      const whole = length(timeline);
      stopFrames();
      await underWay(timeline, "zoom-in");
      const at = inside(timeline);
      await swipe([[at, { x: at.x - 60, y: at.y }]]);
      end();
      expect(whole / length(timeline)).toBeGreaterThan(1.01);
      expect(whole / length(timeline)).toBeLessThan(1.59);
    });
  });

  test("to zoom it by the wheel", async () => {
    const timeline = await live(kursk);
    stopFrames();
    await underWay(timeline, "zoom-in");
    const before = length(timeline);
    await wheel(inside(timeline), -60, true);
    await expect.poll(() => length(timeline)).not.toBe(before);
    const zoomed = length(timeline);
    end();
    expect(length(timeline)).toBe(zoomed);
  });

  test("while a plain wheel leaves it alone", async () => {
    const timeline = await live(kursk);
    document.body.style.height = "3000px";
    const whole = length(timeline);
    stopFrames();
    await underWay(timeline, "zoom-in");
    await wheel(inside(timeline), 40);
    await expect.poll(() => window.scrollY).toBeGreaterThan(0);
    end();
    expect(whole / length(timeline)).toBeCloseTo(1.6, 2);
    document.body.style.height = "";
  });

  test("and a key finds it at its end", async () => {
    const timeline = await live(kursk);
    stopFrames();
    await underWay(timeline, "zoom-in");
    await press("Shift");
    expect(pass(() => picture(timeline))).toHaveLength(1);
  });
});

describe("a reader who opens a cluster", () => {
  const DAY = 86_400_000;
  /** Two crowds, years apart. */
  const crowds = [0, 3000].flatMap((from) =>
    Array.from({ length: 120 }, (_, i) => ({
      title: `Event ${from + i}`,
      date: new Date((from + i) * DAY).toISOString().slice(0, 10),
    })),
  );
  const cluster = (timeline: Timeline): SVGAElement => part(timeline, "[data-cluster] > a.dl-mark");

  /** Opens a cluster by a click; the move there has just begun. */
  const opening = async (width = 1000): Promise<{ timeline: Timeline; before: Timeline["view"] }> => {
    const timeline = await live(crowds, { scale: "time" }, width);
    const before = timeline.view;
    expect(timeline.element.querySelector('[data-action="back"]')).toBeNull();
    cluster(timeline).scrollIntoView({ block: "center" });
    stopFrames();
    await click(middleOf(cluster(timeline)));
    expect(timeline.view.end - timeline.view.start).toBeLessThan(before.end - before.start);
    return { timeline, before };
  };

  test("sees the picture move there", async () => {
    const { timeline } = await opening();
    expect(pass(() => picture(timeline)).length).toBeGreaterThan(6);
  });

  test("goes back by the button, and the focus stays in the picture", async () => {
    const { timeline, before } = await opening();
    end();
    timeline.element.scrollIntoView();
    await click(middleOf(button(timeline, "back")));
    expect(pass(() => picture(timeline)).length).toBeGreaterThan(6);
    expect(timeline.view).toMatchObject({ start: before.start, end: before.end });
    expect(timeline.element.querySelector('[data-action="back"]')).toBeNull();
    expect(part(timeline, ".dl-figure").contains(document.activeElement)).toBe(true);
  });

  test("goes back by Escape, also while the picture still moves there", async () => {
    const { timeline, before } = await opening();
    vi.advanceTimersByTime(3 * FRAME_MS);
    await press("Escape");
    end();
    expect(timeline.view).toMatchObject({ start: before.start, end: before.end });
  });

  test("still goes back after a pan", async () => {
    const { timeline, before } = await opening();
    end();
    await press("End");
    await press("Escape");
    expect(timeline.view).toMatchObject({ start: before.start, end: before.end });
  });

  test("is out of it by showing everything", async () => {
    const { timeline } = await opening();
    end();
    timeline.element.scrollIntoView();
    await click(middleOf(button(timeline, "fit")));
    end();
    expect(timeline.element.querySelector('[data-action="back"]')).toBeNull();
  });

  test("goes back by a swipe in a figure that runs down the page", async () => {
    await withTouch(async () => {
      const { timeline, before } = await opening(360);
      end();
      const { left, top } = part(timeline, ".dl-figure").getBoundingClientRect();
      const y = Math.max(top, 0) + 120;
      await swipe([
        [
          { x: left + 60, y },
          { x: left + 260, y: y + 8 },
        ],
      ]);
      expect(timeline.view).toMatchObject({ start: before.start, end: before.end });
    });
  });
});

describe("a reader who filters", () => {
  const fading = (timeline: Timeline): (string | null)[] =>
    part(timeline, ".dl-figure")
      .getAnimations({ subtree: true })
      .map(({ effect }) => (effect as KeyframeEffect).target?.getAttribute("data-event") ?? null)
      .sort();
  const events = (timeline: Timeline): Element[] => [...timeline.element.querySelectorAll(".dl-figure [data-event]")];
  const openFields = async (timeline: Timeline): Promise<void> => {
    await click(middleOf(button(timeline, "find")));
    await animated(timeline);
    await click(middleOf(part(timeline, ".dl-find-more > summary")));
    await animated(timeline);
  };
  /** Shows or hides the first lane. */
  const toggle = async (timeline: Timeline): Promise<void> => click(middleOf(part(timeline, '[data-find="lane"]')));

  test("sees what comes back fade in, and all else stay where it is", async () => {
    const timeline = await live(kursk);
    await openFields(timeline);
    await toggle(timeline);
    const [kept, places] = [events(timeline), events(timeline).map(xOf)];
    expect(fading(timeline)).toEqual([]);
    await toggle(timeline);
    const come = events(timeline).filter((event) => !kept.includes(event));
    expect(come.length).toBeGreaterThan(0);
    expect(fading(timeline)).toEqual(come.map((event) => event.getAttribute("data-event")).sort());
    expect(kept.map(xOf)).toEqual(places);
  });

  test("sees a cut with less motion", async () => {
    await lessMotion("reduce");
    const timeline = await live(kursk);
    await openFields(timeline);
    const all = events(timeline).length;
    await toggle(timeline);
    expect(events(timeline).length).toBeLessThan(all);
    await toggle(timeline);
    expect(events(timeline)).toHaveLength(all);
    expect(fading(timeline)).toEqual([]);
  });
});
