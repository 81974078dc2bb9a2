/** What the picture draws of each lane, mark by mark and cluster by cluster: what keys and focus move among. */
import type { ClusterBox } from "../../layout/marks/lane-layout.js";
import type { FigureLayout } from "../../layout/types.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { byTime, sortTime } from "../../scene/reading-order.js";

export { sortTime };

/** A mark or a cluster. */
export interface Item {
  readonly lane: number;
  /** First event of the item. */
  readonly first: PlacedEvent;
  /** Last event of the item. */
  readonly last: PlacedEvent;
  /** Absent for the mark of one event. */
  readonly cluster: ClusterBox | undefined;
  /** Beginning of the item along the axis, in px. */
  readonly from: number;
  /** End of the item along the axis, in px. */
  readonly to: number;
}

/** The items of every lane. */
export function visibleItems(layout: FigureLayout): Item[] {
  return layout.laneLayouts.flatMap((_, lane) => itemsOf(layout, lane));
}

/** The items of a lane in order of time, which is the order of the DOM. */
export function itemsOf(layout: FigureLayout, lane: number): Item[] {
  const own = layout.laneLayouts[lane];
  if (!own) return [];
  const marks = own.marks.map(
    ({ event, t0, t1 }): Item => ({ lane, first: event, last: event, cluster: undefined, from: t0, to: t1 }),
  );
  const clusters = own.clusters.map(
    (cluster): Item => ({
      lane,
      first: cluster.first,
      last: cluster.last,
      cluster,
      from: cluster.from,
      to: cluster.to,
    }),
  );
  return [...marks, ...clusters].sort(byTime);
}

/** The item that shows an event: its mark, or the cluster that holds it. */
export function itemOf(layout: FigureLayout, event: PlacedEvent): Item | undefined {
  const items = itemsOf(layout, event.lane);
  const time = sortTime(event);
  return (
    items.find((item) => item.first === event && !item.cluster) ??
    items.find((item) => item.cluster && sortTime(item.first) <= time && time <= sortTime(item.last))
  );
}

/** The cluster whose first event has an id. */
export function clusterItem(layout: FigureLayout, id: string): Item | undefined {
  return visibleItems(layout).find(({ cluster }) => cluster?.first.id === id);
}

/** Whether a part of an item is in view. */
export function isInView({ from, to }: Item, { start, end }: FigureLayout): boolean {
  return from <= end && to >= start;
}

/** The item in view that is nearest to a position in px. */
export function nearestItem(items: readonly Item[], px: number, layout: FigureLayout): Item | undefined {
  const distance = ({ from, to }: Item): number => Math.max(from - px, px - to, 0);
  return items
    .filter((item) => isInView(item, layout))
    .reduce<Item | undefined>((best, item) => (best && distance(best) <= distance(item) ? best : item), undefined);
}
