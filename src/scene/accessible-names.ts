/** Accessible names of marks, clusters, eras and the figure. They use words only: screen readers skip signs. */
import { memoByKey } from "../base/memo.js";
import type { AggregatePart } from "../layout/marks/lane-layout.js";
import { differingClaims } from "../model/sources/claims.js";
import type { Era, PlacedEvent, Source, Timeline, TimelineEvent } from "../model/timeline.js";
import { lastToEnd } from "../model/events/last-to-end.js";
import { formatAccounts, formatDate, limits } from "../time/wording/format-date.js";
import { countedUnit } from "../time/wording/duration.js";
import type { FigureWord } from "../time/wording/figure-words.js";
import { sortTime } from "./reading-order.js";
import { DAY, YEAR } from "../time/calendar.js";
import { type CalendarUnit, unitAfter, unitStart } from "../time/calendar-units.js";
import { counted, fill, groupDigits, type Locale } from "../time/locale.js";
import { certain, intervalSpan, type Moment, momentSpan, type Span } from "../time/span.js";

/** The date of an event in words; all claimed dates where sources differ. */
export function dateInWords(event: TimelineEvent, locale: Locale, style: "long" | "words" = "words"): string {
  if (!event.span) return event.written.join(" – ");
  const claimed = event.claims.flatMap((claim) => claim.date.span ?? []);
  return claimed.length > 0
    ? formatAccounts([event.span, ...claimed], locale, style)
    : formatDate(event.span, locale, style);
}

/** Certainty of the fact and of its date, one sentence each; empty when both are certain. */
export function certainty(event: TimelineEvent, locale: Locale): string[] {
  const { figure } = locale;
  const sentences: string[] = [];
  if (event.status !== "confirmed" || event.statusWritten) {
    sentences.push(`${event.statusWritten ?? figure.status[event.status]}.`);
  }
  const { approximate = false, uncertain = false } = event.span ?? {};
  if (approximate && uncertain) sentences.push(word(locale, "approximateUncertain"));
  else if (approximate) sentences.push(word(locale, "approximate"));
  else if (uncertain) sentences.push(word(locale, "uncertain"));
  if (differingClaims(event).length > 0) sentences.push(word(locale, "claimsDiffer"));
  return sentences;
}

/**
 * Name of an event: "{title}. {date in words}. {certainty}. {n} sources."
 *
 * @param since the time since the event before, where the axis bends: "{title}. {date in words}, 3 days later."
 */
export function eventName(event: TimelineEvent, locale: Locale, since = ""): string {
  const sources = event.sources.length;
  const parts = [
    ended(event.title),
    ended(listed(dateInWords(event, locale), since, locale)),
    ...certainty(event, locale),
    ended(sources > 0 ? counted(locale, locale.figure.sources, sources) : word(locale, "unsourced")),
  ];
  return parts.join(" ");
}

/** Name of an event of an aggregate, with its place there: "11 March 2011, Magnitude 9.1, 5 of 231 in March 2011." */
export function partName(event: TimelineEvent, place: string, locale: Locale, since = ""): string {
  const date = listed(dateInWords(event, locale), since, locale);
  return [ended(listed(listed(date, event.title, locale), place, locale)), ...certainty(event, locale)].join(" ");
}

/** Two texts with a comma between them; one alone where the other is empty. */
export function listed(a: string, b: string, locale: Locale): string {
  return a === "" || b === "" ? a + b : fill(word(locale, "listComma"), a, b);
}

/** Place of an event in its bar or pile: "5 of 231 in March 2011", "2 of 3, 11 March 2011 to 12 March 2011". */
export function placeInColumn({ at, count, first, last, unit }: Column, locale: Locale): string {
  const place = fill(word(locale, "position"), groupDigits(at + 1, locale), groupDigits(count, locale));
  if (!unit) return fill(word(locale, "listComma"), place, spanOfEvents(first, last, locale));
  return countIn(place, unitInWords(unit, sortTime(first), locale), unit, locale);
}

/** A column of a pile or a bar: "March 2011, 231 events". */
export function columnName(
  { count, first, last, unit }: Omit<Column, "at" | "unit"> & { readonly unit: CalendarUnit | undefined },
  locale: Locale,
): string {
  const when = unit ? unitInWords(unit, sortTime(first), locale, "long") : spanOfEvents(first, last, locale);
  return fill(word(locale, "listComma"), when, counted(locale, locale.figure.events, count));
}

/** How many ranges run at a time: "97 at once, May 2011". */
export function atOnceName(count: number, time: number, locale: Locale): string {
  const month: CalendarUnit = { unit: "month", count: 1, length: YEAR / 12 };
  const when = unitInWords(month, time, locale, "long");
  return fill(word(locale, "listComma"), counted(locale, locale.figure.atOnce, count), when);
}

/** A unit of the calendar after a number of events, "a month"; or in a sentence about each one, "for each month". */
export function perUnit({ unit, count }: CalendarUnit, locale: Locale, each: boolean): string {
  const [hour, day, week, month, quarter, year, years] = locale.figure.perUnit;
  const words = { hour, day, week, month: count === 3 ? quarter : month, year: count === 1 ? year : years };
  const [per = "", forEach = per] = words[unit].split("|");
  return fill(each ? forEach : per, countedUnit("xYears", count, locale));
}

/** A number and the unit that it is of: "231 in March 2011", "500, 1 May 2020". */
export function countIn(count: string, when: string, unit: CalendarUnit, locale: Locale): string {
  const template = unit.length < MONTH ? undefined : locale.figure.countIn;
  return fill(template ?? word(locale, "listComma"), count, when);
}

type Column = NonNullable<AggregatePart["column"]>;

/** Units of less than a month are worded as days or hours, which take no "in". */
const MONTH = 28 * DAY;

/** A unit of the calendar that holds a time: "March 2011", "2010 to 2019". */
export function unitInWords(
  unit: CalendarUnit,
  time: number,
  locale: Locale,
  style: "long" | "short" | "words" = "words",
): string {
  const start = unitStart(unit, time);
  const end = unitAfter(unit, start);
  const precision = unit.unit === "week" ? "day" : unit.unit;
  const part = (from: number, to: number): Moment => certain(from, to, precision);
  if (unit.count === 1 && unit.unit !== "week") return formatDate(momentSpan(part(start, end)), locale, style);
  const one = {
    ...unit,
    unit: precision,
    count: 1,
    length: unit.length / (unit.unit === "week" ? 7 : unit.count),
  } as const;
  const last = unitStart(one, end - 1);
  const words = (from: number, to: number): string => formatDate(momentSpan(part(from, to)), locale, style);
  return style === "words"
    ? fill(word(locale, "window"), words(start, unitAfter(one, start)), words(last, end))
    : formatDate(intervalSpan(part(start, unitAfter(one, start)), part(last, end)), locale, style);
}

/** From the first date to the last in words; the date, where all have one. */
function spanOfEvents(first: PlacedEvent, last: PlacedEvent, locale: Locale): string {
  const [from, to] = [beginning(first.span, locale), ending(last.span, locale)];
  return from === to ? from : fill(word(locale, "window"), from, to);
}

/** Name of an era: "{title}. {date in words}." */
export function eraName({ title, span }: Era, locale: Locale): string {
  return `${ended(title)} ${ended(formatDate(span, locale, "words"))}`;
}

/** The name of a link that opens in a new tab. */
export function opensNewTab(name: string, locale: Locale): string {
  return fill(word(locale, "listComma"), name, word(locale, "opensNew"));
}

/** A label and what it is the label of: "Details: The treaty enters into force". */
export function labelled(label: string, text: string, locale: Locale): string {
  return fill(word(locale, "clusterSame"), label, text);
}

/** A text with a full stop, unless it ends a sentence already. */
function ended(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}.`;
}

/** Name of a cluster: number of events, from first to last date. */
export function clusterName(count: number, first: PlacedEvent, last: PlacedEvent, locale: Locale): string {
  const events = counted(locale, locale.figure.events, count);
  const [from, to] = [beginning(first.span, locale), ending(last.span, locale)];
  return from === to
    ? fill(word(locale, "clusterSame"), events, from)
    : fill(word(locale, "cluster"), events, from, to);
}

/** Start of a span in words, for "from … to …"; for a choice, the start of its first member. */
function beginning({ members, ...span }: Span, locale: Locale): string {
  const [first] = members ?? [];
  return first ? beginning(first, locale) : inWords(span, span.from ?? span.to, 0, locale);
}

/** End of a span in words; the start of a span with an open end. */
function ending({ members, ...span }: Span, locale: Locale): string {
  const last = members?.at(-1);
  return last ? ending(last, locale) : inWords(span, span.to ?? span.from, 1, locale);
}

/** One end of a span in words. A soft end is worded by its outer limit, because "from between … to between …" is unclear. */
function inWords(span: Span, once: Moment | null, side: 0 | 1, locale: Locale): string {
  if (!once || (span.kind !== "moment" && span.kind !== "interval")) return formatDate(span, locale, "words");
  const { approximate, uncertain } = once;
  const said = once.soft ? { ...limits(once)[side], approximate, uncertain } : once;
  return formatDate({ ...span, kind: "moment", from: said, to: said }, locale, "words");
}

/** Name of a source: the first of title, publisher, host, address and id that is known. */
export function sourceName(source: Source): string {
  return source.title ?? source.publisher ?? source.host ?? source.address ?? source.id;
}

/** A word or template from the locale's figure words. */
export function word(locale: Locale, key: FigureWord): string {
  return locale.figure[key];
}

/** Summary of a timeline, such as "21 events from June 2024 to October 2025 in 4 lanes." */
export const summary = /* @__PURE__ */ memoByKey((timeline: Timeline, locale: Locale): string => {
  const { events, lanes, store, unplaced } = timeline;
  const end = lastToEnd(store);
  const first = events[0];
  if (!first || !end) {
    return `${unplaced.length > 0 ? fill(word(locale, "notPlaced"), unplaced.length) : word(locale, "noEvents")}.`;
  }
  // Unplaced events count, as they do elsewhere in the figure.
  const count = counted(locale, locale.figure.events, events.length + unplaced.length);
  const { span } = first;
  if (end.continues && span.from && span.kind !== "one-of" && span.kind !== "all-of") {
    const on: Span = { ...span, kind: "interval", to: null, openEnd: "open" };
    return fill(word(locale, "summaryOne"), count, formatDate(on, locale, "words"));
  }
  const [from, to] = [beginning(span, locale), ending(end.last.span, locale)];
  if (from === to) return fill(word(locale, "summaryOne"), count, from);
  const named = lanes.filter((lane) => lane.title !== undefined).length;
  return named > 1
    ? fill(word(locale, "summaryLanes"), count, from, to, counted(locale, locale.figure.lanes, named))
    : fill(word(locale, "summary"), count, from, to);
});
