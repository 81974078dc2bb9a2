/**
 * The events of each lane as flat sorted arrays: what layout reads, so that its work does not depend on objects.
 * Built once for a timeline, in linear time after the model's own sort.
 */
import { runAtOnce, type Steps, inChunks } from "../../base/cooperative.js";
import type { EventNumbers, EventStore } from "./event-store.js";
import type { Timeline } from "../timeline.js";

export interface LaneIndex {
  readonly lane: number;
  readonly size: number;
  /** Index into `EventIndex.store.events`, ascending in time. */
  readonly event: Int32Array;
  /** Where each event begins on the axis, ascending. Finite: an event without a beginning stands at its end. */
  readonly start: Float64Array;
  /** Where it ends. `Infinity` when it goes on. */
  readonly end: Float64Array;
  /** Rank among all events: the lowest is labelled before all others. */
  readonly rank: Int32Array;
}

/** The index of a subset keeps the numbering and the ranks of the whole store: only its lanes are shorter. */
export interface EventIndex {
  readonly lanes: readonly LaneIndex[];
  /** The store that the indexes below count: of a subset, the whole one. */
  readonly store: EventStore;
  /** Indexes of the events in the lanes, ascending. Absent when the lanes hold all events. */
  readonly places?: Uint32Array;
  /** Rank of each event of the store: 0 is labelled before all others. */
  readonly rank: Int32Array;
  /** First beginning and last end of all events, in time. `undefined` without placed events. */
  readonly extent: readonly [start: number, end: number] | undefined;
}

const SOURCE_BUCKETS = 64;

/** The more important first, then the better sourced, then the earlier. */
function* ranks({ importance, sources }: EventNumbers): Steps<Int32Array> {
  const size = importance.length;
  const key = (i: number): number =>
    (5 - (importance[i] as number)) * SOURCE_BUCKETS +
    SOURCE_BUCKETS -
    1 -
    Math.min(sources?.[i] ?? 0, SOURCE_BUCKETS - 1);
  // Counting sort: stable, so that equals stay in order of time.
  const counts = new Int32Array(5 * SOURCE_BUCKETS + 1);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) (counts[key(i) + 1] as number)++;
  });
  for (let k = 1; k < counts.length; k++) counts[k] = (counts[k] as number) + (counts[k - 1] as number);
  const rank = new Int32Array(size);
  yield* inChunks(size, (from, to) => {
    for (let i = from; i < to; i++) rank[i] = (counts[key(i)] as number)++;
  });
  return rank;
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
    // Numbers that change with each event are the function's own: each change of one around it would make an object.
    let [first, last] = extent;
    for (let i = from; i < to; i++) {
      const begin = start[i] as number;
      const until = end[i] as number;
      const stands = begin === Number.NEGATIVE_INFINITY ? until : begin;
      const reached = until === Number.POSITIVE_INFINITY ? begin : until;
      if (stands < first) first = stands;
      if (reached > last) last = reached;
    }
    [extent[0], extent[1]] = [first, last];
  });
  return start.length > 0 ? extent : undefined;
}

/**
 * @param places of the events, where these are not all that the numbers are of
 * @param whole lanes of all of them: of one that stays whole all stays that was made of it
 */
function* lanesOf(
  count: number,
  { start: begins, end: untils, lane: laneOf }: EventNumbers,
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
    const same = whole[lane];
    if (size === same?.size) return same;
    return {
      lane,
      size,
      event: new Int32Array(size),
      start: new Float64Array(size),
      end: new Float64Array(size),
      rank: new Int32Array(size),
    };
  });
  const stays = lanes.map((lane, i) => lane === whole[i]);
  const filled = new Int32Array(count);
  yield* inChunks(total, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = places ? (places[i] as number) : i;
      const number = laneOf[place] as number;
      if (stays[number]) continue;
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
