/**
 * The label rule: in order of importance each event takes the slot in which it can show soonest. It shows from one scale on,
 * the largest of those at which its pairs are clear, and keeps its slot at all of them.
 */
import { placeTogether } from "./place-together.js";
import {
  type Candidate,
  type Choice,
  endsClearFrom,
  type LabelForm,
  pairScale,
  type PlacedLabel,
  type PlaceOptions,
  type Tier,
} from "./placed-label.js";
import { type Anchor, type Box, LABELS_APART } from "./slot.js";

/** Each level magnifies by this; after so many, whatever is left is placed. */
const LEVEL_STEP = 2;
const LEVELS = 8;

/**
 * Places all candidates: first, in order of importance, what can show at the smallest scale, then the others.
 *
 * @param candidates the most important first, with one smallest scale
 * @param before labels that were placed before all of these and stay where they are
 */
export function placeLabels(
  candidates: readonly Candidate[],
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): PlacedLabel[] {
  const first = placeAtOnce(candidates, before, options);
  const placed = new Set(first.map(({ at }) => at));
  const others = candidates.filter(({ at }) => !placed.has(at));
  return [...first, ...placeLater(others, [...before, ...first], options)];
}

/** Labels of the candidates that can show at the smallest scale. */
export function placeAtOnce(
  candidates: readonly Candidate[],
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): PlacedLabel[] {
  const scale = candidates[0]?.wish ?? 0;
  const order = tierOrder(options);
  const choices = candidates.map((candidate) => choicesFor(candidate, options, order));
  const chosen = placeTogether(candidates, choices, scale, before, options);
  return candidates.flatMap((candidate, i) => {
    const choice = chosen[i];
    return choice ? [{ ...candidate, ...choice, scale }] : [];
  });
}

/**
 * Labels of candidates that show later than they might. They come level by level, first what can show at twice the smallest
 * scale, and so on: what shows early is not put off by what only shows late.
 */
export function placeLater(
  candidates: readonly Candidate[],
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): PlacedLabel[] {
  const wish = candidates[0]?.wish ?? 0;
  const placed: PlacedLabel[] = [];
  const all = [...before];
  // The more is placed, the later the others show: what was found once is a bound.
  const order = tierOrder(options);
  let open = candidates.map((candidate) => ({
    candidate,
    choices: choicesFor(candidate, options, order),
    bound: wish,
  }));
  for (let level = 1; open.length > 0 && level <= LEVELS; level++) {
    const limit = level < LEVELS ? wish * LEVEL_STEP ** level : Number.MAX_VALUE;
    open = open.filter((one) => {
      if (one.bound > limit) return true;
      const found = soonest(one.candidate, one.choices, all, options);
      one.bound = found?.scale ?? Number.POSITIVE_INFINITY;
      if (!found || one.bound > limit) return true;
      const label = { ...one.candidate, ...found.choice, scale: found.scale };
      placed.push(label);
      all.push(label);
      return false;
    });
  }
  return placed;
}

/** The slot in which an event shows soonest; `undefined` where it shows at no scale. */
function soonest(
  candidate: Candidate,
  choices: readonly Choice[],
  all: readonly PlacedLabel[],
  options: PlaceOptions,
): { readonly choice: Choice; readonly scale: number } | undefined {
  let best: Choice | undefined;
  let scale = Number.POSITIVE_INFINITY;
  for (const choice of choices) {
    const from = scaleOf(candidate, choice, all, options, scale);
    if (from < scale * (1 - 1e-9)) [best, scale] = [choice, from];
  }
  return best && { choice: best, scale };
}

/** Positions of tiers, near ones first, below before above. */
function tierOrder(options: PlaceOptions): readonly number[] {
  const near = options.tiers.map((tier) => 2 * depth(tier, options) + Number(tier.above));
  return near.map((_, index) => index).sort((a, b) => (near[a] as number) - (near[b] as number));
}

/** Slots that an event may take, in order of their tiers, right before left. */
function choicesFor(candidate: Candidate, options: PlaceOptions, order: readonly number[]): Choice[] {
  const blocked = options.blocked?.(candidate);
  const choices: Choice[] = [];
  for (const index of order) {
    const tier = options.tiers[index] as Tier;
    const size = candidate.form(tier.height);
    for (const left of size ? [false, true] : []) {
      const slot = { above: tier.above, left, offset: tier.offset };
      const { width, height } = size as LabelForm;
      if (blocked?.(slot, size as LabelForm)) continue;
      choices.push({ slot, tier: index, size: size as LabelForm, box: { ...slot, width, height } });
    }
  }
  return choices;
}

/** How many tiers of its side stand nearer to the line. */
function depth({ above, offset }: Tier, { tiers }: PlaceOptions): number {
  return tiers.filter((tier) => tier.above === above && tier.offset < offset).length;
}

/** The scale from which a label can show in a slot; anything from `limit` on serves no more. */
function scaleOf(
  candidate: Candidate,
  { box }: Choice,
  placed: readonly PlacedLabel[],
  options: PlaceOptions,
  limit: number,
): number {
  let scale = Math.max(candidate.wish, endsClearFrom(candidate, box, options));
  for (const label of placed) {
    if (scale >= limit) return scale;
    if (!isFar(candidate, box, label, scale)) scale = Math.max(scale, pairScale(candidate, box, label, options));
  }
  return scale;
}

/** Whether two labels are so far from each other at a scale that nothing of them meets, there and at all greater ones. */
function isFar(a: Anchor, box: Box, b: PlacedLabel, scale: number): boolean {
  const gap = a.position < b.position ? b.position - a.position - a.length : a.position - b.position - b.length;
  const widest = b.grown?.reduce((most, { size }) => Math.max(most, size.width), 0) ?? 0;
  return gap * scale > box.width + Math.max(b.box.width, widest) + LABELS_APART && !a.fork && !b.fork;
}
