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
import { clearFrom, LABELS_APART } from "./slot.js";

/** A label that comes moves others so many times at most. */
const MOVES_MAX = 24;
/** So often may one label move while another one comes. */
const TURNS_MAX = 3;

interface Item {
  readonly candidate: Candidate;
  readonly choices: readonly Choice[];
  /** Positions of others that it may meet. */
  readonly near: readonly number[];
}

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
  const chosen: (Choice | undefined)[] = items.map(() => undefined);
  const isClear = pairsOf(items, scale, options.astride);
  items.forEach((_, item) => {
    const kept = chosen.slice();
    if (!insert(item, items, chosen, isClear)) chosen.splice(0, chosen.length, ...kept);
  });
  return chosen;
}

type IsClear = (a: number, choiceA: Choice, b: number, choiceB: Choice) => boolean;

/** Whether a label finds a slot while others move. */
function insert(first: number, items: readonly Item[], chosen: (Choice | undefined)[], isClear: IsClear): boolean {
  const waiting = [first];
  const turns = new Map<number, number>();
  for (let moves = 0; waiting.length > 0; moves++) {
    if (moves > MOVES_MAX) return false;
    const item = waiting.shift() as number;
    const turn = (turns.get(item) ?? 0) + 1;
    if (turn > TURNS_MAX) return false;
    turns.set(item, turn);
    const { choices, near } = items[item] as Item;
    let best: { readonly choice: Choice; readonly foes: readonly number[]; readonly cost: number } | undefined;
    for (const choice of choices) {
      // Where it stood before, it was sent away.
      if (turn > 1 && choice === chosen[item]) continue;
      const foes = near.filter((other) => {
        const theirs = chosen[other];
        return theirs !== undefined && !waiting.includes(other) && !isClear(item, choice, other, theirs);
      });
      // What was moved already is not moved again while others can be.
      const cost = foes.reduce((sum, foe) => sum + 1 + 2 * (turns.get(foe) ?? 0), 0);
      if (!best || cost < best.cost) best = { choice, foes, cost };
      if (cost === 0) break;
    }
    if (!best) return false;
    chosen[item] = best.choice;
    waiting.push(...best.foes);
  }
  return true;
}

function itemsOf(
  candidates: readonly Candidate[],
  choices: readonly (readonly Choice[])[],
  scale: number,
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): Item[] {
  const all = candidates.map((candidate, i) => ({
    candidate,
    choices: (choices[i] as readonly Choice[]).filter(
      ({ box }) =>
        endsClearFrom(candidate, box, options) <= scale &&
        before.every((label) => pairScale(candidate, box, label, options) <= scale),
    ),
  }));
  const wide = all.map(({ choices }) => choices.reduce((most, { box }) => Math.max(most, box.width), 0));
  return all.map((item, i) => ({
    ...item,
    near: all.flatMap((other, j) => {
      const [a, b] = item.candidate.position < other.candidate.position ? [item, other] : [other, item];
      const gap = (b.candidate.position - a.candidate.position - a.candidate.length) * scale;
      const forked = item.candidate.fork !== undefined || other.candidate.fork !== undefined;
      return i !== j && (forked || gap < (wide[i] as number) + (wide[j] as number) + LABELS_APART) ? [j] : [];
    }),
  }));
}

/** Whether two choices are clear of each other, remembered. */
function pairsOf(items: readonly Item[], scale: number, astride: boolean): IsClear {
  const known = new Map<Choice, Map<Choice, boolean>>();
  return (a, choiceA, b, choiceB) => {
    let of = known.get(choiceA);
    if (!of) known.set(choiceA, (of = new Map()));
    let clear = of.get(choiceB);
    if (clear === undefined) {
      const [one, other] = [(items[a] as Item).candidate, (items[b] as Item).candidate];
      clear = clearFrom(one, choiceA.box, other, choiceB.box, astride) <= scale;
      of.set(choiceB, clear);
    }
    return clear;
  };
}
