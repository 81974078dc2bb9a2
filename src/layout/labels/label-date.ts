/** The date of a label, and what follows it: "29 Jun 2025, 1 year on". */
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { anniversaryOf } from "../../model/relations/time-between.js";
import { counted, fill, type Locale } from "../../time/locale.js";
import { formatAccounts, formatDate } from "../../time/wording/format-date.js";

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
    : formatDate(event.span, locale, "short");
}

/** Words as they follow a date, with the comma of the language. */
export function noteAfter(date: string, words: string, { figure }: Locale): string {
  return words === "" ? "" : fill(figure.listComma, date, words).slice(date.length);
}
