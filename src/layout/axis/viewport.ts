import type { Scale } from "../../time/scale.js";

/** The stretch of the axis to lay out, and how it maps to px. */
export interface Viewport {
  /** px per unit. */
  readonly scale: number;
  readonly baseScale: number;
  /** The axis from here to there is visible. */
  readonly from: number;
  readonly to: number;
  /** px of a place of the axis. */
  readonly px: (place: number) => number;
  /** Where the axis begins, for counting cells. */
  readonly origin: number;
  /** Smallest length of a cell of clusters, in px. */
  readonly minCell?: number;
  /** A cell with more events than this is one cluster. */
  readonly clusterLimit?: number;
}

/** The same px for a longer stretch of the axis: longer on either side, by a part of it. */
export function withOverscan(view: Viewport, overscan: number, [first, last]: Scale["domain"]): Viewport {
  if (overscan === 0) return view;
  const by = (view.to - view.from) * overscan;
  return { ...view, from: Math.max(first, view.from - by), to: Math.min(last, view.to + by) };
}

/** The axis from one place to another, drawn from `start` px on over `length` px. */
export function viewportOf({ domain }: Scale, from: number, to: number, start: number, length: number): Viewport {
  const [first, last] = domain;
  const scale = length / (to - from);
  return {
    scale,
    baseScale: length / (last - first),
    from,
    to,
    px: (place) => start + (place - from) * scale,
    origin: first,
  };
}
