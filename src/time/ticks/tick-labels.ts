/** Texts of ticks, and of the larger unit above them. No text is more precise than the step. */
import { type Civil, civilOf, PRESENT_YEAR } from "../calendar.js";
import { clockText, pad } from "../digits.js";
import { bigNumber, datePattern, formatYear, monthName } from "../wording/format-moment.js";
import { fill, groupDigits, type Locale } from "../locale.js";
import type { Instant } from "../span.js";
import type { TickStep } from "./tick-steps.js";

interface TickRange {
  readonly start: Instant;
  readonly end: Instant;
  readonly length: number;
  readonly short?: boolean;
  /** The year from which "years ago" count. */
  readonly presentYear?: number | undefined;
}

/** Room for a weekday and a day, in px. */
const WEEKDAY_WIDTH_PX = 64;

/** The label of one tick: the part of its date that the step counts. */
export function tickLabel(time: Instant, step: TickStep, locale: Locale, stretch: TickRange): string {
  const civil = civilOf(time);
  switch (step.unit) {
    case "millisecond":
      return `.${pad(civil.millisecond, 3)}`;
    case "second":
      return clockText(civil, "second");
    case "minute":
    case "hour":
      return clockText(civil, "minute");
    case "day": {
      // The weekday is added where each day has a label that is wide enough.
      const roomy =
        step.count === 1 && (step.length / (stretch.end - stretch.start)) * stretch.length >= WEEKDAY_WIDTH_PX;
      return roomy ? datePattern(locale.patterns.weekday, civil, locale, "short") : String(civil.day);
    }
    case "month":
      return monthName(civil.month, locale, "abbreviated");
    case "year":
      return yearLabel(civil, step, locale, stretch);
  }
}

/** An axis that begins before this year and has steps of this many years counts its years from the present. */
const FIRST_COUNTED_YEAR = -20_000;
const MIN_DEEP_STEP = 1000;
/** Steps from so many years on have ticks at round astronomical years, one year off the years BCE. */
const ROUND_BCE_STEP = 10_000;
/** Beside steps of so many years, the distance of the present from the year 0 is invisible. */
const MAX_EXACT_STEP = 1_000_000;

/** The year from which the years of an axis in deep time count back. `undefined`: the axis names years by their number. */
export function deepTimeYear({ unit, count }: TickStep, { start, presentYear }: TickRange): number | undefined {
  if (unit !== "year" || count < MIN_DEEP_STEP || civilOf(start).year >= FIRST_COUNTED_YEAR) return undefined;
  return count < MAX_EXACT_STEP ? (presentYear ?? PRESENT_YEAR) : 0;
}

function yearLabel(civil: Civil, step: TickStep, locale: Locale, stretch: TickRange): string {
  const { year } = civil;
  const present = deepTimeYear(step, stretch);
  if (present !== undefined) {
    const ago = Math.round((present - year) / step.count) * step.count;
    if (ago === 0) return locale.dates.today;
    return ago > 0 ? bigNumber(ago, locale) : `+${bigNumber(-ago, locale)}`;
  }
  // The larger unit may have no room beside the tick, and a year without its era would be one CE.
  if (year > 0) return groupDigits(year, locale);
  // Beside steps of so many years, one year does not show: the number stays round.
  const isRound = step.count >= ROUND_BCE_STEP && year < 0;
  return fill(locale.dates.bce, groupDigits(isRound ? -year : 1 - year, locale));
}

/** The larger unit that contains a time, as "2024" above "Oct". `undefined`: the label itself says enough. */
export function tickContext(time: Instant, step: TickStep, locale: Locale, stretch: TickRange): string | undefined {
  const civil = civilOf(time);
  const { patterns, dates } = locale;
  const style = stretch.short ? "short" : "long";
  switch (step.unit) {
    case "millisecond":
      return `${datePattern(patterns.day, civil, locale, style)}, ${clockText(civil, "second")}`;
    case "second":
    case "minute":
    case "hour":
      return datePattern(patterns.day, civil, locale, style);
    case "day":
      return datePattern(patterns.month, civil, locale, style);
    case "month":
      return formatYear(civil.year, locale);
    case "year":
      if (deepTimeYear(step, stretch) !== undefined) return dates.agoEra;
      return yearContext(civil.year, locale, stretch);
  }
}

/** The larger unit that begins at a tick, in as few letters as say it beside a larger one yet: "23 Nov", "Dec", "1964". */
export function unitBeginning(time: Instant, { unit }: TickStep, locale: Locale): string | undefined {
  const civil = civilOf(time);
  if (unit === "year") return undefined;
  if (unit === "month") return formatYear(civil.year, locale);
  if (unit === "day") return monthName(civil.month, locale, "abbreviated");
  return datePattern(locale.patterns.dayMonth, civil, locale, "short");
}

function yearContext(year: number, locale: Locale, stretch: TickRange): string | undefined {
  const { dates } = locale;
  if (civilOf(stretch.start).year <= 0) return year <= 0 ? undefined : dates.ceEra;
  return undefined;
}
