/** Reads dates of other calendars, converted to the Gregorian calendar. */
import { civilFromDays, daysFromCivil } from "../calendar.js";
import type { RewrittenDate } from "../catalogue/rewritten-date.js";
import { dayText, pad } from "../digits.js";
import { normaliseText } from "../normalise-text.js";
import { daysOf, type OtherCalendar } from "./convert.js";
import { type FoundDate, findCalendarDate } from "./parse-fields.js";

export interface CalendarOptions {
  /** The calendar of dates in numbers that do not name one, such as `1402/07/15`. Default: they are left as they are. */
  readonly calendar?: OtherCalendar | undefined;
  /** The variant of the Hijri calendar. Default `umalqura` from 1300 to 1600 AH, which its tables cover, and else `civil`. */
  readonly hijri?: "civil" | "umalqura" | undefined;
}

const NAMES: Readonly<Record<OtherCalendar, string>> = {
  japanese: "Japanese",
  minguo: "Minguo",
  "hijri-civil": "Hijri (civil)",
  "hijri-umalqura": "Hijri (Umm al-Qura)",
  "solar-hijri": "Solar Hijri",
  hebrew: "Hebrew",
  "french-republican": "French Republican",
  julian: "Julian",
  buddhist: "Buddhist",
};

/** Words and signs of doubt around a date. */
const DOUBT = /^(?<about>(?:c\.?|ca\.?|circa|about|abt\.?|approx\.?)\s*)?(?<body>.*?)(?<possibly>\s*\(?\?\)?)?$/isu;

/**
 * Converts a date that names its calendar: Japanese eras, Minguo, Hijri, Solar Hijri, Hebrew, French Republican, Buddhist, and
 * Julian dates marked O.S. The result is EDTF: a day, or the days that a month or year of the other calendar covers.
 * `undefined`: the text names no other calendar, or there is no such date in it.
 *
 * @example readCalendarDate("15 Ramadan 1445")?.date // "2024-03-25"
 */
export function readCalendarDate(text: string, options: CalendarOptions = {}): RewrittenDate | undefined {
  const { about, body = "", possibly } = DOUBT.exec(normaliseText(text).text)?.groups ?? {};
  const mark = about && possibly ? "%" : about ? "~" : possibly ? "?" : "";
  const range = rangeOf(body, options);
  const found = range ? undefined : findCalendarDate(body, options.calendar);
  const calendar = range?.calendar ?? (found && calendarOf(found, options));
  const days =
    range?.days ?? (found && calendar && !isAmbiguousYear(found) ? daysOf(calendar, found.fields) : undefined);
  if (!days || !calendar) return undefined;
  const date = range ? `${dayOf(days[0])}${mark}/${dayOf(days[1] - 1)}${mark}` : edtfOf(days, mark);
  const variant = calendar.startsWith("hijri") ? "; a calendar by sight of the moon may differ by a day or two" : "";
  const problem = `it is read as ${date}, converted from the ${NAMES[calendar]} calendar${variant}`;
  return { date, remarks: [{ code: "date-notation", problem }] };
}

/** "1402–1403 SH": from the first day of one year to the last of another. */
function rangeOf(
  text: string,
  options: CalendarOptions,
): { calendar: OtherCalendar; days: readonly [number, number] } | undefined {
  const [, before = "", first, last, after = ""] = /^(\D*)(\d{3,4})\s*[-–]\s*(\d{3,4})(\D*)$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const ends = [first, last].map((year) => findCalendarDate(`${before}${year}${after}`, options.calendar));
  const [from, to] = ends;
  if (!from || !to || Number(last) <= Number(first)) return undefined;
  const calendar = calendarOf(from, options);
  const [a, b] = [daysOf(calendar, from.fields), daysOf(calendar, to.fields)];
  return a && b && { calendar, days: [a[0], b[1]] };
}

/** The years that the tables of Umm al-Qura cover. */
const UMALQURA_YEARS = [1300, 1600] as const;

function calendarOf({ calendar, fields }: FoundDate, { hijri }: CalendarOptions): OtherCalendar {
  if (calendar !== "hijri") return calendar;
  const isCovered = fields.year >= UMALQURA_YEARS[0] && fields.year <= UMALQURA_YEARS[1];
  return isCovered && hijri !== "civil" ? "hijri-umalqura" : "hijri-civil";
}

/** Old Style years before 1752 may begin on 25 March, so that a date before it has two years. A dual year settles it. */
function isAmbiguousYear({ oldStyle, fields: { year, month = 1, day = 1, isDual } }: FoundDate): boolean {
  return Boolean(oldStyle) && !isDual && year < 1752 && month * 100 + day < 325;
}

/** Days as EDTF: one day, a whole Gregorian month or year, or some day between two. */
function edtfOf([first, next]: readonly [number, number], mark: string): string {
  const { year, month, day } = civilFromDays(first);
  if (next === first + 1) return dayOf(first) + mark;
  if (day === 1 && month === 1 && next === daysFromCivil(year + 1, 1, 1)) return pad(year, 4) + mark;
  if (day === 1 && next === daysFromCivil(year, month + 1, 1)) return `${pad(year, 4)}-${pad(month)}${mark}`;
  return `[${dayOf(first)}${mark}..${dayOf(next - 1)}${mark}]`;
}

function dayOf(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return dayText(year, month, day);
}
