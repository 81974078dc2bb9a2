/** What a search for slots chooses from: the options of each label, and which of them are clear of each other. */
import { type Anchor, FORK_DEPTH, type LabelSize, type Slot, TEXT_ROW_GAP, UNDER_MARK } from "./slot.js";
import { endsClearFrom, type PlaceOptions } from "./placed-label.js";

/** From the lane line to the first row of text, in px. */
const FIRST_OFFSET = 8;
/** Cost of a px of distance from the line, of text that ends at its leader line, and of a place above the line. */
const OFFSET_COST = 0.35;
const LEFT_COST = 3;
const ABOVE_COST = 0.3;

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

export interface SlotOption<Form> {
  readonly slot: Slot;
  /** Absent where the mark alone stands on that side, without a label. */
  readonly size: Form | undefined;
  readonly cost: number;
  /** How far it reaches from the line, in px. */
  readonly reach: number;
}

/** Sets of options of all items, as bits: so many words for each item. */
export class OptionSets {
  /** Words for each item. */
  readonly words: number;

  constructor(private readonly sizes: readonly number[]) {
    this.words = Math.ceil(Math.max(1, ...sizes) / 32);
  }

  of(holds: (item: number, option: number) => boolean): Uint32Array {
    const set = this.empty();
    this.sizes.forEach((size, item) => {
      for (let option = 0; option < size; option++) if (holds(item, option)) this.add(set, item, option);
    });
    return set;
  }

  empty(): Uint32Array {
    return new Uint32Array(this.words * this.sizes.length);
  }

  add(set: Uint32Array, item: number, option: number): void {
    const word = item * this.words + (option >> 5);
    set[word] = (set[word] as number) | (1 << (option & 31));
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
      // Bits of pairs, of fours and of bytes are added up at once.
      let bits = set[item * this.words + word] as number;
      bits -= (bits >>> 1) & 0x55555555;
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
      count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }
}

/**
 * Slots and forms that a label may take, in order of cost, and last the two sides for a mark without a label.
 *
 * @param scale px per unit at which it must end with the axis
 * @param leader the longest leader line, in px
 */
export function optionsOf<Form extends PricedForm>(
  item: SearchItem<Form>,
  items: readonly SearchItem<Form>[],
  scale: number,
  limits: Pick<PlaceOptions, "domain" | "overhang">,
  leader: number,
): SlotOption<Form>[] {
  const rows = new Set([FIRST_OFFSET]);
  // Under a bar that sits beside the line.
  if (item.length > 0) rows.add(Math.max(FIRST_OFFSET, item.mark + UNDER_MARK));
  for (const other of items) {
    if (other === item) continue;
    for (const { height } of other.forms) rows.add(FIRST_OFFSET + height + TEXT_ROW_GAP);
    if (other.fork) rows.add(other.mark / 2 + FORK_DEPTH);
  }
  const found: SlotOption<Form>[] = [];
  for (const size of item.forms) {
    const hands = [false, true].filter((left) => {
      const { width, height } = size;
      return endsClearFrom(item, { above: false, left, offset: 0, width, height }, limits) <= scale;
    });
    for (const offset of rows) {
      const reach = offset + size.height;
      if (reach > leader) continue;
      for (const above of [false, true]) {
        for (const left of hands) {
          const cost =
            size.cost +
            (left ? (item.leftCost ?? LEFT_COST) : 0) +
            (above ? ABOVE_COST : 0) +
            (offset - FIRST_OFFSET) * OFFSET_COST;
          found.push({ slot: { above, left, offset }, size, cost, reach });
        }
      }
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  const bare = [false, true].map((above) => ({
    slot: { above, left: false, offset: 0 },
    size: undefined,
    cost: 0,
    reach: 0,
  }));
  return [...found, ...bare];
}

/**
 * Options but those that another one of the same label beats: it stands on the same side, costs and reaches no more, and is
 * clear of no less. What is beaten in one label leaves others with less to be clear of, so this goes on until nothing is.
 */
export function unbeaten<Form>(
  options: readonly (readonly SlotOption<Form>[])[],
  clear: readonly (readonly Uint32Array[])[],
  sets: OptionSets,
): Uint32Array {
  let left = sets.of(() => true);
  for (;;) {
    const set = left;
    const beats = (item: number, k: number, i: number): boolean => {
      const [better, own] = [options[item]?.[k], options[item]?.[i]] as [SlotOption<Form>, SlotOption<Form>];
      if (!better.size || better.slot.above !== own.slot.above || better.reach > own.reach) return false;
      const [wide, narrow] = [clear[item]?.[k], clear[item]?.[i]] as [Uint32Array, Uint32Array];
      for (let w = 0; w < set.length; w++) {
        if (((narrow[w] as number) & ~(wide[w] as number) & (set[w] as number)) !== 0) return false;
      }
      return true;
    };
    let fewer = false;
    const kept = options.map((list, item) => {
      const own: number[] = [];
      for (let i = sets.next(set, item, 0); i >= 0 && i < list.length; i = sets.next(set, item, i + 1)) {
        if (own.some((k) => beats(item, k, i))) fewer = true;
        else own.push(i);
      }
      return new Set(own);
    });
    left = sets.of((item, option) => kept[item]?.has(option) ?? false);
    if (!fewer) return left;
  }
}
