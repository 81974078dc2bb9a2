import type { FigureLayout } from "../../layout/types.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { TimelineContext } from "../controller/context.js";
import { laneOrder } from "./lane-order.js";

/** Each further window is this fraction of a window on. */
const PAGE_FRACTION = 0.8;
/** Windows without a label that are looked through. */
const WINDOWS_MAX = 12;

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
  let { layout } = picture;
  let { view } = state;
  for (let tries = 0; tries < WINDOWS_MAX; tries++) {
    const after = labelledIn(layout, event.lane).filter((other) => distance(other) > 0);
    if (after.length > 0) return after.reduce((best, other) => (distance(other) < distance(best) ? other : best));
    const next = view.pan(step * PAGE_FRACTION);
    if (next.from === view.from) return undefined;
    view = next;
    layout = figure.layout(view);
  }
  return lane[at + step];
}

function labelledIn(layout: FigureLayout, lane: number): PlacedEvent[] {
  const labels: readonly { readonly event: PlacedEvent; readonly over?: boolean }[] =
    "labels" in layout ? layout.labels : (layout.laneLayouts[lane]?.labels ?? []);
  return labels.filter(({ event, over }) => event.lane === lane && !over).map(({ event }) => event);
}
