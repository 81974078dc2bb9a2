import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../../src/layout/labels/arrange.js";
import { type Candidate, clash, type Hung, type Room } from "../../../src/layout/labels/hang.js";

const candidate = fc.record({
  x: fc.double({ min: 0, max: 900, noNaN: true }),
  length: fc.constantFrom(0, 1, 30),
  importance: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 30, max: 260 }),
  height: fc.constantFrom(33, 50),
});
const candidates = fc.array(candidate, { maxLength: 24 });
/** More than are searched, at one end of a line as events of deep time are. */
const crowded = fc.array(
  fc
    .record({ near: candidate, far: fc.boolean() })
    .map(({ near, far }) => ({ ...near, x: far ? near.x : 780 + near.x / 8 })),
  { minLength: 13, maxLength: 30 },
);

const below: Room = { min: -2, max: 912, rows: [50, 50, 50, 50], above: [], touching: 3, fixed: [] };
const deep: Room = { ...below, rows: Array.from({ length: 9 }, () => 50) };
const rooms: Record<string, Room> = { "below a line": below, "on both sides of a line": { ...below, above: [50, 50] } };

function ranked(
  list: readonly { x: number; length: number; importance: number; width: number; height: number }[],
): Candidate[] {
  const order = list
    .map((_, i) => i)
    .sort((a, b) => (list[b]?.importance ?? 0) - (list[a]?.importance ?? 0) || (list[a]?.x ?? 0) - (list[b]?.x ?? 0));
  return list.map(({ x, length, importance, width, height }, i) => ({
    x,
    length,
    importance,
    rank: order.indexOf(i),
    sizes: [{ width, height }],
  }));
}

/** The box of a label as drawn, and its pole. */
const box = ({ candidate, side, width, row, above }: Hung) => ({
  from: side === "right" ? candidate.x + 7 : candidate.x - 7 - width,
  to: side === "right" ? candidate.x + 7 + width : candidate.x - 7,
  row,
  above,
  pole: candidate.x,
});

/** Labels that are left out although only less important ones stand in every part of some place of theirs. */
function displaced(fan: readonly Hung[], all: readonly Candidate[], room: Room): Candidate[] {
  const rows = room.rows.map((_, row) => ({ row, above: false }));
  const over = room.above.map((_, row) => ({ row, above: true }));
  const free = (candidate: Candidate): boolean =>
    [...rows, ...over].some((place) =>
      (["left", "right"] as const).some((side) => {
        const { width, height } = candidate.sizes[0] as { width: number; height: number };
        const hung: Hung = { candidate, ...place, side, width, size: 0 };
        const { from, to } = box(hung);
        if (height > 50 || from < room.min || to > room.max) return false;
        const losers = fan.filter((other) => clash(hung, other));
        const near = fan.filter((other) => !losers.includes(other) && Math.abs(other.candidate.x - candidate.x) < 15);
        return near.length < room.touching && losers.every((loser) => loser.candidate.rank > candidate.rank);
      }),
    );
  return all.filter((candidate) => !fan.some((hung) => hung.candidate === candidate) && free(candidate));
}

describe.each(Object.entries(rooms))("a fan %s", (_, room) => {
  test("has no two texts that overlap and no pole in a foreign text, at its scale and at every larger one", () => {
    fc.assert(
      fc.property(candidates, fc.double({ min: 1, max: 50, noNaN: true }), fc.boolean(), (list, zoom, closing) => {
        const fan = arrange(ranked(list), room, closing);
        for (const scale of [1, zoom]) {
          const boxes = fan.map((hung) =>
            box({ ...hung, candidate: { ...hung.candidate, x: hung.candidate.x * scale } }),
          );
          for (const a of boxes) {
            for (const b of boxes) {
              if (a === b || a.above !== b.above) continue;
              if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
              if (b.row >= a.row) expect(b.pole > a.from && b.pole < a.to).toBe(false);
            }
          }
        }
      }),
      { numRuns: 600, seed: 4 },
    );
  });

  test("leaves no label out that only less important ones displace", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const all = ranked(list);
        expect(displaced(arrange(all, room), all, room)).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test("is the same whatever the order of the candidates", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const all = ranked(list);
        const places = (fan: readonly Hung[]) =>
          fan.map(({ candidate, row, above, side }) => `${candidate.rank}${row}${above}${side}`);
        expect(places(arrange([...all].reverse(), room))).toEqual(places(arrange(all, room)));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe("a crowd at one end of a line with many rows", () => {
  test("loses no label that only less important ones displace, and leaves no row empty between others", () => {
    fc.assert(
      fc.property(crowded, (list) => {
        const all = ranked(list);
        const fan = arrange(all, deep, true);
        expect(displaced(fan, all, deep)).toEqual([]);
        const used = new Set(fan.map(({ row }) => row));
        expect([...used].sort()).toEqual([...used].map((_, row) => row));
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  test("bars one after another have their names, where a search from the end of time finds what one from its beginning does not", () => {
    // Treaties on strategic arms, in a lane 1,140 px wide: the second to last bar begins under the text of the one before.
    const lane: readonly (readonly [x: number, length: number, importance: number, width: number])[] = [
      [375, 0, 4, 107],
      [386, 340, 5, 266],
      [470, 0, 3, 190],
      [651, 0, 3, 203],
      [684, 172, 3, 239],
      [798, 88, 3, 235],
      [901, 172, 5, 239],
      [1056, 0, 3, 189],
      [1115, 27, 3, 143],
    ];
    const all = ranked(lane.map(([x, length, importance, width]) => ({ x, length, importance, width, height: 33 })));
    const named = arrange(all, { ...deep, max: 1142 }, true).map(({ candidate }) => candidate.x);
    expect(named).toEqual(expect.arrayContaining([386, 684, 798, 901]));
    expect(named).toHaveLength(8);
  });

  test("the search for displaced labels finds one", () => {
    const all = ranked([{ x: 400, length: 0, importance: 5, width: 100, height: 50 }]);
    expect(displaced([], all, deep)).toEqual(all);
  });
});
