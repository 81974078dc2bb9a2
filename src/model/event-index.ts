/**
 * The events of each lane as flat sorted arrays: what layout reads, so that its work does not depend on objects.
 * Built once for a timeline, in linear time after the model's own sort.
 */
import { atOnce, type Steps, stretches } from "../base/steps.js";
import { type EventNumbers, tableOf } from "./event-table.js";
import type { PlacedEvent, Timeline } from "./timeline.js";

export interface LaneIndex {
  readonly lane: number;
  readonly size: number;
  /** Index into `Timeline.events`, ascending in time. */
  readonly event: Int32Array;
  /** Where each event begins on the axis, ascending. Finite: an event without a beginning stands at its end. */
  readonly start: Float64Array;
  /** Where it ends. `Infinity` when it goes on. */
  readonly end: Float64Array;
  /** Rank among all events: 0 is labelled before all others. */
  readonly rank: Int32Array;
}

export interface EventIndex {
  readonly lanes: readonly LaneIndex[];
  /** Rank of each event, by its index in `Timeline.events`. */
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

/** The index of a timeline; that of a table may have been made before. */
export function buildEventIndex(timeline: Timeline): EventIndex {
  return prepared.get(timeline.events) ?? atOnce(indexSteps(timeline));
}

/** Makes the index, and what a search needs, of a timeline that has a table, before they are asked for. */
export function* prepareEventIndex(timeline: Timeline): Steps<void> {
  const table = tableOf(timeline.events);
  if (!table) return;
  prepared.set(timeline.events, yield* indexSteps(timeline));
  yield* table.prepare();
}

function* indexSteps(timeline: Timeline): Steps<EventIndex> {
  const numbers: Numbers = tableOf(timeline.events) ?? numbersOf(timeline);
  const rank = yield* ranks(numbers);
  const sizes = new Int32Array(timeline.lanes.length);
  for (const lane of numbers.lane) (sizes[lane] as number)++;
  const lanes = Array.from(sizes, (size, lane) => ({
    lane,
    size,
    event: new Int32Array(size),
    start: new Float64Array(size),
    end: new Float64Array(size),
    rank: new Int32Array(size),
  }));
  const filled = new Int32Array(sizes.length);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  yield* stretches(rank.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const number = numbers.lane[i] as number;
      const lane = lanes[number];
      if (!lane) continue;
      const at = (filled[number] as number)++;
      const [begin, end] = [numbers.start[i] as number, numbers.end[i] as number];
      const start = begin === Number.NEGATIVE_INFINITY ? end : begin;
      const reached = end === Number.POSITIVE_INFINITY ? begin : end;
      lane.event[at] = i;
      lane.start[at] = start;
      lane.end[at] = end;
      lane.rank[at] = rank[i] as number;
      if (start < first) first = start;
      if (reached > last) last = reached;
    }
  });
  return { lanes, rank, extent: rank.length > 0 ? [first, last] : undefined };
}
