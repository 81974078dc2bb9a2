import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gaps } from "../../../src/layout/labels/gaps.js";
import { clash, type Hung, type Room } from "../../../src/layout/labels/hang.js";

const room: Room = { min: 0, max: 900, rows: [50, 50, 50], above: [50, 50], touching: 3, fixed: [] };

/** Whole px, so that labels often stand as near as they may to the px, or at one place. */
const hung: fc.Arbitrary<Hung> = fc
  .record({
    x: fc.integer({ min: 0, max: 300 }),
    length: fc.constantFrom(0, 1, 30),
    width: fc.integer({ min: 10, max: 120 }),
    slot: fc.constantFrom<[number, boolean]>([0, false], [1, false], [2, false], [0, true], [1, true]),
    side: fc.constantFrom<Hung["side"]>("left", "right"),
  })
  .map(({ x, length, width, slot: [row, above], side }) => {
    const sizes = [{ width, height: 33 }];
    return { candidate: { x, length, rank: 0, importance: 3, sizes }, row, above, side, width, size: 0 };
  });

/** By the rules between two labels, one by one. */
const inTheWay = (place: Hung, fan: readonly Hung[]): Hung[] => fan.filter((other) => clash(place, other));

describe("the gaps of a fan", () => {
  test("fit a place when it clashes with no label", () => {
    fc.assert(
      fc.property(hung, fc.array(hung, { maxLength: 8 }), (place, fan) => {
        expect(new Gaps(place.candidate, fan, room).fits(place)).toBe(inTheWay(place, fan).length === 0);
      }),
      { numRuns: 5000, seed: 21 },
    );
  });

  test.each([0, 1, 2])("name the labels that are in the way of a place when they are at most %i", (most) => {
    fc.assert(
      fc.property(hung, fc.array(hung, { maxLength: 8 }), (place, fan) => {
        const all = inTheWay(place, fan);
        const found = new Gaps(place.candidate, fan, room, most).inTheWay(place);
        expect(found && new Set(found)).toEqual(all.length > most ? undefined : new Set(all));
      }),
      { numRuns: 5000, seed: 22 },
    );
  });
});
