/** Eras of the vertical figure: a band beside the axis, and a name among the labels. */
import type { Era } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import type { AxisView } from "./axis-view.js";
import { ERA_DEPTH } from "./column-events.js";
import type { ColumnText } from "./column-text.js";
import type { Standing } from "./column-tree.js";
import { type ColumnEra, eraExtent } from "./eras.js";

/** Names and labels are looked for so far beyond the ends of the window, in px. */
export const REACH = 400;

export interface ColumnErasRequest {
  readonly scale: Scale;
  readonly window: AxisView;
  /** The stretch that they are drawn in: the window, or more. */
  readonly wide: AxisView;
  readonly standing: readonly Standing[];
  /** Where one that goes on ends, in px. */
  readonly end: number;
  readonly text: ColumnText;
}

export function columnEras(eras: readonly Era[], request: ColumnErasRequest): ColumnEra[] {
  const { scale, window, wide, standing, end, text } = request;
  const { px } = window;
  const zero = px(scale.domain[0]);
  const tops = new Map(standing.map(({ era, top }) => [era, top + zero]));
  const taken = standing.map(({ top, height }): [number, number] => [top + zero, top + zero + height]);
  /** The first place at the beginning of the window where nothing stands. */
  const freePlace = (height: number): number => {
    let top = px(window.from) + ERA_DEPTH;
    for (const [a, b] of taken.sort((one, other) => one[0] - other[0])) if (a < top + height && b > top) top = b;
    taken.push([top, top + height]);
    return top;
  };
  return eras.flatMap((era, i): ColumnEra[] => {
    const [a, b] = eraExtent(era, scale);
    if (b <= wide.from || a >= wide.to) return [];
    const from = Math.max(px(wide.from), px(a));
    const to = b >= scale.domain[1] ? end : Math.min(end, px(b));
    // The name of one that began long ago keeps to the beginning of the window.
    const pinned = a < window.from - REACH / window.scale && b > window.from;
    return [
      {
        era,
        from,
        to,
        startsHere: a >= wide.from,
        endsHere: b <= wide.to,
        text: pinned ? freePlace(text.eraHeight(era)) : (tops.get(i) ?? from + ERA_DEPTH),
        ...text.era(era),
      },
    ];
  });
}
