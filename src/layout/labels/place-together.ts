/**
 * Labels that show from one scale on, as many as can, the most important first. One that meets others takes the slot where it
 * meets the fewest, and those look for another slot in turn; where this does not end soon, all stay as they were.
 */
import {
  type Candidate,
  endsClearFrom,
  pairScale,
  type PlacedLabel,
  type PlaceOptions,
  type Choice,
} from "./placed-label.js";
import {
  type Anchor,
  astrideClearFrom,
  type Box,
  forkClearFrom,
  LABELS_APART,
  leaderDistance,
  marksClearFrom,
  scaleForDistance,
} from "./slot.js";

/** A label that comes moves others so many times at most. */
const MOVES_MAX = 60;
/** So often may one label move while another one comes. */
const TURNS_MAX = 4;

interface Item {
  readonly candidate: Candidate;
  readonly choices: readonly Choice[];
  /** Others that it may meet, the most important first. */
  readonly near: readonly Neighbour[];
}

interface Neighbour {
  readonly at: number;
  readonly isClear: PairTest;
  /** For a choice of the neighbour, which of the own choices are clear of it; worked out when they are asked for. */
  readonly known: (Uint8Array | undefined)[];
}

/** Whether a label is clear of a neighbour. */
type PairTest = (own: Box, other: Box) => boolean;

/** No choice yet. */
const NONE = -1;
/** Whether a choice is clear of one of a neighbour. */
const UNKNOWN = 0;
const CLEAR = 1;
const FOE = 2;

/**
 * @param candidates the most important first
 * @param choices slots that each may take, the best first
 * @param scale from which they are to show
 * @param before labels that stay where they are
 * @returns a choice for each that shows
 */
export function placeTogether(
  candidates: readonly Candidate[],
  choices: readonly (readonly Choice[])[],
  scale: number,
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): (Choice | undefined)[] {
  const items = itemsOf(candidates, choices, scale, before, options);
  const chosen = new Int32Array(items.length).fill(NONE);
  items.forEach((_, item) => {
    const kept = chosen.slice();
    if (!insert(item, items, chosen)) chosen.set(kept);
  });
  return items.map((item, i) => item.choices[chosen[i] as number]);
}

/** Whether a label finds a slot while others move. */
function insert(first: number, items: readonly Item[], chosen: Int32Array): boolean {
  const waiting = [first];
  const turns = new Map<number, number>();
  for (let moves = 0; waiting.length > 0; moves++) {
    if (moves > MOVES_MAX) return false;
    const at = waiting.shift() as number;
    const item = items[at] as Item;
    const turn = (turns.get(at) ?? 0) + 1;
    if (turn > TURNS_MAX) return false;
    turns.set(at, turn);
    const standing = item.near.filter((other) => chosen[other.at] !== NONE && !waiting.includes(other.at));
    const known = standing.map((other) => knownOf(other, chosen[other.at] as number, item.choices.length));
    // What was moved already is not moved again while others can be.
    const costs = standing.map((other) => 1 + 2 * (turns.get(other.at) ?? 0));
    const isFoe = (i: number, choice: number): boolean => {
      const own = known[i] as Uint8Array;
      if (own[choice] === UNKNOWN) {
        const { at: there, isClear } = standing[i] as Neighbour;
        const { box } = (items[there] as Item).choices[chosen[there] as number] as Choice;
        own[choice] = isClear((item.choices[choice] as Choice).box, box) ? CLEAR : FOE;
      }
      return own[choice] === FOE;
    };
    let best = NONE;
    let least = Number.POSITIVE_INFINITY;
    for (let choice = 0; choice < item.choices.length && least > 0; choice++) {
      // Where it stood before, it was sent away.
      if (turn > 1 && choice === chosen[at]) continue;
      let cost = 0;
      for (let i = 0; i < standing.length && cost < least; i++) if (isFoe(i, choice)) cost += costs[i] as number;
      if (cost < least) [best, least] = [choice, cost];
    }
    if (best === NONE) return false;
    const foes = least > 0 ? standing.filter((_, i) => isFoe(i, best)) : [];
    chosen[at] = best;
    waiting.push(...foes.map((other) => other.at));
  }
  return true;
}

/** What is known of the own choices beside a choice of a neighbour. */
function knownOf({ known }: Neighbour, choice: number, size: number): Uint8Array {
  let own = known[choice];
  if (!own) known[choice] = own = new Uint8Array(size);
  return own;
}

function itemsOf(
  candidates: readonly Candidate[],
  choices: readonly (readonly Choice[])[],
  scale: number,
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): Item[] {
  const clear = candidates.map((candidate, i) =>
    (choices[i] as readonly Choice[]).filter(
      ({ box }) =>
        endsClearFrom(candidate, box, options) <= scale &&
        before.every((label) => pairScale(candidate, box, label, options) <= scale),
    ),
  );
  const near = neighbours(candidates, clear, scale, options.astride);
  return candidates.map((candidate, i) => ({
    candidate,
    choices: clear[i] as readonly Choice[],
    near: (near[i] as Neighbour[]).sort((a, b) => a.at - b.at),
  }));
}

function neighbours(
  candidates: readonly Candidate[],
  choices: readonly (readonly Choice[])[],
  scale: number,
  astride: boolean,
): Neighbour[][] {
  const found: Neighbour[][] = candidates.map(() => []);
  const wide = choices.map((own) => own.reduce((most, { box }) => Math.max(most, box.width), 0));
  const widest = Math.max(...wide);
  const longest = candidates.reduce((most, { length }) => Math.max(most, length), 0);
  const anyFork = candidates.some(({ fork }) => fork !== undefined);
  const inTime = candidates.map((_, i) => i).sort((i, j) => positionOf(i) - positionOf(j));
  function positionOf(i: number): number {
    return (candidates[i] as Candidate).position;
  }
  inTime.forEach((i, n) => {
    const a = candidates[i] as Candidate;
    for (let m = n + 1; m < inTime.length; m++) {
      const j = inTime[m] as number;
      const b = candidates[j] as Candidate;
      const apart = b.position - a.position;
      const reach = (wide[i] as number) + LABELS_APART;
      // Whatever follows is farther away.
      if (!anyFork && (apart - longest) * scale > reach + widest) break;
      const meets = (apart - a.length) * scale < reach + (wide[j] as number);
      if (!meets && a.fork === undefined && b.fork === undefined) continue;
      const isClear = pairTest(a, b, scale, astride);
      found[i]?.push({ at: j, isClear, known: [] });
      found[j]?.push({ at: i, isClear: (own, other) => isClear(other, own), known: [] });
    }
  });
  return found;
}

/** `clearFrom` at one scale, with what the boxes have no part in done once; `a` begins no later than `b`. */
function pairTest(a: Anchor, b: Anchor, scale: number, astride: boolean): PairTest {
  const gap = b.position - a.position;
  const marks = marksClearFrom(a, b) <= scale;
  const forked = a.fork !== undefined || b.fork !== undefined;
  return (boxA, boxB) => {
    const sides = boxA.above !== boxB.above;
    if (!marks && !(astride && sides && astrideClearFrom(a, boxA, b, boxB) <= scale)) return false;
    if (!sides && scaleForDistance(gap, leaderDistance(boxA, boxB), a.length, b.length) > scale) return false;
    return !forked || Math.max(forkClearFrom(a, boxA, b, boxB.above), forkClearFrom(b, boxB, a, boxA.above)) <= scale;
  };
}
