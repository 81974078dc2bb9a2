/** Segments of skewed time: when time is bent, where it is cut, and how wide each part is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentsOf, segmentWidths } from "../../../src/layout/axis/segments.js";
import { DAY, HOUR, MINUTE, YEAR } from "../../../src/time/calendar.js";

const at = (text: string): number => Date.parse(text);
const sorted = (times: readonly number[]): Float64Array => Float64Array.from(times).sort();

/** A day with an event each five minutes, and an event a year for fifteen years. */
const SKEWED = sorted([
  ...Array.from({ length: 60 }, (_, i) => at("1963-11-22T12:00Z") + i * 5 * MINUTE),
  ...Array.from({ length: 15 }, (_, i) => at("1961-03-05T00:00Z") + i * YEAR),
]);

describe("where a burst of less than an hour is cut", () => {
  test("is at the next full hour, not at the next year", () => {
    const minutes = Array.from({ length: 40 }, (_, i) => at("1963-11-22T12:10Z") + i * MINUTE);
    const years = Array.from({ length: 12 }, (_, i) => at(`${1964 + i}-01-01`));
    const times = sorted([...minutes, ...years]);
    const [first] = segmentsOf(times, times.at(-1) as number, true) ?? [];
    expect(first?.end).toBe(at("1963-11-22T13:00Z"));
  });
});

describe("when time is bent", () => {
  test("sixty events of one afternoon among fifteen years are", () => {
    expect(segmentsOf(SKEWED, SKEWED.at(-1) as number)).toBeDefined();
  });

  test("evenly spread events are not", () => {
    const even = sorted(Array.from({ length: 60 }, (_, i) => at("1900-01-01") + i * YEAR));
    expect(segmentsOf(even, even.at(-1) as number)).toBeUndefined();
  });

  test("seven events are not, however skewed", () => {
    const few = sorted([at("1900-01-01"), ...Array.from({ length: 6 }, (_, i) => at("1963-11-22") + i * HOUR)]);
    expect(segmentsOf(few, few.at(-1) as number)).toBeUndefined();
  });

  test("events of one moment are not, for no bend could part them", () => {
    const one = sorted([...Array.from({ length: 40 }, () => at("1963-11-22")), at("1900-01-01"), at("1999-01-01")]);
    expect(segmentsOf(one, one.at(-1) as number)).toBeUndefined();
  });

  test("evenly spread events are when a caller forces it", () => {
    const even = sorted(Array.from({ length: 60 }, (_, i) => at("1900-01-01") + i * YEAR));
    expect(segmentsOf(even, even.at(-1) as number, true)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe("where time is cut", () => {
  const segments = segmentsOf(SKEWED, SKEWED.at(-1) as number) ?? [];

  test("a boundary stands on a round hour, day, month or year", () => {
    for (const { start } of segments.slice(1)) expect(Math.abs(start % HOUR)).toBe(0);
  });

  test("the afternoon is a segment of its own", () => {
    const afternoon = segments.find(({ count }) => count >= 55);
    expect(afternoon && afternoon.end - afternoon.start).toBeLessThan(DAY);
  });

  const skewed = fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 40 * YEAR }), { minLength: 4, maxLength: 40 }),
      fc.array(fc.integer({ min: 0, max: 2 * DAY }), { minLength: 10, maxLength: 80 }),
      fc.integer({ min: 0, max: 39 * YEAR }),
    )
    .map(([wide, burst, from]) => sorted([...wide, ...burst.map((time) => from + time)]));

  test("segments follow each other without a hole and hold every event once", () => {
    fc.assert(
      fc.property(skewed, (times) => {
        const found = segmentsOf(times, times.at(-1) as number, true);
        if (!found) return;
        expect(found[0]?.start).toBe(times[0]);
        expect(found.at(-1)?.end).toBe(times.at(-1));
        for (const [i, { start, end, count }] of found.entries()) {
          expect(end).toBeGreaterThan(start);
          if (i > 0) expect(start).toBe(found[i - 1]?.end);
          const isLast = i === found.length - 1;
          const held = times.filter((time) => time >= start && (isLast ? time <= end : time < end)).length;
          expect(count).toBe(held);
        }
      }),
    );
  });

  test("there are at most six, and two at least", () => {
    fc.assert(
      fc.property(skewed, (times) => {
        const found = segmentsOf(times, times.at(-1) as number, true);
        if (found) expect(found.length >= 2 && found.length <= 6).toBe(true);
      }),
    );
  });

  test("of ten thousand dates none is lost", () => {
    const times = sorted([
      ...Array.from({ length: 9_000 }, (_, i) => at("2001-01-01") + i * MINUTE),
      ...Array.from({ length: 1_000 }, (_, i) => at("1900-01-01") + i * 40 * DAY),
    ]);
    const found = segmentsOf(times, times.at(-1) as number, true) ?? [];
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });
});

describe("how wide segments are", () => {
  test("they fill the width", () => {
    const segments = segmentsOf(SKEWED, SKEWED.at(-1) as number) ?? [];
    for (const width of [240, 600, 968, 1400]) {
      const sum = segmentWidths(segments, width).reduce((total, one) => total + one, 0);
      expect(sum).toBeCloseTo(width, 6);
    }
  });

  test("one with more events is at least as wide", () => {
    const segments = segmentsOf(SKEWED, SKEWED.at(-1) as number) ?? [];
    const widths = segmentWidths(segments, 968);
    for (const [i, { count }] of segments.entries()) {
      for (const [j, other] of segments.entries()) {
        if (count > other.count) expect(widths[i]).toBeGreaterThanOrEqual(widths[j] as number);
      }
    }
  });
});
