/** Rewrites the notations of spreadsheets in one cell: parts that are zero, serial numbers, grouped digits of a year. */
import { civilOf, DAY, instantOf, MINUTE } from "../../time/calendar.js";
import { clockText, dayText } from "../../time/digits.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * The date without its zero parts, which spreadsheets and museum systems write for unknown ones: 1850-06-00 is June 1850.
 * `undefined` if no part is zero. "unknown" if the year is zero too.
 */
export function withoutZeroParts(text: string, order: DateOrder | undefined): string | undefined {
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  // A time of day belongs to a whole date, whose year 0 is the year before 1 CE.
  if (first && /^0000-(?!00).*T\d/.test(text)) return undefined;
  if (first) {
    const [year, month, day] = first.length === 4 ? first.slice(1) : [first[1], first[3], first[4]];
    return partsText(year as string, month as string, day);
  }
  const last = YEAR_LAST.exec(text);
  if (!last) return undefined;
  const [, a = "", , b = "", year = ""] = last;
  if (Number(a) !== 0 && Number(b) !== 0 && Number(year) !== 0) return undefined;
  // Without an order, the number beside a zero may be the day or the month; the year is certain.
  const [day, month] = order === "MDY" ? [b, a] : order === "DMY" ? [a, b] : ["0", "0"];
  return partsText(year, month, day);
}

function partsText(year: string, month: string, day: string | undefined): string | undefined {
  const [hasMonth, hasDay] = [Number(month) > 0, day === undefined || Number(day) > 0];
  if (Number(year) === 0) return hasMonth && day === undefined ? undefined : "unknown";
  if (hasMonth && hasDay) return undefined;
  return hasMonth ? `${year}-${month.padStart(2, "0")}` : year;
}

const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/** Whether a text may be the number that a spreadsheet stores for a day, from 1927 to 2173. */
export function isSerial(text: string): boolean {
  return SERIAL.test(text);
}

/** Day 0 of spreadsheets; they count 29 February 1900, so the numbers are right from March 1900 on. */
const SERIAL_EPOCH = instantOf(1899, 12, 30);

/** The date of a serial number as ISO 8601, with the time of its fraction. */
export function serialDate(text: string): string {
  const days = Number(text.replace(",", "."));
  const whole = Math.floor(days);
  const civil = civilOf(SERIAL_EPOCH + whole * DAY + Math.round(((days - whole) * DAY) / MINUTE) * MINUTE);
  const day = dayText(civil.year, civil.month, civil.day);
  return days === whole ? day : `${day}T${clockText(civil, "minute")}`;
}

/** Digits in groups of three: "13,800,000", "1 925". */
const GROUPED = /^([+-]?\d{1,3})(?:([, \u00a0\u202f'’])\d{3})(?:\2\d{3})*$/;

/** The year of a cell without separators of thousands. Any other text is unchanged: "1925, 28" is not one number. */
export function yearText(text: string): string {
  return GROUPED.test(text) ? text.replace(/[^\d+-]/g, "") : text;
}

/** A whole number without the ".0" of programs that store it as a decimal. */
export function integerText(text: string): string {
  return text.replace(/^([+-]?\d{1,6})\.0+$/, "$1");
}

const CLOCK = /^\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?$|^\d{1,2}\s*[ap]\.?m\.?$/i;

/** Whether a cell holds a time of day and no date. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}
