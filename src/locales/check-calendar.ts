/** Checks whether a date may be one of a calendar that is also in use in a language: `1402/07/15` in Persian. */
import { civilOf } from "../time/calendar.js";
import type { Locale } from "../time/locale.js";
import { Refusal } from "../time/refusal.js";
import { comparePrecision, type Span } from "../time/span.js";
import { tokenise } from "../time/spoken/tokenise.js";
import { vocabularyOf } from "../time/spoken/vocabulary.js";

/** Words that only a date of the Gregorian calendar has. */
const GREGORIAN: readonly string[] = ["ce", "bce", "monthName"];

/** Days and months that ISO 8601 does not define: "1402/07/15". */
const isOwnForm = (text: string, { precision }: Span): boolean =>
  comparePrecision(precision, "month") <= 0 && !/^\d{4}-\d\d(?!\d)/.test(text);

/**
 * Makes the check of a language.
 *
 * A day or month without an era is refused if its year may be one of the other calendar. A year alone, and an ISO date, which
 * is Gregorian by its standard, is read with a warning that names the other calendar.
 *
 * @param name the other calendar
 * @param first the first year of that calendar which people write without an era
 * @param last the last such year
 */
export function otherCalendar(name: string, first: number, last: number): NonNullable<Locale["checkDate"]> {
  return (text, span, locale, remarks) => {
    const isWritten = (year: number): boolean => new RegExp(`(?<!\\d)0*${year}(?!\\d)`).test(text);
    const year = yearsOf(span).find((one) => one >= first && one <= last && isWritten(one));
    if (year === undefined) return;
    if (tokenise(text, vocabularyOf(locale)).some(({ kind }) => GREGORIAN.includes(kind))) return;
    const hint = `Write ${year} CE for the common era, or convert the date with datelines/calendars`;
    if (isOwnForm(text, span)) {
      const problem = `it could be ${year} of the ${name} calendar or ${year} of the common era`;
      throw new Refusal("date-order-unknown", problem, hint);
    }
    const problem = `it is read as ${year} of the common era; ${year} is also a year of the ${name} calendar`;
    remarks.push({ code: "calendar-unclear", problem, hint });
  };
}

/** The years of all parts of a date that are known to the year or finer. */
function yearsOf({ from, to, members }: Span): number[] {
  if (members) return members.flatMap(yearsOf);
  return [from, to].flatMap((moment) =>
    moment && comparePrecision(moment.precision, "year") <= 0 ? civilOf(moment.start).year : [],
  );
}
