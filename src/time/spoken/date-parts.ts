/** The parts of a date that was read, some of which a second date may still supply ("19–21 June 2024"). */
import { civilOf, DAY, daysInMonth, instantOf, MINUTE, PRESENT_YEAR, TIME_UNITS, weekdayOf } from "../calendar.js";
import { dayText, pad } from "../digits.js";
import { WEEKDAYS } from "../wording/english-names.js";
import { dayRefusal, unitMoment, withinReach } from "../edtf/edtf-date.js";
import { Refusal, type Remark } from "../refusal.js";
import { seasonMoment } from "../season.js";
import { certain, type Moment, type Precision } from "../span.js";
import { wallClock } from "../zone.js";

/** A time of day: ms since midnight, its precision, and its written offset in ms ahead of UTC. */
export interface Time {
  ms: number;
  precision: Precision;
  ahead?: number;
  timeZone?: string | undefined;
}

export interface Parts {
  /** The year as written, without the era. */
  year?: number;
  /** The number of written digits of the year or bare number. */
  digits?: number;
  month?: number;
  day?: number;
  season?: number;
  /** First year of a decade. */
  decade?: number;
  /** 19 for the 19th century. */
  century?: number;
  millennium?: number;
  /** A number that may be a day, a year or a shortened end. */
  bare?: number;
  /** True for a number with an ordinal ending, which may be a day or a century. */
  ordinal?: boolean;
  era?: "bce" | "ce";
  part?: "early" | "mid" | "late";
  /** Years before the present, the unit of the last significant digit, and the factor of the written figure. */
  ago?: { years: number; unit: number; scale: number };
  /** The complete moment, where no part can be added. */
  moment?: Moment;
  time?: Time;
  /** The written weekday, 0 for Sunday, and where a contradiction is noted. */
  weekday?: { day: number; remarks: Remark[] };
  /** True where the year stands last, so that a number after it is no day. */
  yearLast?: boolean;
  approximate?: boolean;
  uncertain?: boolean;
  present?: boolean;
}

/** The moment of the parts. @throws Refusal that names the missing part */
export function momentOf(parts: Parts): Moment {
  const moment = parts.moment ?? withinReach(wholeMoment(parts));
  checkWeekday(moment, parts.weekday);
  const timed = parts.time ? timeOf(moment, parts.time) : moment;
  const part = parts.part ? thirdOf(timed, parts.part) : timed;
  return {
    ...part,
    approximate: part.approximate || Boolean(parts.approximate),
    uncertain: part.uncertain || Boolean(parts.uncertain),
  };
}

function wholeMoment(parts: Parts): Moment {
  if (parts.ago) return agoMoment(parts.ago.years, parts.ago.unit);
  const bce = parts.era === "bce";
  if (parts.millennium !== undefined) return yearsMoment(parts.millennium, 1000, bce, "millennium");
  if (parts.century !== undefined) return yearsMoment(parts.century, 100, bce, "century");
  if (parts.decade !== undefined) {
    if ((parts.digits ?? 4) < 3) throw twoDigits(parts.decade);
    return decadeMoment(parts.decade, bce);
  }
  const year = yearOf(parts);
  if (parts.season !== undefined) return seasonMoment(year, parts.season);
  if (parts.month === undefined) {
    if (parts.day === undefined) return unitMoment(year);
    throw new Refusal("date-unrecognised", "the month is missing", "Write it as 2024-06-19 or 19 June 2024");
  }
  if (parts.day !== undefined && (parts.day < 1 || parts.day > daysInMonth(year, parts.month))) {
    throw dayRefusal(year, parts.month);
  }
  return unitMoment(year, parts.month, parts.day);
}

/** The astronomical year. */
function yearOf(parts: Parts): number {
  const year = parts.year ?? parts.bare;
  if (year === undefined) {
    throw new Refusal("date-unrecognised", "the year is missing", "Write it as 2024-06-19 or 19 June 2024");
  }
  if (parts.era) {
    if (year === 0) throw new Refusal("date-invalid", "there is no year 0 of an era", "Write 1 BC or AD 1");
    return parts.era === "bce" ? 1 - year : year;
  }
  if ((parts.digits ?? 4) <= 2) throw twoDigits(year);
  if ((parts.digits ?? 4) > 4) {
    const day = parts.digits === 8 ? dayInDigits(year) : undefined;
    throw new Refusal(
      "date-unrecognised",
      "a year of more than four digits needs a sign of it",
      day ? `Write ${day} for the day, or Y${year} for the year` : `Write Y${year}`,
    );
  }
  return year;
}

/** Notes a written weekday that is not the weekday of the day. */
function checkWeekday({ start, precision }: Moment, weekday: Parts["weekday"]): void {
  const actual = weekdayOf(start / DAY);
  if (!weekday || precision !== "day" || actual === weekday.day) return;
  weekday.remarks.push({
    code: "weekday-mismatch",
    problem: `the day is a ${WEEKDAYS[actual]}, not a ${WEEKDAYS[weekday.day]}`,
    hint: "Check the date; an old one may be of the Julian calendar",
  });
  // The weekday of one date is noted once.
  weekday.day = actual;
}

/** Eight digits as a day: 20200101 as "2020-01-01". `undefined`: there is no such day. */
export function dayInDigits(digits: number): string | undefined {
  const [year, month, day] = [Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100];
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return dayText(year, month, day);
}

/** The refusal of a year of two digits, with both readings. */
export function twoDigits(year: number): Refusal {
  const yy = pad(year % 100);
  return new Refusal(
    "year-two-digits",
    `a year of two digits could be 19${yy} or 20${yy}`,
    `Write 19${yy} or 20${yy}, or 00${yy} for the year ${Number(yy)}`,
  );
}

/** The n-th century or millennium. "19th century" is 1800 to 1899, as EDTF reads 18XX. */
function yearsMoment(n: number, size: number, bce: boolean, precision: Precision): Moment {
  if (n < 1) throw new Refusal("date-invalid", `there is no ${precision} ${n}`, "Write 1st, 2nd, 3rd …");
  const first = bce ? 1 - n * size : Math.max(1, (n - 1) * size);
  const last = bce ? -(n - 1) * size : n * size - 1;
  return certain(instantOf(first), instantOf(last + 1), precision);
}

function decadeMoment(decade: number, bce: boolean): Moment {
  const first = bce ? 1 - (decade + 9) : decade;
  return certain(instantOf(first), instantOf(first + 10), "decade");
}

/** A figure covers everything that rounds to it: "66 Ma" is 65.5 to 66.5 million years ago. */
function agoMoment(years: number, unit: number): Moment {
  const yearsAgo = (n: number): number => instantOf(PRESENT_YEAR - Math.round(n));
  return { ...certain(yearsAgo(years + unit / 2), yearsAgo(years - unit / 2), "age"), ago: years };
}

function timeOf(moment: Moment, { ms, precision, ahead, timeZone }: Time): Moment {
  const size = TIME_UNITS[precision as "hour"];
  const local = moment.start + ms;
  const start = ahead === undefined ? local : wallClock(local - ahead, timeZone ?? "UTC");
  // Without a chosen zone, the written day and time are kept, as for ISO 8601.
  const kept = ahead && timeZone === undefined ? { offset: ahead / MINUTE } : {};
  return { ...moment, start, end: start + size, precision, ...kept };
}

/**
 * The first, middle or last third of a moment: four months of a year, eight hours of a day, otherwise the nearest whole years
 * or days.
 */
function thirdOf(moment: Moment, part: "early" | "mid" | "late"): Moment {
  const index = { early: 0, mid: 1, late: 2 }[part];
  const cut = (i: number): number => {
    const from = civilOf(moment.start);
    if (i === 0) return moment.start;
    if (i === 3) return moment.end;
    if (moment.precision === "year") return instantOf(from.year, 1 + 4 * i);
    const years = civilOf(moment.end).year - from.year;
    if (years > 3) return instantOf(from.year + Math.round((years * i) / 3));
    const whole = moment.end - moment.start < 3 * DAY ? 1 : DAY;
    return moment.start + Math.round(((moment.end - moment.start) * i) / 3 / whole) * whole;
  };
  return { ...moment, start: cut(index), end: cut(index + 1), part };
}
