/** Draws the numbers of events before and after the window, at the ends of each lane: "‹ 1 earlier", "3 later ›". */
import { countExtents } from "../layout/settle/edge-counts.js";
import { CHEVRON_WIDTH } from "../layout/metrics.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { counted } from "../time/locale.js";
import type { SceneContext } from "./context.js";
import { mutedText } from "./labels/text.js";
import { type Node, node } from "./node.js";
import { GUTTER_HEAD_BASELINE, HEAD_LINE_HEIGHT, RAISED_HEAD_BASELINE } from "./lane-heads.js";
import { round } from "./path.js";

/** Height of the button that a number is in a live figure, in px. */
const BUTTON_HEIGHT = 24;
/** From the baseline of a number up to the middle of its letters, in px. */
const MIDDLE = 4;
/** Length and height of a chevron, in px. */
const CHEVRON = { length: 5, height: 10 };

/** Between two numbers on one line, in px. */
const BESIDE_GAP = 16;

const SIDES = ["earlier", "later"] as const;

/** In a page the group is there without numbers too, because panning fills it. */
export function edgeCountsNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  const counts = layout.boxes.flatMap((box, i) => laneCounts(box, i, layout, context));
  if (context.standalone && counts.length === 0) return undefined;
  return node("g", "counts", { className: "dl-outside" }, counts);
}

/** Where a number stands: its outer end and its baseline, in px, and the side of the text that is there. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: "left" | "right";
}

function laneCounts(box: LaneBox, lane: number, layout: HorizontalLayout, context: SceneContext): Node[] {
  const frame = layout.laneLayouts[lane] as LaneLayout;
  const { locale, measure } = context;
  const { start, end } = layout;
  const extents = countExtents(frame, { start, end, locale, measure });
  const below = headPlaces(
    box,
    frame,
    layout,
    extents.map((extent) => (extent ? extent[1] - extent[0] : 0)),
  );
  return SIDES.flatMap((side, i) => {
    const [at, extent] = [frame.countsAt?.[i], extents[i]];
    if (!extent) return [];
    const later = side === "later";
    const onLine = { x: later ? end : start, y: box.line + (at ?? 0), anchor: later ? "right" : "left" } as const;
    const place = at === undefined ? below.shift() : onLine;
    return place ? [countNode(box, lane, side, place, extent[1] - extent[0], frame, context)] : [];
  });
}

/** For numbers that have no room at the ends of a lane: below its name in the gutter, or across from its name on one line. */
function headPlaces(box: LaneBox, frame: LaneLayout, layout: HorizontalLayout, widths: readonly number[]): Place[] {
  const { gutter, gutterRight, headX, start, end } = layout;
  if (box.name.length === 0 || !frame.countsAt) return [];
  if (gutter === 0) {
    const y = box.top + RAISED_HEAD_BASELINE;
    const [first = 0, second = 0] = widths;
    const beside = (width: number): number => (width > 0 ? width + BESIDE_GAP : 0);
    return gutterRight
      ? [
          { x: start, y, anchor: "left" },
          { x: start + beside(first), y, anchor: "left" },
        ]
      : ([
          { x: end - beside(second), y, anchor: "right" },
          { x: end, y, anchor: "right" },
        ].slice(first > 0 ? 0 : 1) as Place[]);
  }
  const taken = box.name.length + 1;
  const lines = Math.floor((box.bottom - box.line - GUTTER_HEAD_BASELINE) / HEAD_LINE_HEIGHT);
  return Array.from({ length: Math.max(0, lines - taken) }, (_, i) => ({
    x: headX,
    y: box.line + GUTTER_HEAD_BASELINE + (taken + i) * HEAD_LINE_HEIGHT,
    anchor: gutterRight ? ("right" as const) : ("left" as const),
  }));
}

function countNode(
  { lane: { id } }: LaneBox,
  lane: number,
  side: (typeof SIDES)[number],
  { x, y, anchor }: Place,
  width: number,
  frame: LaneLayout,
  { locale }: SceneContext,
): Node {
  const inward = anchor === "left" ? 1 : -1;
  const near = Math.min(x, x + inward * CHEVRON.length);
  const [back, tip] = side === "later" ? [near, near + CHEVRON.length] : [near + CHEVRON.length, near];
  const [middle, half] = [y - MIDDLE, CHEVRON.height / 2];
  const chevron = `M${round(back)} ${round(middle - half)}L${round(tip)} ${round(middle)}L${round(back)} ${round(middle + half)}`;
  const text = counted(locale, locale.figure[side], frame[side]);
  // The browser script turns this group into a button.
  const attributes = {
    className: "dl-outside-count",
    dataAction: `lane-${side}`,
    dataLane: lane,
    ariaHidden: true,
  } as const;
  return node("g", `${id}-${side}`, attributes, [
    node("rect", "target", {
      x: Math.min(x, x + inward * width),
      y: middle - BUTTON_HEIGHT / 2,
      width,
      height: BUTTON_HEIGHT,
      fill: "none",
      pointerEvents: "all",
    }),
    node("path", "chevron", { d: chevron, fill: "none", stroke: "currentColor", strokeWidth: 1.5 }),
    mutedText("text", x + inward * CHEVRON_WIDTH, y, text, { anchor }),
  ]);
}
