import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureByTable } from "../../../src/base/text-width.js";
import { en } from "../../../src/locales/en.js";
import { instantOf, YEAR } from "../../../src/time/calendar.js";
import type { TickStep } from "../../../src/time/ticks/tick-steps.js";
import { ticks } from "../../../src/time/ticks/ticks.js";
import { fewerOf } from "../../support/effort.js";
import { LOCALES } from "../../support/locales.js";

const room = (label: string): number => measureByTable(label, 12, 400) + 5;
const make = (start: number, end: number, length: number) => ticks({ start, end, length, locale: en, room });

/** Months have all of their labels where there is room, one in so many px; other axes have 14 labels at most. */
const mostLabels = ({ unit }: TickStep, length: number, px: number): number =>
  unit === "month" ? Math.max(14, length / px) : 14;

describe("ticks", () => {
  test("there is no year zero: 1 BCE is followed by 1 CE", () => {
    const { marks } = make(instantOf(-60), instantOf(60), 824);
    const labels = marks
      .filter((mark) => mark.label)
      .map((mark) => `${mark.label}${mark.context ? ` ${mark.context}` : ""}`);
    expect(labels).toContain("1 CE");
    expect(labels).not.toContain("0");
  });

  test("months stand under their year, said once", () => {
    const { marks, context } = make(instantOf(2024, 6), instantOf(2025, 11, 15), 824);
    expect(context).toBe("2024");
    expect(marks.filter((mark) => mark.context).map((mark) => `${mark.label} ${mark.context}`)).toEqual(["Jan 2025"]);
  });

  test("every month has a label from about 50 px a month on, and every other month below", () => {
    const labels = (length: number): string =>
      make(instantOf(2024, 6), instantOf(2025, 6, 1), length)
        .marks.flatMap(({ label }) => label ?? [])
        .join(" ");
    expect(labels(12 * 51)).toBe("Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun");
    expect(labels(12 * 45)).toBe("Jul Sep Nov Jan Mar May");
  });

  test("an axis that labels every other month has a tick every month", () => {
    const { marks } = make(instantOf(2024, 6), instantOf(2025, 11, 15), 700);
    expect(marks.flatMap(({ label }) => label ?? []).join(" ")).toBe("Jul Sep Nov Jan Mar May Jul Sep Nov");
    expect(marks.length).toBeGreaterThan(16);
  });

  test("days are divided into hours where they are wide: twelve from about 120 px, six from about 240 px", () => {
    const labels = (px: number): string =>
      make(instantOf(2024, 6, 3), instantOf(2024, 6, 5), 2 * px)
        .marks.flatMap(({ label }) => label ?? [])
        .join(" ");
    expect(labels(110)).toBe("Mon 3 Tue 4 Wed 5");
    expect(labels(130)).toBe("00:00 12:00 00:00 12:00 00:00");
    expect(labels(250)).toBe("00:00 06:00 12:00 18:00 00:00 06:00 12:00 18:00 00:00");
  });

  test("labels may stand close where the request says so", () => {
    const request = { start: instantOf(1964), end: instantOf(1979), length: 130, locale: en, room };
    const labels = (gap?: number): (string | undefined)[] =>
      ticks({ ...request, gap })
        .marks.map(({ label }) => label)
        .filter((label) => label !== undefined);
    expect(labels()).toEqual(["1970"]);
    expect(labels(2)).toEqual(["1965", "1970", "1975"]);
  });

  test("round years BCE are round beside long steps", () => {
    const labels = make(instantOf(-19_999), instantOf(4000), 300).marks.flatMap(({ label }) => label ?? []);
    expect(labels.join(", ")).toBe("10,000 BCE, 1 BCE");
  });

  test("years BCE say so in each label, and years CE once", () => {
    const { marks, context } = make(instantOf(-480), instantOf(320), 824);
    const labels = marks.flatMap(({ label, context: era }) => (label ? [era ? `${label} ${era}` : label] : []));
    expect(context).toBeUndefined();
    expect(labels).toEqual(["400 BCE", "300 BCE", "200 BCE", "100 BCE", "1 CE", "100", "200", "300"]);
  });

  test.each([
    [2020, 2020],
    [1995, 1995],
    [undefined, 2000],
  ])("with the present in %s, today stands at %i and the other ticks count back from it", (presentYear, year) => {
    const request = { start: instantOf(-26_499), end: instantOf(2021), length: 824, locale: en, room, presentYear };
    const labelled = ticks(request).marks.filter((mark) => mark.label);
    expect(labelled.at(-1)).toEqual({ time: instantOf(year), label: "today" });
    const [first] = labelled;
    expect([first?.time, first?.label]).toEqual([instantOf(year - 25_000), "25,000"]);
  });

  test("deep time counts back from today", () => {
    const { marks, context } = make(-13.8e9 * YEAR, instantOf(2026), 824);
    expect(context).toBe("years ago");
    expect(marks.filter((mark) => mark.label).at(-1)?.label).toBe("today");
  });

  /** The middle and the length of a stretch: any from seconds to the age of the universe, near the present or far. */
  const stretches = fc.tuple(
    fc.double({ min: 3, max: 20.6, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  const lengths = fc.integer({ min: 320, max: 1600 });
  const stretch = ([magnitude, place]: readonly [number, number]): [number, number] => {
    const span = 10 ** magnitude;
    const middle = span > 8e15 ? -span / 2 : place * 6e13;
    return [middle - span / 2, middle + span / 2];
  };

  test("rise, keep apart, know no year zero, and are 3 labels at least and 14 at most, or of months one in 40 px", () => {
    const counts = new Map<number, number>();
    fc.assert(
      fc.property(stretches, lengths, (pair, length) => {
        const [start, end] = stretch(pair);
        const { marks, step } = make(start, end, length);
        // One assertion for each axis, since an assertion takes as long as a tick.
        const times = marks.map(({ time }) => time);
        expect(times.filter((time, i) => i > 0 && !(time > (times[i - 1] as number)))).toEqual([]);
        const labelled = marks.filter((mark) => mark.label !== undefined);
        counts.set(labelled.length, (counts.get(labelled.length) ?? 0) + 1);
        expect(labelled.length).toBeLessThanOrEqual(mostLabels(step, length, 40));
        expect(labelled.length).toBeGreaterThanOrEqual(3);
        if (step.unit === "year") expect(labelled.map((mark) => mark.label)).not.toContain("0");
        const px = length / (end - start);
        const crowded = labelled.slice(1).filter(({ time }, i) => {
          const { time: before = 0, label = "" } = labelled[i] ?? {};
          return !((time - before) * px >= measureByTable(label, 12, 400));
        });
        expect(crowded).toEqual([]);
      }),
      { numRuns: fewerOf(5000), seed: 3 },
    );
    console.info(
      `ticks: labels per axis ${[...counts]
        .sort(([a], [b]) => a - b)
        .map(([n, k]) => `${n}:${k}`)
        .join(" ")}`,
    );
  });

  test("say no more than their step in any language", () => {
    // A label of years has no month or day in it, one of months no day.
    fc.assert(
      fc.property(stretches, fc.constantFrom(...LOCALES), (pair, locale) => {
        const [start, end] = stretch(pair);
        const { marks, step } = ticks({ start, end, length: 800, locale, room });
        if (step.unit !== "year" && step.unit !== "month") return;
        const months = Array.from({ length: 12 }, (_, i) =>
          locale.names.localize.month(i, { width: "abbreviated", context: "standalone" }),
        );
        const wrong: string[] = [];
        for (const { label } of marks) {
          if (label === undefined) continue;
          if (
            step.unit === "month"
              ? !months.includes(label)
              : months.some((month) => month.length > 2 && label.includes(month))
          )
            wrong.push(label);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: fewerOf(2000), seed: 5 },
    );
  });

  test("hold upright too, where a label takes the height of a line", () => {
    fc.assert(
      fc.property(stretches, lengths, (pair, length) => {
        const [start, end] = stretch(pair);
        const { marks, step } = ticks({ start, end, length, locale: en, room: () => 18 });
        const labelled = marks.filter((mark) => mark.label !== undefined);
        expect(labelled.length).toBeGreaterThanOrEqual(3);
        expect(labelled.length).toBeLessThanOrEqual(mostLabels(step, length, 30));
      }),
      { numRuns: fewerOf(2000), seed: 4 },
    );
  });
});
