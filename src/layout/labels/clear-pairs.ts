/**
 * Which options of labels are clear of each other at one scale. Of one label, the options that are clear of a text are told by
 * three thresholds: of distance from the line, of depth, and of width towards it. A set for each threshold makes a question
 * for all options one for a few words of bits.
 */
import { firstIndex } from "../../base/bisect.js";
import {
  type Anchor,
  astrideClearFrom,
  type Box,
  CLOSE_ROW_GAP,
  forkClearFrom,
  leaderDistance,
  leaderReach,
  leastDistance,
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
  const boxes = options.map((list) => list.map(({ slot, size }): Box => ({ ...slot, ...(size ?? NO_TEXT) })));
  const clear = options.map((list) => list.map(() => sets.of(() => false)));
  const tables = boxes.map((list) => new Thresholds(list, sets.words));
  items.forEach((a, i) => {
    for (let j = i + 1; j < items.length; j++) {
      const b = items[j] as SearchItem<Form>;
      const isForked = a.fork !== undefined || b.fork !== undefined;
      const isTouching = marksClearFrom(a, b) > scale;
      if (isForked || (isTouching && (a.length > 0 || b.length > 0))) {
        const test = pairTest(a, b, scale);
        (boxes[i] as Box[]).forEach((own, k) => {
          (boxes[j] as Box[]).forEach((other, l) => {
            if (!test(own, other)) return;
            sets.add(clear[i]?.[k] as Uint32Array, j, l);
            sets.add(clear[j]?.[l] as Uint32Array, i, k);
          });
        });
        continue;
      }
      const [first, second] = b.position < a.position ? [j, i] : [i, j];
      const [one, other] = [items[first] as Anchor, items[second] as Anchor];
      const distance = leastDistance(other.position - one.position, scale, one.length, other.length) + ROUNDING;
      fill(clear[first] as Uint32Array[], boxes[first] as Box[], second, tables[second] as Thresholds, true);
      fill(clear[second] as Uint32Array[], boxes[second] as Box[], first, tables[first] as Thresholds, false);
      function fill(sets: Uint32Array[], own: readonly Box[], at: number, table: Thresholds, isFirst: boolean): void {
        own.forEach((box, k) => table.clearOf(box, isFirst, distance, isTouching, sets[k] as Uint32Array, at));
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
  private readonly below: Side;
  private readonly above: Side;

  constructor(
    boxes: readonly Box[],
    private readonly words: number,
  ) {
    const side = (above: boolean): Side => {
      const set = (holds: (box: Box) => boolean): Uint32Array => {
        const bits = new Uint32Array(words);
        boxes.forEach((box, i) => {
          if (box.above === above && holds(box)) bits[i >> 5] = (bits[i >> 5] as number) | (1 << (i & 31));
        });
        return bits;
      };
      const text = boxes.filter((box) => box.above === above && box.height > 0);
      const threshold = (value: (box: Box) => number): Threshold => {
        const values = [...new Set(text.map(value))].sort((a, b) => a - b);
        const upTo = values.map((most) => set((box) => box.height > 0 && value(box) <= most));
        return { values, upTo: [new Uint32Array(words), ...upTo] };
      };
      return {
        all: set(() => true),
        text: set(({ height }) => height > 0),
        begin: threshold(({ offset }) => offset),
        end: threshold(({ offset, height }) => offset + height),
        left: threshold((box) => leaderReach(box, true)),
        right: threshold((box) => leaderReach(box, false)),
      };
    };
    [this.below, this.above] = [side(false), side(true)];
  }

  /**
   * Adds the options that are clear of a box to a set.
   *
   * @param isFirst whether the box belongs to the earlier event
   * @param distance between the leader lines, in px
   * @param isTouching whether marks would touch on one side of the line
   * @param set where they go, to the place of an item
   */
  clearOf(box: Box, isFirst: boolean, distance: number, isTouching: boolean, set: Uint32Array, item: number): void {
    const [same, other] = box.above ? [this.above, this.below] : [this.below, this.above];
    const { words } = this;
    const from = item * words;
    for (let w = 0; w < words; w++) set[from + w] = other.all[w] as number;
    if (isTouching) return;
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
    (boxA.height === 0 || boxB.height === 0 || leaderDistance(boxA, boxB) <= distance) &&
    (marks || (boxA.above !== boxB.above && astrideClearFrom(a, boxA, b, boxB) <= scale)) &&
    (!forked || Math.max(forkClearFrom(a, boxA, b, boxB.above), forkClearFrom(b, boxB, a, boxA.above)) <= scale);
}
