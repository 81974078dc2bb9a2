/**
 * Slots for the few labels of a lane that all show at once: the cheapest by exact search. It goes through every assignment
 * of slots and forms and leaves out those that cannot become cheaper than the best found so far.
 */
import {
  type Anchor,
  type Box,
  forkClearFrom,
  FORK_DEPTH,
  type LabelSize,
  leaderDistance,
  leastDistance,
  marksClearFrom,
  type Slot,
  TEXT_ROW_GAP,
} from "./slot.js";
import { endsClearFrom, type PlaceOptions } from "./place-labels.js";

/** A lane with more labels is not searched. */
export const SEARCHED_MAX = 12;
/** Steps of a search; what is left then is the best so far. */
const STEPS_MAX = 6_000;
/** From the lane line to the first row of text, in px. */
const SEARCH_FIRST_OFFSET = 8;
/** The longest leader line, in px. */
const SEARCHED_LEADER_MAX = 94;
/** Room on either side of the line that a lane has anyway, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** Cost of a px of height of the lane, of a px of distance from the line, and of text that ends at its leader line. */
const HEIGHT_COST = 3;
const OFFSET_COST = 0.35;
const LEFT_COST = 3;
const ABOVE_COST = 0.3;
/** Distances this much smaller are the same, in px. */
const ROUNDING = 1e-6;

/** A form of a label with what it costs to use. */
export interface PricedForm extends LabelSize {
  readonly cost: number;
}

export interface SearchItem<Form extends PricedForm> extends Anchor {
  /** In order of cost. */
  readonly forms: readonly Form[];
  /** Cost of text that ends at its leader line, where that is not the usual one. */
  readonly leftCost?: number;
}

interface Option<Form> {
  readonly slot: Slot;
  readonly size: Form;
  readonly cost: number;
  /** How far it reaches from the line, in px. */
  readonly reach: number;
}

export interface SearchLimits {
  /** The longest leader line, in px. */
  readonly leader?: number;
  /** Room above and below the line together, in px. */
  readonly height?: number;
}

export interface Found<Form> {
  readonly slot: Slot;
  readonly size: Form;
}

/**
 * @param items in order of time
 * @param scale px per unit at which all must be clear
 * @returns a slot and a form for each, or `undefined` where they cannot all show
 */
export function searchSlots<Form extends PricedForm>(
  items: readonly SearchItem<Form>[],
  scale: number,
  limits: Pick<PlaceOptions, "domain" | "overhang">,
  { leader = SEARCHED_LEADER_MAX, height = Number.POSITIVE_INFINITY }: SearchLimits = {},
): readonly Found<Form>[] | undefined {
  const options = items.map((item) => optionsOf(item, items, scale, limits, leader));
  const sets = new OptionSets(options.map(({ length }) => length));
  const clear = clearPairs(items, options, scale, sets);
  const chosen = new Int32Array(items.length).fill(-1);
  let best: Int32Array | undefined;
  let least = Number.POSITIVE_INFINITY;
  let steps = 0;

  const assign = (open: Uint32Array, cost: number): void => {
    if (steps++ > STEPS_MAX) return;
    let next = -1;
    let fewest = Number.POSITIVE_INFINITY;
    let bound = cost;
    for (let item = 0; item < items.length; item++) {
      if ((chosen[item] as number) >= 0) continue;
      const cheapest = sets.next(open, item, 0);
      if (cheapest < 0) return;
      bound += (options[item] as Option<Form>[])[cheapest]?.cost as number;
      const count = sets.count(open, item);
      if (count < fewest) [next, fewest] = [item, count];
    }
    if (bound >= least) return;
    if (next < 0) {
      [best, least] = [chosen.slice(), bound];
      return;
    }
    for (let choice = sets.next(open, next, 0); choice >= 0; choice = sets.next(open, next, choice + 1)) {
      chosen[next] = choice;
      const still = (clear[next] as Uint32Array[])[choice] as Uint32Array;
      assign(
        open.map((word, i) => word & (still[i] as number)),
        cost + ((options[next] as Option<Form>[])[choice] as Option<Form>).cost,
      );
    }
    chosen[next] = -1;
  };

  // For each height of the lane, the lowest first, what fits in it.
  for (const { above, below } of roomsOf(options.flat())) {
    if (above + below > height) break;
    const price = HEIGHT_COST * (above + below);
    if (price >= least || steps > STEPS_MAX) break;
    const fits = ({ slot, reach }: Option<Form>): boolean => reach <= (slot.above ? above : below);
    assign(
      sets.of((item, choice) => fits((options[item] as Option<Form>[])[choice] as Option<Form>)),
      price,
    );
  }
  return best && items.map((_, i) => (options[i] as Option<Form>[])[(best as Int32Array)[i] as number] as Option<Form>);
}

/** Sets of options of all items, as bits: so many words for each item. */
class OptionSets {
  private readonly words: number;

  constructor(private readonly sizes: readonly number[]) {
    this.words = Math.ceil(Math.max(1, ...sizes) / 32);
  }

  of(holds: (item: number, option: number) => boolean): Uint32Array {
    const set = new Uint32Array(this.words * this.sizes.length);
    this.sizes.forEach((size, item) => {
      for (let option = 0; option < size; option++) {
        if (!holds(item, option)) continue;
        const word = item * this.words + (option >> 5);
        set[word] = (set[word] as number) | (1 << (option & 31));
      }
    });
    return set;
  }

  /** The first option of an item from one on that is in a set; -1 where none is. */
  next(set: Uint32Array, item: number, from: number): number {
    for (let word = from >> 5; word < this.words; word++) {
      const bits = (set[item * this.words + word] as number) & (word === from >> 5 ? -1 << (from & 31) : -1);
      if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
    }
    return -1;
  }

  count(set: Uint32Array, item: number): number {
    let count = 0;
    for (let word = 0; word < this.words; word++) {
      for (let bits = set[item * this.words + word] as number; bits !== 0; bits &= bits - 1) count++;
    }
    return count;
  }
}

/** Room that a lane may have above and below its line, in px, the least first. */
function roomsOf(options: readonly Option<LabelSize>[]): { readonly above: number; readonly below: number }[] {
  const reaches = (above: boolean, least: number): number[] => [
    ...new Set([
      least,
      ...options.filter(({ slot }) => slot.above === above).map(({ reach }) => Math.max(reach, least)),
    ]),
  ];
  const below = reaches(false, ROOM_BELOW);
  return reaches(true, ROOM_ABOVE)
    .flatMap((above) => below.map((under) => ({ above, below: under })))
    .sort((a, b) => a.above + a.below - b.above - b.below || a.above - b.above);
}

function optionsOf<Form extends PricedForm>(
  item: SearchItem<Form>,
  items: readonly SearchItem<Form>[],
  scale: number,
  limits: Pick<PlaceOptions, "domain" | "overhang">,
  most: number,
): Option<Form>[] {
  const rows = new Set([SEARCH_FIRST_OFFSET]);
  for (const other of items) {
    if (other === item) continue;
    for (const { height } of other.forms) rows.add(SEARCH_FIRST_OFFSET + height + TEXT_ROW_GAP);
    if (other.fork) rows.add(other.mark / 2 + FORK_DEPTH);
  }
  const found: Option<Form>[] = [];
  for (const size of item.forms) {
    for (const offset of rows) {
      const reach = offset + size.height;
      if (reach > most) continue;
      for (const above of [false, true]) {
        for (const left of [false, true]) {
          const slot = { above, left, offset };
          if (endsClearFrom(item, { ...slot, ...size }, limits) > scale) continue;
          const cost =
            size.cost +
            (left ? (item.leftCost ?? LEFT_COST) : 0) +
            (above ? ABOVE_COST : 0) +
            (offset - SEARCH_FIRST_OFFSET) * OFFSET_COST;
          found.push({ slot, size, cost, reach });
        }
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** For each option of each item, the options of the other items that are clear of it. */
function clearPairs<Form extends PricedForm>(
  items: readonly SearchItem<Form>[],
  options: readonly (readonly Option<Form>[])[],
  scale: number,
  sets: OptionSets,
): readonly (readonly Uint32Array[])[] {
  const boxes = options.map((list) => list.map(({ slot, size }): Box => ({ ...slot, ...size })));
  return items.map((a, i) => {
    const tests = items.map((b) => pairTest(a, b, scale));
    return (boxes[i] as Box[]).map((own) =>
      sets.of((item, option) => item !== i && (tests[item] as PairTest)(own, (boxes[item] as Box[])[option] as Box)),
    );
  });
}

type PairTest = (boxA: Box, boxB: Box) => boolean;

/** `clearFrom` at one scale, with what the boxes have no part in done once. */
function pairTest(a: Anchor, b: Anchor, scale: number): PairTest {
  if (b.position < a.position) {
    const test = pairTest(b, a, scale);
    return (boxA, boxB) => test(boxB, boxA);
  }
  const distance = leastDistance(b.position - a.position, scale, a.length, b.length) + ROUNDING;
  const marks = marksClearFrom(a, b) <= scale;
  const forked = a.fork !== undefined || b.fork !== undefined;
  return (boxA, boxB) =>
    leaderDistance(boxA, boxB) <= distance &&
    (marks || boxA.above !== boxB.above) &&
    (!forked || Math.max(forkClearFrom(a, boxA, b, boxB.above), forkClearFrom(b, boxB, a, boxA.above)) <= scale);
}
