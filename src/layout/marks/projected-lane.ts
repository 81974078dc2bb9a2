/** The events of one lane, projected onto the axis: flat arrays in units of the axis, with the queries of the layout. */
import { firstAbove, firstAtLeast } from "../../base/bisect.js";
import { memoByKey } from "../../base/memo.js";
import { RangeMinTree } from "../../base/range-min-tree.js";
import type { EventIndex, LaneIndex } from "../../model/events/event-index.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import { markHeight, type MarkSize } from "./mark-size.js";
import { LEADER_OFFSET_MAX } from "../metrics.js";

/** Up to this many events are scanned linearly. */
const LINEAR_SCAN_MAX = 256;
/** Events without a label that are at least this long are drawn as bars, in px; shorter ones are dots. */
const BAR_LENGTH_MIN = 40;

/*
 * Results derived from a lane's arrays are cached per array: figures of a filtered timeline share them for unchanged lanes.
 */
const extentsOf = /* @__PURE__ */ memoByKey((start: Float64Array, end: Float64Array, scale: Scale) => {
  const size = start.length;
  const on = { start: new Float64Array(size), end: new Float64Array(size), longest: 0 };
  const last = scale.domain[1];
  // Places of a plain time scale are times: a million events need no call.
  const isTime = scale.type === "time";
  for (let i = 0; i < size; i++) {
    const until = end[i] as number;
    const from = isTime ? (start[i] as number) : scale.position(start[i] as number);
    const reached = isTime ? until : scale.endPosition(until);
    const to = until === Number.POSITIVE_INFINITY ? last : Math.max(reached, from);
    on.start[i] = from;
    on.end[i] = to;
    if (to - from > on.longest) on.longest = to - from;
  }
  return on;
});
const ranksOf = /* @__PURE__ */ memoByKey(
  (rank: Int32Array) => new RangeMinTree(rank.length, (at) => rank[at] as number),
);
const endsOf = /* @__PURE__ */ memoByKey(
  (end: Float64Array) => new RangeMinTree(end.length, (at) => -(end[at] as number)),
);
const lengthsOf = /* @__PURE__ */ memoByKey(
  (end: Float64Array, start: Float64Array) =>
    new RangeMinTree(end.length, (at) => -((end[at] as number) - (start[at] as number))),
);

const sortedEndsOf = /* @__PURE__ */ memoByKey((end: Float64Array): Float64Array => {
  for (let i = 1; i < end.length; i++) if ((end[i] as number) < (end[i - 1] as number)) return end.slice().sort();
  return end;
});

export class ProjectedLane {
  readonly size: number;
  readonly lane: number;
  /** Start of each event on the axis, ascending. */
  readonly start: Float64Array;
  /** End of each event on the axis; an open end is the end of the axis. */
  readonly end: Float64Array;
  readonly rank: Int32Array;
  readonly isWeighed: boolean;
  /** Length of the longest event on the axis. */
  private readonly longest: number;

  constructor(
    private readonly index: LaneIndex,
    private readonly events: readonly PlacedEvent[],
    private readonly scale: Scale,
    private readonly markSize: MarkSize,
    private readonly importances: Uint8Array,
  ) {
    this.size = index.size;
    this.lane = index.lane;
    this.rank = index.rank;
    this.isWeighed = index.isWeighed;
    const { start, end, longest } = extentsOf(index.start, index.end, scale);
    this.start = start;
    this.end = end;
    this.longest = longest;
  }

  /** Extent of a span on the axis. An open end takes the position of the other end. */
  extent(start: number, end: number): [number, number] {
    const from = this.scale.position(Number.isFinite(start) ? start : end);
    return [from, Number.isFinite(end) ? Math.max(from, this.scale.endPosition(end)) : from];
  }

  event(at: number): PlacedEvent {
    return this.events[this.index.event[at] as number] as PlacedEvent;
  }

  importance(at: number): number {
    return this.importances[this.index.event[at] as number] as number;
  }

  /** Whether an event has an open end. */
  goesOn(at: number): boolean {
    return this.index.end[at] === Number.POSITIVE_INFINITY;
  }

  /** The events that satisfy a condition, as a lane of their own. */
  part(holds: (at: number) => boolean): ProjectedLane {
    const { event, start, end, rank } = this.index;
    const places = Int32Array.from({ length: this.size }, (_, at) => at).filter(holds);
    const index: LaneIndex = {
      ...this.index,
      size: places.length,
      event: places.map((at) => event[at] as number),
      start: Float64Array.from(places, (at) => start[at] as number),
      end: Float64Array.from(places, (at) => end[at] as number),
      rank: places.map((at) => rank[at] as number),
    };
    return new ProjectedLane(index, this.events, this.scale, this.markSize, this.importances);
  }

  /** Height of an event's mark, in px, where it is drawn at full size. */
  height(at: number): number {
    return markHeight(this.event(at), this.markSize);
  }

  length(at: number): number {
    return (this.end[at] as number) - (this.start[at] as number);
  }

  /** Distance of the leader line from the event's start, in px: the middle of a dot, the round end of a bar. */
  leaderOffset(at: number, scale: number): number {
    return Math.min((this.length(at) * scale) / 2, LEADER_OFFSET_MAX);
  }

  /** Whether an event without a label is long enough to be drawn as a bar instead of a dot. */
  isBar(at: number, scale: number): boolean {
    return this.length(at) * scale >= BAR_LENGTH_MIN;
  }

  /** Position of the event with an index in `EventIndex.store.events`; `undefined` if the lane does not hold it. */
  placeOf(index: number): number | undefined {
    const { event } = this.index;
    const at = firstAtLeast(event, index);
    return event[at] === index ? at : undefined;
  }

  /** What another lane on this axis has for its events, at their positions here; that of events it does not hold is left out. */
  heldOf<Item extends { readonly at: number }>(other: ProjectedLane, items: readonly Item[]): Item[] {
    return items.flatMap((item) => {
      const [event, start] = [other.event(item.at), other.start[item.at] as number];
      let at = this.firstFrom(start);
      while (this.start[at] === start && this.event(at) !== event) at++;
      return this.start[at] === start ? [{ ...item, at }] : [];
    });
  }

  /** The events that touch a stretch, those that begin before it first. */
  touching(from: number, to: number): number[] {
    const found = this.overlapping(from, this.size);
    for (let at = this.firstFrom(from), end = this.lastTo(to); at < end; at++) found.push(at);
    return found;
  }

  /** Position of the first event that begins at or after a place. */
  firstFrom(place: number): number {
    return firstAtLeast(this.start, place);
  }

  /** One past the position of the last event that begins at or before a place. */
  lastTo(place: number): number {
    return firstAbove(this.start, place);
  }

  /** The number of events that end before a place, and the latest of their ends. */
  endedBefore(place: number): readonly [count: number, end: number | undefined] {
    // Whatever ends there has begun: at the beginning of the axis there is nothing to sort.
    if (this.size === 0 || (this.start[0] as number) >= place) return [0, undefined];
    const ends = sortedEndsOf(this.end);
    const count = firstAtLeast(ends, place);
    return [count, ends[count - 1]];
  }

  /** At most `limit` events that begin before a place and end after it, in ascending order. */
  overlapping(place: number, limit: number): number[] {
    const found: number[] = [];
    const [from, to] = [this.firstFrom(place - this.longest), this.firstFrom(place)];
    // A linear scan is faster where short events leave few that can reach the place.
    if (to - from <= LINEAR_SCAN_MAX) {
      for (let at = from; at < to && found.length < limit; at++) if ((this.end[at] as number) > place) found.push(at);
      return found;
    }
    endsOf(this.end).below(-place, from, to, (at) => {
      found.push(at);
      return found.length < limit;
    });
    return found;
  }

  /**
   * At most `limit` events that begin between two places and are at least `minLength` long, the longest first.
   *
   * @param minLength in px
   */
  longestIn(from: number, to: number, scale: number, limit: number, minLength = BAR_LENGTH_MIN): number[] {
    const shortest = minLength / scale;
    if (this.longest < shortest) return [];
    const longest = lengthsOf(this.end, this.start).smallest(this.firstFrom(from), this.lastTo(to), limit);
    return longest.filter((at) => this.length(at) >= shortest);
  }

  /** At most `count` events that begin between two places, the second exclusive: the highest ranked first. */
  mostImportant(from: number, to: number, count: number): number[] {
    return ranksOf(this.rank).smallest(this.firstFrom(from), this.firstFrom(to), count);
  }
}

/** Projects all lanes onto the axis of a scale. */
export function projectLanes(
  { lanes, store }: EventIndex,
  scale: Scale,
  size: MarkSize = "importance",
): ProjectedLane[] {
  return lanes.map((lane) => new ProjectedLane(lane, store.events, scale, size, store.numbers.importance));
}
