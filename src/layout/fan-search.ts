/**
 * Beam search for a fan. Labels are taken in order of time, so all that a later label can feel of the earlier ones is, for
 * each row, how far text reaches and where the last pole stands. Partial fans that agree in this are one.
 *
 * A search keeps shallow fans, and what opens to the left begins shallow; what opens to the right ends shallow. So there is
 * a search from the other end of time as well, which is the same one with places negated.
 */
import { LABEL_GAP, MAX_POLE_OFFSET, POLE_CLEARANCE, POLE_GAP } from "./metrics.js";
import { type Candidate, effort, type Hung, missing, type Places, type Room, TOUCH } from "./hang.js";

/** Partial fans that are followed at once. */
const BEAM = 40;

interface State {
  readonly cost: number;
  readonly deepest: number;
  /** Where text ends in each row; those over the line come after those below it. */
  readonly reach: readonly number[];
  /** Where the last pole that ends in each row stands. */
  readonly pole: readonly number[];
  /** Longest event in each row, from the other end the shortest, negated: see `poleSlack`. */
  readonly longest: readonly number[];
  /** The last poles, the latest first, as many as may touch. */
  readonly recent: readonly number[];
  readonly hung: Hung | undefined;
  readonly before: State | undefined;
}

/** A state that may follow, before its summary is worked out. */
interface Step {
  readonly cost: number;
  readonly from: State;
  readonly hung: Hung | undefined;
}

/** From the beginning of time, or from its end. */
type Direction = 1 | -1;

export interface Found {
  readonly fan: Hung[];
  readonly cost: number;
}

export function searchFan(
  candidates: readonly Candidate[],
  places: Places,
  room: Room,
  direction: Direction = 1,
): Found {
  const inTime = [...candidates].sort((a, b) => direction * (a.x - b.x) || a.rank - b.rank);
  const rows = [...room.rows, ...room.above];
  const none = rows.map(() => Number.NEGATIVE_INFINITY);
  const start = {
    cost: 0,
    deepest: -1,
    reach: none,
    pole: none,
    longest: none,
    recent: [],
    hung: undefined,
    before: undefined,
  };
  let states: State[] = [start];
  for (const candidate of inTime) {
    const options = places.of(candidate);
    const skipped = missing(candidate);
    const steps: Step[] = [];
    for (const from of states) {
      steps.push({ cost: from.cost + skipped, from, hung: undefined });
      for (const hung of options) {
        if (!fits(hung, from, room, direction)) continue;
        const deeper = Math.max(0, hung.row - from.deepest);
        steps.push({ cost: from.cost + effort(hung) + deeper * 10, from, hung });
      }
    }
    states = best(steps, room, direction);
  }
  const winner = states.reduce((a, b) => (b.cost < a.cost ? b : a));
  const fan: Hung[] = [];
  for (let state: State | undefined = winner; state; state = state.before) if (state.hung) fan.push(state.hung);
  return { fan: direction === 1 ? fan.reverse() : fan, cost: winner.cost };
}

/** Whether a label clashes with none of the earlier ones, judged by their summary alone; strict rather than exact. */
function fits(hung: Hung, state: State, { touching, rows, above }: Room, direction: Direction): boolean {
  const { candidate, width } = hung;
  const x = direction * candidate.x;
  const length = direction * candidate.length;
  const flowsOn = (hung.side === "right") === (direction === 1);
  const [first, end] = hung.above ? [rows.length, rows.length + above.length] : [0, rows.length];
  const row = first + hung.row;
  const touched = state.recent[touching - 1];
  if (touched !== undefined && x - touched < TOUCH) return false;
  const slack = (r: number): number => ((state.longest[r] as number) > length ? MAX_POLE_OFFSET : 0);
  const left = flowsOn ? x + POLE_GAP : x - POLE_GAP - width;
  if (left < (state.reach[row] as number) + LABEL_GAP + slack(row)) return false;
  // The pole passes all rows above its own.
  for (let r = first; r <= row; r++) if (x < (state.reach[r] as number) + POLE_CLEARANCE + slack(r)) return false;
  if (!flowsOn) {
    for (let r = row; r < end; r++) if (left < (state.pole[r] as number) + POLE_CLEARANCE + slack(r)) return false;
  }
  return true;
}

/** The cheapest of what may follow; of those that leave the same room to what comes after, one. */
function best(steps: Step[], room: Room, direction: Direction): State[] {
  steps.sort((a, b) => a.cost - b.cost);
  const kept: State[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    const state = follow(step, room, direction);
    const key = `${state.reach.map(coarse).join()}/${state.pole.map(coarse).join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  return kept;
}

/** Differences of a few px are none. */
function coarse(px: number): number {
  return Math.round(px / 4);
}

function follow({ cost, from, hung }: Step, { touching, rows }: Room, direction: Direction): State {
  if (!hung) return { ...from, cost, hung, before: from };
  const { candidate, side, width } = hung;
  const row = hung.above ? rows.length + hung.row : hung.row;
  const x = direction * candidate.x;
  const end = (side === "right") === (direction === 1) ? x + POLE_GAP + width : x - POLE_GAP;
  return {
    cost,
    deepest: Math.max(from.deepest, hung.row),
    reach: from.reach.map((reach, r) => (r === row ? Math.max(reach, end) : reach)),
    pole: from.pole.map((pole, r) => (r === row ? x : pole)),
    longest: from.longest.map((length, r) => (r === row ? Math.max(length, direction * candidate.length) : length)),
    recent: [x, ...from.recent].slice(0, touching),
    hung,
    before: from,
  };
}
