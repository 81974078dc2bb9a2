/** Finds what a picture shows, and so what its legend and note must explain. */
import type { FigureLayout } from "../../layout/types.js";
import type { TrueScale } from "../../layout/axis/segmented-axis.js";
import type { LaneLayout, MarkBox } from "../../layout/marks/lane-layout.js";
import { isWide, type MarkSize } from "../../layout/marks/mark-size.js";
import { CALENDAR_UNITS } from "../../time/calendar-units.js";
import type { ScaleType } from "../../time/scale.js";

export interface LegendContents {
  readonly scaleType: ScaleType;
  /** Whether the axis has folds, and whether an event continues through one. */
  readonly folds: "nothing" | "going-on" | false;
  readonly markSize: MarkSize;
  readonly clusters: boolean;
  /** Ids of the forms of aggregates and of the marks beside them, with blanks between; absent where there are none. */
  readonly forms?: string | undefined;
  /** True when a moment is drawn over the extent of its date. */
  readonly wideDates: boolean;
  /** True when events or eras show source numbers. */
  readonly sourceNumbers: boolean;
  /** The widest segment of a bent axis. */
  readonly bent?: TrueScale["widest"] | undefined;
  /** True when time runs to the left. */
  readonly timeRunsLeft?: boolean;
}

/** The part of the contents that depends on the view. */
export type ViewContents = Pick<LegendContents, "clusters" | "wideDates" | "sourceNumbers" | "forms">;

/** @param before contents of earlier views, which stay explained */
export function viewContents(layout: FigureLayout, before: ViewContents): ViewContents {
  const { laneLayouts } = layout;
  const sharing = layout.orientation === "vertical" && layout.kind !== "rows" && layout.kind !== "spread";
  const clusters = before.clusters || laneLayouts.some((frame) => frame.clusters.length > 0);
  const forms = formsOf(laneLayouts, sharing ? `${before.forms ?? ""} ${LANES_FORM}` : before.forms);
  const wideDates = before.wideDates || laneLayouts.some((frame) => frame.marks.some(isWideDate));
  const sourceNumbers = before.sourceNumbers || hasNumbers(layout);
  const same = clusters === before.clusters && wideDates === before.wideDates && sourceNumbers === before.sourceNumbers;
  return same && forms === before.forms ? before : { clusters, wideDates, sourceNumbers, ...(forms ? { forms } : {}) };
}

/** The form of bars is followed by the place of its unit among `CALENDAR_UNITS`; only the last unit stays. */
function formsOf(laneLayouts: readonly LaneLayout[], before = ""): string {
  const found = new Set(before.split(" ").filter(Boolean));
  for (const { clusters, marks } of laneLayouts) {
    for (const { shape } of clusters) {
      if (shape?.kind !== "bars") found.add(shape?.kind ?? "capsule");
      else if (shape.unit) {
        for (const form of found) if (form.startsWith(BARS_FORM)) found.delete(form);
        found.add(`${BARS_FORM}${CALENDAR_UNITS.indexOf(shape.unit)}`);
      }
    }
    if (!clusters.some(({ shape }) => shape?.kind === "pile" || shape?.kind === "bars")) continue;
    for (const { labelled } of marks) found.add(labelled ? "named" : "dot");
  }
  return [...found].sort().join(" ");
}

export const BARS_FORM = "bars:";
/** Lanes stand on one line, told apart by their colours. */
export const LANES_FORM = "lanes";

/** @param before contents of earlier views, which stay explained */
export function legendContents(
  layout: FigureLayout,
  markSize: MarkSize,
  before: ViewContents = NO_CONTENTS,
): LegendContents {
  return {
    scaleType: layout.scaleType,
    markSize,
    folds: foldsOf(layout),
    bent: layout.orientation === "compact" ? undefined : layout.trueScale?.widest,
    ...viewContents(layout, before),
  };
}

const NO_CONTENTS: ViewContents = { clusters: false, wideDates: false, sourceNumbers: false };

/** Fewer events hardly stand in piles, or share a line. */
const PILED_EVENTS = 100;
const SHARED_EVENTS = 30;

/** The largest possible contents for a scale, from which the greatest height of the legend follows. */
export function fullLegendContents(
  scaleType: ScaleType,
  markSize: MarkSize,
  events: number,
  vertical: boolean,
): LegendContents {
  const piles = events > PILED_EVENTS ? "dot named pile " : "";
  const lanes = vertical && events > SHARED_EVENTS ? LANES_FORM : "";
  return {
    scaleType,
    markSize,
    folds: scaleType === "compressed" && "going-on",
    clusters: true,
    forms: `${piles}${lanes}`.trim() || undefined,
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

/** Whether any label or era shows source numbers; counts of sources do not matter. */
function hasNumbers(layout: FigureLayout): boolean {
  const { laneLayouts } = layout;
  const labels = layout.orientation === "horizontal" ? laneLayouts.flatMap((frame) => frame.labels) : layout.labels;
  const eras = layout.orientation === "compact" ? [] : layout.eras;
  const all = [...labels.map(({ content }) => content), ...eras];
  return all.some(({ numbers }) => numbers.some(({ source }) => source !== undefined));
}
