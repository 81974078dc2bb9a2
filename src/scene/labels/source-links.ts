/** Draws the source numbers of a label: a link for each. */
import type { SourceNumber } from "../../layout/labels/source-numbers.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { fill } from "../../time/locale.js";
import { SMALL_SIZE, SOURCE_NUMBER_GAP, SOURCE_WORDS_GAP } from "../../layout/metrics.js";
import { entryId, readsAgainstAxis, isRtlLocale, type SceneContext, sourceId } from "../context.js";
import { opensNewTab, sourceName, word } from "../accessible-names.js";
import { type Node, node } from "../node.js";
import { inkLine, mutedText } from "./text.js";
import { sourceTip } from "./source-words.js";
import { INK } from "../theme.js";

/** Size of the click target of a link, in px. */
const SOURCE_TARGET = 24;
const RIGHT_TO_LEFT_MARK = "\u200f";
/** How far numbers are raised over the line of the date, in px. */
const RAISED = 3;

/**
 * @param x left edge of all numbers
 * @param y baseline
 * @param event the event they belong to; absent for an era
 */
export function sourceLinks(
  numbers: readonly SourceNumber[],
  x: number,
  y: number,
  context: SceneContext,
  ink: number = INK.muted,
  event?: PlacedEvent,
): Node[] {
  const last = numbers.at(-1);
  const end = last ? last.x + last.width : 0;
  return numbers.map((number, i) => {
    const hidden = !context.standalone;
    const left = x + (readsAgainstAxis(context) ? end - number.x - number.width : number.x);
    if (number.plain) return mutedText("none", left, y, number.text, { ink, hidden });
    const width = Math.max(SOURCE_TARGET, number.width);
    const key = `source-${number.source?.number ?? i}`;
    const content = [
      // Only a standalone picture needs a tooltip; a page has the list and the source card.
      context.standalone && number.source && node("title", "tip", {}, sourceTip(number.source, context.locale)),
      node("rect", "target", {
        x: left + number.width / 2 - width / 2,
        y: y - 16,
        width,
        height: SOURCE_TARGET,
        fill: "none",
        pointerEvents: "all",
      }),
      mutedText("number", left, y, number.text, { ink, hidden }),
      inkLine("underline", left, y + 2.5, left + number.width, y + 2.5, INK.line),
    ];
    return node(number.source?.href || !context.standalone ? "a" : "g", key, target(number, context, event), content);
  });
}

/** The same as parts of a text, raised after what they follow. */
export function sourceSpans(
  numbers: readonly SourceNumber[],
  context: SceneContext,
  ink: number,
  event?: PlacedEvent,
): Node[] {
  const rtl = isRtlLocale(context.locale);
  return numbers.map((number, i) => {
    const first = i === 0;
    if (number.plain) {
      const dx = rtl ? -SOURCE_WORDS_GAP : SOURCE_WORDS_GAP;
      return node(
        "tspan",
        "none",
        { dx, fillOpacity: ink, ariaHidden: context.standalone ? undefined : true },
        number.text,
      );
    }
    const digits = first ? number.text : `, ${number.text}`;
    // Between two right-to-left marks digits stay apart from those of the date.
    const text = rtl ? `${RIGHT_TO_LEFT_MARK}${digits}${RIGHT_TO_LEFT_MARK}` : digits;
    const raised = first ? { dx: rtl ? -SOURCE_NUMBER_GAP : SOURCE_NUMBER_GAP, dy: -RAISED } : {};
    const content = [
      context.standalone && number.source && node("title", "tip", {}, sourceTip(number.source, context.locale)),
      node(
        "tspan",
        "number",
        { ...raised, fontSize: SMALL_SIZE, fontWeight: 400, fillOpacity: ink, fill: "currentColor" },
        text,
      ),
    ];
    const key = `source-${number.source?.number ?? i}`;
    return node(
      number.source?.href || !context.standalone ? "a" : "tspan",
      key,
      target(number, context, event),
      content,
    );
  });
}

function target(number: SourceNumber, context: SceneContext, event: PlacedEvent | undefined) {
  const { source } = number;
  const className = "dl-source-link";
  if (!source) {
    const href = context.standalone || !event ? undefined : `#${entryId(context, event)}`;
    return { className, href, ariaLabel: number.text };
  }
  const where = source.href
    ? { href: source.href, rel: "noopener noreferrer", target: "_blank" as const }
    : { href: context.standalone ? undefined : `#${sourceId(context, source.number)}` };
  const name = fill(word(context.locale, "sourceNumber"), source.number, sourceName(source));
  const ariaLabel = source.href ? opensNewTab(name, context.locale) : name;
  return { className, ...where, ariaLabel, dataSource: source.number };
}
