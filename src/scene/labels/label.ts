/** Draws the label of an event: date and source numbers, and the title below them. */
import { memoByScope } from "../../base/memo.js";
import type { LabelContent } from "../../layout/labels/label-content.js";
import {
  DATE_LINE,
  HEADLINE_DATE_LINE,
  HEADLINE_DATE_SIZE,
  HEADLINE_LINE,
  HEADLINE_SIZE,
  LEADER_GAP,
  NOTE_LINE,
  RUN_IN_LINE,
  RUN_IN_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
} from "../../layout/metrics.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { eventColor, isDimmed, isRtlLocale, type SceneContext } from "../context.js";
import { type Attributes, type Node, node } from "../node.js";
import { translateTo } from "../path.js";
import { labelImage } from "./label-image.js";
import { sourceLinks, sourceSpans } from "./source-links.js";
import { linesNode, mutedText, textAttributes, type TextStyle } from "./text.js";
import { INK, laneInk } from "../theme.js";

/** From the top of a label to the baseline of its date, and on to that of its first line of title. */
const DATE_BASELINE = 11;
const LABEL_TITLE_BASELINE = 16;
/** Between a title and the words after it, in px. */
const AFTER_GAP = 7;
/** From the last baseline of a title to the first of a description, in px. */
const DESCRIPTION_BASELINE = 16;
const HEADLINE_DATE_BASELINE = 13;
const HEADLINE_TITLE_BASELINE = 21;

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
    (content.runIn ? runInNodes : blockNodes)(event, content, right, context).filter((part) => part !== undefined),
);

/** A label with date and numbers above the title. */
function blockNodes(
  event: PlacedEvent,
  content: LabelContent,
  right: boolean,
  context: SceneContext,
): (Node | undefined)[] {
  const dimmed = isDimmed(context, event);
  const ink = dimmed ? INK.dim : 1;
  const muted = dimmed ? INK.dim : INK.muted;
  const { dateLines, numbersBelow, lines, headline } = content;
  const indent = LEADER_GAP + (content.image?.indent ?? 0);
  const edge = right ? indent : -indent;
  const [dateLine, titleLine] = headline ? [HEADLINE_DATE_LINE, HEADLINE_LINE] : [DATE_LINE, TITLE_LINE];
  const dateBaseline = headline ? HEADLINE_DATE_BASELINE : DATE_BASELINE;
  const last = dateBaseline + (dateLines.length - 1) * DATE_LINE;
  const numbersBaseline = numbersBelow ? last + DATE_LINE + 2 : last;
  const anchor = right ? ("left" as const) : ("right" as const);
  // In a page the mark's name says both in words.
  const hidden = !context.standalone;
  const rtl = isRtlLocale(context.locale);
  const style: TextStyle = {
    ink,
    anchor,
    rtl,
    weight: 600,
    ...(headline ? { size: HEADLINE_DATE_SIZE } : {}),
    className: headline && !dimmed ? "dl-date dl-lane-ink" : "dl-date",
  };
  const date = headline && !dimmed ? { fill: laneInk(context.theme, eventColor(context, event)) } : {};
  const inline = dateLines.length === 1 && !numbersBelow;
  const titleBaseline = numbersBaseline + (headline ? HEADLINE_TITLE_BASELINE : LABEL_TITLE_BASELINE);
  const titleEnd = titleBaseline + (lines.length - 1) * titleLine;
  return [
    content.image && labelImage(content.image, content.height, right, dimmed),
    inline
      ? dateWithSources(edge, dateBaseline, content, { ...style, hidden }, date, muted, context, event)
      : linesNode("date", edge, dateBaseline, dateLines, dateLine, { ...style, hidden }),
    content.lane &&
      mutedText("lane", LEADER_GAP + content.lane.end, dateBaseline, content.lane.title, {
        ink: muted,
        anchor: "right",
        hidden,
      }),
    ...(inline ? [] : numbersUnder(content, right, numbersBaseline, context, muted, event)),
    linesNode("title", edge, titleBaseline, lines, titleLine, {
      size: headline ? HEADLINE_SIZE : TITLE_SIZE,
      weight: context.selected === event.id ? 600 : content.weight,
      ink,
      anchor,
      className: "dl-title",
      lang: event.lang,
      hidden,
    }),
    ...(content.description ? [descriptionNode(content.description, edge, titleEnd, anchor, event, context)] : []),
  ];
}

/** The description under the title. */
function descriptionNode(
  lines: readonly string[],
  x: number,
  titleEnd: number,
  anchor: "left" | "right",
  event: PlacedEvent,
  context: SceneContext,
): Node {
  const { standalone } = context;
  return linesNode("description", x, titleEnd + DESCRIPTION_BASELINE, lines, NOTE_LINE, {
    ink: isDimmed(context, event) ? INK.dim : INK.muted,
    anchor,
    className: "dl-label-text",
    lang: event.lang,
    hidden: !standalone,
  });
}

/** Numbers that take a line of their own, or follow the last of several lines of the date. */
function numbersUnder(
  { numbers, numbersBelow, numbersAt, numbersWidth }: LabelContent,
  right: boolean,
  baseline: number,
  context: SceneContext,
  muted: number,
  event: PlacedEvent,
): Node[] {
  const out = right ? 1 : -1;
  const from = out * (LEADER_GAP + (numbersBelow ? 0 : numbersAt));
  return sourceLinks(numbers, right ? from : from - numbersWidth, baseline, context, muted, event);
}

/** The numbers follow the date as text follows text: no width has to be guessed, whatever the face. */
function dateWithSources(
  x: number,
  y: number,
  { date, note, numbers }: LabelContent,
  { hidden, weight = 400, className, ...style }: TextStyle & { hidden: boolean },
  own: Attributes,
  muted: number,
  context: SceneContext,
  event: PlacedEvent,
): Node {
  return node("text", "date", { x, y, ...textAttributes(date, style) }, [
    node("tspan", "date", { className, fontWeight: weight, ...own, ariaHidden: hidden ? true : undefined }, date),
    note !== undefined && node("tspan", "note", { fillOpacity: muted, ariaHidden: hidden ? true : undefined }, note),
    ...sourceSpans(numbers, context, muted, event),
  ]);
}

/** A label with the date in bold before the title on one line, and the numbers at the end of the last line. */
function runInNodes(event: PlacedEvent, content: LabelContent, right: boolean, context: SceneContext): Node[] {
  const dimmed = isDimmed(context, event);
  const { date, dateLines, numbers, lines, weight, after } = content;
  const edge = right ? LEADER_GAP : -LEADER_GAP;
  const ariaHidden = context.standalone ? undefined : true;
  const spans = lines.map((line, i) => {
    const words =
      i === 0 && dateLines.length > 0
        ? [
            node("tspan", "date", { className: "dl-date", fontWeight: 600, ariaHidden }, date),
            node("tspan", "title", { ariaHidden }, ` ${line}`),
          ]
        : [node("tspan", "title", { ariaHidden }, line)];
    const sources = i === lines.length - 1 ? sourceSpans(numbers, context, dimmed ? INK.dim : INK.muted, event) : [];
    const when =
      after !== undefined &&
      i === lines.length - 1 &&
      node("tspan", "after", { dx: AFTER_GAP, fillOpacity: INK.muted, fontWeight: 400, ariaHidden }, after);
    return node("tspan", String(i), { x: edge, y: DATE_BASELINE + i * RUN_IN_LINE }, [...words, ...sources, when]);
  });
  const style = {
    size: RUN_IN_SIZE,
    weight: context.selected === event.id ? (600 as const) : weight,
    ink: dimmed ? INK.dim : 1,
    anchor: right ? ("left" as const) : ("right" as const),
    className: "dl-title",
    lang: event.lang,
  };
  return [node("text", "title", textAttributes(lines[0] ?? "", style), spans)];
}
