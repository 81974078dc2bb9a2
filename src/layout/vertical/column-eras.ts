/** Eras of the vertical figure: a band beside the axis, and a name in the column of labels. */
import type { Era } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { Viewport } from "../axis/viewport.js";
import { ERA_DEPTH, type Standing } from "./column-labels.js";
import type { ColumnText } from "./column-text.js";
import { firstFreeTop } from "../labels/sticky-labels.js";
import { type ColumnEra, eraExtent } from "../axis/eras.js";

/** How far beyond the ends of the window names and labels may reach into it, in px. */
export const COLUMN_REACH = 400;

export interface ColumnErasRequest {
  readonly scale: Scale;
  readonly window: Viewport;
  /** The stretch to lay out: the window, or more with overscan. */
  readonly wide: Viewport;
  readonly standing: readonly Standing[];
  /** What else stands in the column, in px along the axis. */
  readonly fixed: readonly { readonly from: number; readonly to: number }[];
  /** End of eras that reach the end of the axis, in px. */
  readonly end: number;
  readonly text: ColumnText;
}

export function columnEras(eras: readonly Era[], request: ColumnErasRequest): ColumnEra[] {
  const { scale, window, wide, standing, fixed, end, text } = request;
  const { px } = window;
  const zero = px(scale.domain[0]);
  const tops = new Map(standing.map(({ era, top }) => [era, top + zero]));
  const taken = standing.map(({ era, top, height }) => ({ era, from: top + zero, to: top + zero + height }));
  /** Reserves the first free position at the start of the window. */
  const firstPlace = (era: number, height: number): number => {
    const others = taken.filter((other) => other.era !== era);
    const top = firstFreeTop([...fixed, ...others], px(window.from) + ERA_DEPTH, height);
    taken.push({ era, from: top, to: top + height });
    return top;
  };
  return eras.flatMap((era, i): ColumnEra[] => {
    const [a, b] = eraExtent(era, scale);
    if (b <= wide.from || a >= wide.to) return [];
    const from = Math.max(px(wide.from), px(a));
    const to = b >= scale.domain[1] ? end : Math.min(end, px(b));
    const top = tops.get(i) ?? from + ERA_DEPTH;
    // The name of an era that began before the window stays at the start of the window.
    const isNamed = tops.has(i);
    const began = a < window.from - COLUMN_REACH / window.scale || top < px(window.from);
    return [
      {
        era,
        from,
        to,
        startsHere: a >= wide.from,
        endsHere: b <= wide.to,
        text: began && b > window.from ? firstPlace(i, text.eraHeight(era)) : top,
        ...text.era(era),
        // Labels leave no room for its name.
        ...(isNamed || began ? {} : { nameLines: [], dateLines: [], numbers: [] }),
      },
    ];
  });
}
