/** Draws "name all 215" under the count of a lane that has no room for all its names. The browser script makes it a button. */
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import { GUTTER_GAP, SMALL_SIZE } from "../layout/metrics.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { counted } from "../time/locale.js";
import { word } from "./accessible-names.js";
import type { SceneContext } from "./context.js";
import { mutedText } from "./labels/text.js";
import { countsBelow, GUTTER_HEAD_BASELINE, HEAD_LINE_HEIGHT } from "./lane-heads.js";
import { type Node, node } from "./node.js";

/** Height of the button, in px. */
const NAME_ALL_HEIGHT = 20;
/** From the baseline of the words up to the middle of their letters, in px. */
const MIDDLE = 4;
/** From the words to the text below in the gutter, in px. */
const ABOVE_NOTE = 14;

/** In a file there is no script, and so no button. */
export function nameAllNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  if (context.standalone || layout.gutter === 0) return undefined;
  const buttons = layout.boxes.flatMap((box, i) =>
    button(box, i, layout.laneLayouts[i] as LaneLayout, layout, context),
  );
  return buttons.length > 0 ? node("g", "name-all", {}, buttons) : undefined;
}

export function nameAllWords({ naming }: LaneLayout, { count }: LaneBox, { locale }: SceneContext): string {
  return naming === "all" ? word(locale, "nameFewer") : counted(locale, locale.figure.nameAll, count);
}

function button(
  box: LaneBox,
  lane: number,
  frame: LaneLayout,
  { headX, gutter, gutterRight }: HorizontalLayout,
  context: SceneContext,
): Node[] {
  if (!frame.naming || box.name.length === 0) return [];
  const y = box.line + GUTTER_HEAD_BASELINE + (box.name.length + 1 + countsBelow(frame)) * HEAD_LINE_HEIGHT;
  const end = frame.note ? box.line + frame.note.offset - ABOVE_NOTE : box.bottom - MIDDLE;
  if (y > end) return [];
  const text = nameAllWords(frame, box, context);
  const width = Math.min(gutter - GUTTER_GAP, context.measure(text, SMALL_SIZE, 400));
  return [
    node("g", box.lane.id, { className: "dl-name-all", dataAction: "name-lane", dataLane: lane, ariaHidden: true }, [
      node("rect", "target", {
        x: gutterRight ? headX - width : headX,
        y: y - MIDDLE - NAME_ALL_HEIGHT / 2,
        width,
        height: NAME_ALL_HEIGHT,
        fill: "none",
        pointerEvents: "all",
      }),
      mutedText("words", headX, y, text, { anchor: gutterRight ? "right" : "left", hidden: true }),
    ]),
  ];
}
