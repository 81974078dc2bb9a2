/** Data of the minimap: a tick for each of few events, or a histogram of many, over the whole axis. */
import type { ProjectedLane } from "../marks/projected-lane.js";

export interface MinimapTick {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

export interface MinimapBin {
  readonly from: number;
  readonly to: number;
  /** Height relative to the fullest bin, 0 to 1. */
  readonly height: number;
}

export interface MinimapLayout {
  /** One tick per event, up to `MINIMAP_TICKS_MAX` events. */
  readonly ticks: readonly MinimapTick[];
  /** Bins of the histogram, for more events than that. */
  readonly bins: readonly MinimapBin[];
  /** The view on the minimap, in px. */
  readonly windowFrom: number;
  readonly windowTo: number;
  /** The view in places of the axis. */
  readonly inView: readonly [number, number];
}

/** Most events that get a tick each; more become a histogram. */
const MINIMAP_TICKS_MAX = 60;
/** Width of a bin of the histogram, in px. */
const MINIMAP_BIN_WIDTH = 10;

/** @param px converts a place of the axis to px on the minimap, which always shows the whole axis */
export function minimapHistogram(
  lanes: readonly ProjectedLane[],
  domain: readonly [number, number],
  px: (place: number) => number,
): Pick<MinimapLayout, "ticks" | "bins"> {
  const total = lanes.reduce((sum, lane) => sum + lane.size, 0);
  if (total <= MINIMAP_TICKS_MAX) {
    const ticks = lanes.flatMap((lane, row) =>
      Array.from({ length: lane.size }, (_, at): MinimapTick => {
        const from = px(lane.start[at] as number);
        const to = Math.max(from + 2, Math.min(px(domain[1]), px(lane.end[at] as number)));
        return { lane: row, from, to };
      }),
    );
    return { ticks, bins: [] };
  }
  const [first, last] = [px(domain[0]), px(domain[1])];
  const count = Math.max(1, Math.floor((last - first) / MINIMAP_BIN_WIDTH));
  const width = (domain[1] - domain[0]) / count;
  const counts = Array.from({ length: count }, (_, i) => {
    const from = domain[0] + i * width;
    // The last bin includes events that begin exactly at the end of the axis.
    const to = i === count - 1 ? Number.POSITIVE_INFINITY : from + width;
    return lanes.reduce((sum, lane) => sum + lane.firstFrom(to) - lane.firstFrom(from), 0);
  });
  const most = Math.max(1, ...counts);
  const step = (last - first) / count;
  const bins = counts.map(
    (n, i): MinimapBin => ({ from: first + i * step, to: first + (i + 1) * step, height: n / most }),
  );
  return { ticks: [], bins: bins.filter((bin) => bin.height > 0) };
}
