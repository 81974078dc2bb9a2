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
import { placedBox } from "./lane-boxes.js";
import type { LaneStack } from "./lane-stack.js";
import { SettledLane } from "./settled-lane.js";

/** How far text may reach from its line as it grows, in px; further in a lane that is alone. */
const REACH = 112;
const REACH_ALONE = 150;

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
  const { stack, fills } = request;
  const top = stack.boxes[0]?.top ?? 0;
  const room = (stack.boxes.at(-1)?.bottom ?? 0) - top;
  const full = attempt(request, top, room, true);
  if (full) return full;
  // Where numbers over the lines have no room, they are left out; the gutter counts what is in view.
  const plain = attempt(request, top, room, false);
  return (
    plain ?? { boxes: stack.boxes, laneLayouts: request.laneLayouts.map(uncut), minimap: request.minimap && fills }
  );
}

/** `undefined` where lanes would take more than their room. */
function attempt(request: SettleRequest, top: number, room: number, counts: boolean): LaneRows | undefined {
  const { stack, laneLayouts, gutter, fills, make, measure } = request;
  const alone = stack.boxes.length === 1 && fills;
  const lanes = stack.boxes.map(
    (box, i) =>
      new SettledLane({
        ...request,
        plan: stack.plans[i] as LaneStack["plans"][number],
        frame: (counts ? fitted : uncut)(laneLayouts[i] as LaneLayout, request),
        box,
        gutter: gutter > 0,
        leader: alone ? REACH_ALONE : REACH,
        counts,
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
      const placed = placedBox(box, { above, below, top: next, gutter, extra: isOpen ? extra / open : 0 });
      next = placed.bottom;
      return placed;
    });
  };
  const spareIn = (boxes: readonly LaneBox[]): number => room - ((boxes.at(-1)?.bottom ?? top) - top);
  const spare = spareIn(place(0));
  if (spare < -0.01) return undefined;
  const minimap = request.minimap && spare >= MINIMAP_ROOM;
  growLabels(lanes, { make, measure, spare: spare - (minimap ? MINIMAP_ROOM : 0) });
  const tight = place(0);
  const left = spareIn(tight) - (minimap ? MINIMAP_ROOM : 0);
  const boxes = fills && left > 0 ? place(left) : tight;
  return {
    boxes,
    laneLayouts: lanes.map((lane, i) => {
      const { line, top: own } = boxes[i] as LaneBox;
      return lane.layout(line - own);
    }),
    minimap,
  };
}
