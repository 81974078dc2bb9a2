import { bisectLeft, bisectRight } from "d3-array";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIndex } from "../../src/base/bisect.js";

test("the first index is that of d3's bisection, before what is equal and after it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: -11, max: 11 }),
      fc.nat(5),
      (list, x, from) => {
        const sorted = list.sort((a, b) => a - b);
        const low = Math.min(from, sorted.length);
        expect(firstIndex(low, sorted.length, (i) => (sorted[i] as number) >= x)).toBe(bisectLeft(sorted, x, low));
        expect(firstIndex(low, sorted.length, (i) => (sorted[i] as number) > x)).toBe(bisectRight(sorted, x, low));
      },
    ),
  );
});
