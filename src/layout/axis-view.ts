import type { Scale } from "../time/scale.js";

/** The stretch of the axis to lay out, and how it maps to px. */
export interface AxisView {
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
  readonly cell?: number;
  /** A cell with more events than this is one cluster. */
  readonly closer?: number;
}

/** The axis from one place to another, drawn from `start` px on over `length` px. */
export function axisViewOf({ domain }: Scale, from: number, to: number, start: number, length: number): AxisView {
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
