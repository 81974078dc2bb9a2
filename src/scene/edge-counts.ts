/** Draws the numbers of events before and after the window, at the ends of each lane: "‹ 1 earlier", "3 later ›". */
import { countExtents } from "../layout/horizontal/edge-counts.js";
import { CHEVRON_WIDTH } from "../layout/metrics.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { counted } from "../time/locale.js";
import type { SceneContext } from "./context.js";
import { mutedText } from "./labels/text.js";
import { type Node, node } from "./node.js";
import { round } from "./path.js";

/** Height of the button that a number is in a live figure, in px. */
const BUTTON_HEIGHT = 24;
/** From the baseline of a number up to the middle of its letters, in px. */
const MIDDLE = 4;
/** Length and height of a chevron, in px. */
const CHEVRON = { length: 5, height: 10 };

const SIDES = ["earlier", "later"] as const;

/** In a page the group is there without numbers too, because panning fills it. */
export function edgeCountsNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  const counts = layout.boxes.flatMap((box, i) => laneCounts(box, i, layout, context));
  if (context.standalone && counts.length === 0) return undefined;
  return node("g", "counts", { className: "dl-outside" }, counts);
}

function laneCounts(box: LaneBox, lane: number, layout: HorizontalLayout, context: SceneContext): Node[] {
  const frame = layout.laneLayouts[lane] as LaneLayout;
  const { countsAt = [] } = frame;
  const { start, end } = layout;
  const { locale, measure } = context;
  const extents = countExtents(frame, { start, end, locale, measure });
  return SIDES.flatMap((side, i): Node[] => {
    const [at, extent] = [countsAt[i], extents[i]];
    if (at === undefined || !extent) return [];
    const later = side === "later";
    const [x, y] = [later ? end : start, box.line + at];
    const [back, tip] = later ? [x - CHEVRON.length, x] : [x + CHEVRON.length, x];
    const middle = y - MIDDLE;
    const half = CHEVRON.height / 2;
    return [
      // The browser script turns this group into a button.
      node(
        "g",
        `${box.lane.id}-${side}`,
        { className: "dl-outside-count", dataAction: `lane-${side}`, dataLane: lane, ariaHidden: true },
        [
          node("rect", "target", {
            x: extent[0],
            y: middle - BUTTON_HEIGHT / 2,
            width: extent[1] - extent[0],
            height: BUTTON_HEIGHT,
            fill: "none",
            pointerEvents: "all",
          }),
          node("path", "chevron", {
            d: `M${round(back)} ${round(middle - half)}L${round(tip)} ${round(middle)}L${round(back)} ${round(middle + half)}`,
            fill: "none",
            stroke: "currentColor",
            strokeWidth: 1.5,
          }),
          mutedText(
            "text",
            x + (later ? -CHEVRON_WIDTH : CHEVRON_WIDTH),
            y,
            counted(locale, locale.figure[side], frame[side]),
            {
              anchor: later ? "right" : "left",
            },
          ),
        ],
      ),
    ];
  });
}
