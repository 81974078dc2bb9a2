/** The rulers of bars: two or three round counts, and the unit of the calendar that they are of. */
import type { BarsShape } from "../../layout/forms/crowd-shape.js";
import { labelTop } from "../../layout/horizontal/lane-boxes.js";
import type { LabelBox } from "../../layout/marks/lane-layout.js";
import { LEADER_GAP, SMALL_SIZE } from "../../layout/metrics.js";
import type { HorizontalLayout, LaneBox, VerticalLayout } from "../../layout/types.js";
import { groupDigits } from "../../time/locale.js";
import { perUnit } from "../accessible-names.js";
import type { SceneContext } from "../context.js";
import { mutedText } from "../labels/text.js";
import { type Node, node } from "../node.js";
import { round } from "../path.js";
import { INK } from "../theme.js";

/** Values of a ruler at most, and the least distance of two, in px. */
const VALUES_MAX = 3;
const VALUES_APART = 14;
/** A ruler of lower bars would say nothing, in px. */
const RULER_MIN = 24;
/** Between the axis and the ruler, and between the ruler and its words, in px. */
const RULER_GAP = 6;
const WORDS_GAP = 6;
const TICK = 4;
/** From a value down to the words of its unit, and from a tick to the baseline of its value, in px. */
const UNIT_LINE = 15;
const BASELINE = 4;

/** The ruler of each lane of bars. In a picture without a gutter it stands on the bars. */
export function countRulers(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  const rulers = layout.laneLayouts.flatMap(({ clusters, labels }, i) => {
    const shape = clusters.map((cluster) => cluster.shape).find((one) => one?.kind === "bars");
    const box = layout.boxes[i] as LaneBox;
    const ruler = shape?.kind === "bars" && rulerNode(shape, box, labels, layout, context);
    return ruler ? [ruler] : [];
  });
  return rulers.length > 0 ? node("g", "rulers", { className: "dl-rulers", ariaHidden: true }, rulers) : undefined;
}

function rulerNode(
  { foot, unit, ruler }: BarsShape,
  box: LaneBox,
  labels: readonly LabelBox[],
  { gutter, gutterRight, start, end }: HorizontalLayout,
  context: SceneContext,
): Node | undefined {
  if (!ruler || !unit) return undefined;
  const { perEvent, most } = ruler;
  const { locale } = context;
  const values = roundValues(most, perEvent, VALUES_APART);
  const top = values.at(-1);
  if (top === undefined || most * perEvent < RULER_MIN) return undefined;
  const base = box.line - foot;
  const inside = gutter === 0;
  const out = gutterRight ? 1 : -1;
  const x = (gutterRight ? end : start) + (inside ? 0 : out * RULER_GAP);
  // Outside the axis the words stand beyond the ruler.
  const side = inside ? -out : out;
  const textX = x + side * (TICK + WORDS_GAP);
  const yOf = (value: number): number => base - value * perEvent;
  const ticks = [0, ...values].map((value) => `M${round(x)} ${round(yOf(value))}h${side * TICK}`);
  const texts = values.map((value) => [`${value}`, yOf(value) + BASELINE, groupDigits(value, locale)] as const);
  // The words of the unit stand under the top value, where the next one leaves them room.
  const unitY = yOf(top) + BASELINE + UNIT_LINE;
  const next = values.at(-2);
  const hasRoom = (next === undefined ? base : yOf(next) - VALUES_APART + BASELINE) >= unitY;
  const all = hasRoom ? [...texts, ["unit", unitY, perUnit(unit, locale, false)] as const] : texts;
  const lines = all.filter(([, y, text]) => {
    if (!inside) return true;
    const width = context.measure(text, SMALL_SIZE, 400) + WORDS_GAP;
    const [left, right] = side > 0 ? [x, textX + width] : [textX - width, x];
    return !labels.some((label) => meets(label, box, left, right, y));
  });
  return node("g", `ruler-${box.lane.id}`, {}, [
    ...(inside ? lines.map(([key, y, text]) => surface(`under-${key}`, textX, side, y, text, context)) : []),
    rulerLine(`M${round(x)} ${round(base)}V${round(yOf(top))}${ticks.join("")}`),
    ...lines.map(([key, y, text]) => mutedText(key, textX, y, text, { anchor: side > 0 ? "left" : "right" })),
  ]);
}

/** Whether a label, or its leader line, meets a line of text. */
function meets(label: LabelBox, box: LaneBox, left: number, right: number, y: number): boolean {
  const { leader, flow, content } = label;
  const top = labelTop(box, label);
  const width = LEADER_GAP + content.width;
  const [from, to] = flow === "right" ? [leader, leader + width] : [leader - width, leader];
  const far = label.side === "above" ? box.line : top + content.height;
  const isText = from < right && to > left && top < y + BASELINE && top + content.height > y - UNIT_LINE + BASELINE;
  return isText || (leader > left && leader < right && Math.min(top, far) < y && Math.max(top, far) > y - UNIT_LINE);
}

/** The surface under a text that stands on bars. */
function surface(key: string, x: number, side: number, y: number, text: string, context: SceneContext): Node {
  const width = context.measure(text, SMALL_SIZE, 400) + WORDS_GAP;
  return node("rect", key, {
    className: "dl-surface",
    x: side > 0 ? x - WORDS_GAP / 2 : x - width + WORDS_GAP / 2,
    y: y - UNIT_LINE + BASELINE,
    width,
    height: UNIT_LINE,
    fill: context.theme.surface,
  });
}

/** The ruler of the bars beside a column, above them. */
export function columnRuler({ ruler, lineX, start }: VerticalLayout, context: SceneContext): Node | undefined {
  if (!ruler || ruler.most * ruler.perEvent < RULER_MIN) return undefined;
  const { unit, foot, perEvent, most } = ruler;
  const { locale, measure } = context;
  const width = (value: number): number => measure(groupDigits(value, locale), SMALL_SIZE, 400);
  const values = roundValues(most, perEvent, width(most) + WORDS_GAP / 2);
  const top = values.at(-1);
  if (top === undefined) return undefined;
  const base = lineX + foot;
  const xOf = (value: number): number => base + value * perEvent;
  const y = start - TICK;
  const ticks = [0, ...values].map((value) => `M${round(xOf(value))} ${round(y)}v${-TICK}`);
  const words = perUnit(unit, locale, false);
  const wordsX = xOf(top) + width(top) / 2 + BASELINE;
  const baseline = y - TICK - WORDS_GAP / 2;
  return node("g", "rulers", { className: "dl-rulers", ariaHidden: true }, [
    // Bars before the window reach under it.
    node("rect", "surface", {
      className: "dl-surface",
      x: base - TICK,
      y: y - UNIT_LINE - BASELINE,
      width: wordsX + measure(words, SMALL_SIZE, 400) - base + 2 * TICK,
      height: UNIT_LINE + BASELINE + 1,
      fill: context.theme.surface,
    }),
    rulerLine(`M${round(base)} ${round(y)}H${round(xOf(top))}${ticks.join("")}`),
    ...values.map((value) =>
      mutedText(`${value}`, xOf(value), baseline, groupDigits(value, locale), { anchor: "middle" }),
    ),
    mutedText("unit", wordsX, baseline, words),
  ]);
}

function rulerLine(d: string): Node {
  return node("path", "line", { d, fill: "none", stroke: "currentColor", strokeOpacity: INK.line });
}

/** Multiples of 1, 2 or 5 and a power of ten, of which at most three lie below a number of events. */
function roundValues(most: number, perEvent: number, apart: number): number[] {
  const limit = Math.floor(most + 1e-6);
  for (let power = 1; power <= limit; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const step = factor * power;
      const count = Math.floor(limit / step);
      if (count >= 1 && count <= VALUES_MAX && (count === 1 || step * perEvent >= apart)) {
        return Array.from({ length: count }, (_, i) => (i + 1) * step);
      }
    }
  }
  return [];
}
