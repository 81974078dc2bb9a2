/** Crowds and ranges on random lanes: nothing is lost, nothing overlaps, and the window changes nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { concurrencyOf, stepsIn } from "../../../src/layout/forms/concurrency.js";
import { type Crowd, createCrowd } from "../../../src/layout/forms/crowd.js";
import { ZOOM_STEP } from "../../../src/layout/forms/zoom-level.js";
import { type RangeRow, rangeRows } from "../../../src/layout/forms/range-rows.js";
import { thinRows } from "../../../src/layout/forms/thin-bars.js";
import { CALENDAR_UNITS, unitAfter, unitStart } from "../../../src/time/calendar-units.js";
import { DAY } from "../../../src/time/calendar.js";
import { timeScale } from "../../../src/time/scale.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";

const RUNS = triesOf(100, 10);

const time = fc.oneof(fc.integer({ min: -4e12, max: 4e12 }), fc.integer({ min: -1e14, max: 1e14 }));

test("a unit of the calendar begins at or before a time, and the next one after it", () => {
  holds(
    "calendar units hold their times",
    fc.property(time, (t) => {
      for (const unit of CALENDAR_UNITS) {
        const start = unitStart(unit, t);
        expect(start).toBeLessThanOrEqual(t);
        expect(unitAfter(unit, start)).toBeGreaterThan(t);
        expect(unitStart(unit, unitAfter(unit, start))).toBe(unitAfter(unit, start));
      }
    }),
    { numRuns: RUNS, seed: 1 },
  );
});

const points = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 4000, max: 4030 })), {
    minLength: 1,
    maxLength: 400,
  })
  .map((days) => Float64Array.from(days, (day) => day * DAY).sort());

function crowdOf(position: Float64Array, budget: number): Crowd {
  const scale = timeScale(-300 * DAY, 9300 * DAY);
  return createCrowd({ position, scale, fit: 900 / (9600 * DAY), width: 900, budget });
}

test("columns of a crowd hold each event once, at every zoom level", { timeout: TIMEOUT }, () => {
  holds(
    "crowds: nothing is lost",
    fc.property(points, fc.integer({ min: 30, max: 200 }), (position, budget) => {
      const crowd = crowdOf(position, budget);
      for (let level = 0; level < 20; level += 3) {
        const form = crowd.form((900 / (9600 * DAY)) * ZOOM_STEP ** level);
        const columns = crowd.columns(form, -300 * DAY, 9300 * DAY);
        let next = 0;
        for (const { from, to, first, end, height } of columns) {
          expect(first).toBe(next);
          next = end;
          expect(position[first]).toBeGreaterThanOrEqual(from);
          expect(position[end - 1]).toBeLessThan(to + 1e-3);
          expect(height).toBeLessThanOrEqual(budget + 1e-6);
        }
        expect(next).toBe(position.length);
      }
    }),
    { numRuns: RUNS, seed: 2 },
  );
});

test("a window shows the columns that it shows of the whole", { timeout: TIMEOUT }, () => {
  const part = fc.integer({ min: 0, max: 9000 });
  holds(
    "crowds: panning changes nothing",
    fc.property(points, fc.tuple(part, part), fc.integer({ min: 0, max: 16 }), (position, [a, b], level) => {
      const crowd = crowdOf(position, 120);
      const form = crowd.form((900 / (9600 * DAY)) * ZOOM_STEP ** level);
      const [from, to] = [Math.min(a, b) * DAY, (Math.max(a, b) + 1) * DAY];
      const whole = crowd.columns(form, -300 * DAY, 9300 * DAY);
      expect(crowdOf(position, 120).columns(form, from, to)).toEqual(
        whole.filter((one) => one.to > from && one.from < to),
      );
    }),
    { numRuns: RUNS, seed: 3 },
  );
});

const ranges = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 10, max: 150 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((list) => {
    const sorted = [...list].sort((x, y) => x[0] - y[0]);
    return {
      from: Float64Array.from(sorted, ([a]) => a),
      to: Float64Array.from(sorted, ([a, length]) => a + length),
      widths: sorted.map(([, , width]) => width),
    };
  });

test("names on bars overlap at no scale", { timeout: TIMEOUT }, () => {
  holds(
    "ranges: names do not overlap",
    fc.property(ranges, fc.integer({ min: 1, max: 8 }), ({ from, to, widths }, rows) => {
      const order = widths
        .map((_, i) => i)
        .sort((a, b) => (to[b] as number) - (from[b] as number) - (to[a] as number) + (from[a] as number));
      const placed = rangeRows({
        events: { from, to },
        order,
        nameWidth: (at) => widths[at] as number,
        rows,
        fit: 0.8,
        first: 0,
        last: 1100,
        overhang: 10,
      });
      const box = ({ at, left }: RangeRow, s: number): readonly [number, number] => {
        const [a, b] = [(from[at] as number) * s, (to[at] as number) * s];
        const name = (widths[at] as number) + 4;
        return left ? [Math.min(a, b - name), b] : [a, Math.max(b, a + name)];
      };
      for (let i = 0; i < 17; i++) {
        const s = 0.8 * 2 ** (i / 2);
        const shown = placed.filter(({ scale }) => scale <= s);
        for (const one of shown) {
          for (const other of shown) {
            if (other === one || other.row !== one.row) continue;
            const [a, b] = [box(one, s), box(other, s)];
            expect(a[0] < b[1] - 1e-6 && b[0] < a[1] - 1e-6, `${one.at} and ${other.at} at ${s}`).toBe(false);
          }
        }
      }
    }),
    { numRuns: RUNS, seed: 4 },
  );
});

test("thin bars of a row never overlap, and rows are as many as run at once", () => {
  holds(
    "ranges: thin bars",
    fc.property(ranges, ({ from, to }) => {
      const members = Array.from(from.keys());
      const rows = thinRows(members, from, to, 0);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(members);
      for (const row of rows) {
        for (const [i, at] of row.entries()) {
          for (const before of row.slice(0, i)) expect(from[at]).toBeGreaterThanOrEqual(to[before] as number);
        }
      }
      if (from.every((a, i) => (to[i] as number) > a)) {
        expect(rows.length).toBe(Math.max(1, concurrencyOf(from, to).peak));
      }
    }),
    { numRuns: RUNS, seed: 5 },
  );
});

test("a ribbon says how many ranges run at each instant", () => {
  holds(
    "ranges: concurrency",
    fc.property(ranges, fc.integer({ min: -5, max: 1200 }), ({ from, to }, at) => {
      const ribbon = concurrencyOf(from, to);
      const running = from.filter((a, i) => a <= at + 0.5 && (to[i] as number) > at + 0.5).length;
      expect(stepsIn(ribbon, at + 0.5, at + 0.75, 100)[0]?.[1]).toBe(running);
      expect(ribbon.peak).toBe(Math.max(0, ...ribbon.count));
      // However few px there are, the highest number shows.
      const coarse = stepsIn(ribbon, -10, 1300, 5);
      expect(Math.max(...coarse.map(([, count]) => count))).toBe(ribbon.peak);
    }),
    { numRuns: RUNS, seed: 6 },
  );
});
