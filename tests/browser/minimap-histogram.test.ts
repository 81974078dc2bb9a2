/** How much of a crowd can be read in a given space. */
import { afterEach, describe, expect, test } from "vitest";
import { createTimeline, type Timeline } from "../../src/index.js";
import { container, frames, labelTexts, overlaps } from "./support.js";

const WHO = ["Council", "Assembly", "Ministry", "Harbour office", "Garrison", "Railway board", "University", "Court"];
const WHAT = ["signs the treaty", "opens the bridge", "denies the report", "votes on the budget", "moves its seat"];
const WHERE = ["in Arden", "at Bellis", "near Corvo", "in Dunmere", "on the Elva", "at Fenwick", "in Garrow"];
const [FIRST, DAYS] = [Date.UTC(1900, 0, 1), 43_829];

/** A linear congruential generator: the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Events of 120 years: half of them anywhere, half in bursts of about a year. */
function bursty(count: number) {
  const random = seeded(20_240_619);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const bursts = Array.from({ length: Math.min(40, Math.ceil(count / 10)) }, () => random() * DAYS);
  return Array.from({ length: count }, (_, i) => {
    const at = random() < 0.5 ? pick(bursts) + (random() + random() - 1) * 365 : random() * DAYS;
    const day = Math.max(0, Math.min(DAYS - 1, Math.floor(at)));
    return {
      id: `e${i}`,
      title: `${pick(WHO)} ${i} ${pick(WHAT)} ${pick(WHERE)}`,
      date: new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10),
      importance: 1 + Math.floor(random() * 5),
    };
  });
}

let timeline: Timeline | undefined;
afterEach(() => timeline?.destroy());

/** Labels that stand in the picture and show at least so much of their title that it can be told from others. */
function readable(root: Element, titles: ReadonlyMap<string, string>): number {
  const picture = (root.querySelector(".dl-figure") as Element).getBoundingClientRect();
  return [...root.querySelectorAll(".dl-event:has(.dl-label)")].filter((event) => {
    const label = event.querySelector(".dl-label") as Element;
    const box = label.getBoundingClientRect();
    const inside = box.left >= picture.left && box.right <= picture.right && box.bottom <= picture.bottom;
    const said = (label.textContent ?? "").replace(/\s+/g, "");
    const title = (titles.get(event.getAttribute("data-event") ?? "") ?? "?").replace(/\s+/g, "");
    return inside && said.includes(title.slice(0, 12));
  }).length;
}

describe("1000 × 500 px", () => {
  // In one lane, on leader lines of at most 150 px, with places that do not change while one pans and zooms.
  test.each([
    [100, 26],
    [1000, 6],
  ])("of %i bursty events show at least %i readable labels, and none overlap", async (count, least) => {
    const events = bursty(count);
    timeline = createTimeline(container(1000), events, { height: 500 });
    await document.fonts.ready;
    await frames();
    const svg = timeline.element.querySelector(".dl-figure") as SVGElement;
    expect(svg.getBoundingClientRect().height).toBeLessThanOrEqual(500.5);
    expect(overlaps(labelTexts(timeline.element))).toEqual([]);
    expect(readable(timeline.element, new Map(events.map((one) => [one.id, one.title])))).toBeGreaterThanOrEqual(least);
  });
});
