/** What the figure draws of each lane, mark by mark and cluster by cluster: what keys and focus go by. */
import type { FigureLayout } from "../../layout/types.js";
import type { ClusterBox, LaneLayout } from "../../layout/marks/lane-layout.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { byTime, sortTime } from "../../scene/reading-order.js";

export { sortTime };

/** A mark or a cluster. */
export interface Item {
  readonly lane: number;
  /** Of its lane: a cluster on a track that lanes share may hold others. */
  readonly first: PlacedEvent;
  readonly last: PlacedEvent;
  /** Absent for the mark of one event. */
  readonly cluster: ClusterBox | undefined;
  /** Extent along the axis, in px. */
  readonly from: number;
  readonly to: number;
}

/** The items of a lane in order of time: the order of the DOM. */
export function itemsOf(layout: FigureLayout, lane: number): Item[] {
  const frame = layout.laneLayouts[lane];
  if (!frame) return [];
  const marks = frame.marks.map(
    ({ event, t0, t1 }): Item => ({ lane, first: event, last: event, cluster: undefined, from: t0, to: t1 }),
  );
  const clusters = clustersOf(layout, lane, frame).map(
    ([{ first, last }, cluster]): Item => ({ lane, first, last, cluster, from: cluster.from, to: cluster.to }),
  );
  return [...marks, ...clusters].sort(byTime);
}

/** The clusters that hold events of a lane, with the first and the last of these. */
function clustersOf(layout: FigureLayout, lane: number, own: LaneLayout) {
  const shared = layout.laneLayouts.flatMap(({ clusters }) =>
    clusters.flatMap((cluster) => {
      const part = cluster.parts?.find((one) => one.lane === lane);
      return part ? [[part, cluster] as const] : [];
    }),
  );
  return [...shared, ...own.clusters.filter(({ parts }) => !parts).map((cluster) => [cluster, cluster] as const)];
}

/** The item that stands for an event: its mark, or the cluster it is in. */
export function itemOf(layout: FigureLayout, event: PlacedEvent): Item | undefined {
  const items = itemsOf(layout, event.lane);
  const time = sortTime(event);
  return (
    items.find((item) => item.first === event && !item.cluster) ??
    items.find((item) => item.cluster && sortTime(item.first) <= time && time <= sortTime(item.last))
  );
}

/** Whether the middle of an item, or some of a long one, is in view. */
export function isInView({ from, to }: Item, { start, end }: FigureLayout): boolean {
  return from <= end && to >= start;
}

/** The item nearest to a place in px, among those in view. */
export function nearestItem(items: readonly Item[], px: number, layout: FigureLayout): Item | undefined {
  const distance = ({ from, to }: Item): number => Math.max(from - px, px - to, 0);
  return items
    .filter((item) => isInView(item, layout))
    .reduce<Item | undefined>((best, item) => (best && distance(best) <= distance(item) ? best : item), undefined);
}
