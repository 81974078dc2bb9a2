/**
 * The label rule: in order of importance each event takes the slot in which it can show soonest. It shows from one scale on,
 * the largest of those at which its pairs are clear, and keeps its slot at all of them.
 */
import { type Anchor, type Box, clearFrom, type LabelSize, scaleForDistance, type Slot } from "./slot.js";
import { LEADER_GAP } from "../metrics.js";

/** A row of slots on one side of a lane line. */
export interface Tier {
  readonly above: boolean;
  /** From the lane line to the near edge of its text, in px. */
  readonly offset: number;
  /** Height of its text at most, in px. */
  readonly height: number;
}

export interface LabelForm extends LabelSize {
  /** How much of what there is to say it leaves out; 0 for all. */
  readonly cost: number;
}

export interface Candidate extends Anchor {
  /** Position among the events of the lane. */
  readonly at: number;
  /** Smallest scale from which it may show, in px per unit. */
  readonly wish: number;
  /** The form to use in a given height; `undefined` where none fits. */
  readonly form: (height: number) => LabelForm | undefined;
}

/** A fuller form of a label and the scale from which it shows. */
export interface GrownForm<Form extends LabelForm> {
  readonly size: Form;
  readonly scale: number;
}

export interface PlacedLabel<Form extends LabelForm = LabelForm> extends Candidate {
  /** The scale from which it shows. */
  scale: number;
  slot: Slot;
  tier: number;
  size: Form;
  /** Slot and size in one. */
  box: Box;
  /** Fuller forms that show from greater scales on, the fullest first. */
  readonly grown?: readonly GrownForm<Form>[];
}

export interface PlaceOptions {
  /** In order of preference on each side. */
  readonly tiers: readonly Tier[];
  /** Stretch of the axis, and how far text may reach beyond it on either side, in px. */
  readonly domain: readonly [number, number];
  readonly overhang: readonly [number, number];
  /** Whether marks that touch may sit on either side of the line. */
  readonly astride: boolean;
  /** Slots that the lane itself forbids: a crowd stands there. */
  readonly blocked?: (candidate: Candidate, slot: Slot, form: LabelForm) => boolean;
}

/** A scale this much later than wished is late. */
const LATE = 1.001;
/** Each level magnifies by this; after so many, whatever is left is placed. */
const LEVEL_STEP = 2;
const LEVELS = 8;

interface Choice {
  readonly slot: Slot;
  readonly tier: number;
  readonly size: LabelForm;
  readonly box: Box;
}

/**
 * Places candidates level by level: first, in order of importance, what can show at the smallest scale, then what can show
 * at twice that, and so on. What shows early is not put off by what only shows late.
 *
 * @param candidates the most important first
 * @param before labels that were placed before all of these and stay where they are
 */
export function placeLabels(
  candidates: readonly Candidate[],
  before: readonly PlacedLabel[],
  options: PlaceOptions,
): PlacedLabel[] {
  const own: PlacedLabel[] = [];
  const all: PlacedLabel[] = [...before];
  let open = candidates;
  for (let level = 0; open.length > 0 && level <= LEVELS; level++) {
    const factor = level < LEVELS ? LEVEL_STEP ** level * LATE : Number.POSITIVE_INFINITY;
    open = open.filter((candidate) => {
      const label = place(candidate, candidate.wish * factor, all, own, options, level === 0);
      if (!label) return true;
      own.push(label);
      all.push(label);
      return false;
    });
  }
  return own;
}

/** The slot in which an event shows soonest; `undefined` where it does in none up to a scale. */
function place(
  candidate: Candidate,
  limit: number,
  all: readonly PlacedLabel[],
  own: readonly PlacedLabel[],
  options: PlaceOptions,
  mayMove: boolean,
): PlacedLabel | undefined {
  const choices = choicesFor(candidate, all, options);
  let best: Choice | undefined;
  let scale = limit;
  for (const choice of choices) {
    const from = scaleOf(candidate, choice, all, options, scale);
    if (from < scale * (1 - 1e-9)) [best, scale] = [choice, from];
    if (scale <= candidate.wish) break;
  }
  if (!best && mayMove) {
    best = choices.find((choice) => repair(candidate, choice, all, own, options));
    scale = candidate.wish;
  }
  return best && { ...candidate, ...best, scale };
}

/** Slots that an event may take: near tiers first, the side that its nearest neighbour does not use, right before left. */
function choicesFor(candidate: Candidate, placed: readonly PlacedLabel[], options: PlaceOptions): Choice[] {
  let nearest: PlacedLabel | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const label of placed) {
    const distance = Math.abs(label.position - candidate.position);
    if (distance < least) [nearest, least] = [label, distance];
  }
  const first = nearest ? !nearest.slot.above : false;
  const near = (tier: Tier): number => 2 * depth(tier, options) + (tier.above === first ? 0 : 1);
  const order = options.tiers.map((tier, index) => ({ tier, index }));
  return order
    .sort((a, b) => near(a.tier) - near(b.tier))
    .flatMap(({ tier, index }) => {
      const size = candidate.form(tier.height);
      if (!size) return [];
      return [false, true].flatMap((left): Choice[] => {
        const slot = { above: tier.above, left, offset: tier.offset };
        const box = { ...slot, width: size.width, height: size.height };
        return options.blocked?.(candidate, slot, size) ? [] : [{ slot, tier: index, size, box }];
      });
    });
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

/** The scale from which a box is clear of a label in all forms that show there; before those do, they are in no way. */
export function pairScale(
  anchor: Anchor,
  box: Box,
  label: PlacedLabel,
  { astride }: Pick<PlaceOptions, "astride">,
): number {
  const own = clearFrom(anchor, box, label, label.box, astride);
  let scale = own > label.scale ? own : 0;
  for (const form of label.grown ?? []) {
    const { width, height } = form.size;
    const clear = clearFrom(anchor, box, label, { ...label.slot, width, height }, astride);
    if (clear > form.scale && clear > scale) scale = clear;
  }
  return scale;
}

/** Between the furthest leader lines of two labels, beside their widths, in px. */
const BESIDE_TEXT = 40;

/** Whether two labels are so far from each other at a scale that nothing of them meets, there and at all greater ones. */
function isFar(a: Anchor, box: Box, b: PlacedLabel, scale: number): boolean {
  const gap = a.position < b.position ? b.position - a.position - a.length : a.position - b.position - b.length;
  return gap * scale > box.width + b.box.width + BESIDE_TEXT && !a.fork && !b.fork;
}

/** The scale from which a label has room before the end of the axis. */
export function endsClearFrom(
  { position, length }: Anchor,
  { left, width }: Box,
  { domain, overhang }: Pick<PlaceOptions, "domain" | "overhang">,
): number {
  const room = LEADER_GAP + width - (left ? overhang[0] : overhang[1]);
  return left
    ? scaleForDistance(position - domain[0], room, 0, length)
    : scaleForDistance(domain[1] - position, room, length, 0);
}

/** Moves the one earlier label that is in the way to another slot where it loses nothing. */
function repair(
  candidate: Candidate,
  { box }: Choice,
  all: readonly PlacedLabel[],
  own: readonly PlacedLabel[],
  options: PlaceOptions,
): boolean {
  const { wish } = candidate;
  if (endsClearFrom(candidate, box, options) > wish) return false;
  let foe: PlacedLabel | undefined;
  for (const label of all) {
    if (isFar(candidate, box, label, wish)) continue;
    const clear = clearFrom(candidate, box, label, label.box, options.astride);
    if (clear <= label.scale || clear <= wish) continue;
    if (foe) return false;
    foe = label;
  }
  if (!foe || !own.includes(foe)) return false;
  const moved = foe;
  const others = all.filter((label) => label !== moved);
  for (const choice of choicesFor(moved, others, options)) {
    if (choice.size.cost > moved.size.cost) continue;
    if (clearFrom(moved, choice.box, candidate, box, options.astride) > Math.max(moved.scale, wish)) continue;
    if (scaleOf(moved, choice, others, options, Number.POSITIVE_INFINITY) > moved.scale) continue;
    Object.assign(moved, choice);
    return true;
  }
  return false;
}
