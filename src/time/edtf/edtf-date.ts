/**
 * Reads one EDTF date (ISO 8601-2:2019, clause 8 and annex; Library of Congress EDTF, levels 0 to 2), without time of day:
 * year, month or season, day; unspecified digits `X`; qualifiers `?`, `~`, `%` on either side of a component;
 * years of any length `Y…`, exponents `E`, significant digits `S`.
 */
import { daysInMonth, instantOf } from "../calendar.js";
import { MONTHS } from "../wording/english-names.js";
import { Refusal } from "../refusal.js";
import { seasonMoment } from "../season.js";
import { certain, type Moment, type Precision } from "../span.js";

/** The largest year that is read, before and after year 0. For comparison: the universe is 1.4e10 years old. */
const MAX_YEAR = 1e12;

const CALENDAR_DATE =
  /^([?~%]?)(-?)([0-9X]{4})(?:S([1-9]\d?))?([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?$/;
const LONG_YEAR = /^([?~%]?)Y(-?)(\d{1,15})(?:E(\d{1,2}))?(?:S([1-9]\d?))?([?~%]?)$/;
const SHORT_YEAR = /^(-?)(\d{2,3})([?~%]?)$/;

const EXPANDED = /^([+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Reads the expanded years of ECMA-262, "+300000-01-01". */
export function readExpandedDate(text: string): Moment | undefined {
  const match = EXPANDED.exec(text);
  return match ? exactDate(Number(match[1]), match[2], match[3]) : undefined;
}

/** Reads one date. `undefined`: the text does not have the shape of an EDTF date. @throws Refusal if there is no such date */
export function readEdtfDate(text: string): Moment | undefined {
  const match = CALENDAR_DATE.exec(text);
  if (match) return calendarDate(match);
  const long = LONG_YEAR.exec(text);
  if (long) return longYear(long);
  const short = SHORT_YEAR.exec(text);
  return short ? shortYear(short) : undefined;
}

function calendarDate(match: RegExpExecArray): Moment {
  const [, q1, sign, year = "", significant, q2, q3, month, q4, q5, day, q6] = match;
  const marks = [q1, q2, q3, q4, q5, q6].join("");
  if (significant) {
    if (month) throw new Refusal("date-invalid", "significant digits belong to a year alone", "Write 1950S2");
    return significantYear(Number(`${sign}${year}`), Number(significant), marks);
  }
  if (sign === "-" && year === "0000") {
    throw new Refusal("date-invalid", "there is no year -0000", "Write 0000 for 1 BCE, -0001 for 2 BCE");
  }
  if (month && /^\d\d$/.test(month) && Number(month) > 12) {
    const code = Number(month);
    if (day !== undefined || code < 21 || code > 41) throw monthRefusal(month);
    if (year.includes("X")) throw new Refusal("date-invalid", "a season needs a whole year", "Write 2001-21");
    return qualify(seasonMoment(Number(`${sign}${year}`), code), marks);
  }
  if (!`${year}${month ?? ""}${day ?? ""}`.includes("X")) {
    return qualify(exactDate(Number(`${sign}${year}`), month, day), marks);
  }
  return qualify(maskedDate(sign === "-", year, month, day), marks);
}

/** A year, month or day in digits. @throws Refusal if there is no such month or day */
export function exactDate(year: number, monthText: string | undefined, dayText: string | undefined): Moment {
  if (monthText === undefined) return unitMoment(year, undefined, undefined);
  const month = Number(monthText);
  if (month < 1 || month > 12) throw monthRefusal(monthText);
  if (dayText === undefined) return unitMoment(year, month, undefined);
  const day = Number(dayText);
  if (day < 1 || day > daysInMonth(year, month)) throw dayRefusal(year, month);
  return unitMoment(year, month, day);
}

/** The moment of a year, month or day. The caller has checked that it exists. */
export function unitMoment(year: number, month?: number, day?: number): Moment {
  const precision: Precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  const start = instantOf(year, month ?? 1, day ?? 1);
  const end =
    day !== undefined
      ? instantOf(year, month, day + 1)
      : month !== undefined
        ? instantOf(year, month + 1)
        : instantOf(year + 1);
  return certain(start, end, precision);
}

export function monthRefusal(month: string): Refusal {
  return new Refusal("date-invalid", `there is no month ${month}`, "Write a month from 01 to 12, as in 2024-06");
}

export function dayRefusal(year: number, month: number): Refusal {
  const days = daysInMonth(year, month);
  const name = `${MONTHS[month - 1]} ${year > 0 ? year : `${1 - year} BCE`}`;
  return new Refusal("date-invalid", `${name} has ${days} days`, `Write a day from 01 to ${days}`);
}

/** Applies qualifiers: `~` and `%` mean approximate, `?` and `%` mean uncertain, at any component. */
function qualify(moment: Moment, marks: string): Moment {
  if (!marks) return moment;
  return {
    ...moment,
    approximate: moment.approximate || /[~%]/.test(marks),
    uncertain: moment.uncertain || /[?%]/.test(marks),
  };
}

/** The n-th number, counted from 0, that fits a mask such as `1X`. */
function filled(mask: string, n: number): number {
  let value = 0;
  let rest = n;
  for (let i = mask.length - 1, place = 1; i >= 0; i--, place *= 10) {
    const digit = mask[i] === "X" ? rest % 10 : Number(mask[i]);
    if (mask[i] === "X") rest = Math.floor(rest / 10);
    value += digit * place;
  }
  return value;
}

/** The count of numbers that fit a mask. */
function choices(mask: string): number {
  return 10 ** (mask.split("X").length - 1);
}

/** All numbers within limits that fit a mask of two digits, ascending. */
function fits(mask: string, low: number, high: number): number[] {
  return Array.from({ length: choices(mask) }, (_, n) => filled(mask, n)).filter((n) => n >= low && n <= high);
}

/** The precision of a year by the number of its unspecified last digits. */
const UNIT_BY_X: readonly Precision[] = ["year", "decade", "century", "millennium", "age"];

function maskedDate(negative: boolean, year: string, month: string | undefined, day: string | undefined): Moment {
  // Unspecified parts at the end lower the precision: "2004-06-XX" equals "2004-06".
  if (day === "XX") return maskedDate(negative, year, month, undefined);
  if (month === "XX" && day === undefined) return maskedDate(negative, year, undefined, undefined);
  if (!`${year}${month ?? ""}${day ?? ""}`.includes("X")) {
    return exactDate(Number(`${negative ? "-" : ""}${year}`), month, day);
  }
  const months = month === undefined ? [undefined] : fits(month, 1, 12);
  if (months.length === 0) throw monthRefusal(month as string);
  const first = firstDate(year, negative, months, day, 1);
  const last = firstDate(year, negative, [...months].reverse(), day, -1);
  if (!first || !last) {
    throw new Refusal("date-invalid", "no day of the calendar fits it", "Write X only for digits that are not known");
  }
  const trailing = /X*$/.exec(year)?.[0].length ?? 0;
  const plain = month === undefined && !year.slice(0, 4 - trailing).includes("X");
  return {
    ...certain(first.start, last.end, plain ? (UNIT_BY_X[trailing] as Precision) : first.precision),
    ...(plain ? {} : { soft: true as const }),
  };
}

/** The first (`direction` 1) or last (-1) existing date that fits the masks. `months` are in the order in which they are tried. */
function firstDate(
  yearMask: string,
  negative: boolean,
  months: readonly (number | undefined)[],
  dayMask: string | undefined,
  direction: 1 | -1,
): Moment | undefined {
  const count = choices(yearMask);
  // Before year 0 the largest number is the earliest year.
  const up = negative ? direction === -1 : direction === 1;
  for (let n = 0; n < count; n++) {
    const magnitude = filled(yearMask, up ? n : count - 1 - n);
    const year = negative ? -magnitude : magnitude;
    for (const month of months) {
      if (month === undefined) return unitMoment(year);
      if (dayMask === undefined) return unitMoment(year, month);
      const days = fits(dayMask, 1, daysInMonth(year, month));
      const day = direction === 1 ? days[0] : days.at(-1);
      if (day !== undefined) return unitMoment(year, month, day);
    }
  }
  return undefined;
}

function longYear(match: RegExpExecArray): Moment {
  const [, q1, sign, digits = "", exponent, significant, q2] = match;
  if (exponent === undefined && (digits.length < 5 || digits.startsWith("0"))) {
    throw new Refusal("date-invalid", "a year after Y has five digits or more", "Write 2006, or Y20060");
  }
  const year = Number(`${sign}${digits}`) * 10 ** Number(exponent ?? 0);
  if (Math.abs(year) > MAX_YEAR) throw tooFar();
  const marks = `${q1}${q2}`;
  return significant ? significantYear(year, Number(significant), marks) : qualify(unitMoment(year), marks);
}

function tooFar(): Refusal {
  return new Refusal("date-out-of-range", "it is more than a million million years away", "Write a nearer year");
}

/** Returns the moment if its years are within the limit. @throws Refusal otherwise */
export function withinReach(moment: Moment): Moment {
  if (moment.start >= instantOf(-MAX_YEAR) && moment.end <= instantOf(MAX_YEAR + 1)) return moment;
  throw tooFar();
}

/** "Y171010000S3": all years that agree in the first three digits. */
function significantYear(year: number, digits: number, marks: string): Moment {
  const magnitude = Math.abs(year);
  const length = String(magnitude).length;
  const step = 10 ** Math.max(0, length - digits);
  const low = Math.floor(magnitude / step) * step;
  const high = low + step - 1;
  const [first, last] = year < 0 ? [-high, -low] : [low, high];
  const zeros = Math.min(4, Math.max(0, length - digits));
  return qualify(
    {
      ...certain(instantOf(first), instantOf(last + 1), UNIT_BY_X[zeros] as Precision),
      approximate: true,
      significant: digits,
    },
    marks,
  );
}

/** "19" is a century and "193" a decade (ISO 8601-1, 4.3.2 and 4.3.3). The caller knows that the text is EDTF. */
function shortYear(match: RegExpExecArray): Moment {
  const [, sign, digits = "", marks = ""] = match;
  if (sign === "-" && Number(digits) === 0) {
    throw new Refusal("date-invalid", `there is no -${digits}`, "Write 00 for the first hundred years");
  }
  const mask = digits.padEnd(4, "X");
  return qualify(maskedDate(sign === "-", mask, undefined, undefined), marks);
}
