/** Draws the heads of lanes: name, number of events, and the rule that separates a lane from the one above. */
import { expectedWidth } from "../base/text-width.js";
import { GUTTER_GAP, FIGURE_INSET, SMALL_SIZE, TITLE_SIZE } from "../layout/metrics.js";
import type { LaneLayout } from "../layout/marks/lane-layout.js";
import type { HorizontalLayout, LaneBox } from "../layout/types.js";
import { counted, fill, groupDigits } from "../time/locale.js";
import { word } from "./accessible-names.js";
import { isRtlLocale, type SceneContext } from "./context.js";
import { inkLine, isRightToLeft, mutedText, textAttributes, textNode } from "./labels/text.js";
import { type Node, node } from "./node.js";
import { INK } from "./theme.js";

/** Line height of a lane's name, in px. */
export const HEAD_LINE_HEIGHT = 16;
/** From the lane line to the baseline of a name in the gutter, in px. */
export const GUTTER_HEAD_BASELINE = 4.5;
/** From the top of a lane to the baseline of a name above the line, in px. */
export const RAISED_HEAD_BASELINE = 18;
/** Between a name and its count, in px. */
const NAME_COUNT_GAP = 10;

export function laneHeads(layout: HorizontalLayout, context: SceneContext): Node {
  const heads = layout.boxes.map((box, i) => laneHead(box, layout.laneLayouts[i] as LaneLayout, layout, context));
  return node("g", "heads", { ariaHidden: true }, heads);
}

function laneHead(box: LaneBox, frame: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node {
  return node("g", `head-${box.lane.id}`, { className: "dl-lane-head" }, [
    box.rule !== undefined && inkLine("rule", FIGURE_INSET, box.rule, layout.width - FIGURE_INSET, box.rule, INK.hair),
    ...headTexts(box, frame, layout, context),
  ]);
}

/** The name stands beside the lane line in the gutter; without a gutter above the line and its marks. */
function headTexts(box: LaneBox, frame: LaneLayout, layout: HorizontalLayout, context: SceneContext): Node[] {
  if (box.name.length === 0) return [];
  const { gutter, gutterRight, headX, start, end } = layout;
  const anchor = gutterRight ? "right" : "left";
  const y = gutter > 0 ? box.line + GUTTER_HEAD_BASELINE : box.top + RAISED_HEAD_BASELINE;
  const names = box.name.map((text, i) =>
    textNode(`name-${i}`, headX, y + i * HEAD_LINE_HEIGHT, text, { size: TITLE_SIZE, weight: 600, anchor }),
  );
  const room = box.bottom - box.line;
  const hasNone = frame.earlier + frame.later === box.count;
  // A thin lane has nothing in view, and says how much lies where at its ends.
  if (gutter > 0 && hasNone && room < HEAD_LINE_HEIGHT * (box.name.length + 1)) return names;
  if (gutter > 0 && room < HEAD_LINE_HEIGHT) {
    const [at, side] = gutterRight ? ([end + GUTTER_GAP, "left"] as const) : ([start - GUTTER_GAP, "right"] as const);
    const words = shortCount(box, frame, context);
    const beside = box.nameWidth + context.measure(words, SMALL_SIZE, 400) <= gutter - 2 * GUTTER_GAP;
    return [...names, mutedText("count", at, y, beside ? words : String(box.count), { anchor: side })];
  }
  if (gutter === 0) {
    const beside = (gutterRight ? -1 : 1) * (box.nameWidth + NAME_COUNT_GAP);
    const words = [countText(box, frame, context), ...(frame.note ? [noteWords(frame.note, context)] : [])].join(", ");
    const [only = ""] = box.name;
    const rtl = isRightToLeft(only);
    if (box.name.length > 1 || rtl !== isRtlLocale(context.locale)) {
      return [...names, mutedText("count", headX + beside, y, words, { anchor })];
    }
    // One text, in which the count follows the name whatever the face.
    const dx = rtl ? -NAME_COUNT_GAP : NAME_COUNT_GAP;
    return [
      node("text", "name-0", { x: headX, y, ...textAttributes(only, { anchor, size: TITLE_SIZE }) }, [
        node("tspan", "name", { fontWeight: 600 }, only),
        node("tspan", "count", { dx, fontSize: SMALL_SIZE, fillOpacity: INK.muted }, words),
      ]),
    ];
  }
  const below = y + box.name.length * HEAD_LINE_HEIGHT;
  const text = countText(box, frame, context);
  const fits = expectedWidth(context.measure(text, SMALL_SIZE, 400), 400, context.measure) <= gutter - GUTTER_GAP;
  const counts = countsBelow(frame);
  return [
    ...names,
    mutedText("count", headX, below, fits ? text : shortCount(box, frame, context), { anchor }),
    ...noteNodes(box, frame, layout, context, below + (1 + counts) * HEAD_LINE_HEIGHT),
  ];
}

/** How many numbers of hidden events have no room at the ends of the lane. */
export function countsBelow({ earlier, later, countsAt }: LaneLayout): number {
  return [earlier, later].filter((count, i) => count > 0 && countsAt !== undefined && countsAt[i] === undefined).length;
}

function noteWords({ kind, count }: NonNullable<LaneLayout["note"]>, { locale }: SceneContext): string {
  return counted(locale, kind === "unnamed" ? locale.figure.notNamed : locale.figure.atOnce, count);
}

/** What the gutter says beside thin bars or a ribbon, where the texts above leave room. */
function noteNodes(
  { line }: LaneBox,
  { note }: LaneLayout,
  { headX, gutterRight }: HorizontalLayout,
  context: SceneContext,
  top: number,
): Node[] {
  if (!note || line + note.offset < top) return [];
  const anchor = gutterRight ? "right" : "left";
  return [mutedText("note", headX, line + note.offset, noteWords(note, context), { anchor })];
}

/** "5 events", or how many of them are in view. */
function countText({ count }: LaneBox, { earlier, later }: LaneLayout, { locale }: SceneContext): string {
  if (earlier + later === 0) return counted(locale, locale.figure.events, count);
  const [some, all] = [groupDigits(count - earlier - later, locale), groupDigits(count, locale)];
  return fill(word(locale, "laneInView"), some, all);
}

function shortCount({ count }: LaneBox, { earlier, later }: LaneLayout, { locale }: SceneContext): string {
  const hidden = earlier + later;
  return hidden === 0 ? String(count) : fill(word(locale, "windowCount"), String(count - hidden), String(count));
}
