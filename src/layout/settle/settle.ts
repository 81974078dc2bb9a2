/**
 * The rows of a view at rest, a pure function of data, width and view: lanes close up for what is in view, and the room left
 * goes to fuller titles and descriptions.
 */
import type { LabelMaker } from "../labels/label-content.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import { MINIMAP_ROOM } from "../metrics.js";
import type { LaneBox } from "../types.js";
import type { CountRequest } from "./edge-counts.js";
import { fitted, uncut } from "./edge-labels.js";
import { growLabels } from "./grow-labels.js";
import { headAbove, placedBox, shiftedBox } from "../horizontal/lane-boxes.js";
import type { LaneStack } from "../horizontal/lane-stack.js";
import { SettledLane } from "./settled-lane.js";

/** How far text may reach from its line as it grows, in px; further in a lane that is alone. */
const REACH = 112;
const REACH_ALONE = 150;

/** A height that is exceeded by less is one of rounding, in px. */
const HEIGHT_TOLERANCE = 0.01;

/** Lanes as a view shows them. */
export interface LaneRows {
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly LaneLayout[];
  /** Whether the minimap is drawn. */
  readonly minimap: boolean;
}

export interface SettleRequest extends CountRequest {
  readonly stack: LaneStack;
  readonly laneLayouts: readonly LaneLayout[];
  readonly gutter: number;
  /** Whether the figure has a minimap when it is zoomed. */
  readonly minimap: boolean;
  /** Whether the height is given: then lanes fill it. */
  readonly fills: boolean;
  readonly make: LabelMaker;
}

export function settle(request: SettleRequest): LaneRows {
  const { stack, minimap, laneLayouts } = request;
  for (const level of ["all", "on-lines", "plain", "bare"] as const) {
    const rows = attempt(request, level);
    if (rows) return rows;
  }
  return { boxes: stack.boxes, laneLayouts: laneLayouts.map(uncut), minimap };
}

/**
 * What takes height, most first: numbers of hidden events at the ends of all lanes, or only of those that have a line (the
 * gutter gives the others), or of none; labels at the edge in forms of more lines, or not.
 */
type Level = "all" | "on-lines" | "plain" | "bare";

/** `undefined` where lanes would take more than their room. */
function attempt(request: SettleRequest, level: Level): LaneRows | undefined {
  const { stack, laneLayouts, gutter, fills, make, measure, minimap } = request;
  const top = stack.boxes[0]?.top ?? 0;
  const room = (stack.boxes.at(-1)?.bottom ?? 0) - top;
  const alone = stack.boxes.length === 1 && fills;
  const lanes = stack.boxes.map(
    (box, i) =>
      new SettledLane({
        ...request,
        plan: stack.plans[i] as LaneStack["plans"][number],
        frame: (level === "bare" ? uncut : fitted)(laneLayouts[i] as LaneLayout, request),
        box,
        gutter: gutter > 0,
        leader: alone ? REACH_ALONE : REACH,
        counts: level === "all" || (level === "on-lines" && !laneLayouts[i]?.lineless),
      }),
  );
  const place = (extra: number): LaneBox[] => {
    let next = top;
    const open = lanes.filter(({ isEmpty }) => !isEmpty).length || lanes.length;
    return lanes.map((lane, i) => {
      const box = stack.boxes[i] as LaneBox;
      const isOpen = !lane.isEmpty || open === lanes.length;
      if (laneLayouts[i]?.oneRow) {
        const shifted = shiftedBox(box, next);
        next = shifted.bottom;
        return shifted;
      }
      const [above, below] = fills ? lane.planned : [lane.above, lane.below];
      const rule = box.rule !== undefined;
      const placed = placedBox(box, { above, below, top: next, gutter, extra: isOpen ? extra / open : 0, rule });
      next = placed.bottom;
      return placed;
    });
  };
  const spareIn = (boxes: readonly LaneBox[]): number => room - ((boxes.at(-1)?.bottom ?? top) - top);
  const spare = spareIn(place(0)) - (minimap ? MINIMAP_ROOM : 0);
  // Where the height is not given, the minimap may stand below what the lanes had.
  if (spare < (fills ? 0 : -MINIMAP_ROOM) - HEIGHT_TOLERANCE) return undefined;
  growLabels(lanes, { make, measure, spare: Math.max(0, spare) });
  const tight = place(0);
  const left = spareIn(tight) - (minimap ? MINIMAP_ROOM : 0);
  const boxes = fills && left > 0 ? place(left) : tight;
  return {
    boxes,
    laneLayouts: lanes.map((lane, i) => {
      const box = boxes[i] as LaneBox;
      return lane.layout(box.line - box.top - headAbove(box.lane, gutter));
    }),
    minimap,
  };
}
