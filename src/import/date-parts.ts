/** A date in fields of its own (year, month, day, …), as other tools and sheets keep it. */
import { pad } from "../time/digits.js";
import { MONTHS } from "../time/wording/english-names.js";

export interface DateParts {
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

const PARTS = ["year", "month", "day", "hour", "minute", "second", "millisecond"] as const;

/** The date as a text that `parseDate` reads, at the precision of the fields that are there. */
export function datePartsText(parts: DateParts): string {
  return readDateParts(parts).text;
}

/** The same, and the fields that it does not say: a day without a month, or a time without a day. */
export function readDateParts(parts: DateParts): { text: string; unused: (keyof DateParts)[] } {
  const missing = PARTS.findIndex((name) => parts[name] === undefined);
  const given = PARTS.slice(0, missing < 0 ? PARTS.length : missing);
  const together = Object.fromEntries(given.map((name) => [name, parts[name]]));
  const [text, said] = textOf({ ...together, year: parts.year });
  return { text, unused: PARTS.filter((name, i) => parts[name] !== undefined && i >= Math.min(said, given.length)) };
}

/** The text, and how many of the fields it says. */
function textOf(parts: DateParts): readonly [text: string, said: number] {
  const { month, day, hour } = parts;
  const year = Number(parts.year);
  if (!Number.isInteger(year)) return [[day, month, parts.year].filter(Boolean).join(" "), 3];
  // Tools of this kind print the absolute number; their year 0 can only be 1 BCE.
  const isBefore = year <= 0;
  const number = month === undefined ? undefined : monthNumber(month);
  const size = Math.abs(year);
  // Words have no years of more than four digits, and no hour alone.
  if (number !== undefined && size <= 999_999 && (hour !== undefined || year > 9999)) {
    return [isoText({ ...parts, month: number }, isBefore ? Math.min(0, year + 1) : year), PARTS.length];
  }
  if (year > 9999) return [`Y${year}`, 1];
  const isNamed = month !== undefined && !/^\d+$/.test(month);
  if (!isBefore && !isNamed) return [isoText(parts, year), PARTS.length];
  // Behind a month alone, two digits would be a day.
  const count = pad(isBefore ? Math.max(1, size) : size, month && !day ? 4 : 1);
  const era = isBefore ? `${count} BC` : count.padStart(4, "0");
  const words = [day, month && (MONTHS[Number(month) - 1] ?? month), era].filter(Boolean).join(" ");
  return hour !== undefined && parts.minute !== undefined ? [`${words} ${clockText(parts)}`, PARTS.length] : [words, 3];
}

/** "06" of "06", "6" of "June", "Jun" and "Jun." */
function monthNumber(month: string): string | undefined {
  if (/^\d+$/.test(month)) return month;
  const name = month.toLowerCase().replace(/\.$/, "");
  const at = name.length < 3 ? -1 : MONTHS.findIndex((known) => known.toLowerCase().startsWith(name));
  return at < 0 ? undefined : String(at + 1);
}

/** @param year astronomical */
function isoText(parts: DateParts, year: number): string {
  const { month, day, hour } = parts;
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const date = [pad(Math.abs(year), Math.abs(year) > 9999 ? 6 : 4), month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
  return `${sign}${date}${hour === undefined ? "" : `T${clockText(parts)}`}`;
}

function clockText({ hour = "", minute, second, millisecond }: DateParts): string {
  const text = [hour, minute, second?.split(".")[0]]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join(":");
  const thousandths = millisecond?.padStart(3, "0") ?? second?.split(".")[1]?.padEnd(3, "0").slice(0, 3);
  return thousandths && Number(thousandths) > 0 ? `${text}.${thousandths}` : text;
}

/** The time of a sheet: H:MM[:SS], also with full stops, HHMM, and a.m. or p.m. What is no time stands as the hour. */
export function clockParts(time: string | undefined): Pick<DateParts, "hour" | "minute" | "second"> {
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?(?:[:.](\d\d))?(?:\.\d+)?\s*([ap])?\.?\s*(?:m\.?)?$/i.exec(time ?? "");
  if (!match) return time === undefined ? {} : { hour: time };
  const [, hour = "", minute, second, half] = match;
  const twelve = Number(hour) % 12;
  const full = half === undefined ? hour : String(/p/i.test(half) ? twelve + 12 : twelve);
  return { hour: full, minute, second };
}
