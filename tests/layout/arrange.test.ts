import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange } from "../../src/layout/arrange.js";
import { type Candidate, clash, type Hung, type Room } from "../../src/layout/hang.js";

const candidates = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 900, noNaN: true }),
    length: fc.constantFrom(0, 1, 30),
    importance: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 30, max: 260 }),
    height: fc.constantFrom(33, 50),
  }),
  { maxLength: 24 },
);

const below: Room = { min: -2, max: 912, rows: [50, 50, 50, 50], above: [], touching: 3, fixed: [] };
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

describe.each(Object.entries(rooms))("a fan %s", (_, room) => {
  test("has no two texts that overlap and no pole in a foreign text, at its scale and at every larger one", () => {
    fc.assert(
      fc.property(candidates, fc.double({ min: 1, max: 50, noNaN: true }), (list, zoom) => {
        const fan = arrange(ranked(list), room);
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
      { numRuns: 500, seed: 4 },
    );
  });

  test("leaves no label out that only less important ones displace", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const all = ranked(list);
        const fan = arrange(all, room);
        const missing = all.filter((candidate) => !fan.some((hung) => hung.candidate === candidate));
        for (const candidate of missing) {
          const rows = [...room.rows.keys()].map((row) => ({ row, above: false }));
          const over = [...room.above.keys()].map((row) => ({ row, above: true }));
          for (const place of [...rows, ...over]) {
            for (const side of ["left", "right"] as const) {
              const { width, height } = candidate.sizes[0] as { width: number; height: number };
              const hung: Hung = { candidate, ...place, side, width, size: 0 };
              const { from, to } = box(hung);
              if (height > 50 || from < room.min || to > room.max) continue;
              const losers = fan.filter((other) => clash(hung, other));
              const near = fan.filter(
                (other) => !losers.includes(other) && Math.abs(other.candidate.x - candidate.x) < 15,
              );
              if (near.length >= room.touching) continue;
              expect(losers.some((loser) => loser.candidate.rank < candidate.rank)).toBe(true);
            }
          }
        }
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
