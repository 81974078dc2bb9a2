/** The order in which a screen reader reads a lane, which may differ from the paint order. */
import type { PlacedEvent } from "../model/timeline.js";
import type { SceneContext } from "./context.js";
import type { Node } from "./node.js";

/** Time that orders an event: its start, or its end when the start is unknown. */
export function sortTime({ span }: PlacedEvent): number {
  return Number.isFinite(span.start) ? span.start : span.end;
}

/** Compares marks and clusters by the time of their first event. */
export function byTime(a: { readonly first: PlacedEvent }, b: { readonly first: PlacedEvent }): number {
  return sortTime(a.first) - sortTime(b.first) || a.first.span.end - b.first.span.end || 0;
}

/** In a page the mark, whose name describes the event, comes before its source links; a file has only the label to read. */
export function inReadingOrder(
  mark: Node,
  label: Node | undefined,
  { standalone }: SceneContext,
): (Node | undefined)[] {
  return standalone ? [label, mark] : [mark, label];
}
