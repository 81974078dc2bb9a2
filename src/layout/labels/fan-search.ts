/**
 * Beam search for a fan. Labels are taken in order of time, so all that a later label can feel of the earlier ones is, for
 * each row, how far text reaches and where the last pole stands. Partial fans that agree in this are one.
 *
 * A search keeps shallow fans, and what opens to the left begins shallow; what opens to the right ends shallow. So there is
 * a search from the other end of time as well, which is the same one with places negated.
 */
import { LABEL_GAP, LEADER_OFFSET_MAX, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";
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
  /** What agrees in this leaves the same room to what comes after. */
  readonly key: string;
  readonly hung: Hung | undefined;
  readonly before: State | undefined;
}

/** A place as the search sees it. */
interface Way {
  readonly hung: Hung;
  readonly effort: number;
  readonly x: number;
  readonly length: number;
  /** True where text runs on in the direction of the search. */
  readonly flowsOn: boolean;
  /** Where its text begins and ends, of all that the search has still to come to. */
  readonly left: number;
  readonly right: number;
  /** Its row, and the rows of its side of the line: `first` to `end`, exclusive. */
  readonly row: number;
  readonly first: number;
  readonly end: number;
}

/** A state that may follow, before its summary is worked out. */
interface Step {
  readonly cost: number;
  readonly from: State;
  readonly way: Way | undefined;
}

/** From the beginning of time, or from its end. */
type Direction = 1 | -1;

export interface Found {
  readonly fan: Hung[];
  readonly cost: number;
}

/** @param limit what costs as much or more is not looked for: then there may be no fan */
export function searchFan(
  candidates: readonly Candidate[],
  places: Places,
  room: Room,
  direction: Direction = 1,
  limit = Number.POSITIVE_INFINITY,
): Found | undefined {
  const inTime = [...candidates].sort((a, b) => direction * (a.x - b.x) || a.rank - b.rank);
  const none = [...room.rows, ...room.above].map(() => Number.NEGATIVE_INFINITY);
  let states: State[] = [
    {
      cost: 0,
      deepest: -1,
      reach: none,
      pole: none,
      longest: none,
      recent: [],
      key: "",
      hung: undefined,
      before: undefined,
    },
  ];
  for (const candidate of inTime) {
    const ways = places.of(candidate).map((hung) => wayOf(hung, room, direction));
    const skipped = missing(candidate);
    const steps: Step[] = [];
    for (const from of states) {
      if (from.cost + skipped < limit) steps.push({ cost: from.cost + skipped, from, way: undefined });
      for (let i = 0; i < ways.length; i++) {
        const way = ways[i] as Way;
        const cost = from.cost + way.effort + Math.max(0, way.hung.row - from.deepest) * 10;
        if (cost < limit && fits(way, from, room.touching)) steps.push({ cost, from, way });
      }
    }
    states = best(steps, room.touching);
  }
  const [winner] = states;
  if (!winner) return undefined;
  const fan: Hung[] = [];
  for (let state: State | undefined = winner; state; state = state.before) if (state.hung) fan.push(state.hung);
  return { fan: direction === 1 ? fan.reverse() : fan, cost: winner.cost };
}

function wayOf(hung: Hung, { rows, above }: Room, direction: Direction): Way {
  const { candidate, width } = hung;
  const x = direction * candidate.x;
  const flowsOn = (hung.side === "right") === (direction === 1);
  const first = hung.above ? rows.length : 0;
  return {
    hung,
    effort: effort(hung),
    x,
    length: direction * candidate.length,
    flowsOn,
    left: flowsOn ? x + LEADER_GAP : x - LEADER_GAP - width,
    right: flowsOn ? x + LEADER_GAP + width : x - LEADER_GAP,
    row: first + hung.row,
    first,
    end: hung.above ? rows.length + above.length : rows.length,
  };
}

/** Whether a label clashes with none of the earlier ones, judged by their summary alone; strict rather than exact. */
function fits(way: Way, { recent, reach, pole, longest }: State, touching: number): boolean {
  const { x, length, left, row } = way;
  const touched = recent[touching - 1];
  if (touched !== undefined && x - touched < TOUCH) return false;
  const last = way.flowsOn ? row : way.end - 1;
  for (let r = way.first; r <= last; r++) {
    const slack = (longest[r] as number) > length ? LEADER_OFFSET_MAX : 0;
    // The pole passes all rows above its own.
    if (r <= row && x < (reach[r] as number) + LEADER_CLEARANCE + slack) return false;
    if (r === row && left < (reach[r] as number) + LABEL_GAP + slack) return false;
    if (r >= row && !way.flowsOn && left < (pole[r] as number) + LEADER_CLEARANCE + slack) return false;
  }
  return true;
}

/** The cheapest of what may follow; of those that leave the same room to what comes after, one. */
function best(steps: Step[], touching: number): State[] {
  steps.sort((a, b) => a.cost - b.cost);
  const kept: State[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    const key = keyAfter(step);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(follow(step, key, touching));
    if (kept.length === BEAM) break;
  }
  return kept;
}

function keyAfter({ from, way }: Step): string {
  if (!way) return from.key;
  let key = "";
  for (let r = 0; r < from.reach.length; r++) {
    const isOwn = r === way.row;
    const reach = from.reach[r] as number;
    const pole = isOwn ? way.x : (from.pole[r] as number);
    key += `${coarse(isOwn ? Math.max(reach, way.right) : reach)},${coarse(pole)},`;
  }
  return key;
}

/** Differences of a few px are none. */
function coarse(px: number): number {
  return Math.round(px / 4);
}

function follow({ cost, from, way }: Step, key: string, touching: number): State {
  if (!way) return { ...from, cost, hung: undefined, before: from };
  const { hung, x, row } = way;
  const set = (list: readonly number[], value: number): number[] => {
    const copy = [...list];
    copy[row] = value;
    return copy;
  };
  return {
    cost,
    deepest: Math.max(from.deepest, hung.row),
    reach: set(from.reach, Math.max(from.reach[row] as number, way.right)),
    pole: set(from.pole, x),
    longest: set(from.longest, Math.max(from.longest[row] as number, way.length)),
    recent: [x, ...from.recent].slice(0, touching),
    key,
    hung,
    before: from,
  };
}
