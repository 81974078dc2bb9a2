/** Texts about a source, for tooltip, source card, list and bibliography. */
import type { DatedText, Source, TimelineEvent } from "../../model/timeline.js";
import { formatDate } from "../../time/wording/format-date.js";
import { fill, type Locale } from "../../time/locale.js";
import { sourceName, word } from "../accessible-names.js";
import { isRightToLeft } from "./text.js";

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9). */
const [ISOLATE, POP] = ["\u2068", "\u2069"];

/** What is known of a source besides its name: "UPI, 11 January 2025, ca.news.yahoo.com". */
export function sourceAbout(source: Source, locale: Locale, accessed = false): string {
  const name = sourceName(source);
  const parts = [
    source.author,
    source.publisher,
    source.published && datedText(source.published, locale),
    source.host,
    // An address that is not allowed as a link is shown as text.
    source.href ? undefined : source.address,
    accessed && source.accessed && fill(word(locale, "accessed"), datedText(source.accessed, locale)),
  ];
  return parts
    .filter((part): part is string => Boolean(part) && part !== name)
    .map((part) => isolated(part, locale))
    .reduce((text, part) => (text === "" ? part : fill(word(locale, "listComma"), text, part)), "");
}

/** Isolates text of the opposite direction, so that the bidirectional algorithm does not reorder its surroundings. */
function isolated(text: string, locale: Locale): string {
  return isRightToLeft(text) === (locale.dir === "rtl") ? text : `${ISOLATE}${text}${POP}`;
}

/** A date in words, or as written where it could not be read. */
export function datedText(date: DatedText, locale: Locale): string {
  return date.span ? formatDate(date.span, locale, "long") : date.written;
}

/** A source in one line for a tooltip: "Source 14: Ukraine captures 2 soldiers. UPI, 11 January 2025". */
export function sourceTip(source: Source, locale: Locale): string {
  const about = sourceAbout(source, locale);
  return about === ""
    ? fill(word(locale, "sourceNumber"), source.number, sourceName(source))
    : fill(word(locale, "sourceTip"), source.number, sourceName(source), about);
}

/** Quotes from a source: those of one event, or those of the document and of all events in order of time. */
export function quotesOf(source: Source, event?: TimelineEvent): readonly string[] {
  const citing = event ? [event] : source.citedBy;
  const own = citing.flatMap(({ quotes }) => quotes.filter((quote) => quote.source === source).map(({ text }) => text));
  return [...new Set(source.quote === undefined ? own : [source.quote, ...own])];
}
