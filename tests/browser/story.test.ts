/** Stories in steps, the address of the page, messages to a page around this one, and the first view. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { fromTimelineJs } from "../../src/import.js";
import { ar } from "../../src/locales/ar.js";
import type { StoryStep } from "../../src/options.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";
import { click, drag, middleOf, session, swipe, withTouch } from "./pointer.js";
import { animated, frames, overlaps } from "./support.js";

const { document: kursk } = kurskHorizontal();
const STEPS: readonly StoryStep[] = [
  { view: "all", title: "How it began", text: "All of it at a glance." },
  { event: "prisoners" },
  { event: "museum", view: { from: "2025-06", to: "2025-11" }, title: "A museum" },
];

beforeEach(() => page.viewport(1280, 800));

afterEach(() => {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
});

describe("a story", () => {
  test("shows the next and the previous step by its buttons, with the words and the view of the step", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    const heard: number[] = [];
    timeline.on("step", ({ step }) => heard.push(step));
    const shown = (): string => part(timeline, ".dl-story li:not([hidden])").textContent ?? "";
    expect(shown()).toContain("How it began");
    part(timeline, '[data-action="step-on"]').focus();
    await press("Enter");
    expect(shown()).toContain("Ukraine takes two wounded North Korean soldiers prisoner");
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
    await press("Enter");
    await expect.poll(() => new Date(timeline.view.start).getUTCFullYear()).toBe(2025);
    const on = part(timeline, '[data-action="step-on"]');
    expect(on.getAttribute("aria-disabled")).toBe("true");
    await press("Enter");
    expect(timeline.step).toBe(2);
    await frames(2);
    expect(document.activeElement).toBe(on);
    part(timeline, '[data-action="step-back"]').click();
    expect(timeline.step).toBe(1);
    expect(heard).toEqual([1, 2, 1]);
  });

  test("follows arrow keys, Home and End, and stops at its first and last step", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    part(timeline, '[data-action="step-on"]').focus();
    const steps: number[] = [];
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft", "End", "ArrowRight", "Home"]) {
      await press(key);
      await frames(2);
      steps.push(timeline.step);
    }
    expect(steps).toEqual([1, 0, 0, 2, 2, 0]);
    expect(part(timeline, ".dl-story").contains(document.activeElement)).toBe(true);
  });

  test("shows the next step by the left arrow where text runs from right to left", async () => {
    const timeline = await live({ ...(kursk as object), lang: "ar" }, { steps: STEPS, locale: ar });
    part(timeline, '[data-action="step-on"]').focus();
    await press("ArrowLeft");
    expect(timeline.step).toBe(1);
  });

  test("shows all its steps in the page of a server", () => {
    const served = new DOMParser().parseFromString(renderToHtml(kursk, { steps: STEPS }), "text/html");
    const steps = [...served.querySelectorAll<HTMLElement>(".dl-story li")];
    expect(steps.map((step) => step.hidden)).toEqual([false, false, false]);
  });

  test("does not repeat itself in a vertical figure: details open when the reader asks, and the next step closes them", async () => {
    const timeline = await live(kursk, { steps: STEPS }, 360);
    const opened: string[] = [];
    timeline.on("open", ({ id }) => opened.push(id));
    const details = part(timeline, ".dl-details");
    const mark = (): SVGElement => part(timeline, '[data-event="prisoners"] > a.dl-mark');
    part(timeline, '[data-action="step-on"]').focus();
    await press("Enter");
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
    expect(details.hidden).toBe(true);
    expect(mark().getAttribute("aria-expanded")).toBe("false");
    expect(opened).toEqual([]);
    mark().focus();
    await press("Enter");
    expect(details.hidden).toBe(false);
    expect(focused()).toBe(part(timeline, ".dl-details h3"));
    expect(mark().getAttribute("aria-expanded")).toBe("true");
    expect(opened).toEqual(["prisoners"]);
    timeline.showStep(2);
    await expect.poll(() => timeline.view.selected).toBe("museum");
    expect(details.hidden).toBe(true);
    await frames(2);
    expect(timeline.element.contains(focused())).toBe(true);
    timeline.select("museum");
    expect(details.hidden).toBe(false);
  });

  test("opens no details over a horizontal figure either", async () => {
    const timeline = await live(kursk, { steps: STEPS }, 1000);
    timeline.showStep(1);
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
    expect(part(timeline, ".dl-details").hidden).toBe(true);
  });

  test("does not repeat itself in a page whose address has the step", async () => {
    window.history.replaceState(null, "", "#one=prisoners&one-step=2");
    const timeline = await live(kursk, { hash: true, idPrefix: "one", steps: STEPS }, 360);
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
    expect(part(timeline, ".dl-details").hidden).toBe(true);
    window.history.replaceState(null, "", "#one=museum&one-step=2");
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    expect(part(timeline, ".dl-details").hidden).toBe(false);
  });

  test.each(["at once", "later"])(
    "follows the reader past blocks of the page, which the option names %s",
    async (when) => {
      const blocks = STEPS.map((_, i) => {
        const block = document.createElement("p");
        block.className = "block";
        block.style.height = "900px";
        block.textContent = `Block ${i}`;
        return block;
      });
      const adding = live(kursk, { steps: STEPS, width: 900 });
      document.body.append(...blocks);
      const timeline = await adding;
      timeline.destroy();
      const { createTimeline } = await import("../../src/dom/controller/create.js");
      const host = document.createElement("div");
      document.body.prepend(host);
      const options = { stepBlocks: ".block", width: 900 };
      const followed = createTimeline(host, kursk, { steps: STEPS, ...(when === "at once" ? options : {}) });
      if (when === "later") followed.update({ options });
      blocks[1]?.scrollIntoView({ block: "center" });
      await expect.poll(() => followed.step).toBe(1);
      blocks[2]?.scrollIntoView({ block: "center" });
      await expect.poll(() => followed.step).toBe(2);
      followed.destroy();
      window.scrollTo(0, 0);
    },
  );
});

describe("a reader of a story", () => {
  const TOLD: readonly StoryStep[] = [
    { view: "all", title: "How it began", text: "All of it at a glance." },
    { event: "treaty-signed" },
    { event: "nis-disclosure" },
    { event: "prisoners" },
    { event: "dprk-confirms", text: "The statement came two days after the one from Moscow. ".repeat(4) },
    { event: "broadcast" },
    { event: "museum" },
  ];
  const button = (timeline: Timeline, action: string): HTMLElement => part(timeline, `[data-action="${action}"]`);
  const boxOf = (timeline: Timeline, selector: string): DOMRect => part(timeline, selector).getBoundingClientRect();
  const card = (timeline: Timeline): HTMLElement => part(timeline, ".dl-cards > li:not([hidden])");
  const said = (timeline: Timeline): string => part(timeline, ":scope > .dl-status").textContent ?? "";

  test.each([
    ["a phone", 360, 740],
    ["a computer", 1280, 800],
  ])("has time, card and buttons on one screen of %s, and the buttons never move", async (_, width, height) => {
    await page.viewport(width, height);
    const timeline = await live(kursk, { steps: TOLD }, width);
    const buttons = boxOf(timeline, '[data-action="step-on"]');
    expect([buttons.width, buttons.height]).toEqual([44, 44]);
    expect(buttons.bottom).toBeLessThanOrEqual(height);
    for (let step = 0; step < TOLD.length; step++) {
      expect(boxOf(timeline, ".dl-story-strip").top).toBeGreaterThan(0);
      expect(boxOf(timeline, '[data-action="step-on"]')).toEqual(buttons);
      const { bottom, height: own } = card(timeline).getBoundingClientRect();
      expect(own).toBeGreaterThan(0);
      expect(bottom).toBeLessThanOrEqual(buttons.top);
      await click(middleOf(button(timeline, "step-on")));
    }
    expect(card(timeline).textContent).toContain("museum");
    expect(overlaps([...card(timeline).querySelectorAll(".dl-card-date > *, h3, .dl-card-words")])).toEqual([]);
  });

  test("sees in the strip where the step is, and turns to a step by a press on its mark", async () => {
    const timeline = await live(kursk, { steps: TOLD }, 1000);
    expect(timeline.element.querySelector(".dl-story-ring")).toBeNull();
    const mark = part(timeline, '.dl-story-strip [data-step="4"]');
    await click(middleOf(mark));
    expect(timeline.step).toBe(4);
    await animated(timeline);
    const [ring, dot] = [middleOf(part(timeline, ".dl-story-ring")), middleOf(mark)];
    expect(Math.hypot(ring.x - dot.x, ring.y - dot.y)).toBeLessThan(2);
  });

  test("turns the cards by a swipe, and the page by a swipe up", async () => {
    await page.viewport(360, 740);
    await withTouch(async () => {
      const timeline = await live(kursk, { steps: TOLD }, 360);
      const swipeBy = async (x: number, y: number): Promise<void> => {
        const from = middleOf(card(timeline));
        await swipe([[from, { x: from.x + x, y: from.y + y }]]);
      };
      await swipeBy(-120, 8);
      expect(timeline.step).toBe(1);
      await swipeBy(-120, -8);
      expect(timeline.step).toBe(2);
      await swipeBy(120, 8);
      expect(timeline.step).toBe(1);
      await swipeBy(10, -120);
      await expect.poll(() => window.scrollY).toBeGreaterThan(0);
      expect(timeline.step).toBe(1);
      window.scrollTo(0, 0);
    });
  });

  test("hears position, date and title of each step, and not the time in view after it", async () => {
    const timeline = await live(kursk, { steps: TOLD });
    part(timeline, '[data-action="step-on"]').focus();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await press("ArrowRight");
    expect(said(timeline)).toMatch(/^2 of 7, 19 June 2024, Russia and North Korea sign/);
    vi.advanceTimersByTime(2000);
    expect(said(timeline)).toMatch(/^2 of 7/);
    await press("Home");
    vi.advanceTimersByTime(600);
    expect(said(timeline)).toBe("1 of 7, How it began");
    vi.useRealTimers();
  });

  test("sees the card come from its side, and a cut with less motion", async () => {
    const moves = (timeline: Timeline): number => card(timeline).getAnimations().length;
    const timeline = await live(kursk, { steps: TOLD });
    await click(middleOf(button(timeline, "step-on")));
    expect(moves(timeline)).toBe(1);
    const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
    await session().send("Emulation.setEmulatedMedia", { features });
    await click(middleOf(button(timeline, "step-on")));
    expect(timeline.step).toBe(2);
    expect(moves(timeline)).toBe(0);
    await session().send("Emulation.setEmulatedMedia", { features: [] });
  });

  test("opens a slide show of TimelineJS: its title slide, then headline, text and order of its slides", async () => {
    const { document: slides } = fromTimelineJs({
      title: { text: { headline: "Two revolutions", text: "In one spring." } },
      events: [
        { start_date: { year: 1848, month: 3, day: 13 }, text: { headline: "Vienna", text: "An uprising." } },
        {
          start_date: { year: 1848, month: 2, day: 22 },
          text: { headline: "Paris", text: "<b>The king</b> abdicates." },
        },
      ],
    });
    const timeline = await live(slides, { steps: "all" });
    const shown: string[] = [];
    for (let step = 0; step < 3; step++) {
      shown.push([...card(timeline).querySelectorAll("h3, .dl-card-words")].map((one) => one.textContent).join(": "));
      await click(middleOf(button(timeline, "step-on")));
    }
    expect(shown).toEqual(["Two revolutions: In one spring.", "Paris: The king abdicates.", "Vienna: An uprising."]);
    expect(part(timeline, ".dl-details-position").textContent).toBe("3 of 3");
  });

  test("opens at the card of the step that an address names", async () => {
    await page.viewport(360, 740);
    window.history.replaceState(null, "", "#dl-step=7&dl=museum");
    const timeline = await live(kursk, { hash: true, steps: TOLD }, 360);
    expect(timeline.step).toBe(6);
    const { top, bottom } = boxOf(timeline, ".dl-story");
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(740);
    window.scrollTo(0, 0);
  });

  test("has a card at a time of very many steps, and buttons that stay", async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ title: `Event ${i}`, date: String(1700 + i) }));
    const timeline = await live(many, { steps: "all" });
    const buttons = boxOf(timeline, '[data-action="step-on"]');
    expect(timeline.element.querySelectorAll(".dl-cards > li")).toHaveLength(1);
    timeline.showStep(299);
    expect(card(timeline).textContent).toContain("Event 299");
    expect(boxOf(timeline, '[data-action="step-on"]')).toEqual(buttons);
  });
});

describe("the move to a step", () => {
  const MOVE = 300;
  const year = (time: number): number => new Date(time).getUTCFullYear();
  const old = Array.from({ length: 19 }, (_, i) => ({ id: `o${i}`, title: `Old ${i}`, date: String(1500 + i) }));
  const marks = (timeline: Timeline): number =>
    timeline.element.querySelectorAll(".dl-figure [data-event], .dl-figure [data-cluster]").length;

  /** Starts the move to a step, changes something on the way, and returns the timeline at rest. */
  const moving = async (step: number, then: (timeline: Timeline) => void): Promise<Timeline> => {
    const timeline = await live(kursk, { steps: STEPS });
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
    timeline.showStep(step);
    vi.advanceTimersByTime(60);
    then(timeline);
    vi.advanceTimersByTime(MOVE);
    return timeline;
  };

  afterEach(() => {
    vi.useRealTimers();
  });

  test("ends at the step", async () => {
    const timeline = await moving(2, () => undefined);
    expect([year(timeline.view.start), timeline.view.selected]).toEqual([2025, "museum"]);
  });

  test("is cancelled by another document, which stays in view", async () => {
    const timeline = await moving(2, (it) => it.update({ document: old }));
    expect([year(timeline.view.start) >= 1499, year(timeline.view.end) <= 1519]).toEqual([true, true]);
    expect(timeline.view.selected).toBeNull();
    expect(marks(timeline)).toBeGreaterThan(0);
  });

  test.each<[string, (timeline: Timeline) => void]>([
    ["a view", (it) => it.setView({ start: Date.UTC(2024, 9, 1), end: Date.UTC(2025, 2, 1) })],
    ["everything", (it) => it.fit()],
    ["a selection", (it) => it.select("prisoners")],
    ["a button", (it) => part(it, '[data-action="earlier"]').click()],
  ])("gives way to %s that is asked for meanwhile", async (_, ask) => {
    let asked: Timeline["view"] | undefined;
    const timeline = await moving(2, (it) => {
      ask(it);
      asked = it.view;
    });
    expect(timeline.view).toEqual(asked);
  });

  test("goes on when the reader closes details, and they stay closed", async () => {
    const timeline = await moving(2, (it) => it.select(null));
    expect([year(timeline.view.start), timeline.view.selected]).toEqual([2025, null]);
  });

  test("is cancelled by a change that comes before its first frame", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    const { start, end } = timeline.view;
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
    timeline.showStep(2);
    timeline.fit();
    vi.advanceTimersByTime(MOVE);
    expect(timeline.view).toMatchObject({ start, end });
  });

  test("ends at the step in another layout, too", async () => {
    const { view } = await moving(2, () => undefined);
    vi.useRealTimers();
    const timeline = await moving(2, (it) => it.update({ options: { scale: "equal", width: 700 } }));
    expect(timeline.view.selected).toBe("museum");
    expect(Math.abs(timeline.view.start - view.start)).toBeLessThan(2);
    expect(Math.abs(timeline.view.end - view.end)).toBeLessThan(2);
  });

  test("is skipped where the address names a view beside the step", async () => {
    const [start, end] = [Date.UTC(2024, 9, 1), Date.UTC(2025, 2, 1)];
    window.history.replaceState(null, "", `#dl-step=3&dl=museum&dl-view=${start}..${end}`);
    const timeline = await live(kursk, { hash: true, steps: STEPS });
    await frames(20);
    expect([timeline.step, timeline.view.selected]).toEqual([2, "museum"]);
    expect(Math.abs(timeline.view.start - start)).toBeLessThan(2);
  });
});

describe("other steps", () => {
  const [first, ...others] = STEPS as readonly [StoryStep, ...StoryStep[]];
  const told = (timeline: Timeline): string => part(timeline, ".dl-story .dl-details-position").textContent ?? "";
  const shown = (timeline: Timeline): number => timeline.element.querySelectorAll(".dl-story li:not([hidden])").length;

  test("show the last of fewer steps, and emit that", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    timeline.showStep(2);
    const heard: number[] = [];
    timeline.on("step", ({ step }) => heard.push(step));
    timeline.update({ options: { steps: [first] } });
    expect([timeline.step, told(timeline), shown(timeline), heard]).toEqual([0, "1 of 1", 1, [0]]);
  });

  test("show step 0 where there are none", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    timeline.showStep(1);
    timeline.update({ options: { steps: [] } });
    expect(timeline.step).toBe(0);
  });

  test("keep the current step where there are enough", async () => {
    const timeline = await live(kursk, { steps: STEPS });
    timeline.showStep(1);
    timeline.update({ options: { steps: [first, ...others, { view: "all", title: "One more" }] } });
    expect([timeline.step, told(timeline)]).toEqual([1, "2 of 4"]);
  });

  test("open the details of a selected event that no step is about, in a vertical figure", async () => {
    const timeline = await live(kursk, { steps: STEPS }, 360);
    timeline.showStep(1);
    await expect.poll(() => timeline.view.selected).toBe("prisoners");
    timeline.update({ options: { steps: [first, { view: "all", title: "Other" }] } });
    expect(part(timeline, ".dl-details").hidden).toBe(false);
  });
});

describe("an address", () => {
  const go = async (hash: string): Promise<void> => {
    window.location.hash = hash;
    await frames(3);
  };

  test("keeps view, selection and step, and restores them", async () => {
    const first = await live(kursk, { hash: true, idPrefix: "one", steps: STEPS });
    first.setView({ start: Date.UTC(2024, 9, 1), end: Date.UTC(2025, 2, 1) });
    first.select("prisoners");
    const { view } = first;
    await expect.poll(() => window.location.hash).toContain("one=prisoners");
    first.destroy();
    const second = await live(kursk, { hash: true, idPrefix: "one", steps: STEPS });
    expect(second.view.selected).toBe("prisoners");
    expect(Math.abs(second.view.start - view.start)).toBeLessThan(2);
    expect(Math.abs(second.view.end - view.end)).toBeLessThan(2);
    await go("#one-step=2");
    expect(second.step).toBe(1);
  });

  describe("when the page opens", () => {
    const details = ({ id }: { id: string }): HTMLElement => {
      const mine = document.createElement("p");
      mine.textContent = `about ${id}`;
      return mine;
    };
    const [start, end] = [Date.UTC(2024, 9, 1), Date.UTC(2025, 2, 1)];
    const opened = async (): Promise<Timeline> => {
      window.history.replaceState(null, "", `#one=prisoners&one-view=${start}..${end}`);
      return live(kursk, { hash: true, idPrefix: "one", details });
    };

    test("shows the custom details of the event that it names", async () => {
      expect(part(await opened(), ".dl-details-custom").textContent).toBe("about prisoners");
    });

    test("shows the custom details also where it names an entry of the list", async () => {
      window.history.replaceState(null, "", "#one-entry-prisoners");
      const timeline = await live(kursk, { hash: true, idPrefix: "one", details });
      expect(part(timeline, ".dl-details-custom").textContent).toBe("about prisoners");
    });

    test("marks its event as expanded", async () => {
      const mark = part<SVGElement>(await opened(), '[data-event="prisoners"] > a.dl-mark');
      expect(mark.getAttribute("aria-expanded")).toBe("true");
    });

    test("leaves one tab stop among the buttons of the details", async () => {
      const buttons = (await opened()).element.querySelectorAll(".dl-details-buttons button");
      expect([...buttons].map((button) => (button as HTMLElement).tabIndex)).toEqual([0, -1, -1]);
    });

    test("sets the view from which the first drag starts", async () => {
      const timeline = await opened();
      const { view } = timeline;
      const { x, y } = middleOf(part(timeline, ".dl-figure"));
      await drag({ x, y }, { x: x - 20, y });
      await frames();
      expect(timeline.view.start).toBeGreaterThan(view.start);
      expect((timeline.view.end - timeline.view.start) / (view.end - view.start)).toBeCloseTo(1, 6);
    });
  });

  test("is shared by several timelines, and unchanged by a timeline without the option", async () => {
    const timeline = await live(kursk, { hash: true, idPrefix: "one" });
    await go("#one=museum&two=prisoners&page=7");
    expect(timeline.view.selected).toBe("museum");
    timeline.select("prisoners");
    await expect.poll(() => window.location.hash).toContain("one=prisoners");
    expect(window.location.hash).toContain("two=prisoners");
    expect(window.location.hash).toContain("page=7");
    timeline.destroy();
    const silent = await live(kursk);
    const before = window.location.hash;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    silent.select("museum");
    vi.advanceTimersByTime(2000);
    vi.useRealTimers();
    expect(window.location.hash).toBe(before);
  });

  test("is read when the option is set, and written from then on", async () => {
    window.history.replaceState(null, "", "#one=museum");
    const timeline = await live(kursk, { idPrefix: "one" });
    timeline.update({ options: { hash: true } });
    expect(timeline.view.selected).toBe("museum");
    timeline.select("prisoners");
    await expect.poll(() => window.location.hash).toBe("#one=prisoners");
  });

  test("is no longer written when the option is removed", async () => {
    const timeline = await live(kursk, { idPrefix: "one", hash: true });
    timeline.update({ options: { hash: false } });
    await go("#one=museum");
    expect(timeline.view.selected).toBeNull();
  });

  test("follows the prefix of ids, and removes the keys of the former prefix", async () => {
    window.history.replaceState(null, "", "#two=museum");
    const timeline = await live(kursk, { idPrefix: "one", hash: true });
    timeline.select("prisoners");
    await expect.poll(() => window.location.hash).toContain("one=prisoners");
    timeline.update({ options: { idPrefix: "zz" } });
    expect(window.location.hash).toBe("#two=museum&zz=prisoners");
    await go("#zz=museum");
    expect(timeline.view.selected).toBe("museum");
  });

  test("of an entry of the list selects its event", async () => {
    const timeline = await live(kursk, { hash: true, idPrefix: "one" });
    await go("#one-entry-museum");
    expect(timeline.view.selected).toBe("museum");
  });

  test.each(["#one-view=x..y", "#one-view=5..1", "#one=no-such-event", "#one-step=99", "#%%%", "#one-view=1e400..2"])(
    "with invalid values is ignored: %s",
    async (hash) => {
      const timeline = await live(kursk, { hash: true, idPrefix: "one", steps: STEPS });
      const { view } = timeline;
      await go(hash);
      expect(timeline.view).toEqual(view);
    },
  );
});

describe("a page around this one", () => {
  const { origin } = window.location;

  test("receives view and selection and sets them, if its origin is the one that the option names", async () => {
    const timeline = await live(kursk, { bridge: origin, idPrefix: "one" });
    const heard: unknown[] = [];
    const listen = (event: MessageEvent): void => {
      if (event.data?.datelines) heard.push(event.data);
    };
    window.parent.addEventListener("message", listen);
    timeline.select("museum");
    await expect.poll(() => heard).toContainEqual({ datelines: "one", hash: expect.stringContaining("one=museum") });
    window.parent.removeEventListener("message", listen);
    const send = (message: object, from: string, source: MessageEventSource | null): void => {
      window.dispatchEvent(new MessageEvent("message", { data: message, origin: from, source }));
    };
    send({ datelines: "one", hash: "one=prisoners" }, "https://evil.example", window.parent);
    send({ datelines: "one", hash: "one=prisoners" }, origin, window);
    send({ datelines: "two", hash: "one=prisoners" }, origin, window.parent);
    expect(timeline.view.selected).toBe("museum");
    send({ datelines: "one", hash: "one=prisoners" }, origin, window.parent);
    expect(timeline.view.selected).toBe("prisoners");
  });
});

describe("the first view", () => {
  const year = (time: number): number => new Date(time).getUTCFullYear();
  const month = (time: number): string => new Date(time).toISOString().slice(0, 7);

  test("is the whole timeline, a window, around an event, or around now", async () => {
    const all = (await live(kursk)).view;
    expect(year(all.start)).toBe(2024);
    const within = (await live(kursk, { initialView: { from: "2024-10", to: "2025-03" } })).view;
    expect([month(within.start), month(within.end)]).toEqual(["2024-10", "2025-04"]);
    const about = (await live(kursk, { initialView: { event: "prisoners", span: 60 * 86_400_000 } })).view;
    expect(about.end - about.start).toBeCloseTo(60 * 86_400_000, -3);
    expect(month((about.start + about.end) / 2)).toBe("2025-01");
    const now = (await live(kursk, { initialView: "now", now: "2025-05-15" })).view;
    expect(month((now.start + now.end) / 2)).toBe("2025-05");
  });
});

describe("custom details", () => {
  test("follow the facts of the event, and are made again for another event", async () => {
    const details = (event: { id: string }): HTMLElement => {
      const mine = document.createElement("p");
      mine.textContent = `about ${event.id}`;
      return mine;
    };
    const timeline = await live(kursk, { details });
    timeline.select("museum");
    expect(part(timeline, ".dl-details-custom").textContent).toBe("about museum");
    part(timeline, '[data-action="zoom-in"]').click();
    expect(part(timeline, ".dl-details-custom").textContent).toBe("about museum");
    timeline.select("prisoners");
    expect(part(timeline, ".dl-details-custom").textContent).toBe("about prisoners");
  });
});
