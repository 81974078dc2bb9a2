/** Reduced motion, forced colours, print, 400 % zoom, text spacing, a root font of 200 %. */
import { afterEach, describe, expect, test } from "vitest";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { session } from "./pointer.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const media = (type: string, features: object[] = []): Promise<unknown> =>
  session().send("Emulation.setEmulatedMedia", { media: type, features });
const clipped = (root: Element): string[] =>
  [...root.querySelectorAll<HTMLElement>("p, h2, h3, li, button, span, summary, label, dt, dd")]
    .filter((element) => element.checkVisibility() && !element.closest(".dl-hidden, .dl-skip, svg"))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cut = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
      return (
        (cut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cut(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map((element) => element.textContent ?? "");

afterEach(async () => {
  await media("");
  document.documentElement.style.fontSize = "";
});

describe("WCAG 2.2", () => {
  test("2.3.3 and 2.2.2: with reduced motion nothing moves, and a story jumps", async () => {
    await media("", [{ name: "prefers-reduced-motion", value: "reduce" }]);
    const timeline = await live(kursk, {
      steps: [{ view: "all" }, { event: "museum", view: { from: "2025-09", to: "2025-11" } }],
    });
    const before = timeline.view;
    timeline.showStep(1);
    expect(timeline.view.start).not.toBe(before.start);
    expect(document.getAnimations()).toEqual([]);
  });

  test("1.4.10: at 320 px nothing scrolls sideways, and nothing is cut", async () => {
    const timeline = await live(kursk, { selected: "prisoners" }, 320);
    part(timeline, '[data-action="find"]').click();
    expect(timeline.element.scrollWidth).toBeLessThanOrEqual(320);
    for (const element of timeline.element.querySelectorAll(".dl-view, .dl-details, .dl-find, .dl-list-box")) {
      expect(element.scrollWidth, element.className).toBeLessThanOrEqual(element.clientWidth + 1);
    }
    expect(clipped(timeline.element)).toEqual([]);
  });

  test("1.4.12: with the reader's spacing of text nothing is cut", async () => {
    const timeline = await live(kursk, { selected: "prisoners" });
    const sheet = new CSSStyleSheet();
    sheet.insertRule(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    );
    sheet.insertRule("p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    await frames();
    expect(clipped(timeline.element)).toEqual([]);
    document.adoptedStyleSheets = [];
  });

  test("1.4.4: with a root font of 200 % everything grows and still fits the window", async () => {
    document.documentElement.style.fontSize = "32px";
    const timeline = await live(kursk, { selected: "prisoners" }, 1000);
    const title = part<SVGElement>(timeline, ".dl-title");
    expect(Number.parseFloat(getComputedStyle(title).fontSize)).toBeGreaterThan(0);
    expect(part<SVGElement>(timeline, ".dl-figure").getBoundingClientRect().width).toBeLessThanOrEqual(1001);
    expect(part(timeline, "h2").getBoundingClientRect().height).toBeGreaterThan(40);
    expect(clipped(timeline.element)).toEqual([]);
  });

  test("1.4.1: with forced colours the selected event has a ring of 3 px, and text the system's colour", async () => {
    await media("", [{ name: "forced-colors", value: "active" }]);
    const timeline = await live(kursk, { selected: "prisoners", theme: "dark" });
    expect(getComputedStyle(part<SVGElement>(timeline, ".dl-ring")).strokeWidth).toBe("3px");
    const probe = document.createElement("p");
    probe.style.color = "CanvasText";
    document.body.append(probe);
    expect(getComputedStyle(part(timeline, "h2")).color).toBe(getComputedStyle(probe).color);
  });
});

describe("on paper", () => {
  test("all events stand in the list, sources say their addresses, and buttons are gone", async () => {
    const timeline = await live(kursk, { selected: "prisoners" });
    await media("print");
    const shown = (selector: string): boolean[] =>
      [...timeline.element.querySelectorAll<HTMLElement>(selector)].map(
        (element) => element.getBoundingClientRect().height > 0,
      );
    expect(part<HTMLDetailsElement>(timeline, ".dl-list-box").open).toBe(false);
    expect(shown(".dl-list > li")).toEqual(Array.from({ length: 21 }, () => true));
    expect(shown(".dl-toolbar, .dl-details, .dl-strip")).toEqual([false, false, false]);
    const link = part(timeline, ".dl-sources a[href^=http]");
    expect(getComputedStyle(link, "::after").content).toContain("http");
  });

  test("everything is in view, and the reader's view comes back afterwards", async () => {
    const timeline = await live(kursk);
    const whole = timeline.view;
    part(timeline, '[data-action="zoom-in"]').click();
    const near = timeline.view;
    window.dispatchEvent(new Event("beforeprint"));
    expect(timeline.view).toEqual(whole);
    window.dispatchEvent(new Event("afterprint"));
    expect(timeline.view).toEqual(near);
  });
});
