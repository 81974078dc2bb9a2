/** Invented events of skewed time: one night by the minute, among years with few events. */
import type { EventInput, TimelineDocument } from "../../src/model/document/document.js";
import { type GalleryCase, seeded } from "./case.js";

const NIGHT = Date.UTC(1921, 10, 8, 19);
const MINUTE = 60_000;
const DAY = 86_400_000;

const before = ["Keel laid", "Launched", "Boiler replaced", "New owner", "Sails for Arden", "Refit at Bellis"];
const night = [
  "Smoke seen",
  "Alarm",
  "Boats lowered",
  "Signal",
  "Answer from Corvo",
  "Light sighted",
  "Passengers saved",
];
const after = ["Inquiry opens", "Report published", "Memorial unveiled", "Wreck found"];

/** Times in ms since 1970, as ISO text to the minute or the day. */
const minute = (time: number): string => new Date(time).toISOString().slice(0, 16);
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

const random = seeded(1921);
const events: EventInput[] = [
  ...before.map((title, i): EventInput => ({ title, date: day(NIGHT - (2_900 - i * 520) * DAY) })),
  { title: "The Elva burns", date: minute(NIGHT + 95 * MINUTE), importance: 5 },
  ...Array.from({ length: 60 }, (_, i): EventInput => {
    const title = `${night[i % night.length]} ${1 + Math.floor(i / night.length)}`;
    return { title, date: minute(NIGHT + Math.floor(random() * 300) * MINUTE), importance: i % 9 === 0 ? 4 : 2 };
  }),
  { title: "Boats in tow", date: minute(NIGHT + 240 * MINUTE), end: minute(NIGHT + 700 * MINUTE) },
  ...after.map((title, i): EventInput => ({ title, date: day(NIGHT + (40 + i * 1_400) * DAY) })),
];

const burningShip: TimelineDocument = { title: "The night of the Elva", timeZone: "UTC", events };
const issues = ["unsourced"];

export const skewedTime = (): GalleryCase => ({ document: burningShip, options: { width: 1000 }, issues });
export const skewedTimeDark = (): GalleryCase => ({
  document: burningShip,
  options: { width: 1000, theme: "dark" },
  issues,
});
export const skewedTimeNarrow = (): GalleryCase => ({ document: burningShip, options: { width: 600 }, issues });
export const skewedTimeWindow = (): GalleryCase => ({
  document: burningShip,
  options: { width: 1000, initialView: { from: "1921-11-08T20:00", to: "1921-11-08T23:00" } },
  issues,
});
export const skewedTimeVertical = (): GalleryCase => ({
  document: burningShip,
  options: { width: 360, scale: "segmented" },
  issues,
});
