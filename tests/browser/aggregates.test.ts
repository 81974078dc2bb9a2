/** Readers reach every event of a pile, a bar of counts, a thin bar and a ribbon by keyboard, pointer and code. */
import { describe, expect, test } from "vitest";
import { parseDocument, type Timeline } from "../../src/index.js";
import { earthquakes, services } from "../support/earthquakes.js";
import { focused, press, spoken } from "./keys.js";
import { live, part } from "./live.js";
import { click, hover, type Point } from "./pointer.js";

/** px of the bars are rounded by less, in ms. */
const MINUTE = 60_000;
const SIZE = { width: 1000, height: 500 } as const;
const quakes = earthquakes(23_000);
const { timeline: model } = parseDocument(quakes);
const order = model.events.map(({ id }) => id);
const MARCH_2011 = { from: "2010-12-20", to: "2011-10-01" };

const idOf = (element: Element): string | undefined =>
  (element.closest("[data-event]") as SVGElement | null)?.dataset["event"];
const nextOf = (id: string | undefined): string | undefined => order[order.indexOf(id ?? "") + 1];
const sumOf = (root: Element): number =>
  root.querySelectorAll(".dl-figure .dl-event").length +
  [...root.querySelectorAll<SVGElement>(".dl-figure [data-events]")].reduce(
    (sum, { dataset }) => sum + Number(dataset["events"]),
    0,
  );

/** More ranges than a column names, few of which run at once. */
function crowded(): object[] {
  const day = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: 450 }, (_, i) => ({
    id: `r${i}`,
    title: `Range ${i}`,
    date: day(i * 20),
    end: day(i * 20 + 90),
  }));
}

/** Puts the focus on the picture by the keyboard. */
async function enter(root: Element): Promise<void> {
  part<HTMLElement>({ element: root } as never, ".dl-skip").focus();
  for (let tries = 0; tries < 20 && !focused().closest(".dl-figure"); tries++) await press("Tab");
}

describe("the keys", () => {
  test("reach every event of the bars, one after the other, each with a label and a line across its bar", async () => {
    const timeline = await live(quakes, SIZE);
    await enter(timeline.element);
    await press("Home");
    expect(idOf(focused())).toBe(order[0]);
    for (let i = 1; i < 30; i++) {
      await press("ArrowRight");
      expect(idOf(focused())).toBe(order[i]);
      expect(timeline.element.querySelectorAll(".dl-figure .dl-event a:focus")).toHaveLength(1);
      expect(timeline.element.querySelectorAll('.dl-figure [tabindex="0"]')).toHaveLength(1);
    }
    await press("ArrowLeft");
    expect(idOf(focused())).toBe(order[28]);
  });

  test("say an event of a bar with its place there", async () => {
    const timeline = await live(quakes, SIZE);
    const at = model.events.findIndex(({ span }) => span.start >= Date.UTC(2011, 2, 11));
    const first = model.events.findIndex(({ span }) => span.start >= Date.UTC(2011, 2, 1));
    const end = model.events.findIndex(({ span }) => span.start >= Date.UTC(2011, 3, 1));
    timeline.select(order[at] as string);
    part<HTMLElement>(timeline, ".dl-details [data-action=close]").click();
    expect(idOf(focused())).toBe(order[at]);
    const { title } = model.events[at] as (typeof model.events)[number];
    expect((await spoken()).name).toBe(`11 March 2011, ${title}, ${at - first + 1} of ${end - first} in March 2011.`);
    expect(sumOf(timeline.element)).toBe(quakes.events.length);
  });

  test("walk through piles in order of time", async () => {
    const timeline = await live(quakes, { ...SIZE, initialView: MARCH_2011 });
    expect(timeline.element.querySelector("[data-aggregate=pile]")).not.toBeNull();
    await enter(timeline.element);
    for (let i = 0; i < 40; i++) {
      const next = nextOf(idOf(focused()));
      await press("ArrowRight");
      expect(idOf(focused())).toBe(next);
    }
  });

  test("go from name to name by Page Down and Page Up, beyond the window", async () => {
    const timeline = await live(quakes, { ...SIZE, initialView: MARCH_2011 });
    await enter(timeline.element);
    const before = idOf(focused());
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 25; i++) {
      await press("PageDown");
      seen.push(idOf(focused()));
      expect(focused().closest(".dl-active")).toBeNull();
    }
    expect(new Set(seen).size).toBe(25);
    for (let i = 0; i < 25; i++) await press("PageUp");
    expect(idOf(focused())).toBe(before);
  });

  test("open details by Enter, and Escape goes back to the event", async () => {
    const timeline = await live(quakes, SIZE);
    await enter(timeline.element);
    await press("Home", ...Array.from({ length: 9 }, () => "ArrowRight"));
    const id = idOf(focused());
    await press("Enter");
    expect(timeline.view).toBeDefined();
    expect(focused().closest(".dl-details")).not.toBeNull();
    const selected = part<SVGElement>(timeline, ".dl-figure [data-selected]");
    expect(selected.dataset["event"]).toBe(id);
    await press("Escape");
    expect(idOf(focused())).toBe(id);
  });

  test("leave no mark behind once the focus is elsewhere", async () => {
    const timeline = await live(quakes, SIZE);
    await enter(timeline.element);
    await press("Home", "ArrowRight", "ArrowRight", "ArrowRight");
    await press("Tab");
    expect(timeline.element.querySelector(".dl-active")).toBeNull();
    await press("Shift+Tab");
    expect(idOf(focused())).toBe(order[3]);
  });
});

describe("the keys in a figure whose time runs down", () => {
  const columns: [string, string, { readonly events: readonly object[] }][] = [
    ["bars", "bars", quakes],
    ["a ribbon", "ribbon", services(300)],
    ["thin bars", "thin-bars", { events: crowded() }],
  ];

  test.each(columns)("reach every event of %s", async (_, kind, document) => {
    const timeline = await live(document, {}, 360);
    expect(timeline.element.querySelector(`.dl-vertical [data-aggregate="${kind}"]`)).not.toBeNull();
    const ids = parseDocument(document).timeline.events.map(({ id }) => id);
    await enter(timeline.element);
    await press("Home");
    for (let i = 0; i < 20; i++) {
      expect(idOf(focused())).toBe(ids[i]);
      expect(timeline.element.querySelectorAll(".dl-figure .dl-event a:focus")).toHaveLength(1);
      expect(sumOf(timeline.element)).toBe(ids.length);
      await press("ArrowDown");
    }
    await press("ArrowUp");
    expect(idOf(focused())).toBe(ids[19]);
  });

  test("say an event of a bar with its place there, beside a label that nothing meets", async () => {
    const timeline = await live(quakes, {}, 360);
    await enter(timeline.element);
    await press("Home", "ArrowDown", "ArrowDown");
    const month = model.events.filter(({ span }) => span.start < Date.UTC(1965, 1, 1));
    const { title } = model.events[2] as (typeof model.events)[number];
    expect((await spoken()).name).toMatch(
      new RegExp(`^\\d+ January 1965, ${title}, 3 of ${month.length} in January 1965\\.$`),
    );
    const [own, ...others] = [".dl-active .dl-label", ".dl-lane .dl-label"].flatMap((selector) =>
      [...timeline.element.querySelectorAll(selector)].map((label) => label.getBoundingClientRect()),
    ) as [DOMRect, ...DOMRect[]];
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter(({ top, bottom }) => top < own.bottom && bottom > own.top)).toEqual([]);
  });
});

describe.each(["range-bars", "ribbon"] as const)("the keys in two lanes of %s", (form) => {
  const ranges = services(120).events.map((event, i) => ({ ...event, lane: i % 2 === 0 ? "a" : "b" }));
  const shown = () => live({ lanes: ["a", "b"], events: ranges }, { width: 1000, height: 400, form });
  const inTime = parseDocument({ lanes: ["a", "b"], events: ranges }).timeline.events.map(({ id }) => id);
  const laneOf = (id: string | undefined): string | undefined => ranges[Number(id?.slice(1))]?.lane;

  test("reach every event of a lane, named or not, by one tab stop, and none is lost from the count", async () => {
    const timeline = await shown();
    expect(
      timeline.element.querySelector(`[data-aggregate=${form === "ribbon" ? "ribbon" : "thin-bars"}]`),
    ).not.toBeNull();
    await enter(timeline.element);
    await press("Home");
    const reached = [idOf(focused())];
    const own = inTime.filter((id) => laneOf(id) === laneOf(reached[0]));
    for (let i = 1; i < own.length; i++) {
      await press("ArrowRight");
      reached.push(idOf(focused()));
    }
    expect(reached).toEqual(own);
    expect(timeline.element.querySelectorAll('.dl-figure .dl-mark[tabindex="0"]')).toHaveLength(1);
    expect(sumOf(timeline.element)).toBe(ranges.length);
  });

  test("go from lane to lane by Down and Up, and magnify about the event by + and -", async () => {
    const timeline = await shown();
    await enter(timeline.element);
    await press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    const from = laneOf(idOf(focused()));
    await press(from === "a" ? "ArrowDown" : "ArrowUp");
    expect(laneOf(idOf(focused()))).not.toBe(from);
    const [id, before] = [idOf(focused()), timeline.view];
    await press("+");
    expect(timeline.view.end - timeline.view.start).toBeLessThan(before.end - before.start);
    expect(idOf(focused())).toBe(id);
    await press("-");
    expect(timeline.view.end - timeline.view.start).toBeCloseTo(before.end - before.start, -6);
    expect(idOf(focused())).toBe(id);
  });
});

describe("the pointer", () => {
  const tip = (root: Element): HTMLElement => root.querySelector(".dl-tip") as HTMLElement;
  const bars = (root: Element): SVGElement => root.querySelector("[data-aggregate=bars] .dl-mark path") as SVGElement;

  /** A point over the bar of March 2011. */
  function march(timeline: Timeline): Point {
    const { start, end } = timeline.view;
    const { left, width, bottom } = bars(timeline.element).getBoundingClientRect();
    const [first, last] = [model.events[0]?.span.start as number, model.events.at(-1)?.span.start as number];
    expect(start).toBeLessThan(first);
    expect(end).toBeGreaterThan(last);
    const time = Date.UTC(2011, 2, 1);
    const from = Date.UTC(1965, 0, 1);
    const to = Date.UTC(2017, 0, 1);
    // The browser tells of whole px.
    return { x: Math.ceil(left + (width * (time - from)) / (to - from)), y: Math.floor(bottom) - 5 };
  }

  const inMarch = (): number =>
    model.events.filter(({ span }) => span.start >= Date.UTC(2011, 2, 1) && span.start < Date.UTC(2011, 3, 1)).length;

  test("on a bar says its month and its count, and another bar's as it moves on", async () => {
    const timeline = await live(quakes, SIZE);
    const at = march(timeline);
    await hover(at);
    await expect.poll(() => tip(timeline.element).textContent).toBe(`March 2011, ${inMarch()} events`);
    await hover({ x: at.x + 12, y: at.y });
    await expect
      .poll(() => tip(timeline.element).textContent)
      .toMatch(/^(September|October|November) 2011, \d+ events$/);
  });

  test("clicks a bar, which then spans the window, and Escape goes back", async () => {
    const timeline = await live(quakes, SIZE);
    const whole = timeline.view;
    await click(march(timeline));
    expect(new Date(timeline.view.start + MINUTE).toISOString().slice(0, 7)).toBe("2011-03");
    expect(new Date(timeline.view.end - MINUTE).toISOString().slice(0, 7)).toBe("2011-03");
    await press("Escape");
    expect(timeline.view.start).toBe(whole.start);
  });

  test("clicks a pile of one day, whose events the details list", async () => {
    const timeline = await live(quakes, { ...SIZE, initialView: { from: "2011-03-05", to: "2011-04-05" } });
    // The highest pile says its count over its middle.
    const counts = [...timeline.element.querySelectorAll("[data-aggregate=pile] text")];
    const highest = counts.reduce((a, b) => (Number(b.textContent) > Number(a.textContent) ? b : a));
    const { left, width } = highest.getBoundingClientRect();
    const { bottom } = part(timeline, "[data-aggregate=pile] .dl-mark > path").getBoundingClientRect();
    await click({ x: left + width / 2, y: bottom - 20 });
    expect(part(timeline, ".dl-details").hidden).toBe(false);
    expect(timeline.element.querySelectorAll(".dl-details .dl-group a").length).toBeGreaterThan(5);
    const link = part<HTMLAnchorElement>(timeline, ".dl-details .dl-group a");
    link.click();
    expect(timeline.view.selected).toBe(link.dataset["event"]);
  });

  test("finds the nearest of thin bars, names it and opens it", async () => {
    const timeline = await live(services(300), { width: 1000, height: 500, form: "range-bars" });
    const mark = part<SVGElement>(timeline, "[data-aggregate=thin-bars] .dl-mark path");
    const { left, width, top, height } = mark.getBoundingClientRect();
    const at = { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
    await hover(at);
    await expect.poll(() => tip(timeline.element).textContent).toMatch(/Service \d+$/);
    const [name] = /Service \d+$/.exec(tip(timeline.element).textContent ?? "") ?? [];
    await click(at);
    expect(part(timeline, ".dl-details h3").textContent).toBe(name);
  });
});
