/** The one track that lanes of the vertical figure share when they are too many for tracks of their own. */
import type { EventIndex, LaneIndex } from "../../model/events/event-index.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { Viewport } from "../axis/viewport.js";
import type { ColumnEvents } from "./column-events.js";
import { type ClusterBox, type LaneLayout, layOutMarks, hiddenCounts, type StackLimits } from "../marks/lane-layout.js";
import { ProjectedLane } from "../marks/projected-lane.js";
import type { MarkSize } from "../marks/mark-size.js";

/** Lays out all lanes as one; laid out separately, their capsules would overlap. */
export class SharedTrack {
  private readonly marks: ProjectedLane;

  constructor(
    index: EventIndex,
    scale: Scale,
    private readonly lanes: readonly ProjectedLane[],
    size: MarkSize = "importance",
  ) {
    this.marks = new ProjectedLane(mergeLanes(index), index.store.events, scale, size, index.store.numbers.importance);
  }

  /**
   * The layout of each lane; a cluster belongs to the lane of its first event.
   *
   * @param places positions of the labelled events in the timeline
   * @param view the stretch to lay out, including overscan
   * @param window the visible part of it
   */
  layOut(
    events: ColumnEvents,
    places: readonly number[],
    view: Viewport,
    steps: StackLimits,
    window: Pick<Viewport, "from" | "to">,
  ): LaneLayout[] {
    const labelled = new Set(
      places.flatMap((at) => this.marks.positionOf(events.placeOf(at), events.start[at] as number) ?? []),
    );
    const { marks, clusters, ...frame } = layOutMarks(this.marks, labelled, view, steps, window);
    const drawn = new Set(marks.map(({ event }) => event));
    const parted = clusters.map((cluster) => ({ ...cluster, parts: this.parts(cluster, drawn) }));
    return this.lanes.map((lane) => ({
      ...frame,
      lane: lane.lane,
      count: lane.size,
      marks: marks.filter(({ event }) => event.lane === lane.lane),
      clusters: parted.filter(({ first }) => first.lane === lane.lane),
      ...hiddenCounts(lane, window),
    }));
  }

  /** First and last event of each lane in a cluster, without events that have a mark of their own. */
  private parts({ first, last }: ClusterBox, drawn: ReadonlySet<PlacedEvent>): NonNullable<ClusterBox["parts"]> {
    const [from, to] = [first, last].map(({ span }) => this.marks.extent(span.start, span.end).at(0)) as [
      number,
      number,
    ];
    return this.lanes.flatMap((lane) => {
      let [a, b] = [lane.firstFrom(from), lane.lastTo(to)];
      while (a < b && drawn.has(lane.event(a))) a++;
      while (a < b && drawn.has(lane.event(b - 1))) b--;
      return a < b ? [{ lane: lane.lane, first: lane.event(a), last: lane.event(b - 1) }] : [];
    });
  }
}

/** All lanes as one; places of events are in order of time. */
function mergeLanes({ lanes, rank: ranks }: EventIndex): LaneIndex {
  const size = lanes.reduce((sum, lane) => sum + lane.size, 0);
  const event = new Int32Array(size);
  const [starts, ends] = [new Float64Array(ranks.length), new Float64Array(ranks.length)];
  let filled = 0;
  for (const lane of lanes) {
    event.set(lane.event, filled);
    filled += lane.size;
    lane.event.forEach((place, at) => {
      starts[place] = lane.start[at] as number;
      ends[place] = lane.end[at] as number;
    });
  }
  event.sort();
  const at = (list: Float64Array): Float64Array => Float64Array.from(event, (place) => list[place] as number);
  return {
    lane: 0,
    size,
    event,
    start: at(starts),
    end: at(ends),
    rank: event.map((place) => ranks[place] as number),
    isWeighed: lanes.some((lane) => lane.isWeighed),
  };
}
