/** Draws the axis: ticks with labels, the context (larger unit) in bold, and folds. */
import { groupBy } from "../../base/group-by.js";
import type { AxisFold, AxisLayout, AxisTick } from "../../layout/axis/axis-layout.js";
import { AXIS_LINE_HEIGHT } from "../../layout/vertical/column-axis.js";
import type { CompactLayout, HorizontalLayout, VerticalLayout } from "../../layout/types.js";
import { durationInWords } from "../../time/wording/duration.js";
import type { SceneContext } from "../context.js";
import { word } from "../accessible-names.js";
import { type Attributes, type Node, node } from "../node.js";
import { inkLine, linesNode, mutedText, textNode, verticalLines } from "../labels/text.js";
import { INK } from "../theme.js";

/** How far the two slanted strokes of a fold reach on either side of the axis, in px. */
const FOLD_STROKE_REACH = 6;
/** From the line of an axis to the baseline of words below it, and above it, in px. */
const WORDS_BELOW = 16;
const WORDS_OVER = 6;
/** Ticks over the line of an axis: with words, and without, in px. */
const UPPER_TICK = 16;
const UPPER_TICK_SMALL = 4;

export function horizontalAxis(layout: HorizontalLayout | CompactLayout, context: SceneContext): Node {
  const { axis, axisY } = layout;
  if (layout.orientation === "horizontal" && !layout.hasLowerAxis) return node("g", "axis", {}, []);
  // The compact figure has one row of texts, where contexts replace labels.
  const low = layout.orientation === "compact";
  // A tick is shorter where its context stands below it.
  const lengthOf = ({ t, label, context: larger, contextEnd = 0 }: AxisTick): number => {
    if (larger) return contextEnd > t ? 20 : low ? 18 : 14;
    return label ? 6 : 4;
  };
  const folds = axis.folds.flatMap((fold, i) => [
    ...foldStrokes(fold, i, axisY, false),
    mutedText(`fold-${i}`, (fold.from + fold.to) / 2, axisY - 10, foldText(fold, context), {
      weight: 600,
      anchor: "middle",
    }),
    foldTarget(fold, i, { x: fold.from, y: axisY - 24, width: fold.to - fold.from, height: 36 }, context),
  ]);
  return axisNode("axis", axis, axisY, lengthOf, axisY + WORDS_BELOW, folds);
}

/** The axis above the lanes: ticks and words stand over its line. */
export function upperAxis({ axis, upperAxisY }: HorizontalLayout): Node | undefined {
  if (upperAxisY === undefined) return undefined;
  const lengthOf = ({ label, context }: AxisTick): number => (context || label ? -UPPER_TICK : -UPPER_TICK_SMALL);
  return axisNode("upper-axis", axis, upperAxisY, lengthOf, upperAxisY - WORDS_OVER, []);
}

/**
 * @param lengthOf length of a tick below the line, in px; negative above it
 * @param baseline y of the words
 */
function axisNode(
  key: string,
  axis: AxisLayout,
  y: number,
  lengthOf: (tick: AxisTick) => number,
  baseline: number,
  folds: readonly (Node | undefined)[],
): Node {
  const ticks = [...groupBy(axis.ticks, lengthOf)].map(([length, alike]) =>
    verticalLines(
      `ticks-${length}`,
      alike.map(({ t }) => [t, y, y + length]),
      INK.axis,
    ),
  );
  const words = axis.ticks.flatMap((tick, i) => [
    tick.label !== undefined &&
      textNode(`label-${i}`, tick.t + 5 - (tick.labelShift ?? 0), baseline, tick.label, {
        ink: tick.count ? 1 : INK.muted,
      }),
    tick.count && mutedText(`count-${i}`, tick.t + tick.count.at, baseline, tick.count.text),
    tick.context !== undefined &&
      textNode(`context-${i}`, tick.contextEnd ?? tick.t + (tick.contextAt ?? 5), baseline, tick.context, {
        weight: 600,
        anchor: tick.contextEnd === undefined ? "left" : "right",
      }),
  ]);
  const lines = axis.segments.map(([from, to], i) => inkLine(`line-${i}`, from, y, to, y, INK.axis));
  return node("g", key, { className: "dl-axis", ariaHidden: true }, [...lines, ...ticks, ...words, ...folds]);
}

/** Click target of a fold; the keyboard uses a toolbar button. A standalone picture has none. */
function foldTarget({ fold }: AxisFold, i: number, box: Attributes, { standalone }: SceneContext): Node | undefined {
  if (standalone) return undefined;
  const attributes = { ...box, dataFold: String(fold.start), fill: "none", pointerEvents: "all" as const };
  return node("rect", `fold-${i}-target`, attributes);
}

/** Note beside the axis of scales on which time is not proportional. */
export function scaleStatement(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  if (layout.scaleType !== "equal" && layout.scaleType !== "log") return undefined;
  const { gutter, headX, gutterRight, axisY, end } = layout;
  const text = word(context.locale, "notToScale");
  if (gutter === 0) return mutedText("scale", end, axisY + 33, text, { anchor: "right" });
  return mutedText("scale", headX, axisY + 16, text, { anchor: gutterRight ? "right" : "left" });
}

/** Stretches of the vertical axis between folds; after the last fold it extends as far as the labels. */
export function columnLines({ axis, end }: VerticalLayout): (readonly [number, number])[] {
  return axis.segments.map(([from, to], i) => {
    const continues = i === axis.segments.length - 1 && axis.folds.every((fold) => fold.from < from);
    return [from, continues ? Math.max(to, end) : to];
  });
}

export function verticalAxis(layout: VerticalLayout, context: SceneContext): Node {
  const { axis, axisX } = layout;
  const ticks = axis.ticks.map(({ t, label, context: larger, contextAt }, i) => {
    const labelled = label.length > 0;
    const x = axisX - 11;
    const first = t - ((label.length - 1) * AXIS_LINE_HEIGHT) / 2;
    return node("g", `tick-${i}`, {}, [
      inkLine("tick", axisX - (labelled ? 7 : 3), t, axisX, t, labelled ? 0.8 : INK.line),
      labelled && linesNode("label", x, first + 4.5, label, AXIS_LINE_HEIGHT, { anchor: "right", ink: INK.muted }),
      larger.length > 0 &&
        linesNode("context", x, contextAt + 4.5, larger, AXIS_LINE_HEIGHT, { weight: 600, anchor: "right" }),
    ]);
  });
  const lines = columnLines(layout).map(([from, to], i) => inkLine(`line-${i}`, axisX, from, axisX, to, INK.axis));
  const folds = axis.folds.flatMap((fold, i) => [
    ...foldStrokes(fold, i, axisX, true),
    linesNode(
      `fold-${i}`,
      fold.inColumn ? layout.labelX : axisX - 11,
      (fold.from + fold.to - (fold.label.length - 1) * AXIS_LINE_HEIGHT) / 2 + 4.5,
      fold.label,
      AXIS_LINE_HEIGHT,
      { weight: fold.inColumn ? 400 : 600, ink: INK.muted, anchor: fold.inColumn ? "left" : "right" },
    ),
    foldTarget(fold, i, { x: 0, y: fold.from, width: axisX + 12, height: fold.to - fold.from }, context),
  ]);
  return node("g", "axis", { className: "dl-axis", ariaHidden: true }, [...lines, ...ticks, ...folds]);
}

/** A fold: a gap in the axis between two slanted strokes. */
function foldStrokes({ from, to }: AxisFold, i: number, base: number, vertical: boolean): Node[] {
  const middle = (from + to) / 2;
  const gap = Math.min(vertical ? 5 : 13, (to - from) / 4);
  const stroke = (key: string, t: number): Node =>
    vertical
      ? inkLine(key, base - FOLD_STROKE_REACH, t + 3, base + FOLD_STROKE_REACH, t - 3, 1, 1.5)
      : inkLine(key, t - 3, base + FOLD_STROKE_REACH, t + 3, base - FOLD_STROKE_REACH, 1, 1.5);
  const piece = (key: string, a: number, b: number): Node =>
    vertical ? inkLine(key, base, a, base, b, INK.axis) : inkLine(key, a, base, b, base, INK.axis);
  return [
    piece(`fold-${i}-before`, from, middle - gap),
    piece(`fold-${i}-after`, middle + gap, to),
    stroke(`fold-${i}-a`, middle - gap),
    stroke(`fold-${i}-b`, middle + gap),
  ];
}

function foldText({ fold }: AxisFold, context: SceneContext): string {
  return durationInWords(fold.end - fold.start, context.locale);
}
