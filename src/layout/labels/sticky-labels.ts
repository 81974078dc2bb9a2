/**
 * Sticky labels: an event that began before the window and continues in it is labelled at the start of the window, as eras
 * are. They use only space that other labels leave. Unlike other labels they may change row or disappear while panning.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import { LEADER_DEPTH } from "../vertical/column-labels.js";
import type { VerticalLabel } from "../types.js";
import type { LabelContent } from "./label-content.js";
import type { LaneLayout } from "../marks/lane-layout.js";

/** A stretch in px. */
interface PxRange {
  readonly from: number;
  readonly to: number;
}

/** What shows less of itself, in px, needs no name: it ends at once. */
const STICKY_MARK_MIN = 24;
/** Between the first label and the beginning of a window down the page, and between two, in px. */
const STICKY_TOP_OFFSET = 3;
const STICKY_COLUMN_GAP = 6;

interface ColumnStickyLabelsRequest extends PxRange {
  readonly laneLayouts: readonly LaneLayout[];
  /** Labels in the column. */
  readonly labels: readonly VerticalLabel[];
  /** What stands in the column beside labels: names of eras, words of the axis. */
  readonly taken: readonly PxRange[];
  readonly content: (event: PlacedEvent) => LabelContent;
}

/** Sticky labels of the vertical figure: each at the first free position of the column beside its event. */
export function columnStickyLabels({
  laneLayouts,
  labels,
  taken: others,
  from,
  to,
  content,
}: ColumnStickyLabelsRequest): VerticalLabel[] {
  const bottomOf = ({ top, content: { height } }: VerticalLabel): number => top + height;
  const own = new Map(labels.map((label) => [label.event, label]));
  const taken = [...others, ...labels.map((label) => ({ from: label.top, to: bottomOf(label) }))];
  const marks = laneLayouts.flatMap(({ marks }) => marks).sort((a, b) => a.t0 - b.t0);
  return marks.flatMap(({ event, t0, t1 }) => {
    const label = own.get(event);
    if (t0 >= from || t1 < from + STICKY_MARK_MIN || (label && bottomOf(label) > from)) return [];
    const made = content(event);
    const top = firstFreeTop(taken, from + STICKY_TOP_OFFSET, made.height);
    const mark = top + LEADER_DEPTH;
    if (mark > t1 || top + made.height > to) return [];
    taken.push({ from: top, to: top + made.height });
    return { event, content: made, mark, top };
  });
}

/** The first free top at or below `top` for something of a height, in px. */
export function firstFreeTop(taken: readonly PxRange[], top: number, height: number): number {
  let free = top;
  for (const { from, to } of [...taken].sort((one, two) => one.from - two.from)) {
    if (from < free + height + STICKY_COLUMN_GAP && to > free - STICKY_COLUMN_GAP) free = to + STICKY_COLUMN_GAP;
  }
  return free;
}
