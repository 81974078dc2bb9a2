/**
 * Slots for the few labels of a lane that all show at once: the cheapest by exact search. It goes through every assignment
 * of slots and forms and leaves out those that cannot become cheaper than the best found so far.
 */
import type { PlaceOptions } from "./placed-label.js";
import { type LabelSize, type Slot } from "./slot.js";
import { clearPairs } from "./clear-pairs.js";
import { OptionSets, optionsOf, type PricedForm, type SearchItem, type SlotOption, unbeaten } from "./slot-options.js";

/** A lane with more labels is not searched. */
export const SEARCHED_MAX = 12;
/** Steps of one search; what is found by then is taken. */
const STEPS_MAX = 40_000;
/** Steps of the question whether some labels fit at all. */
const QUESTION_STEPS_MAX = 2_000;
/** Room on either side of the line that a lane has anyway, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** What a px of height of the lane costs, where nothing else is said. */
export const HEIGHT_PRICE = 5;

export interface SearchLimits {
  /** Room above and below the line together, in px. */
  readonly height?: number;
  /** Cost of a px of it. */
  readonly price?: number;
}

export interface Found<Form> {
  readonly slot: Slot;
  /** Absent for a mark without a label. */
  readonly size: Form | undefined;
}

export class SlotSearch<Form extends PricedForm> {
  private readonly options: readonly (readonly SlotOption<Form>[])[];
  private readonly sets: OptionSets;
  private readonly clear: readonly (readonly Uint32Array[])[];
  private readonly unbeaten: Uint32Array;
  /** Options on one side that reach at most so far. */
  private readonly reaching = new Map<string, Uint32Array>();
  /** Room that the lane may have above and below its line, in px, the least first. */
  private readonly rooms: readonly { readonly above: number; readonly below: number }[];

  /**
   * @param items in order of time
   * @param order positions of the items, the most important first
   * @param scale px per unit at which all must be clear
   * @param leader the longest leader line, in px
   */
  constructor(
    items: readonly SearchItem<Form>[],
    private readonly order: readonly number[],
    scale: number,
    limits: Pick<PlaceOptions, "domain" | "overhang">,
    leader: number,
  ) {
    this.options = items.map((item) => optionsOf(item, items, scale, limits, leader));
    this.sets = new OptionSets(this.options.map(({ length }) => length));
    this.clear = clearPairs(items, this.options, scale, this.sets);
    this.unbeaten = unbeaten(this.options, this.clear, this.sets);
    this.rooms = roomsOf(this.options.flat());
  }

  /**
   * A slot and a form for each; where not all can show, for as many as can, the most important first.
   *
   * @returns what was found for each item; `undefined` where too many marks touch
   */
  find({ height = Number.POSITIVE_INFINITY, price = HEIGHT_PRICE }: SearchLimits = {}): Found<Form>[] | undefined {
    const all = new Set(this.order);
    let chosen = this.search(all, height, price, STEPS_MAX);
    if (!chosen) {
      const fitting = this.fitting(height);
      chosen = this.search(fitting.named, height, price, STEPS_MAX) ?? fitting.chosen;
    }
    return chosen && this.options.map((list, i) => list[chosen[i] as number] as SlotOption<Form>);
  }

  /** Items that can show together, the most important first, and a way to show them. */
  private fitting(height: number): { named: ReadonlySet<number>; chosen: Int32Array | undefined } {
    const named = new Set<number>();
    let chosen = this.search(named, height, Number.NaN, QUESTION_STEPS_MAX);
    for (const item of chosen ? this.order : []) {
      named.add(item);
      const found = this.search(named, height, Number.NaN, QUESTION_STEPS_MAX);
      if (found) chosen = found;
      else named.delete(item);
    }
    return { named, chosen };
  }

  /**
   * @param price of a px of height; not a number where any answer will do
   * @returns an option for each item, with a label for those that are named; `undefined` where they cannot all show
   */
  private search(named: ReadonlySet<number>, height: number, price: number, stepsMax: number): Int32Array | undefined {
    const { options, sets, clear } = this;
    const chosen = new Int32Array(options.length).fill(-1);
    let best: Int32Array | undefined;
    let least = Number.POSITIVE_INFINITY;
    let steps = 0;
    const wanted = sets.of(
      (item, option) => named.has(item) === ((options[item] as SlotOption<Form>[])[option]?.size !== undefined),
    );
    // What is open after so many choices.
    const states = options.map(() => sets.empty());
    const optionCost = (item: number, option: number): number =>
      ((options[item] as SlotOption<Form>[])[option] as SlotOption<Form>).cost;
    const assign = (open: Uint32Array, cost: number, depth: number): void => {
      if (steps++ > stepsMax) return;
      let next = -1;
      let fewest = Number.POSITIVE_INFINITY;
      let bound = cost;
      for (let item = 0; item < options.length; item++) {
        if ((chosen[item] as number) >= 0) continue;
        const cheapest = sets.next(open, item, 0);
        if (cheapest < 0) return;
        bound += optionCost(item, cheapest);
        const count = sets.count(open, item);
        if (count < fewest) [next, fewest] = [item, count];
      }
      if (bound >= least) return;
      if (next < 0) {
        [best, least] = [chosen.slice(), Number.isNaN(price) ? Number.NEGATIVE_INFINITY : bound];
        return;
      }
      for (let choice = sets.next(open, next, 0); choice >= 0; choice = sets.next(open, next, choice + 1)) {
        chosen[next] = choice;
        const still = clear[next]?.[choice] as Uint32Array;
        const left = states[depth] as Uint32Array;
        for (let w = 0; w < open.length; w++) left[w] = (open[w] as number) & (still[w] as number);
        assign(left, cost + optionCost(next, choice), depth + 1);
        if (least === Number.NEGATIVE_INFINITY) return;
      }
      chosen[next] = -1;
    };
    const tryRoom = ({ above, below }: { readonly above: number; readonly below: number }, cost: number): void => {
      const [up, down] = [this.within(true, above), this.within(false, below)];
      const open = sets.empty();
      for (let w = 0; w < open.length; w++) {
        const fitting = (up[w] as number) | (down[w] as number);
        open[w] = fitting & (wanted[w] as number) & (this.unbeaten[w] as number);
      }
      assign(open, cost, 0);
      chosen.fill(-1);
    };
    const rooms = this.rooms.filter(({ above, below }) => above + below <= height);
    if (Number.isNaN(price)) {
      // Of two rooms, one over the other, the higher answers for both.
      for (const room of rooms.filter(
        (one) => !rooms.some((other) => other.above >= one.above && other.below >= one.below && other !== one),
      )) {
        steps = 0;
        tryRoom(room, 0);
        if (best) break;
      }
      return best;
    }
    // For each height of the lane, the lowest first, what fits in it.
    for (const room of rooms) {
      const cost = price * (room.above + room.below);
      if (cost >= least || steps > stepsMax) break;
      tryRoom(room, cost);
    }
    return best;
  }

  private within(above: boolean, room: number): Uint32Array {
    const key = `${above}:${room}`;
    let set = this.reaching.get(key);
    if (!set) {
      set = this.sets.of((item, option) => {
        const { slot, reach } = (this.options[item] as SlotOption<Form>[])[option] as SlotOption<Form>;
        return slot.above === above && reach <= room;
      });
      this.reaching.set(key, set);
    }
    return set;
  }
}

function roomsOf(
  options: readonly Pick<SlotOption<LabelSize>, "slot" | "reach">[],
): { readonly above: number; readonly below: number }[] {
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
