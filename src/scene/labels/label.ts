/** Draws the label of an event: date and source numbers, and the title below them. */
import { memoByScope } from "../../base/memo.js";
import type { LabelContent } from "../../layout/labels/label-content.js";
import {
  DATE_LINE,
  SOURCE_NUMBER_GAP,
  LEADER_GAP,
  RUN_IN_LINE,
  RUN_IN_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
} from "../../layout/metrics.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { isDimmed, readsAgainstAxis, isRtlLocale, type SceneContext } from "../context.js";
import { type Node, node } from "../node.js";
import { translateTo } from "../path.js";
import { sourceLinks } from "./source-links.js";
import { linesNode, textAttributes, type TextStyle } from "./text.js";
import { INK } from "../theme.js";

/** From the top of a label to the baseline of its date, and from there to that of the title's first line, in px. */
const DATE_BASELINE = 12;
const LABEL_TITLE_BASELINE = 16.5;

/**
 * Draws a label relative to its leader line and translates it there, so that zooming changes only the transform.
 *
 * @param x position of the leader line, relative to the origin of the event's group
 * @param flow side of the leader line that the text is on
 * @param top top of the label, relative to the same origin
 */
export function labelNode(
  event: PlacedEvent,
  content: LabelContent,
  x: number,
  flow: "left" | "right",
  top: number,
  context: SceneContext,
): Node {
  const className = isDimmed(context, event) ? "dl-label dl-dimmed-text" : "dl-label";
  const texts = textsOf(context, content, event, flow === "right");
  return { ...node("g", "label", { className, transform: translateTo(x, top) }), children: texts };
}

/** The texts of a label relative to its top on the leader line. */
const textsOf = memoByScope(
  (context: SceneContext, content: LabelContent, event: PlacedEvent, right: boolean): readonly Node[] =>
    (content.runIn ? runInNodes : blockNodes)(event, content, right, context),
);

/** A label with date and numbers above the title. */
function blockNodes(event: PlacedEvent, content: LabelContent, right: boolean, context: SceneContext): Node[] {
  const dimmed = isDimmed(context, event);
  const selected = context.selected === event.id;
  const ink = dimmed ? INK.dim : 1;
  const { date, dateLines, numbers, numbersWidth, numbersBelow, lines } = content;
  const out = right ? 1 : -1;
  const edge = out * LEADER_GAP;
  const baseline = DATE_BASELINE + (dateLines.length - 1) * DATE_LINE;
  const hasNumbers = numbers.length > 0 && !numbersBelow;
  // In reading direction the date comes first: at the leader line, or beyond the numbers.
  const dateFirst = right !== readsAgainstAxis(context);
  const dateAt = dateFirst || !hasNumbers ? edge : edge + out * (numbersWidth + SOURCE_NUMBER_GAP);
  const numbersFrom = edge + out * (dateFirst && hasNumbers ? content.numbersAt : 0);
  const numbersAt = right ? numbersFrom : numbersFrom - numbersWidth;
  const numbersBaseline = numbersBelow ? baseline + DATE_LINE + 2 : baseline;
  const titleTop = numbersBaseline + LABEL_TITLE_BASELINE;
  const anchor = right ? ("left" as const) : ("right" as const);
  const muted = dimmed ? INK.dim : INK.muted;
  const plain = hasNumbers && dateLines.length === 1 ? numbers.find((number) => number.plain)?.text : undefined;
  // In a page the accessible name of the mark contains date and title.
  const hidden = !context.standalone;
  const rtl = isRtlLocale(context.locale);
  const style = { ink, anchor, hidden, rtl };
  return [
    ...(plain === undefined
      ? [
          linesNode("date", dateAt, DATE_BASELINE, dateLines, DATE_LINE, {
            ...style,
            weight: 600,
            className: "dl-date",
          }),
          ...sourceLinks(numbers, numbersAt, numbersBaseline, context, muted, event),
        ]
      : [dateWithWords(date, plain, edge, baseline, style, muted)]),
    linesNode("title", edge, titleTop, lines, TITLE_LINE, {
      size: TITLE_SIZE,
      weight: selected ? 600 : content.weight,
      ink,
      anchor,
      className: "dl-title",
      lang: event.lang,
      hidden,
    }),
  ];
}

/** A date followed by text without a link in one text element, so that the gap needs no measured width. */
function dateWithWords(date: string, words: string, x: number, y: number, style: TextStyle, muted: number): Node {
  return node("text", "date", { x, y, ...textAttributes(date, style) }, [
    node("tspan", "date", { className: "dl-date", fontWeight: 600 }, date),
    node("tspan", "none", { dx: style.rtl ? -SOURCE_NUMBER_GAP : SOURCE_NUMBER_GAP, fillOpacity: muted }, words),
  ]);
}

/** A label with the date in bold before the title on one line, and the numbers at the end of the last line. */
function runInNodes(event: PlacedEvent, content: LabelContent, right: boolean, context: SceneContext): Node[] {
  const dimmed = isDimmed(context, event);
  const ink = dimmed ? INK.dim : 1;
  const { date, numbers, numbersWidth, numbersAt, lines, weight } = content;
  const bold = context.selected === event.id ? 600 : weight;
  const last = lines.length - 1;
  const out = right ? 1 : -1;
  const edge = out * LEADER_GAP;
  // In reading direction the numbers come last: towards the leader line they stand between it and the last line.
  const atPole = right === readsAgainstAxis(context) && numbers.length > 0;
  const indent = (i: number): number => (atPole && i === last ? out * (numbersWidth + SOURCE_NUMBER_GAP) : 0);
  const spans = lines.map((line, i) => {
    const place = { x: edge + indent(i), y: DATE_BASELINE + i * RUN_IN_LINE };
    return i === 0
      ? node("tspan", "0", place, [
          node("tspan", "date", { className: "dl-date", fontWeight: 600 }, date),
          node("tspan", "title", {}, ` ${line}`),
        ])
      : node("tspan", String(i), place, line);
  });
  const numbersFrom = edge + (atPole ? 0 : out * numbersAt);
  const numbersX = right ? numbersFrom : numbersFrom - numbersWidth;
  return [
    node(
      "text",
      "title",
      {
        ...textAttributes(lines[0] ?? "", {
          size: RUN_IN_SIZE,
          weight: bold,
          ink,
          anchor: right ? "left" : "right",
          className: "dl-title",
          lang: event.lang,
          hidden: !context.standalone,
        }),
      },
      spans,
    ),
    ...sourceLinks(numbers, numbersX, DATE_BASELINE + last * RUN_IN_LINE, context, dimmed ? INK.dim : INK.muted, event),
  ];
}
