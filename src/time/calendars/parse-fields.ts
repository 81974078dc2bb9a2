/** Finds the calendar and the fields of a date that names its calendar by a month, an era or a mark. */
import type { CalendarFields, OtherCalendar } from "./convert.js";
import {
  HEBREW_MONTHS,
  HIJRI_MONTHS,
  JAPANESE_ERAS,
  JULIAN_MONTHS,
  PERSIAN_MONTHS,
  REPUBLICAN_MONTHS,
} from "./names.js";

export interface FoundDate {
  readonly calendar: OtherCalendar | "hijri";
  readonly fields: CalendarFields;
  /** True for Old Style, whose years may begin on 25 March. */
  readonly oldStyle?: boolean;
}

/** Marks that name a calendar beside a year, and GEDCOM's names of calendars. */
const MARKS: readonly (readonly [calendar: OtherCalendar | "hijri", mark: string])[] = [
  ["hijri", "a\\.? ?h\\.?|hijri|هـ"],
  ["solar-hijri", "s\\.? ?h\\.?|a\\.? ?p\\.?|shamsi|هـ? ?\\.?ش"],
  ["hebrew", "a\\.? ?m\\.?|anno mundi"],
  ["buddhist", "b\\.? ?e\\.?|พ\\.ศ\\."],
  ["julian", "\\(?(?:o\\.? ?s\\.?|old style|julian)\\)?"],
];

const GEDCOM: Readonly<Record<string, OtherCalendar>> = {
  hebrew: "hebrew",
  "french r": "french-republican",
  julian: "julian",
};

const NAMED: readonly (readonly [calendar: OtherCalendar | "hijri", months: readonly string[], year: string])[] = [
  ["hijri", HIJRI_MONTHS, "\\d{1,4}"],
  ["solar-hijri", PERSIAN_MONTHS, "\\d{3,4}"],
  ["hebrew", HEBREW_MONTHS, "\\d{4}"],
  ["french-republican", REPUBLICAN_MONTHS, "(?:an |year |l['’]an )?(?:[ivx]+|\\d{1,2})"],
];

/** A year, with or without month and day, in numbers. */
const NUMBERS = /^(\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/** The calendar and the fields of a date. `undefined`: nothing in the text names another calendar. */
export function findCalendarDate(text: string, stated?: OtherCalendar): FoundDate | undefined {
  const lower = digitsOfNumerals(text.toLowerCase());
  const east = eastAsian(lower);
  if (east) return east;
  const [, name, rest = ""] = /^@#d([a-z ]+)@\s*(.*)$/.exec(lower) ?? [];
  const gedcom = name === undefined ? undefined : GEDCOM[name];
  if (name !== undefined) return gedcom && marked(gedcom, rest, false);
  for (const [calendar, mark] of MARKS) {
    const found = new RegExp(`^(?:(?:${mark}) ?(?<a>\\d.*)|(?<b>.*\\d)(?:\\s|(?=\\())*(?:${mark}))$`, "u").exec(
      lower,
    )?.groups;
    const body = found?.["a"] ?? found?.["b"];
    if (body !== undefined) return marked(calendar, body.trim(), calendar === "julian" && !lower.includes("julian"));
  }
  for (const [calendar, months, year] of NAMED) {
    const fields = named(lower, months, year, calendar);
    if (fields) return { calendar, fields };
  }
  const an = /^(?:an|l['’]an) ([ivx]+|\d{1,2})$/.exec(lower);
  if (an) return { calendar: "french-republican", fields: { year: numberOf(an[1] as string) } };
  return stated && marked(stated, lower, false);
}

/** A date whose calendar is known. */
function marked(calendar: OtherCalendar | "hijri", body: string, oldStyle: boolean): FoundDate | undefined {
  const months = {
    julian: JULIAN_MONTHS,
    hijri: HIJRI_MONTHS,
    "hijri-civil": HIJRI_MONTHS,
    "hijri-umalqura": HIJRI_MONTHS,
  }[calendar as "julian"];
  const own = months ?? NAMED.find(([one]) => one === calendar)?.[1];
  const fields =
    numbers(body) ?? (own && named(body, own, "(?:an |year )?(?:\\d{1,4}(?:/\\d{1,4})?|[ivx]+)", calendar));
  return fields && { calendar, fields, oldStyle };
}

function numbers(text: string): CalendarFields | undefined {
  const match = NUMBERS.exec(text);
  if (match) {
    const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    return { year: year as number, month, day };
  }
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{3,4})$/.exec(text) ?? [];
  // Where both numbers may be a month, their order is unknown.
  return year !== undefined && Number(day) > 12
    ? { year: Number(year), month: Number(month), day: Number(day) }
    : undefined;
}

/** "15 Ramadan 1445", "Ramadan 15, 1445", "Ramadan 1445". */
function named(
  text: string,
  months: readonly string[],
  year: string,
  calendar: OtherCalendar | "hijri",
): CalendarFields | undefined {
  for (const [i, month] of months.entries()) {
    const name = `(?<month>${month})\\.?`;
    const match =
      new RegExp(`^(?:(?<d>\\d{1,2})(?:st|nd|rd|th|e|er)?,? (?:of )?)?${name},? (?<y>${year})$`, "u").exec(text) ??
      new RegExp(`^${name} (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>${year})$`, "u").exec(text);
    if (!match?.groups) continue;
    const { d, y = "", month: written = "" } = match.groups;
    const number = numberOf(y.replace(/^(?:an|year|l['’]an) /, ""));
    const at = calendar === "hebrew" ? hebrewMonth(i + 1, number, written) : i + 1;
    return at === undefined
      ? undefined
      : { year: number, month: at, day: d === undefined ? undefined : Number(d), isDual: y.includes("/") };
  }
  return undefined;
}

/** A Hebrew leap year has two months of Adar, of which a plain "Adar" names neither. */
function hebrewMonth(month: number, year: number, written: string): number | undefined {
  const isLeap = (7 * year + 1) % 19 < 7;
  const isSecond = / (?:ii|2|sheni)$|^ads$/.test(written);
  if (month < 6) return month;
  if (month > 6) return isLeap ? month + 1 : month;
  if (!isLeap) return 6;
  if (isSecond) return 7;
  return / (?:i|1|rishon)$|^adr$/.test(written) ? 6 : undefined;
}

const EAST_TAIL = "\\s*(\\d{1,3})(?:年|[./-]|$|(?= ))\\s*(?:(\\d{1,2})(?:月|[./-]|$)\\s*(?:(\\d{1,2})日?)?)?$";

/** "昭和20年8月15日", "Showa 20", "S20.8.15", "民國113年". */
function eastAsian(text: string): FoundDate | undefined {
  const read = (pattern: string): CalendarFields | undefined => {
    const match = new RegExp(`^(?:${pattern})${EAST_TAIL}`, "u").exec(text);
    const [year, month, day] = (match?.slice(1) ?? []).map((part) => (part === undefined ? undefined : Number(part)));
    return year === undefined ? undefined : { year, month, day };
  };
  for (const [era, pattern] of JAPANESE_ERAS) {
    const fields = read(pattern);
    if (fields) return { calendar: "japanese", fields: { era, ...fields } };
  }
  const fields = read("(?:中華)?民[國国]|minguo|roc");
  return fields && { calendar: "minguo", fields };
}

/** A dual year "1648/9" is the second one. */
function numberOf(text: string): number {
  const [, first = "", second] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (second !== undefined) return Number(first) + 1;
  return /^\d+$/.test(text) ? Number(text) : roman(text);
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function roman(text: string): number {
  const values = Array.from(text, (letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const NUMERALS = "〇一二三四五六七八九";

/** Chinese numerals before 年, 月 and 日 as digits: 二十年 as 20年, 元年 as 1年. */
function digitsOfNumerals(text: string): string {
  return text.replace(/[〇一二三四五六七八九十元]+(?=[年月日])/g, (numeral) => {
    if (numeral === "元") return "1";
    const [, tens, ones = ""] = /^(.?)十(.?)$/.exec(numeral) ?? [];
    const digit = (sign: string): number => NUMERALS.indexOf(sign);
    if (tens !== undefined) return String((tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones)));
    return Array.from(numeral, digit).join("");
  });
}
