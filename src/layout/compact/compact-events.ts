/** The events of all lanes, projected onto the axis: the candidates for labels of the compact figure. */
import { firstIndex } from "../../base/bisect.js";
import { RangeMinTree } from "../../base/range-min-tree.js";
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";

/** A leader line meets its mark at most this far after its start, in px. */
const LEADER_DEPTH = 8;

export class CompactEvents {
  readonly size: number;
  /** Start of each event on the axis, ascending. */
  readonly start: Float64Array;
  private readonly end: Float64Array;
  private readonly ranks: RangeMinTree;
  /** Index into `EventIndex.store.events`. */
  readonly placeOf: (at: number) => number;

  constructor(
    private readonly timeline: Timeline,
    { lanes, places, rank }: EventIndex,
    scale: Scale,
  ) {
    this.placeOf = places ? (at) => places[at] as number : (at) => at;
    this.size = (places ?? rank).length;
    const [starts, ends] = [new Float64Array(rank.length), new Float64Array(rank.length)];
    for (const lane of lanes) {
      for (let i = 0; i < lane.size; i++) {
        const place = lane.event[i] as number;
        const start = scale.position(lane.start[i] as number);
        const end = lane.end[i] as number;
        starts[place] = start;
        ends[place] = end === Number.POSITIVE_INFINITY ? start : Math.max(scale.endPosition(end), start);
      }
    }
    // Events of a filtered timeline move to the front; no target index is greater than its source index.
    places?.forEach((place, at) => {
      starts[at] = starts[place] as number;
      ends[at] = ends[place] as number;
    });
    this.start = starts.subarray(0, this.size);
    this.end = ends.subarray(0, this.size);
    this.ranks = new RangeMinTree(this.size, (at) => rank[this.placeOf(at)] as number);
  }

  event(at: number): PlacedEvent {
    return this.timeline.events[at] as PlacedEvent;
  }

  /** Position of the first event that begins at or after a place. */
  firstFrom(place: number): number {
    return firstIndex(0, this.size, (i) => (this.start[i] as number) >= place);
  }

  /** The `count` highest ranked events among the positions `from` to `to`, exclusive. */
  mostImportant(from: number, to: number, count: number): number[] {
    return this.ranks.smallest(from, to, count);
  }

  /** From the start of an event to its leader line, in px: the middle of a dot, near the start of a bar. */
  markOffset(at: number, scale: number): number {
    return Math.min((((this.end[at] as number) - (this.start[at] as number)) * scale) / 2, LEADER_DEPTH);
  }
}
