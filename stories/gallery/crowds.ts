import type { EventInput, Importance, TimelineDocument } from "../../src/model/document/document.js";
import type { TimelineOptions } from "../../src/options.js";
import { type GalleryCase, seeded } from "./case.js";

const WHO = ["Council", "Assembly", "Ministry", "Harbour office", "Garrison", "Railway board", "University", "Court"];
const WHAT = ["signs the treaty", "opens the bridge", "denies the report", "votes on the budget", "moves its seat"];
const WHERE = ["in Arden", "at Bellis", "near Corvo", "in Dunmere", "on the Elva", "at Fenwick", "in Garrow"];
const IMPORTANCE: readonly Importance[] = [1, 2, 3, 4, 5];
const [FIRST, DAYS] = [Date.UTC(1900, 0, 1), 43_829];

/** Invented events of 120 years: half of them anywhere, half in bursts of about a year. */
export function crowdEvents(count: number, lanes: number): EventInput[] {
  const random = seeded(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const bursts = Array.from({ length: Math.min(40, Math.ceil(count / 10)) }, () => random() * DAYS);
  return Array.from({ length: count }, (_, i) => {
    const at = random() < 0.5 ? pick(bursts) + (random() + random() - 1) * 365 : random() * DAYS;
    const day = Math.max(0, Math.min(DAYS - 1, Math.floor(at)));
    return {
      id: `e${i}`,
      title: `${pick(WHO)} ${pick(WHAT)} ${pick(WHERE)}`,
      date: new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10),
      importance: pick(IMPORTANCE),
      ...(lanes > 1 ? { lane: `Lane ${1 + Math.floor(random() * lanes)}` } : {}),
    };
  });
}

const crowd = (count: number, lanes: number, options: TimelineOptions): GalleryCase => ({
  document: { title: `${count} events`, events: crowdEvents(count, lanes) } satisfies TimelineDocument,
  options,
  issues: ["unsourced"],
});

export const crowdLow = (): GalleryCase => crowd(100, 1, { width: 1000, height: 500 });
export const crowdLowDark = (): GalleryCase => crowd(100, 1, { width: 1000, height: 500, theme: "dark" });
export const crowdLowLanes = (): GalleryCase => crowd(100, 5, { width: 1000, height: 500 });
export const crowd500 = (): GalleryCase => crowd(500, 3, { width: 960 });
export const crowd1000Low = (): GalleryCase => crowd(1000, 1, { width: 1000, height: 500 });
export const crowd5000 = (): GalleryCase => crowd(5000, 4, { width: 960 });
export const crowd5000Vertical = (): GalleryCase => crowd(5000, 4, { width: 360 });
/** Fourteen lanes in a narrow vertical figure: too many for one track each. */
export const crowdManyLanes = (): GalleryCase => crowd(500, 14, { width: 360 });
/** 100,000 events. Only the SVG is kept: the HTML list would be 30 MB. */
export const crowd100000 = (): GalleryCase => crowd(100_000, 4, { width: 960 });
export const crowdEqual = (): GalleryCase => crowd(100, 2, { width: 960, scale: "equal" });
export const crowdCompact = (): GalleryCase => crowd(100, 3, { width: 640, height: 160 });
