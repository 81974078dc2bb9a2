/**
 * The events of each lane as flat sorted arrays: what layout reads, so that its work does not depend on objects.
 * Built once for a timeline, in linear time after the model's own sort.
 */
import { atOnce, type Steps, stretches } from "../../base/cooperative.js";
import { type EventNumbers, tableOf } from "./event-store.js";
import type { PlacedEvent, Timeline } from "../timeline.js";

export interface LaneIndex {
  readonly lane: number;
  readonly size: number;
  /** Index into `EventIndex.events`, ascending in time. */
  readonly event: Int32Array;
  /** Where each event begins on the axis, ascending. Finite: an event without a beginning stands at its end. */
  readonly start: Float64Array;
  /** Where it ends. `Infinity` when it goes on. */
  readonly end: Float64Array;
  /** Rank among all events: the lowest is labelled before all others. */
  readonly rank: Int32Array;
}

/** That of some events of a table counts all of them, so that what is known of these need not be worked out anew. */
export interface EventIndex {
  readonly lanes: readonly LaneIndex[];
  /** All events. */
  readonly events: Timeline["events"];
  /** Index into `events` of each that the lanes have, ascending; absent where they have all. */
  readonly places?: Uint32Array;
  /** Rank of each of `events`: 0 is labelled before all others. */
  readonly rank: Int32Array;
  /** First beginning and last end of all events, in time. `undefined` without placed events. */
  readonly extent: readonly [start: number, end: number] | undefined;
}

const SOURCE_BUCKETS = 64;

interface Numbers extends EventNumbers {
  /** How many sources each event has; absent where none has any. */
  readonly sources?: Uint8Array;
}

/** Each event is looked at once. */
function numbersOf({ events }: Timeline): Numbers {
  const size = events.length;
  const numbers = {
    start: new Float64Array(size),
    end: new Float64Array(size),
    lane: new Int32Array(size),
    importance: new Uint8Array(size),
    sources: new Uint8Array(size),
  };
  for (let i = 0; i < size; i++) {
    const { span, lane, importance, sources } = events[i] as PlacedEvent;
    numbers.start[i] = span.start;
    numbers.end[i] = span.end;
    numbers.lane[i] = lane;
    numbers.importance[i] = importance;
    numbers.sources[i] = Math.min(sources.length, SOURCE_BUCKETS - 1);
  }
  return numbers;
}

/** The more important first, then the better sourced, then the earlier. */
function* ranks({ importance, sources }: Numbers): Steps<Int32Array> {
  const size = importance.length;
  const key = (i: number): number =>
    (5 - (importance[i] as number)) * SOURCE_BUCKETS + SOURCE_BUCKETS - 1 - (sources ? (sources[i] as number) : 0);
  // Counting sort: stable, so that equals stay in order of time.
  const counts = new Int32Array(5 * SOURCE_BUCKETS + 1);
  yield* stretches(size, (from, to) => {
    for (let i = from; i < to; i++) (counts[key(i) + 1] as number)++;
  });
  for (let k = 1; k < counts.length; k++) counts[k] = (counts[k] as number) + (counts[k - 1] as number);
  const rank = new Int32Array(size);
  yield* stretches(size, (from, to) => {
    for (let i = from; i < to; i++) rank[i] = (counts[key(i)] as number)++;
  });
  return rank;
}

const prepared = new WeakMap<Timeline["events"], EventIndex>();

/** The index of a timeline; that of a table is kept. */
export function buildEventIndex(timeline: Timeline): EventIndex {
  return atOnce(indexSteps(timeline));
}

/** Makes the index, and what a search needs, of a timeline that has a table, before they are asked for. */
export function* prepareEventIndex(timeline: Timeline): Steps<void> {
  const table = tableOf(timeline.events);
  if (!table || table.places) return;
  yield* indexSteps(timeline);
  yield* table.prepare();
}

export function* indexSteps(timeline: Timeline): Steps<EventIndex> {
  const { events, lanes } = timeline;
  const before = prepared.get(events);
  if (before) return before;
  const table = tableOf(events);
  let index: EventIndex;
  if (table?.places) {
    const { places, of } = table;
    const whole = yield* indexSteps({ ...timeline, events: of });
    index = {
      ...whole,
      places,
      lanes: yield* lanesOf(whole.lanes.length, table.whole, whole.rank, places, whole.lanes),
    };
  } else {
    const numbers: Numbers = table ?? numbersOf(timeline);
    const rank = yield* ranks(numbers);
    index = { events, rank, lanes: yield* lanesOf(lanes.length, numbers, rank), extent: yield* extentOf(numbers) };
  }
  if (table) prepared.set(events, index);
  return index;
}

function* extentOf({ start, end }: Numbers): Steps<EventIndex["extent"]> {
  const extent: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* stretches(start.length, (from, to) => {
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
  { start: begins, end: untils, lane: laneOf }: Numbers,
  ranks: Int32Array,
  places?: Uint32Array,
  whole: readonly LaneIndex[] = [],
): Steps<LaneIndex[]> {
  const total = (places ?? ranks).length;
  const sizes = new Int32Array(count);
  yield* stretches(total, (from, to) => {
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
  yield* stretches(total, (from, to) => {
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
