/** Dates given as separate fields (year, month, day, …), as other tools and spreadsheets store them. */
import { pad } from "../time/digits.js";
import { MONTHS } from "../time/wording/english-names.js";

export interface DateFields {
  /** Negative years count before the common era without a zero: -44 is 44 BCE. */
  readonly year: string;
  /** A number or a name. */
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly millisecond?: string | undefined;
}

export const DATE_FIELD_NAMES = ["year", "month", "day", "hour", "minute", "second", "millisecond"] as const;

/** The date as a text that `parseDate` reads, at the precision of the fields that are there. */
export function dateFieldsText(parts: DateFields): string {
  return readDateFields(parts).text;
}

/** Formats the fields as a date text, and lists the fields it leaves out: a day without a month, a time without a day. */
export function readDateFields(parts: DateFields): { text: string; unused: (keyof DateFields)[] } {
  const isGiven = (name: keyof DateFields): boolean => parts[name] !== undefined && !isZeroPart(name, parts[name]);
  const missing = DATE_FIELD_NAMES.findIndex((name) => !isGiven(name));
  const given = DATE_FIELD_NAMES.slice(0, missing < 0 ? DATE_FIELD_NAMES.length : missing);
  const together = Object.fromEntries(given.map((name) => [name, parts[name]]));
  const [text, usedCount] = textOf({ ...together, year: parts.year });
  return {
    text,
    unused: DATE_FIELD_NAMES.filter((name, i) => isGiven(name) && i >= Math.min(usedCount, given.length)),
  };
}

/** A month 0 and a day 0 stand for unknown ones; an hour 0 is midnight. */
function isZeroPart(name: keyof DateFields, part: string | undefined): boolean {
  return (name === "month" || name === "day") && /^0+$/.test(part ?? "");
}

/** The date text, and how many fields it uses. */
function textOf(parts: DateFields): readonly [text: string, usedCount: number] {
  const { month, day, hour } = parts;
  const year = Number(parts.year);
  if (!Number.isInteger(year)) {
    // "44 BC" needs the name of its month.
    const name = (parts.year.endsWith(" BC") ? MONTHS[Number(month) - 1] : undefined) ?? month;
    return [[day, name, parts.year].filter(Boolean).join(" "), 3];
  }
  // These tools display the absolute value of a negative year, so their year 0 can only be 1 BCE.
  const isBefore = year <= 0;
  const number = month === undefined ? undefined : monthNumber(month);
  const size = Math.abs(year);
  // Written-out dates take neither years of more than four digits nor an hour without minutes.
  if (number !== undefined && size <= 999_999 && (hour !== undefined || year > 9999)) {
    return [isoText({ ...parts, month: number }, isBefore ? Math.min(0, year + 1) : year), DATE_FIELD_NAMES.length];
  }
  if (year > 9999) return [`Y${year}`, 1];
  const isNamed = month !== undefined && !/^\d+$/.test(month);
  if (!isBefore && !isNamed) return [isoText(parts, year), DATE_FIELD_NAMES.length];
  // After a month without a day, a number of two digits would be read as the day.
  const count = pad(isBefore ? Math.max(1, size) : size, month && !day ? 4 : 1);
  const era = isBefore ? `${count} BC` : count.padStart(4, "0");
  const words = [day, month && (MONTHS[Number(month) - 1] ?? month), era].filter(Boolean).join(" ");
  return hour !== undefined && parts.minute !== undefined
    ? [`${words} ${clockText(parts)}`, DATE_FIELD_NAMES.length]
    : [words, 3];
}

/** The month as a number: "06" stays, "June", "Jun" and "Jun." give "6". */
function monthNumber(month: string): string | undefined {
  if (/^\d+$/.test(month)) return month;
  const name = month.toLowerCase().replace(/\.$/, "");
  const at = name.length < 3 ? -1 : MONTHS.findIndex((known) => known.toLowerCase().startsWith(name));
  return at < 0 ? undefined : String(at + 1);
}

/** @param year astronomical */
function isoText(parts: DateFields, year: number): string {
  const { month, day, hour } = parts;
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const date = [pad(Math.abs(year), Math.abs(year) > 9999 ? 6 : 4), month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
  return `${sign}${date}${hour === undefined ? "" : `T${clockText(parts)}`}`;
}

function clockText({ hour = "", minute, second, millisecond }: DateFields): string {
  const text = [hour, minute, second?.split(".")[0]]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join(":");
  const thousandths = millisecond?.padStart(3, "0") ?? second?.split(".")[1]?.padEnd(3, "0").slice(0, 3);
  return thousandths && Number(thousandths) > 0 ? `${text}.${thousandths}` : text;
}

/** Splits a time of a spreadsheet: H:MM[:SS], H.MM, HHMM, with a.m. or p.m. Any other text becomes the hour. */
export function clockParts(time: string | undefined): Pick<DateFields, "hour" | "minute" | "second"> {
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?(?:[:.](\d\d))?(?:\.\d+)?\s*([ap])?\.?\s*(?:m\.?)?$/i.exec(time ?? "");
  if (!match) return time === undefined ? {} : { hour: time };
  const [, hour = "", minute, second, half] = match;
  const twelve = Number(hour) % 12;
  const full = half === undefined ? hour : String(/p/i.test(half) ? twelve + 12 : twelve);
  return { hour: full, minute, second };
}
