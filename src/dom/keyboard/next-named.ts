import type { FigureLayout } from "../../layout/types.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { View } from "../../view.js";
import type { TimelineContext } from "../controller/context.js";
import { laneOrder } from "./lane-order.js";
import { sortTime } from "./visible-items.js";

/** Each further window is this fraction of a window on. */
const WINDOW_STEP = 0.5;
/** As near to the edge of a window, as a fraction of it, the edge may cut labels away: the next window tells. */
const EDGE_FRACTION = 0.25;
/** Windows without a label that are looked through. */
const WINDOWS_MAX = 20;

/**
 * The event after or before another one in its lane that has a label at this zoom, also beyond the window; after a long
 * stretch without labels, the next event.
 */
export function nextNamed(context: TimelineContext, event: PlacedEvent, step: 1 | -1): PlacedEvent | undefined {
  const { derived, picture, state } = context;
  const { figure, timeline } = derived;
  const { lanes, indexOf } = laneOrder(timeline, picture.shown);
  const lane = lanes[event.lane] ?? [];
  const at = indexOf(event) ?? 0;
  const distance = (other: PlacedEvent): number => ((indexOf(other) ?? at) - at) * step;
  const placeIn = ({ from, to }: View, other: PlacedEvent): number =>
    (figure.scale.position(sortTime(other)) - from) / (to - from);
  // The event stands in the middle, so that the same names are found from either side.
  let view = state.view.pan(placeIn(state.view, event) - 0.5);
  for (let tries = 0; tries < WINDOWS_MAX; tries++) {
    const after = labelledIn(figure.layout(view), event.lane).filter((other) => distance(other) > 0);
    const nearest = after.sort((a, b) => distance(a) - distance(b))[0];
    const next = view.pan(step * WINDOW_STEP);
    if (next.from === view.from) return nearest;
    if (nearest && (placeIn(view, nearest) - 0.5) * step <= 0.5 - EDGE_FRACTION) return nearest;
    view = next;
  }
  return lane[at + step];
}

function labelledIn(layout: FigureLayout, lane: number): PlacedEvent[] {
  const labels: readonly { readonly event: PlacedEvent; readonly over?: boolean }[] =
    "labels" in layout ? layout.labels : (layout.laneLayouts[lane]?.labels ?? []);
  return labels.filter(({ event, over }) => event.lane === lane && !over).map(({ event }) => event);
}
