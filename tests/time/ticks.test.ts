import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureByTable } from "../../src/base/text-width.js";
import { en } from "../../src/locales/en.js";
import { instantOf, YEAR } from "../../src/time/calendar.js";
import { ticks } from "../../src/time/ticks.js";

const room = (label: string): number => measureByTable(label, 12, 400) + 5;
const make = (start: number, end: number, length: number) => ticks({ start, end, length, locale: en, room });

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

  test("deep time counts back from today", () => {
    const { marks, context } = make(-13.8e9 * YEAR, instantOf(2026), 824);
    expect(context).toBe("years ago");
    expect(marks.filter((mark) => mark.label).at(-1)?.label).toBe("today");
  });

  test("rise, keep apart, and are between 2 and 14 in number, for any stretch and length", () => {
    const lengths = fc.integer({ min: 320, max: 1600 });
    const stretches = fc.tuple(
      fc.double({ min: 3, max: 20, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(stretches, lengths, ([magnitude, place], length) => {
        const span = 10 ** magnitude;
        const middle = span > 8e15 ? -span / 2 : place * 6e13;
        const { marks } = make(middle - span / 2, middle + span / 2, length);
        for (let i = 1; i < marks.length; i++) expect(marks[i]?.time).toBeGreaterThan(marks[i - 1]?.time ?? 0);
        const labelled = marks.filter((mark) => mark.label !== undefined);
        expect(labelled.length).toBeLessThanOrEqual(15);
        expect(labelled.length).toBeGreaterThanOrEqual(1);
        const px = length / span;
        for (let i = 1; i < labelled.length; i++) {
          const gap = ((labelled[i]?.time ?? 0) - (labelled[i - 1]?.time ?? 0)) * px;
          expect(gap).toBeGreaterThanOrEqual(measureByTable(labelled[i - 1]?.label ?? "", 12, 400));
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});
