/** Exact counts beside the years of an axis under a crowd that is drawn as bars of counts. */
import { firstAtLeast } from "../../base/bisect.js";
import type { EventIndex } from "../../model/events/event-index.js";
import { counted, type Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import type { AxisCounts } from "./axis-layout.js";

/** Counts for a lane that is alone; of several lanes one number would say too little. */
export function axisCounts(
  { lanes }: EventIndex,
  scale: Scale,
  laneLayouts: readonly LaneLayout[],
  locale: Locale,
): AxisCounts | undefined {
  const [lane, other] = lanes;
  const hasBars = laneLayouts.some(({ clusters }) => clusters.some(({ shape }) => shape?.kind === "bars"));
  if (!lane || other || !hasBars || scale.type !== "time") return undefined;
  const words = (count: number): string => counted(locale, locale.figure.events, count);
  return {
    words: (from, to) => words(firstAtLeast(lane.start, to) - firstAtLeast(lane.start, from)),
    widest: words(lane.size),
  };
}
