/** Draws the minimap: all events on the whole axis, and the part of it in view. */
import { wrapText } from "../../base/wrap.js";
import type { MinimapBin, MinimapTick } from "../../layout/axis/minimap-histogram.js";
import type { HorizontalLayout } from "../../layout/types.js";
import { GUTTER_GAP, SMALL_SIZE, MINIMAP_HEIGHT, MINIMAP_ROOM } from "../../layout/metrics.js";
import { DAY } from "../../time/calendar.js";
import { formatDate } from "../../time/wording/format-date.js";
import type { Scale } from "../../time/scale.js";
import { viewportSpan } from "../../time/viewport-span.js";
import { isRtlLocale, type SceneContext } from "../context.js";
import { type Node, node } from "../node.js";
import { boxPath, round } from "../path.js";
import { inkLine, linesNode } from "../labels/text.js";
import { INK, laneClass, laneColor } from "../theme.js";

/** Height of an event at most, and of all of them over the base line, in px. */
const TICK_HEIGHT_MAX = 2;
const EVENTS_HEIGHT = 14;
/** Height of the ends of the window, and of the area that takes a press, in px. */
const END_HEIGHT = 7;
const TARGET = 24;
const INSIDE_OPACITY = 0.9;
const OUTSIDE_OPACITY = 0.45;
/** Line height of the text in the gutter, in px. */
const GUTTER_LINE_HEIGHT = 15;
const RANGE_LINES_MAX = 3;

export function minimapNode(layout: HorizontalLayout, scale: Scale, context: SceneContext): Node | undefined {
  const { minimap, start, end, axisY, axisHeight } = layout;
  if (!minimap) return undefined;
  const top = axisY + axisHeight + (MINIMAP_ROOM - MINIMAP_HEIGHT) / 2;
  const base = top + MINIMAP_HEIGHT;
  const { windowFrom, windowTo } = minimap;
  const pitch = EVENTS_HEIGHT / Math.max(1, layout.boxes.length);
  const height = Math.max(1, Math.min(TICK_HEIGHT_MAX, pitch - 1));
  const isInside = ({ from, to }: MinimapTick | MinimapBin): boolean => to > windowFrom && from < windowTo;
  const byPlace = [INSIDE_OPACITY, OUTSIDE_OPACITY].map((opacity) => [opacity, opacity === INSIDE_OPACITY] as const);
  // One path per lane is faster to draw than one element per event.
  const ticks = layout.boxes.flatMap(({ lane }, i) =>
    byPlace.map(([fillOpacity, inside]) => {
      const own = minimap.ticks.filter((tick) => tick.lane === i && isInside(tick) === inside);
      const y = top + i * pitch + (pitch - height) / 2;
      const d = own.map(({ from, to }) => boxPath(from, y, to - from, height)).join("");
      const className = `dl-fill ${laneClass(lane.color)}`.trim();
      const fill = laneColor(context.theme, lane.color);
      return d !== "" && node("path", `lane-${lane.id}-${fillOpacity}`, { className, d, fill, fillOpacity });
    }),
  );
  const bins = byPlace.map(([fillOpacity, inside]) => {
    const alike = minimap.bins.filter((bin) => isInside(bin) === inside);
    const d = alike.map((bin) => {
      const px = Math.max(1, bin.height * EVENTS_HEIGHT);
      return boxPath(bin.from + 0.5, base - 1 - px, Math.max(1, bin.to - bin.from - 1), px);
    });
    return d.length > 0 && node("path", `bins-${fillOpacity}`, { d: d.join(""), fill: "currentColor", fillOpacity });
  });
  const target = (key: string, className: string | undefined, x: number, width: number): Node =>
    node("rect", key, {
      className,
      x,
      y: base - TARGET + END_HEIGHT / 2,
      width,
      height: TARGET,
      fill: "none",
      pointerEvents: "all",
    });
  const [from, to] = [Math.max(start, windowFrom), Math.min(end, Math.max(windowTo, windowFrom + 3))];
  const ends = [from, to].map((x) => `M${round(x)} ${round(base - END_HEIGHT / 2)}v${END_HEIGHT}`).join("");
  return node("g", "strip", { className: "dl-strip" }, [
    node("g", "all", { ariaHidden: true }, [
      target("target", undefined, start, end - start),
      ...ticks,
      ...bins,
      inkLine("base", start, base, end, base, INK.lane),
      ...(layout.gutter > 0 ? [rangeText(layout, scale, context, base)] : []),
    ]),
    // The browser script turns this group into a slider and removes `aria-hidden`.
    node("g", "window", { className: "dl-window", ariaHidden: true }, [
      node("path", "frame", {
        d: `M${round(from)} ${round(base)}H${round(to)}${ends}`,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.5,
      }),
      target("grip", undefined, from, to - from),
      target("from", "dl-handle", from - TARGET / 2, TARGET),
      target("to", "dl-handle", to - TARGET / 2, TARGET),
    ]),
  ]);
}

/** The range in view, beside the minimap. */
function rangeText(layout: HorizontalLayout, scale: Scale, context: SceneContext, y: number): Node {
  const { minimap, gutter, gutterRight, headX } = layout;
  const { locale, measure } = context;
  const [from, to] = (minimap?.inView ?? scale.domain).map(scale.timeAt) as [number, number];
  // Hours are shown only within one day: two days with hours are too long for the gutter.
  const finest = Math.floor(from / DAY) === Math.floor((to - 1) / DAY) ? "minute" : "day";
  const text = formatDate(viewportSpan(from, to, finest), locale, "short");
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const { lines } = wrapText(text, gutter - GUTTER_GAP, RANGE_LINES_MAX, style);
  const first = y + 4 - (lines.length - 1) * GUTTER_LINE_HEIGHT;
  return linesNode("range", headX, first, lines, GUTTER_LINE_HEIGHT, {
    anchor: gutterRight ? "right" : "left",
    rtl: isRtlLocale(locale),
    ink: INK.muted,
  });
}
