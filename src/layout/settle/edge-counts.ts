/** Where the numbers of events before and after the window stand: at the ends of a lane's line, clear of its labels. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { counted, type Locale } from "../../time/locale.js";
import type { LabelBox, LaneLayout } from "../marks/lane-layout.js";
import { CHEVRON_WIDTH, SMALL_SIZE } from "../metrics.js";
import type { Obstacle } from "./label-stack.js";

/** Height of the zone that holds a number and no label, in px. */
export const COUNT_ZONE = 22;
/** From the lane line to the baseline of a number over it, and of one under it, in px. */
const OVER_LINE = -8;
const UNDER_LINE = 18;
/** From the top of a lane to the baseline of a number there, in px. */
export const TOP_BASELINE = 12;
/** Between a number and what stands beside it, in px. */
const CLEARANCE = 8;

export interface CountRequest {
  /** The window along the axis, in px. */
  readonly start: number;
  readonly end: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
}

export type CountsAt = NonNullable<LaneLayout["countsAt"]>;

/** The stretches along the axis that the two numbers of a lane take, in px; absent where there is none to give. */
export function countExtents(
  { earlier, later }: Pick<LaneLayout, "earlier" | "later">,
  { start, end, locale, measure }: CountRequest,
): readonly [readonly [number, number] | undefined, readonly [number, number] | undefined] {
  const widthOf = (key: "earlier" | "later", count: number): number =>
    CHEVRON_WIDTH + expectedWidth(measure(counted(locale, locale.figure[key], count), SMALL_SIZE, 400), 400, measure);
  return [
    earlier > 0 ? [start, start + widthOf("earlier", earlier)] : undefined,
    later > 0 ? [end - widthOf("later", later), end] : undefined,
  ];
}

/** Places the numbers on the side of the line where no leader line and no fork is in their way; labels are lifted over them. */
export function placeCounts(
  frame: Pick<LaneLayout, "earlier" | "later">,
  labels: readonly LabelBox[],
  forks: readonly Obstacle[],
  request: CountRequest,
): { readonly countsAt: CountsAt; readonly obstacles: readonly Obstacle[] } {
  const obstacles: Obstacle[] = [];
  const place = (extent: readonly [number, number] | undefined): number | undefined => {
    if (!extent) return undefined;
    const [from, to] = [extent[0] - CLEARANCE, extent[1] + CLEARANCE];
    const isFree = (side: LabelBox["side"]): boolean =>
      !labels.some((label) => label.side === side && label.leader > from && label.leader < to) &&
      !forks.some((fork) => fork.side === side && fork.from < to && from < fork.to);
    const side = (["above", "below"] as const).find(isFree);
    if (side) obstacles.push({ side, from, to, far: COUNT_ZONE });
    return side && (side === "above" ? OVER_LINE : UNDER_LINE);
  };
  const [earlier, later] = countExtents(frame, request).map(place);
  return { countsAt: [earlier, later], obstacles };
}
