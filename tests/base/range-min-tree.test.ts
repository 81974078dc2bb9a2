/** The tree finds what looking at every value finds. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { RangeMinTree } from "../../src/base/range-min-tree.js";

const values = fc.oneof(
  fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 400 }),
  fc.array(fc.double({ noNaN: true }), { maxLength: 400 }),
  fc
    .constantFrom([31, 32, 33, 64, 65, 1000].map((n) => Array.from({ length: n }, (_, i) => (i * 7919) % 101)))
    .chain((lists) => fc.constantFrom(...lists)),
);
const asked = values.chain((list) =>
  fc.tuple(fc.constant(list), fc.nat(list.length), fc.nat(list.length), fc.integer({ min: 1, max: 12 })),
);
const treeOf = (list: readonly number[]): RangeMinTree => new RangeMinTree(list.length, (at) => list[at] as number);

test("the smallest of a stretch, of equal ones the first", () => {
  fc.assert(
    fc.property(asked, ([list, a, b, count]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const all = Array.from({ length: to - from }, (_, i) => from + i);
      const oracle = all.sort((p, q) => Number(list[p]) - Number(list[q]) || p - q).slice(0, count);
      expect(treeOf(list).smallest(from, to, count)).toEqual(oracle);
    }),
    { numRuns: 3000, seed: 61 },
  );
});

test("all below a limit, in order, until one has enough", () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: -4, max: 60 }), ([list, a, b, most], limit) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const found: number[] = [];
      treeOf(list).below(limit, from, to, (at) => {
        found.push(at);
        return found.length < most;
      });
      const oracle = [...list.keys()].filter((at) => at >= from && at < to && (list[at] as number) < limit);
      expect(found).toEqual(oracle.slice(0, most));
    }),
    { numRuns: 3000, seed: 62 },
  );
});
