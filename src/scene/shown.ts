/** What a picture shows that its key and note have to explain. */
import type { FigureLayout } from "../layout/figure-layout.js";
import type { MarkBox } from "../layout/lane-frame.js";
import type { MarkSize } from "../layout/mark-height.js";
import type { ScaleType } from "../time/scale.js";

export interface Shown {
  readonly scaleType: ScaleType;
  readonly folds: boolean;
  readonly markSize: MarkSize;
  readonly clusters: boolean;
  /** A date whose extent is drawn though the event lasted for less. */
  readonly wideDates: boolean;
}

export function shownBy(layout: FigureLayout, markSize: MarkSize): Shown {
  return {
    scaleType: layout.scaleType,
    markSize,
    folds: layout.axis.folds.length > 0,
    clusters: layout.frames.some((frame) => frame.clusters.length > 0),
    wideDates: layout.frames.some((frame) => frame.marks.some(isWideDate)),
  };
}

/** Whatever a picture of this scale may show: for the room that its explanation can take at most. */
export function mostShown(scaleType: ScaleType, markSize: MarkSize): Shown {
  return { scaleType, markSize, folds: scaleType === "compressed", clusters: true, wideDates: true };
}

function isWideDate({ t0, t1, height, event: { span } }: MarkBox): boolean {
  return span.kind === "moment" && !span.approximate && t1 - t0 >= height + 4;
}
