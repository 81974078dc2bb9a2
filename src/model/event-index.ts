/**
 * The events of each lane as flat sorted arrays: what layout reads, so that its work does not depend on objects.
 * Built once for a timeline, in linear time after the model's own sort.
 */
import type { Timeline } from "./timeline.js";

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

/** The more important first, then the better sourced, then the earlier. */
function ranks(timeline: Timeline): Int32Array {
  const { events } = timeline;
  const key = (i: number): number => {
    const event = events[i];
    if (!event) return 0;
    return (
      (5 - event.importance) * SOURCE_BUCKETS + SOURCE_BUCKETS - 1 - Math.min(event.sources.length, SOURCE_BUCKETS - 1)
    );
  };
  // Counting sort: stable, so that equals stay in order of time.
  const counts = new Int32Array(5 * SOURCE_BUCKETS + 1);
  for (let i = 0; i < events.length; i++) (counts[key(i) + 1] as number)++;
  for (let k = 1; k < counts.length; k++) counts[k] = (counts[k] as number) + (counts[k - 1] as number);
  const rank = new Int32Array(events.length);
  for (let i = 0; i < events.length; i++) {
    const k = key(i);
    rank[i] = counts[k] as number;
    counts[k] = (counts[k] as number) + 1;
  }
  return rank;
}

export function buildEventIndex(timeline: Timeline): EventIndex {
  const { events } = timeline;
  const rank = ranks(timeline);
  const sizes = timeline.lanes.map(() => 0);
  for (const event of events) sizes[event.lane] = (sizes[event.lane] ?? 0) + 1;
  const lanes = sizes.map((size, lane) => ({
    lane,
    size,
    event: new Int32Array(size),
    start: new Float64Array(size),
    end: new Float64Array(size),
    rank: new Int32Array(size),
  }));
  const filled = sizes.map(() => 0);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  events.forEach(({ span, lane: laneNumber }, i) => {
    const lane = lanes[laneNumber];
    if (!lane) return;
    const at = filled[laneNumber] as number;
    filled[laneNumber] = at + 1;
    const start = Number.isFinite(span.start) ? span.start : span.end;
    lane.event[at] = i;
    lane.start[at] = start;
    lane.end[at] = span.end;
    lane.rank[at] = rank[i] as number;
    first = Math.min(first, start);
    last = Math.max(last, Number.isFinite(span.end) ? span.end : span.start);
  });
  return { lanes, rank, extent: events.length > 0 ? [first, last] : undefined };
}
