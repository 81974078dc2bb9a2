/** Reduced motion, forced colours, print. Zoom, spacing and size of text are in `wcag.test.ts`. */
import { afterEach, describe, expect, test } from "vitest";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { live, part } from "./live.js";
import { session } from "./pointer.js";

const { document: kursk } = kurskHorizontal();
const media = (type: string, features: object[] = []): Promise<unknown> =>
  session().send("Emulation.setEmulatedMedia", { media: type, features });
afterEach(async () => {
  await media("");
});

describe("what the reader asks for", () => {
  test("2.3.3 and 2.2.2 motion: with reduced motion nothing moves, and a story jumps", async () => {
    await media("", [{ name: "prefers-reduced-motion", value: "reduce" }]);
    const timeline = await live(kursk, {
      steps: [{ view: "all" }, { event: "museum", view: { from: "2025-09", to: "2025-11" } }],
    });
    const before = timeline.view;
    timeline.showStep(1);
    expect(timeline.view.start).not.toBe(before.start);
    expect(document.getAnimations()).toEqual([]);
  });

  test("with forced colours the selected event has a ring of 3 px, and text the system's colour", async () => {
    await media("", [{ name: "forced-colors", value: "active" }]);
    const timeline = await live(kursk, { selected: "prisoners", theme: "dark" });
    expect(getComputedStyle(part<SVGElement>(timeline, ".dl-ring")).strokeWidth).toBe("3px");
    const probe = document.createElement("p");
    probe.style.color = "CanvasText";
    document.body.append(probe);
    expect(getComputedStyle(part(timeline, "h2")).color).toBe(getComputedStyle(probe).color);
    // Lane colours of a theme may vanish on the system's ground: no mark, glyph or ruler keeps one.
    const kinds = [".dl-fill", ".dl-outline", ".dl-stroke"];
    expect(kinds.filter((kind) => !timeline.element.querySelector(kind))).toEqual([]);
    const painted = [...timeline.element.querySelectorAll(kinds.join())].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return shape.matches(".dl-fill") ? fill : stroke;
    });
    expect(new Set(painted)).toEqual(new Set([getComputedStyle(probe).color]));
  });
});

const OLD = Array.from({ length: 4 }, (_, i) => ({ id: `o${i}`, title: `Old ${i}`, date: String(1500 + 5 * i) }));

describe("on paper", () => {
  test("the list has all events, sources show their addresses, and buttons are hidden", async () => {
    const timeline = await live(kursk, { selected: "prisoners" });
    const shown = (selector: string): boolean[] =>
      [...timeline.element.querySelectorAll<HTMLElement>(selector)].map(
        (element) => element.getBoundingClientRect().height > 0,
      );
    // The reader has closed the list.
    part<HTMLDetailsElement>(timeline, ".dl-list-box").open = false;
    await media("print");
    expect(shown(".dl-list > li")).toEqual(Array.from({ length: 21 }, () => true));
    // The whole needs no minimap.
    expect(shown(".dl-toolbar, .dl-details, .dl-strip").every((isShown) => !isShown)).toBe(true);
    const link = part(timeline, ".dl-sources a[href^=http]");
    expect(getComputedStyle(link, "::after").content).toContain("http");
  });

  test("the whole timeline is in view, and the reader's view returns afterwards", async () => {
    const timeline = await live(kursk);
    const whole = timeline.view;
    part(timeline, '[data-action="zoom-in"]').click();
    const near = timeline.view;
    window.dispatchEvent(new Event("beforeprint"));
    expect(timeline.view).toEqual(whole);
    window.dispatchEvent(new Event("afterprint"));
    expect(timeline.view).toEqual(near);
  });

  test("does not return to a view of a document that was replaced meanwhile", async () => {
    const timeline = await live(kursk);
    part(timeline, '[data-action="zoom-in"]').click();
    window.dispatchEvent(new Event("beforeprint"));
    timeline.update({ document: OLD });
    const { view } = timeline;
    window.dispatchEvent(new Event("afterprint"));
    expect(timeline.view).toEqual(view);
    expect(timeline.element.querySelectorAll(".dl-figure [data-event]")).toHaveLength(OLD.length);
  });

  test("returns to the same time in another layout", async () => {
    const timeline = await live(kursk);
    part(timeline, '[data-action="zoom-in"]').click();
    const near = timeline.view;
    window.dispatchEvent(new Event("beforeprint"));
    timeline.update({ options: { scale: "equal" } });
    window.dispatchEvent(new Event("afterprint"));
    expect(Math.abs(timeline.view.start - near.start)).toBeLessThan(2);
    expect(Math.abs(timeline.view.end - near.end)).toBeLessThan(2);
  });

  test("keeps a view that was shown meanwhile", async () => {
    const timeline = await live(kursk);
    window.dispatchEvent(new Event("beforeprint"));
    part(timeline, '[data-action="zoom-in"]').click();
    const { view } = timeline;
    window.dispatchEvent(new Event("afterprint"));
    expect(timeline.view).toEqual(view);
  });
});
