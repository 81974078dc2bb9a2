/** A long list is in chapters by units of the calendar. */
import { expect, test } from "vitest";
import { calendarChapters, splitByUnit } from "../../src/html/calendar-chapters.js";
import { parseDocument } from "../../src/index.js";
import { en } from "../../src/locales/en.js";
import { earthquakes } from "../support/earthquakes.js";

const { timeline } = parseDocument(earthquakes(23_000));
const { title, between } = calendarChapters(timeline, en);

test("half a century is in years, a year in parts, and every event in one of them", () => {
  const years = splitByUnit(timeline, 0, timeline.events.length) ?? [];
  expect(years.length).toBe(52);
  expect(years.flat()).toEqual([0, ...years.slice(1).flatMap(([from]) => [from, from]), timeline.events.length]);
  const [from, to] = years[46] as [number, number];
  expect(title(from, to)).toMatch(/^2011, \d+ events: Magnitude \d\.\d$/);
  expect((splitByUnit(timeline, from, to) ?? []).length).toBeGreaterThan(10);
});

test("what lies between two chapters is said once", () => {
  const { timeline: gap } = parseDocument(
    ["2001-01-01", "2001-01-20", "2001-06-10", "2003-01-01"].map((date) => ({ title: date, date })),
  );
  const chapters = calendarChapters(gap, en);
  const parts = splitByUnit(gap, 0, 4) ?? [];
  const words = parts.slice(1).map(([at]) => chapters.between?.(0, at, 4));
  expect(words.at(-1)).toMatch(/^none for \d+ months$/);
  expect(between).toBeDefined();
});
