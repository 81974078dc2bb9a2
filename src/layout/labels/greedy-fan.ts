/**
 * Fans for crowds, where a search would take too long. The most important label first, each in the place that takes least
 * from those to come; then labels that found no place get one by moving one or two others, which lose none.
 */
import { firstIndex } from "../../base/bisect.js";
import { Gaps } from "./gaps.js";
import {
  type Candidate,
  clash,
  costOf,
  effort,
  type Hung,
  isCrowded,
  missing,
  type Places,
  type Room,
} from "./hang.js";
import { LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

/** Others that may move to make room for one. */
const MOVED = 2;
const ROUNDS = 2;
/** How much what a label takes from others counts beside its own effort. Which of them serves a crowd best only trial tells. */
const BURDEN = 0.5;
const OTHER_BURDENS = [0.1, 1, 4];

/** @param thorough several fans are made, and the best is taken */
export function greedyFan(candidates: readonly Candidate[], options: Places, room: Room, thorough: boolean): Hung[] {
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const burden = burdenOf(byRank, room);
  // Which is the best shows after room was made. It takes its time, so it is asked where one lane is all there is to look at.
  const most = thorough && room.above.length > 0 ? 2 : 1;
  const fans: { fan: Hung[]; cost: number }[] = [];
  for (const share of thorough ? [BURDEN, ...OTHER_BURDENS] : [BURDEN]) {
    const fan = fill(byRank, options, room, share, burden, fans[most - 1]?.cost);
    const cost = fan && costOf(fan, candidates);
    if (!fan || cost === undefined || fans.some((other) => other.cost === cost)) continue;
    fans.push({ fan, cost });
    fans.sort((a, b) => a.cost - b.cost).splice(most);
    if (fan.length === candidates.length) break;
  }
  return fans
    .map(({ fan }) => makeRoom(fan, byRank, options, room))
    .reduce((best, fan) => (costOf(fan, candidates) < costOf(best, candidates) ? fan : best));
}

/** @param limit where the labels that are left out cost more, the fan is given up */
function fill(
  byRank: readonly Candidate[],
  options: Places,
  room: Room,
  share: number,
  burden: (hung: Hung) => number,
  limit = Number.POSITIVE_INFINITY,
): Hung[] | undefined {
  const fan: Hung[] = [];
  let lost = 0;
  for (const candidate of byRank) {
    const found = isCrowded(candidate, fan, room) ? undefined : cheapest(candidate, fan, options, room, share, burden);
    if (found) fan.push(found);
    else if ((lost += missing(candidate)) > limit) return undefined;
  }
  return fan;
}

function cheapest(
  candidate: Candidate,
  fan: readonly Hung[],
  options: Places,
  room: Room,
  share: number,
  burden: (hung: Hung) => number,
): Hung | undefined {
  const gaps = new Gaps(candidate, fan, room);
  let found: Hung | undefined;
  let least = Number.POSITIVE_INFINITY;
  const places = options.byEffort(candidate);
  for (let i = 0; i < places.length; i++) {
    const hung = places[i] as Hung;
    const own = effort(hung);
    if (own >= least) break;
    if (!gaps.fits(hung)) continue;
    const price = share * burden(hung) + own;
    if (price < least) {
      least = price;
      found = hung;
    }
  }
  return found;
}

/** What a label takes from others: the weight of all whose pole would stand in its text, for each row it closes to them. */
function burdenOf(candidates: readonly Candidate[], room: Room): (hung: Hung) => number {
  const inTime = [...candidates].sort((a, b) => a.x - b.x);
  const xs = inTime.map((candidate) => candidate.x);
  const sums = [0];
  for (const { importance } of inTime) sums.push((sums.at(-1) as number) + 4 ** (importance - 1));
  const before = (place: number): number => sums[firstIndex(0, xs.length, (i) => (xs[i] as number) >= place)] as number;
  const atPoles = new Map(
    inTime.map((candidate) => [candidate, [before(candidate.x - 0.5), before(candidate.x + 0.5)]]),
  );
  // What one side of the line loses, the other may still hold.
  const sides = room.above.length > 0 ? 2 : 1;
  const known = new Map<Hung, number>();
  const work = ({ candidate, side, width, row, above }: Hung): number => {
    const { x } = candidate;
    const [upTo, after] = atPoles.get(candidate) as [number, number];
    const rows = (above ? room.above : room.rows).length;
    const reach = LEADER_GAP + width + LEADER_CLEARANCE;
    const weight = side === "right" ? before(x + reach) - after : upTo - before(x - reach);
    return (weight * (rows - row)) / rows / sides;
  };
  return (hung) => {
    let burden = known.get(hung);
    if (burden === undefined) known.set(hung, (burden = work(hung)));
    return burden;
  };
}

/** Places labels that have none by moving others that stand in their way, if all of those find another place. */
function makeRoom(start: readonly Hung[], byRank: readonly Candidate[], options: Places, room: Room): Hung[] {
  let fan = [...start];
  const hungOnes = new Set(fan.map((hung) => hung.candidate));
  let moves = new Moves(fan, options, room);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const candidate of byRank) {
      if (hungOnes.has(candidate) || isCrowded(candidate, fan, room)) continue;
      const moved = moves.fanWith(candidate);
      if (!moved) continue;
      fan = moved;
      moves = new Moves(fan, options, room);
      hungOnes.add(candidate);
      changed = true;
    }
    if (!changed) break;
  }
  return fan;
}

/** Another place of a label, and what else is in the way there. */
interface Move {
  readonly place: Hung;
  readonly inTheWay: readonly Hung[];
}

/** How labels of a fan can move. */
class Moves {
  /** Other places of a label, with whatever else is in the way of each. */
  private readonly known = new Map<Hung, Move[]>();

  constructor(
    private readonly fan: readonly Hung[],
    private readonly options: Places,
    private readonly room: Room,
  ) {}

  /** The fan with one more label, and those that were in its way elsewhere. */
  fanWith(candidate: Candidate): Hung[] | undefined {
    const gaps = new Gaps(candidate, this.fan, this.room, MOVED);
    for (const hung of this.options.byEffort(candidate)) {
      const inTheWay = gaps.inTheWay(hung);
      if (!inTheWay) continue;
      const settled = this.settled(hung, inTheWay);
      if (settled) return [...this.fan.filter((other) => !inTheWay.includes(other)), ...settled];
    }
    return undefined;
  }

  /** A new label, and each that is in its way in another place; nothing where one of these finds none. */
  private settled(hung: Hung, inTheWay: readonly Hung[]): Hung[] | undefined {
    const settled = [hung];
    for (let i = 0; i < inTheWay.length; i++) {
      const place = this.elsewhere(inTheWay[i] as Hung, inTheWay, settled);
      if (!place) return undefined;
      settled.push(place);
    }
    return settled;
  }

  /** Asked some thousand times of a crowd, so it makes nothing. */
  private elsewhere(label: Hung, leaving: readonly Hung[], settled: readonly Hung[]): Hung | undefined {
    const moves = this.movesOf(label);
    search: for (let i = 0; i < moves.length; i++) {
      const { place, inTheWay } = moves[i] as Move;
      for (let k = 0; k < inTheWay.length; k++) if (!leaving.includes(inTheWay[k] as Hung)) continue search;
      for (let k = 0; k < settled.length; k++) if (clash(place, settled[k] as Hung)) continue search;
      return place;
    }
    return undefined;
  }

  private movesOf(label: Hung): readonly Move[] {
    let moves = this.known.get(label);
    if (!moves) {
      const { candidate } = label;
      const others = this.fan.filter((other) => other !== label);
      // Of those that a new label moves, one is this.
      const gaps = new Gaps(candidate, others, this.room, MOVED - 1);
      moves = [];
      for (const place of this.options.byEffort(candidate)) {
        const inTheWay = gaps.inTheWay(place);
        if (inTheWay) moves.push({ place, inTheWay });
      }
      this.known.set(label, moves);
    }
    return moves;
  }
}
