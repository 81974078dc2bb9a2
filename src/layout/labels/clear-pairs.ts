/**
 * Which options of labels are clear of each other at one scale. Of one label, the options that are clear of a text are told by
 * three thresholds: of distance from the line, of depth, and of width towards it. A set for each threshold makes a question
 * for all options one for a few words of bits.
 */
import { firstIndex } from "../../base/bisect.js";
import {
  type Anchor,
  type Box,
  CLOSE_ROW_GAP,
  forkClearFrom,
  leaderReach,
  leastDistance,
  liesOnMark,
  marksClearFrom,
  SIDE_GAP,
  TEXT_CLEARANCE,
} from "./slot.js";
import type { OptionSets, PricedForm, SearchItem, SlotOption } from "./slot-options.js";

/** Distances this much smaller are the same, in px. */
const ROUNDING = 1e-6;
const NO_TEXT = { width: 0, height: 0 };

/** For each option of each item, the options of the other items that are clear of it. */
export function clearPairs<Form extends PricedForm>(
  items: readonly SearchItem<Form>[],
  options: readonly (readonly SlotOption<Form>[])[],
  scale: number,
  sets: OptionSets,
): readonly (readonly Uint32Array[])[] {
  const boxes = options.map((list) =>
    list.map(({ slot: { above, left, offset }, size }): Box => {
      const { width, height } = size ?? NO_TEXT;
      return { above, left, offset, width, height };
    }),
  );
  const clear = options.map((list) => list.map(() => sets.empty()));
  const tables = boxes.map((list) => new Thresholds(list, sets.words));
  /** Leaves options where no text meets the fork of the other event. */
  const keepOffForks = (own: number, other: number): void => {
    const table = tables[other] as Thresholds;
    const [a, b] = [items[own] as Anchor, items[other] as Anchor];
    const clearOf = (above: boolean) => table.set((box) => forkClearFrom(b, box, a, above) <= scale);
    const [clearOfAbove, clearOfBelow] = [clearOf(true), clearOf(false)];
    (boxes[own] as Box[]).forEach((box, k) => {
      const kept = box.above ? clearOfAbove : clearOfBelow;
      const up = forkClearFrom(a, box, b, true) <= scale;
      const down = forkClearFrom(a, box, b, false) <= scale;
      const set = clear[own]?.[k] as Uint32Array;
      for (let w = 0; w < sets.words; w++) {
        const sides = (up ? (table.above.all[w] as number) : 0) | (down ? (table.below.all[w] as number) : 0);
        const at = other * sets.words + w;
        set[at] = (set[at] as number) & (kept[w] as number) & sides;
      }
    });
  };
  items.forEach((a, i) => {
    for (let j = i + 1; j < items.length; j++) {
      const b = items[j] as SearchItem<Form>;
      const [first, second] = b.position < a.position ? [j, i] : [i, j];
      const fill = (own: number, other: number): void => {
        const table = tables[other] as Thresholds;
        const into = clear[own] as Uint32Array[];
        const apart = marksClearFrom(a, b);
        if (apart > scale) {
          // Marks that touch sit on either side of the line.
          const until = Math.min(apart, Number.MAX_VALUE);
          const onMark = (item: number, box: Box): boolean => liesOnMark(items[item] as Anchor, box, until);
          const free = table.sides((box) => !onMark(other, box));
          (boxes[own] as Box[]).forEach((box, k) => {
            if (!onMark(own, box)) into[k]?.set(box.above ? free.below : free.above, other * sets.words);
          });
          return;
        }
        const [one, two] = [items[first] as Anchor, items[second] as Anchor];
        const distance = leastDistance(two.position - one.position, scale, one.length, two.length) + ROUNDING;
        (boxes[own] as Box[]).forEach((box, k) =>
          table.clearOf(box, own === first, distance, into[k] as Uint32Array, other * sets.words),
        );
      };
      for (const [own, other] of [
        [first, second],
        [second, first],
      ] as const) {
        fill(own, other);
        if (a.fork !== undefined || b.fork !== undefined) keepOffForks(own, other);
      }
    }
  });
  return clear;
}

/** Options of one label on one side of the line, in sets. */
interface Side {
  readonly all: Uint32Array;
  readonly text: Uint32Array;
  /** Options that begin at most so far from the line, end at most so far, and reach at most so far to the left and right. */
  readonly begin: Threshold;
  readonly end: Threshold;
  readonly left: Threshold;
  readonly right: Threshold;
}

class Thresholds {
  readonly below: Side;
  readonly above: Side;

  constructor(
    private readonly boxes: readonly Box[],
    private readonly words: number,
  ) {
    const side = (above: boolean): Side => {
      const text = boxes.flatMap((box, i) => (box.above === above && box.height > 0 ? [i] : []));
      const threshold = (value: (box: Box) => number): Threshold => {
        const bits = new Map<number, Uint32Array>();
        for (const i of text) {
          const own = value(boxes[i] as Box);
          let set = bits.get(own);
          if (!set) bits.set(own, (set = new Uint32Array(words)));
          add(set, i);
        }
        const values = [...bits.keys()].sort((a, b) => a - b);
        const sets = [new Uint32Array(words)];
        for (const own of values) {
          const last = sets.at(-1) as Uint32Array;
          sets.push((bits.get(own) as Uint32Array).map((word, w) => word | (last[w] as number)));
        }
        return { values, upTo: sets };
      };
      return {
        all: this.set((box) => box.above === above),
        text: this.set((box) => box.above === above && box.height > 0),
        begin: threshold(({ offset }) => offset),
        end: threshold(({ offset, height }) => offset + height),
        left: threshold((box) => leaderReach(box, true)),
        right: threshold((box) => leaderReach(box, false)),
      };
    };
    [this.below, this.above] = [side(false), side(true)];
  }

  /** The options of which something holds. */
  set(holds: (box: Box) => boolean): Uint32Array {
    const set = new Uint32Array(this.words);
    this.boxes.forEach((box, i) => {
      if (holds(box)) add(set, i);
    });
    return set;
  }

  /** The options on either side of the line of which something holds. */
  sides(holds: (box: Box) => boolean): { readonly above: Uint32Array; readonly below: Uint32Array } {
    return { above: this.set((box) => box.above && holds(box)), below: this.set((box) => !box.above && holds(box)) };
  }

  /**
   * Adds the options that are clear of a box to a set.
   *
   * @param isFirst whether the box belongs to the earlier event
   * @param distance between the leader lines, in px
   * @param set where they go
   * @param from first word there
   */
  clearOf(box: Box, isFirst: boolean, distance: number, set: Uint32Array, from: number): void {
    const [same, other] = box.above ? [this.above, this.below] : [this.below, this.above];
    const { words } = this;
    for (let w = 0; w < words; w++) set[from + w] = other.all[w] as number;
    if (box.height === 0) {
      for (let w = 0; w < words; w++) set[from + w] = (set[from + w] as number) | (same.all[w] as number);
      return;
    }
    const own = leaderReach(box, !isFirst);
    const theirs = isFirst ? same.left : same.right;
    const nearer = upTo(same.end, box.offset - CLOSE_ROW_GAP);
    const notDeeper = before(same.begin, box.offset + box.height + CLOSE_ROW_GAP);
    const beside = upTo(theirs, distance - SIDE_GAP - own);
    const over = upTo(theirs, distance - TEXT_CLEARANCE);
    const under = own + TEXT_CLEARANCE <= distance ? -1 : 0;
    for (let w = 0; w < words; w++) {
      const text = same.text[w] as number;
      const [near, high] = [nearer[w] as number, notDeeper[w] as number];
      const clear =
        (text & ~high & under) | (near & (over[w] as number)) | (high & ~near & (beside[w] as number)) | ~text;
      set[from + w] = (set[from + w] as number) | (clear & (same.all[w] as number));
    }
  }
}

function add(set: Uint32Array, i: number): void {
  set[i >> 5] = (set[i >> 5] as number) | (1 << (i & 31));
}

interface Threshold {
  /** Ascending. */
  readonly values: readonly number[];
  /** Sets of the options that have at most so many of the values. */
  readonly upTo: readonly Uint32Array[];
}

function upTo({ values, upTo: sets }: Threshold, most: number): Uint32Array {
  return sets[firstIndex(0, values.length, (i) => (values[i] as number) > most)] as Uint32Array;
}

function before({ values, upTo: sets }: Threshold, least: number): Uint32Array {
  return sets[firstIndex(0, values.length, (i) => (values[i] as number) >= least)] as Uint32Array;
}
