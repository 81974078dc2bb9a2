/** The overview strip: all events on the whole axis, and a frame round the part in view. */
import type { HorizontalLayout } from "../layout/figure-layout.js";
import { AXIS_HEIGHT, STRIP_HEIGHT } from "../layout/metrics.js";
import { durationInWords } from "../time/duration.js";
import { fill } from "../time/locale.js";
import type { SceneContext } from "./context.js";
import { word } from "./names.js";
import { type Node, node } from "./node.js";
import { halo } from "./paint.js";
import { mutedText } from "./text.js";
import { laneClass, laneColor } from "./theme.js";

const HANDLE = { width: 7, height: 16 };
const BEHIND = 0.05;
const INSIDE = 0.75;
const OUTSIDE = 0.42;

/** @param length of the whole axis, in ms */
export function stripNode(layout: HorizontalLayout, length: number, context: SceneContext): Node | undefined {
  const { density, start, end, axisY } = layout;
  if (!density) return undefined;
  const top = axisY + AXIS_HEIGHT + 8;
  const { windowFrom, windowTo } = density;
  const rowHeight = (STRIP_HEIGHT - 2) / Math.max(1, layout.boxes.length);
  const ticks = density.ticks.map((tick, i) => {
    const lane = layout.boxes[tick.lane]?.lane;
    const color = lane?.color ?? "blue";
    return node("rect", `tick-${i}`, {
      className: `dl-fill ${laneClass(color)}`.trim(),
      x: tick.from,
      y: top + 1 + tick.lane * rowHeight + 1,
      width: tick.to - tick.from,
      height: Math.max(1, Math.min(4, rowHeight - 1)),
      fill: laneColor(context.theme, color),
    });
  });
  const bins = density.bins.map((bin, i) => {
    const height = bin.height * (STRIP_HEIGHT - 6);
    const inside = bin.from >= windowFrom - 0.5 && bin.to <= windowTo + 0.5;
    return node("rect", `bin-${i}`, {
      x: bin.from + 0.5,
      y: top + STRIP_HEIGHT - 2 - height,
      width: Math.max(1, bin.to - bin.from - 1),
      height,
      fill: "currentColor",
      fillOpacity: inside ? INSIDE : OUTSIDE,
    });
  });
  const paint = { color: "currentColor", surface: context.theme.surface };
  const handle = (key: string, x: number): Node =>
    node("rect", key, {
      ...halo(paint),
      className: "dl-handle",
      x: x - HANDLE.width / 2,
      y: top + (STRIP_HEIGHT - HANDLE.height) / 2,
      width: HANDLE.width,
      height: HANDLE.height,
      stroke: "currentColor",
      strokeWidth: 1.5,
    });
  const label = fill(word(context.locale, "allOf"), durationInWords(length, context.locale));
  return node("g", "strip", { className: "dl-strip" }, [
    node("g", "all", { ariaHidden: true }, [
      node("rect", "behind", {
        x: start,
        y: top,
        width: end - start,
        height: STRIP_HEIGHT,
        fill: "currentColor",
        fillOpacity: BEHIND,
      }),
      ...ticks,
      ...bins,
      layout.gutter > 0 &&
        mutedText("label", layout.headX, top + 17, label, { anchor: layout.gutterRight ? "right" : "left" }),
    ]),
    // A script makes it a slider and takes it out of hiding.
    node("g", "window", { className: "dl-window", ariaHidden: true }, [
      node("rect", "frame", {
        x: windowFrom + 0.75,
        y: top + 0.75,
        width: Math.max(1, windowTo - windowFrom - 1.5),
        height: STRIP_HEIGHT - 1.5,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.5,
      }),
      handle("from", windowFrom),
      handle("to", windowTo),
    ]),
  ]);
}
