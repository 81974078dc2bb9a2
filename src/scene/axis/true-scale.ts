/** A bent axis: bands and seams of its segments, their words, and the bar of true scale that shows how far time is bent. */
import { LEADER_DEPTH, SEGMENT_HEAD } from "../../layout/vertical/column-labels.js";
import type { AxisSegment } from "../../layout/axis/axis-layout.js";
import { SEGMENT_TEXT_INDENT } from "../../layout/axis/segmented-axis.js";
import {
  FIGURE_INSET,
  SEGMENT_FUNNEL_HEIGHT,
  SEGMENT_WORDS_HEIGHT,
  SMALL_SIZE,
  TITLE_SIZE,
} from "../../layout/metrics.js";
import type { TrueScale } from "../../layout/axis/segmented-axis.js";
import type { HorizontalLayout, LaneBox, VerticalLayout } from "../../layout/types.js";
import type { SceneContext } from "../context.js";
import { inkLine, linesNode, mutedText, textAttributes, textNode, verticalLines } from "../labels/text.js";
import { counted } from "../../time/locale.js";
import { word } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { boxPath, round } from "../path.js";
import { INK, laneClass, laneColor, type Theme } from "../theme.js";

/** From the top of a head to its baseline, and between its words and its date, in px. */
const HEAD_BASELINE = 20;
const HEAD_GAP = 7;
const HEAD_STYLE = { size: TITLE_SIZE } as const;
/** From the top of the bar over a column to its line, in px. */
const COLUMN_BAR = 24;
/** Height of the bar over a column with its words, in px. */
export const COLUMN_SCALE_HEIGHT = 50;
/** Depth and least width of the bracket about the part in view, in px. */
const BRACKET_DEPTH = 6;
const BRACKET_WIDTH_MIN = 3;
const BAND_OPACITY = 0.04;
const WEDGE_OPACITY = 0.06;
/** Baselines below the axis line, in px. */
const HEADING_BASELINE = 33;
const WORDS_BASELINE = 49;
const WORD_LINE = 15;
/** Ticks of the bar that stand for events, in px. */
const EVENT_TICK = { width: 1.5, height: 6, offset: 1.5 };
/** The narrowest end of a wedge, in px: a segment that is thinner than a hair is still seen. */
const WEDGE_WIDTH_MIN = 0.8;

/** Bands behind every second segment, and lines where the axis bends. Part of the picture that moves with the axis. */
export function segmentBands({ axis, erasTop, axisY }: HorizontalLayout): Node | undefined {
  if (!axis.bent) return undefined;
  const bands = axis.bent.filter(({ hasBand }) => hasBand);
  const d = bands.map(({ from, to }) => boxPath(from, erasTop, to - from, axisY - erasTop)).join("");
  return node("g", "bands", { ariaHidden: true }, [
    d !== "" && node("path", "bands", { d, fill: "currentColor", fillOpacity: BAND_OPACITY }),
  ]);
}

/** Dates and lengths of the segments under the axis, in words. */
export function segmentWords({ axis, axisY }: HorizontalLayout): Node[] {
  const bent = axis.bent ?? [];
  if (bent.length === 0) return [];
  const seams = bent.slice(1).map(({ from }) => [from, axisY, axisY + SEGMENT_WORDS_HEIGHT] as const);
  return [
    verticalLines("seams", seams, INK.lane),
    ...bent.flatMap(({ from, heading, words }, i) => [
      ...(heading === undefined
        ? []
        : [textNode(`heading-${i}`, from + SEGMENT_TEXT_INDENT, axisY + HEADING_BASELINE, heading, { weight: 600 })]),
      ...(words.length === 0
        ? []
        : [
            linesNode(`words-${i}`, from + SEGMENT_TEXT_INDENT, axisY + WORDS_BASELINE, words, WORD_LINE, {
              ink: INK.muted,
            }),
          ]),
    ]),
  ];
}

/** Bands under every second segment of a column. */
export function columnBands({ heads, width }: VerticalLayout): Node | undefined {
  const bands = heads.filter(({ hasBand }) => hasBand);
  if (bands.length === 0) return undefined;
  const d = bands.map(({ from, to }) => boxPath(0, from, width, Math.max(0, to - from))).join("");
  return node("g", "segment-bands", { ariaHidden: true }, [
    node("path", "bands", { d, fill: "currentColor", fillOpacity: BAND_OPACITY }),
  ]);
}

/** Heads of the segments of a column: words, date and count over the whole width. They cut what lasts through the seam. */
export function columnHeads({ heads, width }: VerticalLayout, { locale, theme }: SceneContext): Node | undefined {
  if (heads.length === 0) return undefined;
  return node(
    "g",
    "segment-heads",
    { ariaHidden: true },
    heads.flatMap(({ from, words, date, count, hasBand }, i) => {
      const box = { x: 0, y: from + 1, width, height: SEGMENT_HEAD - LEADER_DEPTH };
      const y = from + HEAD_BASELINE;
      return [
        node("rect", `surface-${i}`, { className: "dl-surface", ...box, fill: theme.surface }),
        hasBand && node("rect", `band-${i}`, { ...box, fill: "currentColor", fillOpacity: BAND_OPACITY }),
        node("text", `head-${i}`, { x: FIGURE_INSET, y, ...textAttributes(words, HEAD_STYLE) }, [
          node("tspan", "words", { fontWeight: 600 }, words),
          date !== "" && node("tspan", "date", { dx: HEAD_GAP, fontSize: SMALL_SIZE, fillOpacity: INK.muted }, date),
        ]),
        mutedText(`count-${i}`, width - FIGURE_INSET, y, counted(locale, locale.figure.events, count), {
          anchor: "right",
        }),
      ];
    }),
  );
}

/** The whole of time in proportion over a column, whose segments are bands and rows. */
export function columnTrueScale(layout: VerticalLayout, { theme, locale }: SceneContext): Node | undefined {
  const { trueScale, trueScaleTop, trueScaleWindow, boxes, width } = layout;
  if (!trueScale) return undefined;
  const bar = trueScaleTop + COLUMN_BAR;
  const [from, to] = trueScaleWindow ?? [0, 0];
  return node("g", "true-scale", { className: "dl-true-scale", ariaHidden: true }, [
    textNode("name", FIGURE_INSET, bar - 7, word(locale, "trueScale"), { weight: 600 }),
    ...barNodes(trueScale, boxes, [FIGURE_INSET, width - FIGURE_INSET], bar, theme),
    trueScaleWindow &&
      node("path", "window", {
        d: `M${round(from)} ${bar}v${-BRACKET_DEPTH}H${round(Math.max(to, from + BRACKET_WIDTH_MIN))}v${BRACKET_DEPTH}`,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 1.5,
      }),
  ]);
}

/** A line with a tick for each event, and dates. */
function barNodes(
  { events, ticks }: TrueScale,
  boxes: readonly LaneBox[],
  [start, end]: readonly [number, number],
  bar: number,
  theme: Theme,
): (Node | false)[] {
  const { width, height, offset } = EVENT_TICK;
  return [
    inkLine("line", start, bar, end, bar, INK.axis),
    ...boxes.map(({ lane }, i) => {
      const d = (events[i] ?? []).map((t) => boxPath(t - width / 2, bar + offset, width, height)).join("");
      const className = `dl-fill ${laneClass(lane.color)}`.trim();
      return d !== "" && node("path", `lane-${lane.id}`, { className, d, fill: laneColor(theme, lane.color) });
    }),
    verticalLines(
      "ticks",
      ticks.map(({ t }) => [t, bar, bar + 10] as const),
      INK.line,
    ),
    ...ticks.map(({ t, label = "" }, i) => mutedText(`label-${i}`, t + 4, bar + 20, label)),
  ];
}

/** The whole of time in proportion, with a line from each seam to its true place. It stays while the reader pans. */
export function trueScaleBar(layout: HorizontalLayout, { theme, locale }: SceneContext): Node | undefined {
  const { axis, axisY, trueScale, start, end, shift, boxes, gutter, headX, gutterRight } = layout;
  if (!trueScale) return undefined;
  const top = axisY + SEGMENT_WORDS_HEIGHT;
  const bar = top + SEGMENT_FUNNEL_HEIGHT;
  const onScreen = (t: number): number => Math.min(end, Math.max(start, t + shift));
  const wedge = ({ from, to, trueFrom, trueTo }: AxisSegment): string =>
    `M${round(onScreen(from))} ${top}L${round(trueFrom)} ${bar}H${round(Math.max(trueTo, trueFrom + WEDGE_WIDTH_MIN))}L${round(onScreen(to))} ${top}Z`;
  const bent = axis.bent ?? [];
  const wedges = bent.filter(({ hasBand }) => hasBand).map(wedge);
  const seams = bent
    .slice(1)
    .filter(({ from }) => from + shift >= start && from + shift <= end)
    .map(({ from, trueFrom }) => `M${round(from + shift)} ${top}L${round(trueFrom)} ${bar}`);
  const name = word(locale, "trueScale");
  return node("g", "true-scale", { className: "dl-true-scale", ariaHidden: true }, [
    wedges.length > 0 &&
      node("path", "wedges", { d: wedges.join(""), fill: "currentColor", fillOpacity: WEDGE_OPACITY }),
    seams.length > 0 &&
      node("path", "seams", { d: seams.join(""), fill: "none", stroke: "currentColor", strokeOpacity: INK.lane }),
    ...barNodes(trueScale, boxes, [start, end], bar, theme),
    gutter > 0 && textNode("name", headX, bar + 4, name, { weight: 600, anchor: gutterRight ? "right" : "left" }),
  ]);
}
