/** Sharing a given height among lanes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareHeight } from "../../../src/layout/horizontal/height-budget.js";
import { fixedHeight } from "../../../stories/gallery/scales.js";
import { crowdLowLanes } from "../../../stories/gallery/crowds.js";
import { figureOf } from "../../support/random-timelines.js";

const FIRST_ROW = 13;
const FOOT = 8;
const LINE = 15;

const requests = fc.record({
  freeHeight: fc.integer({ min: 0, max: 900 }),
  footerHeight: fc.integer({ min: 0, max: 80 }),
  minimapHeight: fc.constantFrom(0, 42),
  lanes: fc.array(
    fc.record({ above: fc.integer({ min: 20, max: 50 }), head: fc.constantFrom(20, 37, 53), size: fc.nat(200) }),
    { minLength: 1, maxLength: 8 },
  ),
  rowHeight: fc.constantFrom(30, 33, 50),
  rowGap: fc.constantFrom(4, 8),
  rowsMax: fc.integer({ min: 1, max: 10 }),
  singleLines: fc.boolean(),
});

type Request = typeof requests extends fc.Arbitrary<infer T> ? T : never;

const heightOf = ({ lanes, rowGap }: Request, rows: readonly (readonly number[])[]): number =>
  lanes.reduce(
    (sum, { above, head }, i) =>
      sum + above + Math.max(head, FIRST_ROW + (rows[i] ?? []).reduce((all, row) => all + row + rowGap, 0) + FOOT),
    0,
  );

describe("a given height", () => {
  test("is never exceeded by rows", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { rows, footerHeight, minimapHeight } = shareHeight(request);
        const least = heightOf(request, []);
        expect(heightOf(request, rows)).toBeLessThanOrEqual(
          Math.max(least, request.freeHeight - footerHeight - minimapHeight),
        );
      }),
      { seed: 31, numRuns: 1000 },
    );
  });

  test("gives each lane with events a row before any gets a second", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { rows } = shareHeight(request);
        const some = rows.some((own) => own.length > 1);
        if (some) for (const [i, lane] of request.lanes.entries()) if (lane.size > 0) expect(rows[i]).not.toEqual([]);
      }),
      { seed: 32, numRuns: 1000 },
    );
  });

  test("leaves no lane without a row of one line where there is room for one", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { rows, footerHeight, minimapHeight } = shareHeight({ ...request, singleLines: true });
        request.lanes.forEach(({ size }, i) => {
          if (size === 0 || (rows[i] ?? []).length > 0) return;
          const more = rows.map((own, j) => (i === j ? [LINE] : own));
          expect(heightOf(request, more)).toBeGreaterThan(request.freeHeight - footerHeight - minimapHeight);
        });
      }),
      { seed: 33, numRuns: 1000 },
    );
  });
});

describe.each(Object.entries({ fixedHeight, crowdLowLanes }))("%s", (_, make) => {
  const { document, options } = make();

  test.each([400, 440, 480, 500, 520, 560, 600])("in %i px shows a label in every lane, and is no higher", (height) => {
    const { figure, whole } = figureOf(document, { ...options, height });
    const layout = figure.layout(whole);
    expect(layout.laneLayouts.map((frame) => frame.labels.length > 0)).not.toContain(false);
    expect(layout.height).toBeLessThanOrEqual(height + 0.001);
  });
});
