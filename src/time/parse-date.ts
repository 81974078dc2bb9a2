import { type Issue, makeIssue, quoteValue } from "../base/issue.js";
import { dayText, pad } from "./digits.js";
import { readEdtf } from "./edtf/read-edtf.js";
import { unitMoment } from "./edtf/edtf-date.js";
import type { Locale } from "./locale.js";
import { normaliseText } from "./normalise-text.js";
import { type DateOrder, monthOrYears } from "./spoken/numeric-date.js";
import { Refusal, type Remark } from "./refusal.js";
import { civilOf, daysInMonth, instantOf } from "./calendar.js";
import { expandShortenedEnd } from "./edtf/shortened-end.js";
import { readSpoken } from "./spoken/read-spoken.js";
import { intervalSpan, momentSpan, type Span } from "./span.js";

export interface ParseDateOptions {
  /** `edtf`: only ISO 8601-2. `any` (default): also ISO date-times and what people type. */
  readonly syntax?: "any" | "edtf" | undefined;
  /** IANA zone that times are read and shown in. Default `UTC`; then a time with an offset is shown with it. */
  readonly timeZone?: string | undefined;
  /** Settles `1/2/2021`. Without it such a date is refused. */
  readonly dateOrder?: DateOrder | undefined;
  /**
   * Reads `2020-21` as the EDTF season 21 of 2020. By default such a text is refused, because it may mean the years 2020 to
   * 2021. Documents and the syntax `edtf` always read the season.
   */
  readonly seasonCodes?: boolean | undefined;
  /** A language whose month names and words are read in addition to English. */
  readonly locale?: Locale | undefined;
}

export interface ParsedDate {
  /** Absent when the text was refused; then `issues` has one error. */
  readonly span?: Span;
  readonly issues: readonly Issue[];
}

/** The most characters a date may have. The limit bounds the work that hostile input can cause. */
const MAX_DATE_LENGTH = 256;

/**
 * Reads a date. Never throws on text: what cannot be read has no `span` and one error that says how to write it.
 *
 * @throws TypeError when `text` is not a string, or `syntax` is none of its values
 */
export function parseDate(text: string, options: ParseDateOptions = {}): ParsedDate {
  if (typeof text !== "string") throw new TypeError(`parseDate: the text must be a string, not ${typeof text}`);
  const { syntax } = options;
  if (syntax !== undefined && !/^(?:any|edtf)$/.test(syntax)) {
    throw new TypeError(`parseDate: the syntax must be any or edtf, not ${quoteValue(syntax)}`);
  }
  const quick = options.locale?.checkDate ? undefined : isoDay(text);
  if (quick) return quick;
  if (text.length > MAX_DATE_LENGTH) return refused(text, tooLong(text.length));
  const remarks: Remark[] = [];
  try {
    const strict = syntax === "edtf";
    const { text: plain, changed } = strict ? { text, changed: false } : normaliseText(text);
    if (!strict && plain === "..") return { span: intervalSpan(null, null, false, "open"), issues: NO_ISSUES };
    if (!/[\p{L}\p{N}/]/u.test(plain)) throw blank(plain);
    if (changed)
      remarks.push({ code: "date-normalised", problem: "unusual blanks, digits or signs were read as plain ones" });
    const span = strict ? edtf(plain, options, remarks) : anything(plain, options, remarks);
    if (!span) throw unrecognised(strict);
    if (!strict) checkReading(plain, span, options, remarks);
    return { span, issues: remarks.map((r) => makeIssue(r.code, r.problem, { value: text, hint: r.hint })) };
  } catch (error) {
    if (error instanceof Refusal) return refused(text, error);
    throw error;
  }
}

/** A copyright date as libraries write it, from the first copyright law of the United States on. */
const COPYRIGHT = /\bc(179\d|1[89]\d\d|20\d\d)\b/i;

/** Notes another reading of a date that was read. @throws Refusal where the date may be one of another calendar */
function checkReading(text: string, span: Span, { locale }: ParseDateOptions, remarks: Remark[]): void {
  const year = COPYRIGHT.exec(text)?.[1];
  if (year !== undefined) {
    const problem = `c${year} is read as about ${year}; in library catalogues it means copyright ${year}`;
    remarks.push({ code: "date-notation", problem, hint: `Write c. ${year} or ${year}` });
  }
  locale?.checkDate?.(text, span, locale, remarks);
}

/** Reads YYYY-MM-DD of the years 1 to 9999. No regular expression, because most dates have this shape. */
function isoDay(text: string): ParsedDate | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    digits = digits * 10 + digit;
  }
  const year = Math.floor(digits / 10000);
  const month = Math.floor(digits / 100) % 100;
  const day = digits % 100;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { span: momentSpan(unitMoment(year, month, day)), issues: NO_ISSUES };
}

const NO_ISSUES: readonly Issue[] = Object.freeze([]);

function edtf(text: string, options: ParseDateOptions, remarks: Remark[]): Span | undefined {
  return readEdtf(text, { strict: true, timeZone: options.timeZone, remarks });
}

/** Reads EDTF and ISO first, because they have one meaning; then the notations that people type. */
function anything(text: string, options: ParseDateOptions, remarks: Remark[]): Span | undefined {
  const { timeZone, dateOrder, locale } = options;
  const ordinal = /^(\d{4})-(\d{3})$/.exec(text);
  if (ordinal) throw ordinalDate(Number(ordinal[1]), Number(ordinal[2]));
  const [, century = "", two = "", code = "", years] = SEASON_OR_YEARS.exec(text) ?? [];
  if (code > two && (years || !options.seasonCodes)) throw seasonOrYears(century + two, century + code);
  if (/^0{1,3}$/.test(text)) return anything("0000", options, remarks);
  const [, year = 0, digit = 0] = (/^(\d{4})-([1-9])$/.exec(text) ?? []).map(Number);
  if (year >= FIRST_COMPUTED_YEAR && digit > (year % 10) + 1)
    throw monthOrYears(year, digit, year - (year % 10) + digit);
  const shorthand = yearsShorthand(text);
  if (shorthand) return readSpoken(shorthand, { timeZone, locale, dateOrder, remarks });
  const whole = expandShortenedEnd(text, remarks);
  const span = isShortOrAmbiguous(whole) ? undefined : readEdtf(whole, { strict: false, timeZone, remarks });
  if (span) {
    remark(text, span, remarks);
    return span;
  }
  return readSpoken(plannersForms(text), { timeZone, locale, dateOrder, remarks });
}

/** Rewrites "2021 Q3", "Q3/2021" and "1H2021" as "quarter 3 of 2021" and so on, and "(GMT+2)" without brackets. */
function plannersForms(text: string): string {
  return text
    .replace(/\b(\d{4})[-/ ]?([qh][1-4])\b/gi, "$2 $1")
    .replace(/\b([1-4]?)(?:(q)|h)([1-4]?)[-/ ]?(?=\d{4}\b)/gi, (all, before: string, quarter, after: string) =>
      before || after ? `${quarter ? "quarter" : "half"} ${before || after} of ` : all,
    )
    .replace(/\(((?:gmt|utc)[^)]*)\)/i, "$1");
}

/** Refuses "2024-170", which is day 170 of a year (ISO 8601-1:2019, 4.3.4) or the years 2024 to 170. */
function ordinalDate(year: number, number: number): Refusal {
  const years = `${pad(year, 4)}/${pad(number, 4)}`;
  const day = civilOf(instantOf(year, 1, number));
  if (number < 1 || day.year !== year) {
    return new Refusal("date-invalid", `there is no day ${number} of the year ${year}`, `Write ${years} for the years`);
  }
  const iso = dayText(year, day.month, day.day);
  return new Refusal(
    "date-order-unknown",
    `it could be day ${number} of the year ${year} or the years ${year} to ${number}`,
    `Write ${iso} for the day, or ${years} for the years`,
  );
}

/** A year and a season code, alone or with the years that importers add where nothing settles the meaning. */
const SEASON_OR_YEARS = /^(\d\d)(\d\d)-(2[1-9]|3\d|4[01])(?:[?~%]|( or \d{4}\/\d{4}))?$/;

/** Refuses "2020-21", which is the EDTF season 21 of 2020 or the years 2020 to 2021. */
function seasonOrYears(first: string, last: string): Refusal {
  const problem = `it could be an EDTF season of ${first} or the years ${first} to ${last}`;
  return new Refusal(
    "date-order-unknown",
    problem,
    `Write ${first}/${last}, or the season in words, as in spring ${first}`,
  );
}

/** From this year on, programs may write a month without its zero: "2021-9" is September 2021 or the years 2021 to 2029. */
const FIRST_COMPUTED_YEAR = 1970;

/** "1939-45" has the shape of a month. 45 is no month and no season, so it is two years. */
function yearsShorthand(text: string): string | undefined {
  const match = /^(\d{4})-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [, first = "", second = ""] = match;
  const n = Number(second);
  // "1999-00" ends in 2000.
  if (n === 0 && first.endsWith("99")) return `${first}–${second}`;
  const isMonthOrSeason = (n >= 1 && n <= 12) || (n >= 21 && n <= 41);
  return !isMonthOrSeason && n > Number(first) % 100 ? `${first}–${second}` : undefined;
}

/** Texts whose EDTF reading (a century, a decade, an interval of centuries) differs from what people mean by them. */
function isShortOrAmbiguous(text: string): boolean {
  return (
    /^-?\d{1,3}[?~%]?$/.test(text) || /^-?\d{1,3}[?~%]?\/|\/-?\d{1,3}[?~%]?$/.test(text) || /^\d+\/\d+\/\d+$/.test(text)
  );
}

function remark(text: string, span: Span, remarks: Remark[]): void {
  const code = /^(\d{4})-(\d\d)$/.exec(text);
  if (code && span.precision === "season" && Number(code[2]) > Number(code[1]) % 100) {
    const [, year = "", number = ""] = code;
    remarks.push({
      code: "season-code",
      problem: `-${number} is read as an EDTF division of the year ${year}`,
      hint: `Write ${year}/${year.slice(0, 2)}${number} for the years`,
    });
  }
  if (/(?:^|[[{/.,\s?~%])(?:-\d{4}|0000)/.test(text)) {
    remarks.push({
      code: "year-astronomical",
      problem: "EDTF and ISO count years with a zero, so -0044 is 45 BCE",
      hint: "Write 44 BC for 44 BCE",
    });
  }
}

function blank(text: string): Refusal {
  return text === ""
    ? new Refusal("date-missing", "there is no date", "Write a date such as 2024-06-19, June 2024 or 1848")
    : new Refusal("date-unknown", "it does not say when", "Leave the date out, or write what is known");
}

function tooLong(length: number): Refusal {
  return new Refusal(
    "date-too-long",
    `a date has at most ${MAX_DATE_LENGTH} characters, this text has ${length}`,
    "Write the date alone, and everything else in another field",
  );
}

function unrecognised(strict: boolean): Refusal {
  return strict
    ? new Refusal("date-unrecognised", "it is not an EDTF date", "Write it as 2024-06-19, 2024-06 or 1848~")
    : new Refusal(
        "date-unrecognised",
        "it is not a date that can be read",
        "Write it as 2024-06-19, 19 June 2024 or c. 1848",
      );
}

function refused(text: string, refusal: Refusal): ParsedDate {
  const value = refusal.code === "date-missing" ? undefined : text;
  return { issues: [makeIssue(refusal.code, refusal.problem, { value, hint: refusal.hint })] };
}
