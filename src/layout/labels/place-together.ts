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
}

/** Two labels that may meet. */
interface Pair {
  /** The one that begins no later. */
  readonly first: number;
  readonly isClear: PairTest;
  /** For each choice of the first and each of the other, whether they are clear; worked out when it is asked for. */
  known?: Uint8Array;
}

/** Whether a label is clear of one that begins no earlier. */
type PairTest = (first: Box, other: Box) => boolean;

/** The pair of two labels; `undefined` where they never meet. */
type PairOf = (one: number, other: number) => Pair | undefined;

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
  const pairOf = pairsOf(items, scale, options.astride);
  const chosen = new Int32Array(items.length).fill(NONE);
  items.forEach((_, item) => {
    const kept = chosen.slice();
    if (!insert(item, items, pairOf, chosen)) chosen.set(kept);
  });
  return items.map((item, i) => item.choices[chosen[i] as number]);
}

/** Whether a label finds a slot while others move. */
function insert(first: number, items: readonly Item[], pairOf: PairOf, chosen: Int32Array): boolean {
  const waiting = [first];
  const turns = new Map<number, number>();
  for (let moves = 0; waiting.length > 0; moves++) {
    if (moves > MOVES_MAX) return false;
    const at = waiting.shift() as number;
    const item = items[at] as Item;
    const turn = (turns.get(at) ?? 0) + 1;
    if (turn > TURNS_MAX) return false;
    turns.set(at, turn);
    const standing: { readonly at: number; readonly pair: Pair }[] = [];
    for (let other = 0; other < items.length; other++) {
      if (chosen[other] === NONE || other === at || waiting.includes(other)) continue;
      const pair = pairOf(at, other);
      if (pair) standing.push({ at: other, pair });
    }
    // What was moved already is not moved again while others can be.
    const costs = standing.map((other) => 1 + 2 * (turns.get(other.at) ?? 0));
    const isFoe = (i: number, choice: number): boolean => {
      const { at: there, pair } = standing[i] as (typeof standing)[number];
      const theirs = chosen[there] as number;
      return pair.first === at
        ? meets(pair, item, choice, items[there] as Item, theirs)
        : meets(pair, items[there] as Item, theirs, item, choice);
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

/** Whether two labels of a pair meet in their choices. */
function meets(pair: Pair, first: Item, choice: number, other: Item, theirs: number): boolean {
  const known = (pair.known ??= new Uint8Array(first.choices.length * other.choices.length));
  const place = choice * other.choices.length + theirs;
  if (known[place] === UNKNOWN) {
    const [own, their] = [first.choices[choice] as Choice, other.choices[theirs] as Choice];
    known[place] = pair.isClear(own.box, their.box) ? CLEAR : FOE;
  }
  return known[place] === FOE;
}

/** The candidates with the choices that are clear of what stays and of the ends of the axis. */
function itemsOf(
  candidates: readonly Candidate[],
  choices: readonly (readonly Choice[])[],
  scale: number,
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): Item[] {
  return candidates.map((candidate, i) => ({
    candidate,
    choices: (choices[i] as readonly Choice[]).filter(
      ({ box }) =>
        endsClearFrom(candidate, box, options) <= scale &&
        before.every((label) => pairScale(candidate, box, label, options) <= scale),
    ),
  }));
}

/** Pairs are worked out when they are asked for: of many candidates few stand at once. */
function pairsOf(items: readonly Item[], scale: number, astride: boolean): PairOf {
  const wide = items.map(({ choices }) => choices.reduce((most, { box }) => Math.max(most, box.width), 0));
  const found = new Map<number, Pair | undefined>();
  return (one, other) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * items.length + high;
    if (found.has(key)) return found.get(key);
    const begins = (i: number): number => (items[i] as Item).candidate.position;
    const [first, second] = begins(low) <= begins(high) ? [low, high] : [high, low];
    const [a, b] = [(items[first] as Item).candidate, (items[second] as Item).candidate];
    const reach = (wide[first] as number) + (wide[second] as number) + LABELS_APART;
    const isNear = (b.position - a.position - a.length) * scale < reach;
    const mayMeet = isNear || a.fork !== undefined || b.fork !== undefined;
    const pair = mayMeet ? { first, isClear: pairTest(a, b, scale, astride) } : undefined;
    found.set(key, pair);
    return pair;
  };
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
