import { afterEach, describe, expect, test } from "vitest";
import { createTimeline, hydrateTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { container, frames, labelTexts, overlaps } from "./support.js";

const { document: kursk } = kurskHorizontal();
const made: Timeline[] = [];

function create(width = 1000, options = {}): { host: HTMLElement; timeline: Timeline } {
  const host = container(width);
  const timeline = createTimeline(host, kursk, options);
  made.push(timeline);
  return { host, timeline };
}

afterEach(() => {
  for (const timeline of made.splice(0)) timeline.destroy();
});

const svgOf = (timeline: Timeline): SVGSVGElement => timeline.element.querySelector(".dl-figure") as SVGSVGElement;
const middle = (element: Element): { clientX: number; clientY: number } => {
  const box = element.getBoundingClientRect();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
};

describe("a live timeline", () => {
  test("fills its container and shows every event", async () => {
    const { timeline } = create();
    await document.fonts.ready;
    await frames();
    expect(svgOf(timeline).getBoundingClientRect().width).toBe(1000);
    expect(timeline.element.querySelectorAll(".dl-event")).toHaveLength(21);
    expect(overlaps(labelTexts(timeline.element))).toEqual([]);
  });

  test("opens the details of an event that is clicked, and closes them with Escape", () => {
    const { timeline } = create();
    const mark = timeline.element.querySelector('[data-event="prisoners"] .dl-mark') as Element;
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...middle(mark) }));
    const details = timeline.element.querySelector(".dl-details") as HTMLElement;
    expect(timeline.view.selected).toBe("prisoners");
    expect(details.hidden).toBe(false);
    expect(details.textContent).toContain("Ukraine takes two wounded North Korean soldiers prisoner");
    expect(details.querySelectorAll("ol a[href^=http]").length).toBe(4);
    details.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(details.hidden).toBe(true);
  });

  test("reports a selection by callback and by an event of its container", () => {
    const { host, timeline } = create();
    const heard: unknown[] = [];
    const off = timeline.on("select", (detail) => heard.push(detail.id));
    host.addEventListener("datelines:select", (event) => heard.push((event as CustomEvent).detail.id));
    timeline.select("museum");
    off();
    timeline.select(null);
    expect(heard).toEqual(["museum", "museum", null]);
  });

  test("leaves a click on a source link alone", () => {
    const { timeline } = create();
    const link = timeline.element.querySelector(".dl-source-link[target]") as Element;
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    let prevented = true;
    window.addEventListener(
      "click",
      (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.dispatchEvent(click);
    expect(prevented).toBe(false);
    expect(timeline.view.selected).toBeNull();
  });

  test("leaves the plain wheel to the page and zooms about the pointer with Ctrl", async () => {
    const { timeline } = create();
    const svg = svgOf(timeline);
    const before = timeline.view;
    const plain = new WheelEvent("wheel", { deltaY: -100, bubbles: true, cancelable: true, ...middle(svg) });
    svg.dispatchEvent(plain);
    expect(plain.defaultPrevented).toBe(false);
    expect(timeline.view).toEqual(before);
    const zoom = new WheelEvent("wheel", {
      deltaY: -100,
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
      ...middle(svg),
    });
    svg.dispatchEvent(zoom);
    await frames();
    expect(zoom.defaultPrevented).toBe(true);
    const after = timeline.view;
    expect(after.end - after.start).toBeLessThan(before.end - before.start);
  });

  test("pans by dragging, and stops at its ends", async () => {
    const { timeline } = create();
    const { start, end } = timeline.view;
    timeline.setView({ start: start + (end - start) * 0.4, end: start + (end - start) * 0.6 });
    const svg = svgOf(timeline);
    const { clientX, clientY } = middle(svg);
    const drag = (type: string, x: number): boolean =>
      (type === "mousedown" ? svg : window).dispatchEvent(
        new MouseEvent(type, { clientX: x, clientY, button: 0, bubbles: true, cancelable: true, view: window }),
      );
    const before = timeline.view;
    drag("mousedown", clientX);
    drag("mousemove", clientX - 100);
    drag("mouseup", clientX - 100);
    await frames();
    expect(timeline.view.start).toBeGreaterThan(before.start);
    drag("mousedown", clientX);
    drag("mousemove", clientX - 100_000);
    drag("mouseup", clientX - 100_000);
    await frames();
    expect(timeline.view.end).toBe(end);
  });

  test("zooms and fits by its buttons", () => {
    const { timeline } = create();
    const press = (action: string): void =>
      (timeline.element.querySelector(`[data-action="${action}"]`) as HTMLElement).click();
    const whole = timeline.view;
    press("zoom-in");
    expect(timeline.view.end - timeline.view.start).toBeLessThan(whole.end - whole.start);
    press("later");
    press("fit");
    expect(timeline.view).toEqual(whole);
  });

  test("shows another document and other options, and keeps the part of time in view", () => {
    const { timeline } = create();
    const { start, end } = timeline.view;
    timeline.setView({ start: start + (end - start) * 0.25, end: start + (end - start) * 0.5 });
    const before = timeline.view;
    timeline.update({ options: { theme: "dark" } });
    expect(timeline.element.dataset["theme"]).toBe("dark");
    expect(timeline.view).toEqual(before);
    timeline.update({
      document: { title: "Other", events: [{ title: "Only", date: "2000", sources: ["https://a.example"] }] },
    });
    expect(timeline.element.querySelectorAll(".dl-list > li")).toHaveLength(1);
    expect(timeline.element.querySelector("h2")?.textContent).toBe("Other");
  });

  test("becomes vertical when its container becomes narrow", async () => {
    const { host, timeline } = create();
    await frames();
    expect(timeline.element.dataset["orientation"]).toBe("horizontal");
    host.style.width = "360px";
    await frames(4);
    expect(timeline.element.dataset["orientation"]).toBe("vertical");
    expect(overlaps(labelTexts(timeline.element))).toEqual([]);
  });

  test("leaves nothing behind when it is destroyed, and may be destroyed twice", () => {
    const { host, timeline } = create();
    timeline.destroy();
    timeline.destroy();
    timeline.update({ document: [] });
    expect(host.childNodes).toHaveLength(0);
    expect(document.body.querySelectorAll(".datelines")).toHaveLength(0);
  });

  test("reports the issues of its document", () => {
    const host = container(600);
    const heard: string[] = [];
    host.addEventListener("datelines:issues", (event) => {
      for (const issue of (event as CustomEvent).detail.issues) heard.push(issue.code);
    });
    made.push(createTimeline(host, [{ title: "A", date: "2021-02-30", sources: ["https://a.example"] }]));
    expect(heard).toEqual(["date-invalid"]);
  });

  test("reports options that name what the document does not have, once", () => {
    const host = container(600);
    const heard: string[] = [];
    host.addEventListener("datelines:issues", (event) => {
      heard.push((event as CustomEvent).detail.issues.map(({ code }: { code: string }) => code).join());
    });
    const timeline = createTimeline(host, [{ id: "a", title: "A", date: "2021", sources: ["https://a.example"] }]);
    made.push(timeline);
    expect(heard).toEqual([""]);
    for (let i = 0; i < 2; i++) timeline.update({ options: { steps: [{ event: "b" }] } });
    timeline.update({ options: { steps: [{ event: "a" }] } });
    expect(heard).toEqual(["", "event-not-found", ""]);
    expect(timeline.issues).toEqual([]);
  });
});

describe("an update", () => {
  const only = (lane: string): { lanes: string[] } => ({ lanes: [lane] });
  const shown = ({ element }: Timeline): number => element.querySelectorAll(".dl-list > li:not([hidden])").length;

  test("with invalid options changes nothing, and the next update works", () => {
    const { timeline } = create();
    expect(() => timeline.update({ document: [], options: { colour: 1 } as never })).toThrow(/unknown option "colour"/);
    expect(shown(timeline)).toBe(21);
    timeline.update({ options: { theme: "dark" } });
    expect(timeline.element.dataset["theme"]).toBe("dark");
  });

  test("with reset removes a filter that an earlier update set", () => {
    const { timeline } = create();
    timeline.update({ options: { filter: only("diplomacy") } });
    expect(shown(timeline)).toBe(5);
    timeline.update({ options: {}, reset: true });
    expect(shown(timeline)).toBe(21);
  });

  test("with reset keeps the reader's own filter", async () => {
    const { timeline } = create();
    (timeline.element.querySelector('[data-action="find"]') as HTMLElement).click();
    const box = timeline.element.querySelector('.dl-find input[type="search"]') as HTMLInputElement;
    box.value = "museum";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.poll(() => shown(timeline)).toBeLessThan(21);
    const found = shown(timeline);
    timeline.update({ options: { theme: "dark" }, reset: true });
    expect(shown(timeline)).toBe(found);
  });
});

describe("the legend below the picture", () => {
  test("keeps what it has explained, so that the page does not jump while the reader zooms", () => {
    const { timeline } = create();
    const days = ["2000-03-04", "2003-08-01", "2008-02-11"].map((date) => ({ title: `On ${date}`, date }));
    timeline.update({ document: days });
    const explained = (): string => timeline.element.querySelector(".dl-key")?.textContent ?? "";
    const before = explained();
    // A day is a dot at a low zoom; at a high zoom it is an extent that the legend explains.
    timeline.setView({ start: Date.UTC(2003, 6, 30), end: Date.UTC(2003, 7, 4) });
    const near = explained();
    timeline.fit();
    expect(near).not.toBe(before);
    expect(explained()).toBe(near);
  });
});

describe("programmer mistakes", () => {
  test.each([
    [Number.NaN, 1],
    [1, 0],
    [0, Number.POSITIVE_INFINITY],
  ])("a view from %d to %d is none", (start, end) => {
    const { timeline } = create();
    const before = timeline.view;
    expect(() => timeline.setView({ start, end })).toThrow(/^setView: start and end must be times in ms/);
    expect(timeline.view).toEqual(before);
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "a selector that matches nothing",
      () => createTimeline("#nowhere", []),
      /createTimeline: nothing matches "#nowhere"/,
    ],
    ["a container that is no element", () => createTimeline(null as unknown as Element, []), /not an element/],
    [
      "an unknown option",
      () => createTimeline(container(300), [], { colour: "red" } as object),
      /unknown option "colour"/,
    ],
    [
      "a wrong value",
      () => createTimeline(container(300), [], { theme: "pink" } as object),
      /option theme must be "auto", "light", "dark" or an object/,
    ],
    [
      "an option beside the options of an update",
      () => create().timeline.update({ theme: "dark" } as object),
      /write update\(\{ options: \{ theme: \.\.\. \} \}\)/,
    ],
    [
      "a field that an update does not have",
      () => create().timeline.update({ events: [] } as object),
      /update takes \{ document, options, reset \}, not "events"/,
    ],
    ["a list as an update", () => create().timeline.update([] as object), /write update\(\{ document: \[\.\.\.\] \}\)/],
    [
      "an event that there is not",
      () => create().timeline.on("click" as "select", () => undefined),
      /there is no event "click"; there are select, open, viewchange, filter, step, issues/,
    ],
    [
      "a callback that is no function",
      () => create().timeline.on("select", null as unknown as () => void),
      /the callback of "select" must be a function/,
    ],
    ["nothing to hydrate", () => hydrateTimeline(container(300)), /there is no figure of datelines/],
  ])("%s is a TypeError that says so", (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test("details that are neither node nor text are reported with what to return", () => {
    const reported: unknown[] = [];
    const hear = (event: ErrorEvent): void => {
      reported.push(event.error);
      event.preventDefault();
    };
    window.addEventListener("error", hear);
    create(1000, { selected: "prisoners", details: () => 3 as unknown as string });
    window.removeEventListener("error", hear);
    expect(reported.map(String)).toEqual(["TypeError: option details must return a node, a text or null, not 3"]);
  });

  test("a text of the option details stands in the details", () => {
    const { timeline } = create(1000, { selected: "prisoners", details: () => "<b>own</b>" });
    expect(timeline.element.querySelector(".dl-details-custom")?.textContent).toBe("<b>own</b>");
  });

  test("an option that is undefined keeps its default", () => {
    const { timeline } = create(1000, { theme: undefined, toolbar: undefined });
    expect(timeline.element.dataset["theme"]).toBe("auto");
    expect(timeline.element.querySelector(".dl-toolbar")).not.toBeNull();
  });
});
