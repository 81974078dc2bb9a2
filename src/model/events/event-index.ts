/**
 * The events of each lane as flat sorted arrays. Layout reads these, so that it does not depend on event objects. The index
 * is built once per store, in linear time, because the store is already sorted.
 */
import { runAtOnce, type Steps, inChunks } from "../../base/cooperative.js";
import type { EventNumbers, EventStore } from "./event-store.js";
import { ascendingOrder } from "./sort-ascending.js";
import type { Timeline } from "../timeline.js";

export interface LaneIndex {
  readonly lane: number;
  readonly size: number;
  /** Index into `EventIndex.store.events`, ascending in time. */
  readonly event: Int32Array;
  /** Start of each event in ms, ascending; the end of an event without a start. Always finite. */
  readonly start: Float64Array;
  /** End of each event in ms; `Infinity` for an open end. */
  readonly end: Float64Array;
  /** Label priority among all events of the store: 0 is labelled first. */
  readonly rank: Int32Array;
  /** Whether ranks follow a number of the data, the option `rankBy`. */
  readonly isWeighed: boolean;
}

/** The index of a subset keeps the numbering and the ranks of the whole store: only its lanes are shorter. */
export interface EventIndex {
  readonly lanes: readonly LaneIndex[];
  /** The store that the indexes below count: of a subset, the whole one. */
  readonly store: EventStore;
  /** Indexes of the events in the lanes, ascending. Absent when the lanes hold all events. */
  readonly places?: Uint32Array;
  /** Label priority of each event of the store: 0 is labelled first. */
  readonly rank: Int32Array;
  /** First start and last end of all events, in ms. `undefined` without placed events. */
  readonly extent: readonly [start: number, end: number] | undefined;
}

const IMPORTANCE_MAX = 5;
/** Events with more sources than this minus one rank alike. */
const SOURCE_BUCKETS = 64;

/**
 * Ranks by descending importance, then by descending weight, then by descending number of sources, then by time. Most events
 * have the default importance, so the weight decides unless an author has singled an event out.
 */
function* ranks({ importance, sources, weight }: EventNumbers): Steps<Int32Array> {
  const size = importance.length;
  const byImportance = (i: number): number => IMPORTANCE_MAX - (importance[i] as number);
  const bySources = (i: number): number =>
    SOURCE_BUCKETS - 1 - (sources ? Math.min(sources[i] as number, SOURCE_BUCKETS - 1) : 0);
  if (!weight) {
    const key = (i: number): number => byImportance(i) * SOURCE_BUCKETS + bySources(i);
    return yield* countingRanks(size, IMPORTANCE_MAX * SOURCE_BUCKETS, key);
  }
  const sourced = sources && inOrder(yield* countingRanks(size, SOURCE_BUCKETS, bySources));
  const order = yield* heaviestFirst(weight, sourced ?? Uint32Array.from(weight.keys()));
  return yield* countingRanks(size, IMPORTANCE_MAX, byImportance, order);
}

/** Ranks by a small number, 0 first. A counting sort is stable: equal events keep the order `before`, which is that of time. */
function* countingRanks(
  size: number,
  keys: number,
  key: (at: number) => number,
  before?: Uint32Array,
): Steps<Int32Array> {
  const counts = new Int32Array(keys + 1);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) (counts[key(i) + 1] as number)++;
  });
  for (let k = 1; k < counts.length; k++) counts[k] = (counts[k] as number) + (counts[k - 1] as number);
  const rank = new Int32Array(size);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) {
      const at = before ? (before[i] as number) : i;
      rank[at] = (counts[key(at)] as number)++;
    }
  });
  return rank;
}

/** The events in the order of their ranks. */
function inOrder(rank: Int32Array): Uint32Array {
  const order = new Uint32Array(rank.length);
  for (let at = 0; at < rank.length; at++) order[rank[at] as number] = at;
  return order;
}

/** Sorts events by descending weight; equal ones keep their order, and those without a weight come last. */
function* heaviestFirst(weight: Float64Array, before: Uint32Array): Steps<Uint32Array> {
  const has = (at: number): boolean => !Number.isNaN(weight[at] as number);
  const weighed = before.filter(has);
  const order = yield* ascendingOrder(Float64Array.from(weighed, (at) => -(weight[at] as number)));
  const sorted = new Uint32Array(before.length);
  sorted.set(order ? order.map((i) => weighed[i] as number) : weighed);
  sorted.set(
    before.filter((at) => !has(at)),
    weighed.length,
  );
  return sorted;
}

const indexes = new WeakMap<EventStore, EventIndex>();

/** The index is built once for each store. */
export function buildEventIndex(timeline: Timeline): EventIndex {
  return runAtOnce(indexSteps(timeline));
}

/** Builds the index, and prepares the search, of events that are created on demand. */
export function* prepareEventIndex(timeline: Timeline): Steps<void> {
  if (!timeline.store.lazy) return;
  yield* indexSteps(timeline);
  yield* timeline.store.prepare();
}

export function* indexSteps({ store, lanes }: Pick<Timeline, "store" | "lanes">): Steps<EventIndex> {
  const known = indexes.get(store);
  if (known) return known;
  const { subset } = store;
  let index: EventIndex;
  if (subset) {
    const { whole, places } = subset;
    const all = yield* indexSteps({ store: whole, lanes });
    index = { ...all, places, lanes: yield* lanesOf(lanes.length, whole.numbers, all.rank, places, all.lanes) };
  } else {
    const { numbers } = store;
    const rank = yield* ranks(numbers);
    index = { store, rank, lanes: yield* lanesOf(lanes.length, numbers, rank), extent: yield* extentOf(numbers) };
  }
  indexes.set(store, index);
  return index;
}

function* extentOf({ start, end }: EventNumbers): Steps<EventIndex["extent"]> {
  const extent: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* inChunks(start.length, (from, to) => {
    // Local variables: assigning captured ones would allocate a heap number for each event.
    let [first, last] = extent;
    for (let i = from; i < to; i++) {
      const begin = start[i] as number;
      const until = end[i] as number;
      const placed = begin === Number.NEGATIVE_INFINITY ? until : begin;
      const reached = until === Number.POSITIVE_INFINITY ? begin : until;
      if (placed < first) first = placed;
      if (reached > last) last = reached;
    }
    [extent[0], extent[1]] = [first, last];
  });
  return start.length > 0 ? extent : undefined;
}

/**
 * @param places indexes of the events to include; default: all
 * @param whole lanes of all events; a lane that keeps all of its events is reused
 */
function* lanesOf(
  count: number,
  { start: begins, end: untils, lane: laneOf, weight }: EventNumbers,
  ranks: Int32Array,
  places?: Uint32Array,
  whole: readonly LaneIndex[] = [],
): Steps<LaneIndex[]> {
  const total = (places ?? ranks).length;
  const sizes = new Int32Array(count);
  yield* inChunks(total, (from, to) => {
    for (let i = from; i < to; i++) (sizes[laneOf[places ? (places[i] as number) : i] as number] as number)++;
  });
  const lanes = Array.from(sizes, (size, lane): LaneIndex => {
    const full = whole[lane];
    if (size === full?.size) return full;
    return {
      lane,
      size,
      event: new Int32Array(size),
      start: new Float64Array(size),
      end: new Float64Array(size),
      rank: new Int32Array(size),
      isWeighed: weight !== undefined,
    };
  });
  const reused = lanes.map((lane, i) => lane === whole[i]);
  const filled = new Int32Array(count);
  yield* inChunks(total, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = places ? (places[i] as number) : i;
      const number = laneOf[place] as number;
      if (reused[number]) continue;
      const { event, start, end, rank } = lanes[number] as LaneIndex;
      const at = (filled[number] as number)++;
      const begin = begins[place] as number;
      const until = untils[place] as number;
      event[at] = place;
      start[at] = begin === Number.NEGATIVE_INFINITY ? until : begin;
      end[at] = until;
      rank[at] = ranks[place] as number;
    }
  });
  return lanes;
}
