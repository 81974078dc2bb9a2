/** The order in which a lane is read aloud, where it is not that of painting. */
import type { PlacedEvent } from "../model/timeline.js";
import type { SceneContext } from "./context.js";
import type { Node } from "./node.js";

/** Where an event stands in time: at its beginning, or at its end when nobody knows its beginning. */
export function sortTime({ span }: PlacedEvent): number {
  return Number.isFinite(span.start) ? span.start : span.end;
}

/** Marks and clusters by the time of their first event: a wide cluster begins before the mark that stands over it. */
export function byTime(a: { readonly first: PlacedEvent }, b: { readonly first: PlacedEvent }): number {
  return sortTime(a.first) - sortTime(b.first) || a.first.span.end - b.first.span.end || 0;
}

/** The mark, whose name says the event, before the numbers of its sources. A file has only the label to read. */
export function inReadingOrder(
  mark: Node,
  label: Node | undefined,
  { standalone }: SceneContext,
): (Node | undefined)[] {
  return standalone ? [label, mark] : [mark, label];
}
