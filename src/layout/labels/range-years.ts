import { civilOf } from "../../time/calendar.js";
import type { Locale } from "../../time/locale.js";
import type { Span } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import { formatYear } from "../../time/wording/format-moment.js";

/** "2000–2021", or the date where it is of one year. */
export function yearsOf(span: Span, locale: Locale): string {
  if (span.uncertain) return formatDate(span, locale, "short");
  const [start, end] = [span.start, span.end].map((time) => (Number.isFinite(time) ? civilOf(time).year : undefined));
  // An end that is the first instant of a year is the end of the one before.
  const last = end !== undefined && civilOf(span.end - 1).year;
  if (start === undefined || last === undefined || last === false || start === last)
    return formatDate(span, locale, "short");
  return `${formatYear(start, locale)}–${formatYear(last, locale)}`;
}
