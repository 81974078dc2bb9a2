/** Converts days of other calendars to days since 1970-01-01 of the Gregorian calendar. */
import {
  BuddhistCalendar,
  type Calendar,
  CalendarDate,
  HebrewCalendar,
  IslamicCivilCalendar,
  IslamicUmalquraCalendar,
  JapaneseCalendar,
  PersianCalendar,
  TaiwanCalendar,
  toCalendar,
  GregorianCalendar,
} from "@internationalized/date";
import { daysFromCivil, daysInMonth } from "../calendar.js";

/** A calendar that dates are converted from. */
export type OtherCalendar =
  | "japanese"
  | "minguo"
  | "hijri-civil"
  | "hijri-umalqura"
  | "solar-hijri"
  | "hebrew"
  | "french-republican"
  | "julian"
  | "buddhist";

export interface CalendarFields {
  /** The era of a Japanese year: `reiwa`. */
  readonly era?: string | undefined;
  readonly year: number;
  /** 1 to 13, as the calendar counts months; the Hebrew year begins with Tishri. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** True for a dual year such as 1648/9, which is its second year. */
  readonly isDual?: boolean;
}

const LIBRARY: Readonly<Partial<Record<OtherCalendar, () => Calendar>>> = {
  japanese: () => new JapaneseCalendar(),
  minguo: () => new TaiwanCalendar(),
  "hijri-civil": () => new IslamicCivilCalendar(),
  "hijri-umalqura": () => new IslamicUmalquraCalendar(),
  "solar-hijri": () => new PersianCalendar(),
  hebrew: () => new HebrewCalendar(),
  buddhist: () => new BuddhistCalendar(),
};

/** Japan used a lunisolar calendar before 1 January 1873, in the year 6 of Meiji. */
const FIRST_GREGORIAN_MEIJI = 6;

/** Thailand began its years on 1 April until 1940, and on 1 January from the year 2484 (1941) on. */
const FIRST_JANUARY_BUDDHIST = 2484;

/** The first day of a date and the day after its last, since 1970-01-01. `undefined`: the calendar has no such date. */
export function daysOf(
  calendar: OtherCalendar,
  fields: CalendarFields,
): readonly [first: number, next: number] | undefined {
  if (calendar === "julian") return julianDays(fields);
  if (calendar === "french-republican") return republicanDays(fields);
  const { era, year, month, day } = fields;
  if (calendar === "buddhist" && year < FIRST_JANUARY_BUDDHIST) return undefined;
  if (era === "meiji" && year < FIRST_GREGORIAN_MEIJI) return undefined;
  const own = LIBRARY[calendar]?.();
  if (!own || year < 1) return undefined;
  const at = (y: number, m: number, d: number): CalendarDate =>
    era === undefined ? new CalendarDate(own, y, m, d) : new CalendarDate(own, era, y, m, d);
  // The library moves a date that does not exist to the nearest one: then its fields differ.
  const exists = (date: CalendarDate, m: number, d: number): boolean =>
    date.year === year && date.month === m && date.day === d && (era === undefined || date.era === era);
  if (month === undefined) return era === undefined ? yearDays(own, year) : eraYearDays(own, era, year);
  const start = at(year, month, day ?? 1);
  if (!exists(start, month, day ?? 1)) return undefined;
  const first = dayNumber(start);
  return [first, first + (day === undefined ? own.getDaysInMonth(start) : 1)];
}

function dayNumber(date: CalendarDate): number {
  const { era, year, month, day } = toCalendar(date, new GregorianCalendar());
  return daysFromCivil(era === "BC" ? 1 - year : year, month, day);
}

function yearDays(own: Calendar, year: number): readonly [number, number] {
  return [dayNumber(new CalendarDate(own, year, 1, 1)), dayNumber(new CalendarDate(own, year + 1, 1, 1))];
}

/** The days of an era's year. The first and the last year of an era are parts of a Gregorian year. */
function eraYearDays(own: Calendar, era: string, year: number): readonly [number, number] | undefined {
  const days: number[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= 31; day++) {
      const date = new CalendarDate(own, era, year, month, day);
      if (date.era === era && date.year === year && date.month === month && date.day === day)
        days.push(dayNumber(date));
    }
  }
  return days.length === 0 ? undefined : [days[0] as number, (days.at(-1) as number) + 1];
}

/** 22 September 1792, the first day of the year I. */
const REPUBLIC = daysFromCivil(1792, 9, 22);
/** The calendar was abolished on 1 January 1806, in the year XIV. */
const ABOLITION = daysFromCivil(1806, 1, 1);

/** The French Republican calendar while it was in use. Its leap years were III, VII and XI. */
function republicanDays({ year, month, day }: CalendarFields): readonly [number, number] | undefined {
  if (year < 1 || year > 14) return undefined;
  const start = REPUBLIC + (year - 1) * 365 + Math.floor(year / 4);
  const length = year % 4 === 3 ? 366 : 365;
  // The month 13 are the complementary days.
  const days = month === undefined ? length : month <= 12 ? 30 : length - 360;
  if ((month ?? 1) > 13 || (day ?? 1) > days || day === 0) return undefined;
  const first = start + ((month ?? 1) - 1) * 30 + ((day ?? 1) - 1);
  const next = Math.min(day === undefined ? first + days : first + 1, ABOLITION);
  return first < ABOLITION ? [first, next] : undefined;
}

/** The Julian calendar, whose leap years are all those that 4 divides. Years begin on 1 January. */
function julianDays({ year, month, day }: CalendarFields): readonly [number, number] | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  const days = month === 2 ? (year % 4 === 0 ? 29 : 28) : daysInMonth(year, month);
  if (day !== undefined && (day < 1 || day > days)) return undefined;
  // Counted from 1 March, the calendars differ by two days less than the centuries that are no leap years.
  const century = Math.floor((month > 2 ? year : year - 1) / 100);
  const shift = century - Math.floor(century / 4) - 2;
  const first = daysFromCivil(year, month, 1) + (day ?? 1) - 1 + shift;
  // A century year has a 29 February in the Julian calendar alone.
  return [first, day === undefined ? first + days : first + 1];
}
