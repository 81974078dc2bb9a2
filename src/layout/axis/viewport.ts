import type { Scale } from "../../time/scale.js";

/** The stretch of the axis to lay out, and its mapping to px. Places are in units of the axis. */
export interface Viewport {
  /** px per unit of the axis. */
  readonly scale: number;
  /** px per unit at zoom 1. */
  readonly baseScale: number;
  /** First and last visible place of the axis. */
  readonly from: number;
  readonly to: number;
  /** Converts a place of the axis to px. */
  readonly px: (place: number) => number;
  /** Start of the axis; cells are counted from it. */
  readonly origin: number;
}

/** Extends a viewport on both sides by `overscan`, a fraction of its length. The mapping to px is unchanged. */
export function withOverscan(view: Viewport, overscan: number, [first, last]: Scale["domain"]): Viewport {
  if (overscan === 0) return view;
  const by = (view.to - view.from) * overscan;
  return { ...view, from: Math.max(first, view.from - by), to: Math.min(last, view.to + by) };
}

/** The viewport that maps the places `from` to `to` onto `length` px, starting at `start` px. */
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
