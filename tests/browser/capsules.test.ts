/** Capsules of clusters on neighbouring tracks of a vertical figure. */
import { describe, expect, test } from "vitest";
import { seeded } from "../../stories/gallery/case.js";
import { focused, press } from "./keys.js";
import { live, part } from "./live.js";

function crowd(lanes: number, count: number): object {
  const random = seeded(7);
  const events = Array.from({ length: count }, (_, i) => {
    const day = Math.floor(((random() + random() + random()) / 3) * 36_500);
    const date = new Date(Date.UTC(1900, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    return { id: `e${i}`, title: `Event ${i}`, date, lane: `Lane ${1 + Math.floor(random() * lanes)}` };
  });
  return { events };
}

const boxesOf = (root: Element, selector: string): DOMRect[] =>
  [...root.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());

/** Number of pairs that overlap by more than a rounding error. */
function pairs(boxes: readonly DOMRect[]): number {
  const meet = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3;
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b))).length;
}

/** The outlines of capsules without their halos. */
const BODY = ".dl-cluster > a > path:nth-of-type(2)";

describe("capsules of a vertical figure", () => {
  test.each([
    [3, 300],
    [4, 520],
    [6, 560],
    [7, 620],
    [12, 3000],
    [14, 1200],
    [30, 3000],
  ])("of %i lanes with %i events overlap none, whatever their counts", async (lanes, count) => {
    const { element } = await live(crowd(lanes, count), { orientation: "vertical" }, 360);
    const bodies = boxesOf(element, BODY);
    expect(bodies.length).toBeGreaterThan(15);
    expect(pairs(bodies)).toBe(0);
  });

  test("have room for their counts: across where they are wide enough, along where they are not", async () => {
    const { element } = await live(crowd(7, 2000), { orientation: "vertical" }, 360);
    for (const cluster of element.querySelectorAll(".dl-cluster")) {
      const body = cluster.querySelector("path:nth-of-type(2)")?.getBoundingClientRect() as DOMRect;
      const text = cluster.querySelector("text")?.getBoundingClientRect() as DOMRect;
      expect(text.left).toBeGreaterThan(body.left - 1);
      expect(text.right).toBeLessThan(body.right + 1);
      expect(text.top).toBeGreaterThan(body.top - 1);
      expect(text.bottom).toBeLessThan(body.bottom + 1);
    }
  });

  test("a control: two that overlap are found", () => {
    expect(pairs([new DOMRect(0, 0, 20, 40), new DOMRect(15, 30, 20, 40)])).toBe(1);
  });

  describe("of lanes that share a track", () => {
    const place = (): number => Number(focused().closest("[role=listitem]")?.getAttribute("aria-posinset"));
    /** A capsule with events of several lanes has the colour of none. */
    const isMixed = (cluster: Element): boolean => cluster.querySelector(".dl-fill, .dl-outline") === null;

    test("zoom in by a click, and Escape zooms out again", async () => {
      const timeline = await live(crowd(14, 1200), { orientation: "vertical" }, 360);
      const clusters = [...timeline.element.querySelectorAll(".dl-cluster")];
      const mixed = clusters.find((one) => isMixed(one) && one.getAttribute("data-events") !== "2");
      const before = timeline.view;
      mixed
        ?.querySelector<SVGElement>("a")
        ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      expect(timeline.view.end - timeline.view.start).toBeLessThan(before.end - before.start);
      expect(focused().closest("[data-event], [data-cluster]")).not.toBeNull();
      await press("Escape");
      expect(timeline.view).toEqual(before);
      expect(focused().closest("[data-cluster]")?.getAttribute("data-cluster")).toBe(
        mixed?.getAttribute("data-cluster"),
      );
    });

    test("are keyboard stops of every lane that has events in them", async () => {
      const timeline = await live(crowd(14, 1200), { orientation: "vertical" }, 360);
      part<SVGElement>(timeline, '.dl-figure [tabindex="0"]').focus();
      await press("Home");
      let clusters = 0;
      const ids: (string | null | undefined)[] = [];
      for (let i = 0; i < 25; i++) {
        const item = focused().closest("[data-event], [data-cluster]");
        if (item?.hasAttribute("data-cluster")) clusters++;
        ids.push(item?.getAttribute("data-event") ?? item?.getAttribute("data-cluster"));
        await press("ArrowDown");
      }
      expect(clusters).toBeGreaterThan(5);
      expect(new Set(ids).size).toBe(ids.length);
      await press("End");
      const last = place();
      await press("ArrowDown");
      expect(place()).toBe(last);
    });
  });

  test("keep their tracks when a filter leaves few events", async () => {
    const timeline = await live(crowd(4, 2000), { orientation: "vertical" }, 360);
    const tracks = (): number[] => boxesOf(timeline.element, ".dl-lane > g[aria-hidden] > line").map((box) => box.left);
    const before = tracks();
    timeline.update({ options: { filter: { text: "Event 17" } } });
    expect(tracks()).toEqual(before);
  });
});
