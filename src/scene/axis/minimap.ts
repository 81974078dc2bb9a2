/** Draws the minimap: all events on the whole axis, and a frame around the part in view. */
import type { Weight } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { MinimapBin } from "../../layout/axis/minimap-histogram.js";
import type { HorizontalLayout } from "../../layout/types.js";
import { GUTTER_GAP, SMALL_SIZE, MINIMAP_HEIGHT } from "../../layout/metrics.js";
import { DAY } from "../../time/calendar.js";
import { formatDate } from "../../time/wording/format-date.js";
import { fill, groupDigits } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import { viewportSpan } from "../../time/viewport-span.js";
import { isRtlLocale, type SceneContext } from "../context.js";
import { word } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { halo } from "../marks/paint.js";
import { boxPath } from "../path.js";
import { linesNode } from "../labels/text.js";
import { INK, laneClass, laneColor } from "../theme.js";

/** Size of the handles at the ends of the frame, in px. */
const HANDLE = { width: 7, height: 16 };
/** Between the frame and the events, and greatest height of an event, in px. */
const EVENTS_INSET = 3;
const TICK_HEIGHT_MAX = 8;
const BACKGROUND_OPACITY = 0.05;
const INSIDE_OPACITY = 0.75;
const OUTSIDE_OPACITY = 0.42;
/** Line height of the texts in the gutter, in px. */
const GUTTER_LINE_HEIGHT = 15;

export function minimapNode(layout: HorizontalLayout, scale: Scale, context: SceneContext): Node | undefined {
  const { minimap, start, end, axisY, axisHeight } = layout;
  if (!minimap) return undefined;
  const top = axisY + axisHeight + 8;
  const { windowFrom, windowTo } = minimap;
  const rowHeight = (MINIMAP_HEIGHT - 2 * EVENTS_INSET) / Math.max(1, layout.boxes.length);
  const tickHeight = Math.max(1, Math.min(TICK_HEIGHT_MAX, rowHeight - 1));
  // One path per lane is faster to draw than one element per event.
  const ticks = layout.boxes.map(({ lane }, i) => {
    const y = top + EVENTS_INSET + i * rowHeight + (rowHeight - tickHeight) / 2;
    const own = minimap.ticks.filter((tick) => tick.lane === i);
    const d = own.map(({ from, to }) => boxPath(from, y, to - from, tickHeight)).join("");
    const className = `dl-fill ${laneClass(lane.color)}`.trim();
    return d !== "" && node("path", `lane-${lane.id}`, { className, d, fill: laneColor(context.theme, lane.color) });
  });
  const isInside = ({ from, to }: MinimapBin): boolean => from >= windowFrom - 0.5 && to <= windowTo + 0.5;
  const bins = [INSIDE_OPACITY, OUTSIDE_OPACITY].map((fillOpacity) => {
    const alike = minimap.bins.filter((bin) => isInside(bin) === (fillOpacity === INSIDE_OPACITY));
    const d = alike.map(({ from, to, height }) => {
      const px = height * (MINIMAP_HEIGHT - 6);
      return boxPath(from + 0.5, top + MINIMAP_HEIGHT - 2 - px, Math.max(1, to - from - 1), px);
    });
    return d.length > 0 && node("path", `bins-${fillOpacity}`, { d: d.join(""), fill: "currentColor", fillOpacity });
  });
  const paint = { color: "currentColor", surface: context.theme.surface };
  const handle = (key: string, x: number): Node =>
    node("rect", key, {
      ...halo(paint),
      className: "dl-handle",
      x: x - HANDLE.width / 2,
      y: top + (MINIMAP_HEIGHT - HANDLE.height) / 2,
      width: HANDLE.width,
      height: HANDLE.height,
      stroke: "currentColor",
      strokeWidth: 1.5,
    });
  return node("g", "strip", { className: "dl-strip" }, [
    node("g", "all", { ariaHidden: true }, [
      node("rect", "behind", {
        x: start,
        y: top,
        width: end - start,
        height: MINIMAP_HEIGHT,
        fill: "currentColor",
        fillOpacity: BACKGROUND_OPACITY,
      }),
      ...ticks,
      ...bins,
      ...(layout.gutter > 0 ? gutterTexts(layout, scale, context, top) : []),
    ]),
    // The browser script turns this group into a slider and removes `aria-hidden`.
    node("g", "window", { className: "dl-window", ariaHidden: true }, [
      node("rect", "frame", {
        x: windowFrom + 0.75,
        y: top + 0.75,
        width: Math.max(1, windowTo - windowFrom - 1.5),
        height: MINIMAP_HEIGHT - 1.5,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.5,
      }),
      handle("from", windowFrom),
      handle("to", windowTo),
    ]),
  ]);
}

/** Texts beside the minimap: the range in view and its number of events. */
function gutterTexts(layout: HorizontalLayout, scale: Scale, context: SceneContext, top: number): Node[] {
  const { minimap, gutter, gutterRight, headX: x, laneLayouts } = layout;
  const { locale, measure, timeline } = context;
  const style = { anchor: gutterRight ? "right" : "left", rtl: isRtlLocale(locale) } as const;
  if (!minimap) return [];
  const [from, to] = minimap.inView.map(scale.timeAt) as [number, number];
  const visible = laneLayouts.reduce((sum, frame) => sum + frame.count - frame.earlier - frame.later, 0);
  const [all, some] = [timeline.events.length, visible].map((n) => groupDigits(n, locale)) as [string, string];
  const linesOf = (text: string, weight: Weight, most: number): readonly string[] =>
    wrapText(text, gutter - GUTTER_GAP, most, { size: SMALL_SIZE, weight, measure }).lines;
  const count = linesOf(fill(word(locale, "windowCount"), some, all), 400, 2);
  // Hours are shown only within one day: two days with hours are too long for the gutter.
  const finest = Math.floor(from / DAY) === Math.floor((to - 1) / DAY) ? "minute" : "day";
  const range = linesOf(formatDate(viewportSpan(from, to, finest), locale, "short"), 600, 3);
  const y = top + MINIMAP_HEIGHT - 1 - (count.length - 1) * GUTTER_LINE_HEIGHT;
  return [
    linesNode("range", x, y - range.length * GUTTER_LINE_HEIGHT, range, GUTTER_LINE_HEIGHT, { ...style, weight: 600 }),
    linesNode("count", x, y, count, GUTTER_LINE_HEIGHT, { ...style, ink: INK.muted }),
  ];
}
