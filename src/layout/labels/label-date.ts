/** The date of a label, and what follows it: "29 Jun 2025, 1 year on". */
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { anniversaryOf } from "../../model/relations/time-between.js";
import { counted, fill, type Locale } from "../../time/locale.js";
import type { Span } from "../../time/span.js";
import { civilOf } from "../../time/calendar.js";
import { pad } from "../../time/digits.js";
import { formatAccounts, formatDate, limits } from "../../time/wording/format-date.js";

/** The words for the label of an event; empty for one that is no anniversary of another, or not certainly so. */
export function anniversaryNote(event: PlacedEvent, { events, store }: Timeline, locale: Locale): string {
  for (const { type, to } of event.relations) {
    const original = type === "anniversary-of" ? events[store.indexOf(to)] : undefined;
    const years = original && anniversaryOf(original, event);
    if (years !== undefined) return counted(locale, locale.figure.yearsOn, years);
  }
  return "";
}

/** The date of a label, at the event's own precision, with all claimed dates where sources differ. */
export function labelDate(event: PlacedEvent, locale: Locale): string {
  const claimed = event.claims.flatMap((claim) => claim.date.span ?? []);
  return claimed.length > 0
    ? formatAccounts([event.span, ...claimed], locale)
    : (withinLimits(event.span, locale) ?? formatDate(event.span, locale, "short"));
}

/** One moment within stated limits, in the short form of a range: "1870–71". Its mark says that it is one moment. */
function withinLimits(span: Span, locale: Locale): string | undefined {
  const { from } = span;
  if (span.kind !== "moment" || !from?.soft || from.approximate || from.uncertain) return undefined;
  const [first, last] = limits(from);
  const [begin, end] = [civilOf(first.start).year, civilOf(last.start).year];
  const isShort = first.precision === "year" && locale.patterns.year === undefined && begin >= CENTURY;
  if (isShort && Math.floor(begin / CENTURY) === Math.floor(end / CENTURY) && begin < end) {
    return fill(locale.dates.yearsShort, String(begin), pad(end % CENTURY));
  }
  return formatDate({ ...span, kind: "interval", from: first, to: last }, locale, "short");
}

const CENTURY = 100;

/** Words as they follow a date, with the comma of the language. */
export function noteAfter(date: string, words: string, { figure }: Locale): string {
  return words === "" ? "" : fill(figure.listComma, date, words).slice(date.length);
}
