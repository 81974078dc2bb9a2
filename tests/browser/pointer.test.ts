/** Pointer interaction, with real mouse, wheel and touch input. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import type { TimelineOptions } from "../../src/options.js";
import { dense, townEvents } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { click, doubleClick, drag, hover, middleOf, swipe, wheel, withTouch } from "./pointer.js";
import { animated, comeToRest, container, frames } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const { document: kursk } = kurskHorizontal();
let timeline: Timeline;

/** A timeline at the top of a page that is long enough to scroll. */
async function open(data: DocumentInput = kursk, options: TimelineOptions = {}, width = 1000): Promise<SVGSVGElement> {
  const host = container(width);
  const rest = document.createElement("div");
  rest.style.height = "3000px";
  document.body.append(rest);
  window.scrollTo(0, 0);
  timeline = createTimeline(host, data, options);
  await document.fonts.ready;
  await frames();
  return timeline.element.querySelector(".dl-figure") as SVGSVGElement;
}

const length = (): number => timeline.view.end - timeline.view.start;
/** An element of the timeline, scrolled into view for the pointer. */
function part(name: string): Element {
  const found = timeline.element.querySelector(name) as Element;
  const { top, bottom } = found.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) found.scrollIntoView({ block: "center" });
  return found;
}

/** The position of a px of the screen on the axis: 0 at the beginning of the axis line, 1 at its end. */
function timeAt(x: number): number {
  const line = (timeline.element.querySelector(".dl-axis line") as Element).getBoundingClientRect();
  const { start, end } = timeline.view;
  return start + ((x - line.left) / line.width) * (end - start);
}

const middleThird = (): void => {
  const { start, end } = timeline.view;
  timeline.setView({ start: start + (end - start) / 3, end: start + ((end - start) * 2) / 3 });
};

afterEach(() => {
  timeline.destroy();
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

describe("a figure that changes during a gesture", () => {
  const OLD = Array.from({ length: 4 }, (_, i) => ({ id: `o${i}`, title: `Old ${i}`, date: String(1500 + 5 * i) }));
  const isOld = (): boolean =>
    timeline.view.start > Date.UTC(1490, 0) && timeline.view.end < Date.UTC(1530, 0) && length() > 0;

  /** Moves a finger or the mouse over several points, after a change. Returns the views that are emitted. */
  const gesture = (target: Element, pointerType: string, moves: readonly number[], meanwhile: () => void) => {
    const { x, y } = middleOf(target);
    const init = { pointerType, pointerId: 1, isPrimary: true, bubbles: true, clientY: y };
    const send = (type: string, by: number): Timeline["view"] => {
      target.dispatchEvent(new PointerEvent(type, { ...init, clientX: x + by }));
      return timeline.view;
    };
    // The events are synthetic, so the browser has no pointer to capture.
    const capture = vi.spyOn(SVGElement.prototype, "setPointerCapture").mockReturnValue();
    send("pointerdown", 0);
    meanwhile();
    const views = moves.map((by) => send("pointermove", by));
    send("pointerup", moves.at(-1) ?? 0);
    capture.mockRestore();
    return views;
  };

  test.each<[string, string, string]>([
    ["a swipe", ".dl-figure", "touch"],
    ["a drag of the overview", ".dl-window", "mouse"],
  ])("%s shows nothing of the document before", async (_, name, pointerType) => {
    await open();
    middleThird();
    gesture(part(name), pointerType, [-40], () => timeline.update({ document: OLD }));
    await frames();
    expect(isOld()).toBe(true);
  });

  test("a swipe keeps the time under the finger, in another layout, too", async () => {
    const svg = await open();
    middleThird();
    const { x } = middleOf(svg);
    const held = timeAt(x);
    gesture(svg, "touch", [-40], () => timeline.update({ options: { scale: "equal", width: 800 } }));
    await frames();
    expect(Math.abs(timeAt(x - 40) - held)).toBeLessThan(length() / 10);
  });

  test("a drag of the minimap continues from its position in another layout", async () => {
    await open();
    middleThird();
    const update = (): void => timeline.update({ options: { width: 900 } });
    const [first, second] = gesture(part(".dl-window"), "mouse", [10, 30], update);
    expect(second?.start).toBeGreaterThan(first?.start ?? Number.NaN);
    await frames();
    expect(length()).toBeCloseTo((first?.end ?? 0) - (first?.start ?? 0), -8);
  });

  test("a document that a listener sets while a cluster opens does not get the view of the former one", async () => {
    await open(dense().document);
    const mark = part("[data-cluster] > a.dl-mark");
    timeline.element.addEventListener("focusin", () => timeline.update({ document: OLD }), { once: true });
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    expect(isOld()).toBe(true);
  });
});

describe("the wheel", () => {
  test("scrolls the page and shows how to zoom", async () => {
    const svg = await open();
    const before = timeline.view;
    expect((part(".dl-hint") as HTMLElement).hidden).toBe(true);
    for (let run = 1; run <= 5; run++) {
      const from = window.scrollY;
      await wheel({ x: middleOf(svg).x, y: 300 }, 40);
      await expect.poll(() => window.scrollY).toBeGreaterThan(from);
    }
    expect(timeline.view).toEqual(before);
    expect((part(".dl-hint") as HTMLElement).hidden).toBe(false);
  });

  test("with Ctrl zooms about the pointer and does not scroll the page", async () => {
    const svg = await open();
    const at = { x: 600, y: middleOf(svg).y };
    const [before, time] = [length(), timeAt(at.x)];
    await wheel(at, -120, true);
    await expect.poll(length).toBeLessThan(before * 0.99);
    await frames();
    expect(Math.abs(timeAt(at.x) - time) / length()).toBeLessThan(0.005);
    expect(window.scrollY).toBe(0);
  });

  test("with Ctrl emits one view for each turn, also while it goes on turning", async () => {
    // A view of a long time that goes to d3-zoom and back differs in its last digits.
    const svg = await open(["-0753", "0476-09-04", "1789-07-14", "2001"].map((date) => ({ title: date, date })));
    let views = 0;
    timeline.on("viewchange", () => views++);
    for (let turns = 1; turns <= 10; turns++) {
      await wheel({ x: 500 + 17 * turns, y: middleOf(svg).y }, -7 * turns, true);
      await expect.poll(() => views).toBe(turns);
      await frames(4);
      expect(views).toBe(turns);
    }
  });

  test("with Ctrl magnifies by less than a half for each notch, however far a notch turns", async () => {
    const svg = await open();
    const before = length();
    await wheel(middleOf(svg), -400, true);
    await expect.poll(length).toBeLessThan(before * 0.99);
    await frames();
    expect(before / length()).toBeLessThan(1.5);
  });
});

describe("dragging", () => {
  test("pans as far as the pointer goes", async () => {
    const svg = await open();
    middleThird();
    const y = middleOf(svg).y;
    const time = timeAt(700);
    await drag({ x: 700, y }, { x: 500, y });
    await frames();
    comeToRest(timeline);
    expect(Math.abs(timeAt(500) - time) / length()).toBeLessThan(0.005);
  });

  test("stops at the end and comes back at once", async () => {
    const svg = await open();
    const { end } = timeline.view;
    middleThird();
    const y = middleOf(svg).y;
    await drag({ x: 900, y }, { x: -20_000, y }, 4);
    await frames();
    expect(timeline.view.end).toBe(end);
    await drag({ x: 500, y }, { x: 600, y });
    await frames();
    expect(timeline.view.end).toBeLessThan(end);
  });

  test("follows the pointer where time runs to the left", async () => {
    const svg = await open(kursk, { axisDirection: "rtl" });
    middleThird();
    const before = timeline.view;
    const y = middleOf(svg).y;
    await drag({ x: 500, y }, { x: 700, y });
    await frames();
    comeToRest(timeline);
    // Later time, to the left, comes into view.
    expect(timeline.view.start).toBeGreaterThan(before.start);
    expect((timeline.view.start - before.start) / length()).toBeCloseTo(
      200 / part(".dl-axis line").getBoundingClientRect().width,
      1,
    );
  });

  test("does not open the event it began on", async () => {
    await open();
    middleThird();
    const { x, y } = middleOf(part(".dl-event .dl-mark"));
    await drag({ x, y }, { x: x + 150, y });
    expect(timeline.view.selected).toBeNull();
  });
});

describe("clicks", () => {
  test("on an event open its details, and the focus stays on the mark", async () => {
    await open();
    const mark = part('[data-event="prisoners"] .dl-mark');
    await click(middleOf(mark));
    expect(timeline.view.selected).toBe("prisoners");
    expect((part(".dl-details") as HTMLElement).hidden).toBe(false);
    expect(document.activeElement).toBe(mark);
  });

  test("twice zoom about the pointer, in either orientation", async () => {
    for (const axisDirection of ["ltr", "rtl"] as const) {
      const svg = await open(kursk, { axisDirection });
      const y = svg.getBoundingClientRect().top + 4;
      const before = length();
      await doubleClick({ x: 700, y });
      await frames();
      expect(length()).toBeCloseTo(before / 2, -6);
      const middle = (timeline.view.start + timeline.view.end) / 2;
      const whole = timeline.view;
      timeline.fit();
      const side = Math.sign(middle - (timeline.view.start + timeline.view.end) / 2);
      expect(side).toBe(axisDirection === "ltr" ? 1 : -1);
      expect(whole.start).toBeGreaterThanOrEqual(timeline.view.start);
      timeline.destroy();
    }
  });

  test("on a cluster of many days zoom into it, and its first event has the focus", async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `e${i}`,
      title: `Vote ${i}`,
      date: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10),
      importance: 1,
      sources: ["https://a.example"],
    }));
    const far = { id: "far", title: "Later", date: "2120-01-01", sources: ["https://a.example"] };
    await open([...events, far], { scale: "time" });
    const cluster = part(".dl-cluster") as SVGElement;
    const before = length();
    await click(middleOf(cluster.querySelector(".dl-mark path") as Element));
    expect(length()).toBeLessThan(before);
    expect(document.activeElement?.closest<SVGElement>("[data-event]")?.dataset["event"]).toBe("e0");
  });

  test("between columns of a pile that are far apart open the nearest, not the first", async () => {
    const { document: data, options } = dense();
    await open(data, { ...options, width: undefined });
    const pile = part(".dl-pile");
    const dots = pile.querySelector(".dl-mark path") as SVGGraphicsElement;
    const columns = [...(dots.getAttribute("d") ?? "").matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
    const { left, width, bottom } = dots.getBoundingClientRect();
    const y = bottom - 3;
    // Marks of named events lie between the columns too.
    const isFree = (x: number): boolean =>
      columns.every((column) => Math.abs(column - x) > 20) && pile.contains(document.elementFromPoint(left + x, y));
    const x = Array.from({ length: Math.floor(width) }, (_, i) => i).find(isFree) as number;
    const nearest = columns.reduce((a, b) => (Math.abs(b - x) < Math.abs(a - x) ? b : a));
    const time = timeAt(left + nearest + 3);
    const perPx = length() / 968;
    await click({ x: left + x, y });
    const { start, end, selected } = timeline.view;
    const event = townEvents().find(({ id }) => id === selected);
    const opened = event ? Date.parse(String(event.date)) : (start + end) / 2;
    // A column of dots is 7 px wide.
    expect(Math.abs(opened - time)).toBeLessThan(7 * perPx);
  });

  test("on a cluster of one moment list its events, and each opens its details", async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `e${i}`,
      title: `Vote ${i}`,
      date: "2020-05-01T12:00",
      importance: 1,
      sources: ["https://a.example"],
    }));
    await open([...events, { id: "far", title: "Later", date: "2021-01-01", sources: ["https://a.example"] }]);
    await click(middleOf(part(".dl-cluster .dl-mark path")));
    const links = [...timeline.element.querySelectorAll<HTMLElement>(".dl-group a")];
    expect(links.length).toBeGreaterThan(40);
    expect(document.activeElement).toBe(part(".dl-cluster .dl-mark"));
    await animated(timeline);
    await click(middleOf(links[2] as Element));
    expect(timeline.view.selected).toBe(links[2]?.dataset["event"]);
  });

  test("on a folded gap unfold it, and a button unfolds and folds all", async () => {
    await open(kursk, { scale: "compressed" });
    const folds = (): number => timeline.element.querySelectorAll("[data-fold]").length;
    const before = folds();
    expect(before).toBeGreaterThan(0);
    await click(middleOf(part("[data-fold]")));
    expect(folds()).toBeLessThan(before);
    (part('[data-action="unfold"], [data-action="fold"]:not([hidden])') as HTMLElement).click();
    (part('[data-action="fold"]') as HTMLElement).click();
    expect(folds()).toBe(before);
  });

  test("on a relation in the details open the other event", async () => {
    await open(kursk, {
      selected: (kursk as unknown as { events: { id: string; relations?: unknown }[] }).events.find(
        (event) => event.relations,
      )?.id,
    });
    const before = timeline.view.selected;
    await animated(timeline);
    await click(middleOf(part(".dl-details .dl-relations a")));
    expect(timeline.view.selected).not.toBe(before);
    expect(timeline.view.selected).not.toBeNull();
  });
});

describe("fingers", () => {
  test("up and down scroll the page", async () => {
    await withTouch(async () => {
      await open();
      const before = timeline.view;
      await swipe([
        [
          { x: 500, y: 400 },
          { x: 505, y: 150 },
        ],
      ]);
      await expect.poll(() => window.scrollY).toBeGreaterThan(50);
      expect(timeline.view).toEqual(before);
    });
  });

  test("sideways pan", async () => {
    await withTouch(async () => {
      // The page may still move by the momentum of the previous swipe.
      await untilStill();
      const svg = await open();
      middleThird();
      const y = middleOf(svg).y;
      const before = timeline.view;
      const scrolled = window.scrollY;
      await swipe([
        [
          { x: 700, y },
          { x: 500, y: y + 2 },
        ],
      ]);
      await frames();
      expect(timeline.view.start).toBeGreaterThan(before.start);
      expect(length()).toBeCloseTo(before.end - before.start, -3);
      expect(window.scrollY).toBe(scrolled);
    });
  });

  test("two of them pinch", async () => {
    await withTouch(async () => {
      const svg = await open();
      const y = middleOf(svg).y;
      const before = length();
      await swipe([
        [
          { x: 480, y },
          { x: 300, y },
        ],
        [
          { x: 520, y },
          { x: 700, y },
        ],
      ]);
      await frames();
      expect(length()).toBeLessThan(before * 0.6);
    });
  });
});

describe("the minimap", () => {
  const windowBox = (): DOMRect => part(".dl-window rect").getBoundingClientRect();

  test("pans when its window is dragged", async () => {
    await open();
    middleThird();
    const { start } = timeline.view;
    const before = length();
    const at = middleOf(part(".dl-window rect"));
    await drag(at, { x: at.x + 100, y: at.y });
    await frames();
    expect(timeline.view.start).toBeGreaterThan(start);
    expect(length()).toBeCloseTo(before, -3);
  });

  test("zooms when an edge of its window is dragged, and the other edge stays", async () => {
    await open();
    middleThird();
    const { start, end } = timeline.view;
    const box = windowBox();
    const y = box.top + box.height / 2;
    await drag({ x: box.right, y }, { x: box.right + 80, y });
    await frames();
    expect(timeline.view.start).toBeCloseTo(start, -3);
    expect(timeline.view.end).toBeGreaterThan(end);
  });

  test("centres what is pressed outside its window", async () => {
    await open();
    middleThird();
    const line = part(".dl-axis line").getBoundingClientRect();
    await click({ x: line.right - 4, y: windowBox().top + 8 });
    await frames();
    const whole = timeline.view.end;
    timeline.fit();
    expect(whole).toBe(timeline.view.end);
  });
});

describe("marks so close that the hit area of one covers the centre of another", () => {
  test("are each hit at their centre", async () => {
    await open(dense().document);
    const covered = (): Element[] =>
      [...timeline.element.querySelectorAll(".dl-event > .dl-mark")].filter((mark) => {
        const rect = mark.querySelector("rect[pointer-events]") as Element;
        const { x, y } = middleOf(rect);
        const top = document.elementFromPoint(x, y)?.closest(".dl-mark");
        return rect.getBoundingClientRect().width <= 26 && top && top !== mark;
      });
    const ids = covered().map((mark) => (mark.parentElement as unknown as SVGElement).dataset["event"] as string);
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids.slice(0, 6)) {
      timeline.select(null);
      await click(middleOf(part(`[data-event="${id}"] .dl-mark > rect[pointer-events]`)));
      expect(timeline.view.selected).toBe(id);
    }
  });
});

describe("the tooltip", () => {
  const tip = (): HTMLElement => part(".dl-tip") as HTMLElement;

  test("names a mark without a label while the pointer is on the mark or the tooltip", async () => {
    const { document: data, options } = dense();
    await open(data, { ...options, width: undefined });
    const dot = [...timeline.element.querySelectorAll(".dl-event:not(:has(.dl-label)) .dl-mark")].find((mark) => {
      const { x, y } = middleOf(mark);
      return mark.contains(document.elementFromPoint(x, y));
    }) as Element;
    await hover(middleOf(dot));
    await expect.poll(() => tip().hidden).toBe(false);
    expect(dot.getAttribute("aria-label")).toContain(tip().querySelector("span")?.textContent);
    await hover(middleOf(tip()));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(tip().hidden).toBe(false);
    await hover({ x: 5, y: 5 });
    await expect.poll(() => tip().hidden).toBe(true);
  });
});

/** Waits until the page has not moved for some frames. */
async function untilStill(): Promise<void> {
  let last = Number.NaN;
  for (let still = 0, i = 0; still < 8 && i < 300; i++) {
    await frames(1);
    still = window.scrollY === last ? still + 1 : 0;
    last = window.scrollY;
  }
}
