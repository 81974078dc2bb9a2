/** What a picture shows that its key and note have to explain. */
import type { FigureLayout } from "../../layout/types.js";
import type { MarkBox } from "../../layout/marks/lane-layout.js";
import { isWide, type MarkSize } from "../../layout/marks/mark-size.js";
import type { ScaleType } from "../../time/scale.js";

export interface LegendContents {
  readonly scaleType: ScaleType;
  /** What lies in the folds: nothing, or something that goes on through one, though nothing begins or ends there. */
  readonly folds: "nothing" | "going-on" | false;
  readonly markSize: MarkSize;
  readonly clusters: boolean;
  /** A date whose extent is drawn though the event lasted for less. */
  readonly wideDates: boolean;
  /** Numbers of sources stand beside events or eras. */
  readonly sourceNumbers: boolean;
  /** Time runs to the left. */
  readonly timeRunsLeft?: boolean;
}

/** What depends on the view of all that a key explains. */
export type ViewContents = Pick<LegendContents, "clusters" | "wideDates" | "sourceNumbers">;

/** @param before what was explained already */
export function viewContents(layout: FigureLayout, before: ViewContents): ViewContents {
  const { laneLayouts } = layout;
  const clusters = before.clusters || laneLayouts.some((frame) => frame.clusters.length > 0);
  const wideDates = before.wideDates || laneLayouts.some((frame) => frame.marks.some(isWideDate));
  const sourceNumbers = before.sourceNumbers || hasNumbers(layout);
  const same = clusters === before.clusters && wideDates === before.wideDates && sourceNumbers === before.sourceNumbers;
  return same ? before : { clusters, wideDates, sourceNumbers };
}

/** @param before what was explained already */
export function legendContents(
  layout: FigureLayout,
  markSize: MarkSize,
  before: ViewContents = NO_CONTENTS,
): LegendContents {
  return {
    scaleType: layout.scaleType,
    markSize,
    folds: foldsOf(layout),
    ...viewContents(layout, before),
  };
}

const NO_CONTENTS: ViewContents = { clusters: false, wideDates: false, sourceNumbers: false };

/** Whatever a picture of this scale may show: for the room that its explanation can take at most. */
export function fullLegendContents(scaleType: ScaleType, markSize: MarkSize): LegendContents {
  return {
    scaleType,
    markSize,
    folds: scaleType === "compressed" && "going-on",
    clusters: true,
    wideDates: true,
    sourceNumbers: true,
  };
}

function foldsOf({ axis: { folds }, laneLayouts }: FigureLayout): LegendContents["folds"] {
  const goesOn = laneLayouts.some(({ marks }) =>
    marks.some(({ t0, t1 }) => folds.some(({ from, to }) => t0 < from && t1 > to)),
  );
  return folds.length > 0 && (goesOn ? "going-on" : "nothing");
}

function isWideDate({ t0, t1, height, event: { span } }: MarkBox): boolean {
  return span.kind === "moment" && !span.approximate && isWide(t0, t1, height);
}

/** Counts of sources are no numbers. */
function hasNumbers(layout: FigureLayout): boolean {
  const { laneLayouts } = layout;
  const labels = layout.orientation === "horizontal" ? laneLayouts.flatMap((frame) => frame.labels) : layout.labels;
  const eras = layout.orientation === "compact" ? [] : layout.eras;
  const all = [...labels.map(({ content }) => content), ...eras];
  return all.some(({ numbers }) => numbers.some(({ source }) => source !== undefined));
}
