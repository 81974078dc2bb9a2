/**
 * Hangs as many labels of a crowd as fit, the important ones first. Two steps: a beam search over the crowd in order of
 * time finds a good fan; then every label that is still missing, in order of rank, takes a place from less important ones
 * if that is all that keeps it out. After the second step no label is missing that a less important one displaced.
 */
import { type Hang, type Side, poleSlack, smallestDistance } from "./fan.js";
import { POLE_GAP } from "./metrics.js";

export interface Candidate {
  /** Where the pole stands, in px. */
  readonly x: number;
  /** Length of the event in time; only compared. */
  readonly length: number;
  /** 0 is the first to be labelled. Unique. */
  readonly rank: number;
  readonly importance: number;
  /** Widths and heights the label can have, the best first. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** A candidate that has its place. */
export interface Hung extends Hang {
  readonly candidate: Candidate;
  /** Index into `candidate.sizes`. */
  readonly size: number;
}

export interface Room {
  /** Text may not leave this stretch, in px. */
  readonly min: number;
  readonly max: number;
  /** Height of each row; as many rows as entries. */
  readonly rows: readonly number[];
  /** How many marks may touch: each steps away from the one before, and there is only so much room. */
  readonly touching: number;
  /** Labels that are there already and stay. */
  readonly fixed: readonly Hung[];
}

/** Partial fans that are followed at once. More find better fans and take longer. */
const BEAM = 40;
/** Marks closer than this touch, in px. */
const TOUCH = 15;
/** Poles further apart than this never meet the other's text. */
const FAR = 800;

interface State {
  readonly cost: number;
  readonly deepest: number;
  readonly hung: Hung | undefined;
  readonly before: State | undefined;
}

export function arrange(candidates: readonly Candidate[], room: Room): Hung[] {
  const inTime = [...candidates].sort((a, b) => a.x - b.x || a.rank - b.rank);
  return repair(search(inTime, room), candidates, room);
}

function search(candidates: readonly Candidate[], room: Room): Hung[] {
  let states: State[] = [{ cost: 0, deepest: -1, hung: undefined, before: undefined }];
  for (const candidate of candidates) {
    const options = places(candidate, room);
    const next: State[] = [];
    for (const state of states) {
      next.push({ ...state, cost: state.cost + missing(candidate), hung: undefined, before: state });
      for (const hung of options) {
        if (clashes(hung, state, room.touching)) continue;
        const deepest = Math.max(state.deepest, hung.row);
        const cost = state.cost + effort(hung) + (deepest - state.deepest) * 10;
        next.push({ cost, deepest, hung, before: state });
      }
    }
    states = best(next, candidate.x);
  }
  const winner = states.reduce((a, b) => (b.cost < a.cost ? b : a));
  const fan: Hung[] = [];
  for (let state: State | undefined = winner; state; state = state.before) if (state.hung) fan.push(state.hung);
  return fan.reverse();
}

/** The price of leaving a label out: one of a higher importance is worth more than several of the next. */
function missing(candidate: Candidate): number {
  return 1000 * 8 ** candidate.importance;
}

/** The price of a place: shallow rows, the right side and the full title first, the more so the more important. */
function effort({ candidate, row, side, size }: Hung): number {
  const { importance } = candidate;
  return row * (0.6 + importance * 0.3) + (side === "left" ? 0.9 : 0) + size * importance * 4;
}

/** All places that do not clash with what is there already. */
function places(candidate: Candidate, room: Room): Hung[] {
  const found: Hung[] = [];
  if (room.fixed.filter((other) => touch(candidate, other)).length >= room.touching) return found;
  candidate.sizes.forEach(({ width, height }, size) => {
    room.rows.forEach((rowHeight, row) => {
      if (height > rowHeight) return;
      for (const side of ["right", "left"] as const) {
        const hung: Hung = { candidate, row, side, width, size };
        if (isInside(hung, room) && !room.fixed.some((other) => clash(hung, other))) found.push(hung);
      }
    });
  });
  return found;
}

function isInside(
  { candidate, side, width }: { candidate: Candidate; side: Side; width: number },
  room: Room,
): boolean {
  return side === "right"
    ? candidate.x >= room.min && candidate.x + POLE_GAP + width <= room.max
    : candidate.x <= room.max && candidate.x - POLE_GAP - width >= room.min;
}

function clashes(hung: Hung, state: State, touching: number): boolean {
  let near = 1;
  for (let other: State | undefined = state; other; other = other.before) {
    if (!other.hung) continue;
    const distance = hung.candidate.x - other.hung.candidate.x;
    if (distance > FAR) return false;
    if (distance < TOUCH) near++;
    if (near > touching || clash(other.hung, hung)) return true;
  }
  return false;
}

function touch(candidate: Candidate, other: Hung): boolean {
  return Math.abs(candidate.x - other.candidate.x) < TOUCH;
}

/** Whether two labels cannot both stand. */
export function clash(a: Hung, b: Hung): boolean {
  const [left, right] = a.candidate.x <= b.candidate.x ? [a, b] : [b, a];
  const distance = right.candidate.x - left.candidate.x;
  const needed = smallestDistance(left, right) + poleSlack(left.candidate.length, right.candidate.length);
  if (distance >= needed) return false;
  // Two labels of one instant share a pole; either may count as the first.
  const together = distance === 0 && left.candidate.length === right.candidate.length;
  return !(together && smallestDistance(right, left) <= 0);
}

/** Keeps the cheapest states, and of states that leave the same room to what follows only one. */
function best(states: State[], x: number): State[] {
  states.sort((a, b) => a.cost - b.cost);
  const kept: State[] = [];
  const seen = new Set<string>();
  for (const state of states) {
    const key = profile(state, x);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  return kept;
}

/** What a later label can feel of a partial fan: how far text reaches in each row, and where the last poles stand. */
function profile(state: State, x: number): string {
  const reach: number[] = [];
  const poles: number[] = [];
  for (let other: State | undefined = state; other; other = other.before) {
    if (!other.hung) continue;
    const { candidate, row, side, width } = other.hung;
    if (x - candidate.x > FAR) break;
    const end = candidate.x + (side === "right" ? POLE_GAP + width : 0);
    reach[row] = Math.max(reach[row] ?? 0, Math.round(end / 4));
    poles[row] = Math.max(poles[row] ?? 0, Math.round(candidate.x / 4));
  }
  const relevant = (value: number | undefined): number => (value === undefined || value * 4 < x - FAR ? 0 : value);
  return Array.from(
    { length: Math.max(reach.length, poles.length) },
    (_, row) => `${relevant(reach[row])}.${relevant(poles[row])}`,
  ).join();
}

/** Gives every missing label, the most important first, a place that only less important ones occupy. */
function repair(fan: readonly Hung[], candidates: readonly Candidate[], room: Room): Hung[] {
  let kept = [...fan];
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const hungOnes = new Set(kept.map((hung) => hung.candidate));
  for (const candidate of byRank) {
    if (hungOnes.has(candidate)) continue;
    const place = placeFor(candidate, kept, room);
    if (!place) continue;
    for (const loser of place.losers) hungOnes.delete(loser.candidate);
    kept = kept.filter((hung) => !place.losers.includes(hung));
    kept.push(place.hung);
    hungOnes.add(candidate);
  }
  return kept.sort((a, b) => a.candidate.x - b.candidate.x || a.candidate.rank - b.candidate.rank);
}

/** The place where a label displaces nothing, or only less important ones and of those the least. */
function placeFor(candidate: Candidate, kept: readonly Hung[], room: Room): { hung: Hung; losers: Hung[] } | undefined {
  let found: { hung: Hung; losers: Hung[]; price: number } | undefined;
  for (const hung of places(candidate, room)) {
    const losers = kept.filter((other) => clash(hung, other));
    const near = [...kept, ...room.fixed].filter((other) => !losers.includes(other) && touch(candidate, other));
    if (near.length >= room.touching) continue;
    if (losers.some((loser) => loser.candidate.rank < candidate.rank)) continue;
    const price = losers.reduce((sum, loser) => sum + missing(loser.candidate), 0) + effort(hung);
    if (!found || price < found.price) found = { hung, losers, price };
  }
  return found;
}
