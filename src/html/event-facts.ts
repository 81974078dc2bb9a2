/** The facts of one event, shared by its entry in the event list and by the details panel. */
import { differingClaims } from "../model/sources/claims.js";
import { type RelatedEvent, relatedEvents } from "../model/relations/relations.js";
import { anniversaryOf, timeBetween } from "../model/relations/time-between.js";
import type { Source, TimelineEvent } from "../model/timeline.js";
import { entryId } from "../scene/context.js";
import { anniversaryInWords, durationBetween } from "../scene/labels/duration-words.js";
import { certainty, dateInWords, labelled, sourceName, word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { datedText } from "../scene/labels/source-words.js";
import { civilOf } from "../time/calendar.js";
import { formatMoment } from "../time/wording/format-moment.js";
import { counted, fill, type Locale } from "../time/locale.js";
import type { Moment, Span } from "../time/span.js";
import type { WordContext } from "./context.js";
import { sourceNodes } from "./bibliography.js";
import { iconButton } from "./button.js";

/**
 * Certainty, description and claims of an event, in reading order.
 *
 * @param accounts the claims, where sources differ
 */
export function factNodes(event: TimelineEvent, context: WordContext, accounts: Node | undefined): Node[] {
  const { locale } = context;
  const sure = certainty(event, locale);
  return [
    sure.length > 0 && node("p", "certainty", { className: "dl-certainty" }, sure.join(" ")),
    event.description !== undefined &&
      node("p", "description", { className: "dl-description", lang: event.lang }, event.description),
    accounts,
  ].filter((part): part is Node => Boolean(part));
}

/** Place and date in words, "Kursk region, 9 January 2025"; screen readers read signs in dates badly. */
export function datelineText(event: TimelineEvent, context: WordContext): string {
  const date = dateInWords(event, context.locale);
  return [event.place, date].filter(Boolean).join(", ");
}

/** More sources than the maximum are folded after the first `SOURCES_BEFORE_FOLD`, so that the next event stays close. */
const UNFOLDED_SOURCES_MAX = 12;
const SOURCES_BEFORE_FOLD = 10;

/** A plain ISO date or interval, which adds nothing to its words. */
const PLAIN_ISO_DATE = /^\d{4}(-\d\d){0,2}(T[\d:.]+Z?)?(\/(\d{4}(-\d\d){0,2}|\.\.)?)?$/;

/** The date as written in the document, where it differs from the words. */
export function writtenNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const written = event.written.join(" – ");
  if (!event.span || written === "" || event.written.every((text) => PLAIN_ISO_DATE.test(text))) return undefined;
  if (written === dateInWords(event, context.locale)) return undefined;
  return node("span", "written", { className: "dl-written" }, fill(word(context.locale, "asWritten"), written));
}

/** The claims in one line: "9 January 2025 according to A; 11 January according to B"; empty where sources agree. */
export function claimsText(event: TimelineEvent, locale: Locale): string {
  const accounts = differingClaims(event);
  const year = accounts[0]?.date.span && civilOf(accounts[0].date.span.start).year;
  return accounts
    .map(({ date, source, note }, i) => {
      const { span } = date;
      // The year is written once if all claims are days of one year.
      const brief =
        i > 0 && span && isPlainDay(span) && civilOf(span.start).year === year && isPlainDay(accounts[0]?.date.span);
      const text = brief
        ? formatMoment(span.from as Moment, locale, "long", locale.patterns.dayMonth)
        : datedText(date, locale);
      const said = source ? fill(word(locale, "account"), text, source.publisher ?? sourceName(source)) : text;
      return note === undefined ? said : `${said} (${note})`;
    })
    .reduce((text, part) => (text === "" ? part : fill(word(locale, "listSemicolon"), text, part)), "");
}

function isPlainDay(span: Span | undefined): boolean {
  return span?.kind === "moment" && span.precision === "day" && !span.approximate && !span.uncertain;
}

/** Links to related events. */
export function relationsNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const related = relatedEvents(context.timeline).get(event.id) ?? [];
  if (related.length === 0) return undefined;
  const items = related.map((relation, i) => node("li", String(i), {}, relationParts(event, relation, context)));
  return node("ul", "relations", { className: "dl-relations" }, items);
}

function relationParts(event: TimelineEvent, relation: RelatedEvent, context: WordContext): (Node | false)[] {
  const { locale } = context;
  const { event: other, id, note } = relation;
  const when = other && timeInWords(event, other, relation, locale);
  return [
    node("span", "kind", { className: "dl-relation-kind" }, `${relationKind(relation, locale)} `),
    other
      ? node("a", "to", { href: `#${entryId(context, other)}`, lang: other.lang }, other.title)
      : node("span", "to", {}, id),
    Boolean(when) && node("span", "when", { className: "dl-relation-when" }, `, ${when}`),
    note !== undefined && node("span", "note", { className: "dl-relation-note" }, ` (${note})`),
  ];
}

/** Words for a relation; an unknown type is shown as written. */
function relationKind({ type, direction }: RelatedEvent, locale: Locale): string {
  const { relations, relationsBack } = locale.figure;
  const back = relationsBack as Readonly<Record<string, string>> | undefined;
  if (direction === "to") return relations[type] ?? type;
  return back?.[type] ?? fill(word(locale, "relationBack"), relations[type] ?? type);
}

/** Time from this event to the other, "2 days later"; for an anniversary, its ordinal. */
function timeInWords(
  event: TimelineEvent,
  other: TimelineEvent,
  { type, direction }: RelatedEvent,
  locale: Locale,
): string {
  if (type === "anniversary-of") {
    const years = direction === "to" ? anniversaryOf(other, event) : anniversaryOf(event, other);
    if (years !== undefined) return anniversaryInWords(years, locale);
  }
  const gap = timeBetween(event, other);
  return gap ? durationBetween(gap, locale) : "";
}

/**
 * The sources of an event with their numbers, or the text that it has none.
 *
 * @param copies whether each source has a button that copies its citation
 */
export function sourcesNode(event: TimelineEvent, context: WordContext, copies = false): Node {
  const { locale } = context;
  const missing = event.missingSources.map((id) =>
    node("li", `missing-${id}`, { className: "dl-missing" }, fill(word(locale, "sourceNotFound"), id)),
  );
  if (event.sources.length === 0 && missing.length === 0) {
    return node("p", "sources", { className: "dl-unsourced" }, word(locale, "unsourced"));
  }
  const sourceParts = (source: Source): (Node | false | undefined)[] => {
    const [title, ...rest] = sourceNodes(source, context, event);
    return [title, copies && copyNode(source, locale), ...rest];
  };
  const item = (source: Source): Node =>
    node("li", String(source.number), { value: source.number }, sourceParts(source));
  const shown =
    event.sources.length > UNFOLDED_SOURCES_MAX ? event.sources.slice(0, SOURCES_BEFORE_FOLD) : event.sources;
  const rest = event.sources.slice(shown.length);
  const list = node("ol", "sources", { className: "dl-event-sources" }, [...shown.map(item), ...missing]);
  if (rest.length === 0) return list;
  const more = counted(locale, locale.figure.moreSources, rest.length);
  return node("div", "sources", {}, [
    list,
    node("details", "more", { className: "dl-more-sources" }, [
      node("summary", "summary", {}, more),
      node("ol", "rest", { className: "dl-event-sources" }, rest.map(item)),
    ]),
  ]);
}

/** The button that copies the citation of one source. */
function copyNode(source: Source, locale: Locale): Node {
  const name = labelled(fill(word(locale, "copyAs"), word(locale, "copyText")), sourceName(source), locale);
  return iconButton("copy-one", "copy", name, { value: source.number });
}
