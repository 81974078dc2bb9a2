/**
 * Fans for crowds, where a search would take too long. The most important label first, each in the place that takes least
 * from those to come; then labels that found no place get one by moving one or two others, which lose none.
 */
import { firstIndex } from "../base/first-index.js";
import { type Candidate, clash, effort, type Hung, places, type Room, touch } from "./hang.js";
import { POLE_CLEARANCE, POLE_GAP } from "./metrics.js";

/** Others that may move to make room for one. */
const MOVED = 2;
const ROUNDS = 2;

export function greedyFan(candidates: readonly Candidate[], room: Room): Hung[] {
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const options = new Map<Candidate, Hung[]>();
  for (const candidate of byRank) {
    options.set(
      candidate,
      places(candidate, room).sort((a, b) => effort(a) - effort(b)),
    );
  }
  return makeRoom(fill(byRank, options, room), byRank, options, room);
}

type Options = ReadonlyMap<Candidate, readonly Hung[]>;

function fill(byRank: readonly Candidate[], options: Options, room: Room): Hung[] {
  const burden = burdenOf(byRank, room);
  const fan: Hung[] = [];
  for (const candidate of byRank) {
    if (crowded(candidate, fan, room)) continue;
    let found: Hung | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const hung of options.get(candidate) ?? []) {
      if (fan.some((other) => clash(hung, other))) continue;
      const price = burden(hung) / 2 + effort(hung);
      if (price < least) {
        least = price;
        found = hung;
      }
    }
    if (found) fan.push(found);
  }
  return fan;
}

/** What a label takes from others: the weight of all whose pole would stand in its text, for each row it closes to them. */
function burdenOf(candidates: readonly Candidate[], room: Room): (hung: Hung) => number {
  const inTime = [...candidates].sort((a, b) => a.x - b.x);
  const xs = inTime.map((candidate) => candidate.x);
  const sums = [0];
  for (const { importance } of inTime) sums.push((sums.at(-1) as number) + 4 ** (importance - 1));
  const before = (place: number): number => sums[firstIndex(0, xs.length, (i) => (xs[i] as number) >= place)] as number;
  const between = (from: number, to: number): number => before(to) - before(from);
  // What one side of the line loses, the other may still hold.
  const sides = room.above.length > 0 ? 2 : 1;
  return ({ candidate: { x }, side, width, row, above }) => {
    const rows = (above ? room.above : room.rows).length;
    const reach = POLE_GAP + width + POLE_CLEARANCE;
    const weight = side === "right" ? between(x + 0.5, x + reach) : between(x - reach, x - 0.5);
    return (weight * (rows - row)) / rows / sides;
  };
}

function crowded(candidate: Candidate, fan: readonly Hung[], room: Room): boolean {
  let near = 0;
  for (const other of fan) if (touch(candidate, other)) near++;
  return near >= room.touching;
}

/** Places labels that have none by moving others that stand in their way, if all of those find another place. */
function makeRoom(start: readonly Hung[], byRank: readonly Candidate[], options: Options, room: Room): Hung[] {
  let fan = [...start];
  const hungOnes = new Set(fan.map((hung) => hung.candidate));
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const candidate of byRank) {
      if (hungOnes.has(candidate) || crowded(candidate, fan, room)) continue;
      const moved = fanWith(candidate, fan, options);
      if (!moved) continue;
      fan = moved;
      hungOnes.add(candidate);
      changed = true;
    }
    if (!changed) break;
  }
  return fan;
}

function fanWith(candidate: Candidate, fan: readonly Hung[], options: Options): Hung[] | undefined {
  for (const hung of options.get(candidate) ?? []) {
    const inTheWay = fan.filter((other) => clash(hung, other));
    if (inTheWay.length > MOVED) continue;
    const trial = fan.filter((other) => !inTheWay.includes(other));
    trial.push(hung);
    const rest = inTheWay.every((other) => {
      const place = options.get(other.candidate)?.find((option) => !trial.some((stays) => clash(option, stays)));
      if (place) trial.push(place);
      return place !== undefined;
    });
    if (rest) return trial;
  }
  return undefined;
}
