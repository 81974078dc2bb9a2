/** What a tick says, and what the larger unit over it says. Never more than the step is worth. */
import { type Civil, civilOf } from "../calendar.js";
import { clockText, pad } from "../digits.js";
import { bigNumber, datePattern, decadeName, formatYear, monthName, numbered } from "../wording/format-moment.js";
import { groupDigits, type Locale } from "../locale.js";
import type { Instant } from "../span.js";
import type { TickStep } from "./tick-steps.js";

interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly length: number;
  readonly short?: boolean;
}

export function tickLabel(time: Instant, step: TickStep, locale: Locale, stretch: Stretch): string {
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
      // The weekday where every day has a label and room for it.
      const roomy = step.count === 1 && (step.length / (stretch.end - stretch.start)) * stretch.length >= 64;
      return roomy ? datePattern(locale.patterns.weekday, civil, locale, "short") : String(civil.day);
    }
    case "month":
      return monthName(civil.month, locale, "abbreviated");
    case "year":
      return yearLabel(civil, step, locale, stretch);
  }
}

/** Counts back from the present where the axis reaches into deep time. */
function isDeep(step: TickStep, stretch: Stretch): boolean {
  return step.count >= 1000 && civilOf(stretch.start).year < -20_000;
}

function yearLabel(civil: Civil, step: TickStep, locale: Locale, stretch: Stretch): string {
  const { year } = civil;
  if (isDeep(step, stretch)) {
    const ago = -Math.round(year / step.count) * step.count;
    if (ago === 0) return locale.dates.today;
    return ago > 0 ? bigNumber(ago, locale) : `+${bigNumber(-ago, locale)}`;
  }
  return groupDigits(year <= 0 ? 1 - year : year, locale);
}

/** The larger unit at a time; `undefined` where there is none worth saying. */
export function tickContext(time: Instant, step: TickStep, locale: Locale, stretch: Stretch): string | undefined {
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
      if (isDeep(step, stretch)) return dates.agoEra;
      return yearContext(civil.year, step, locale, stretch);
  }
}

function yearContext(year: number, step: TickStep, locale: Locale, stretch: Stretch): string | undefined {
  const { dates } = locale;
  if (civilOf(stretch.start).year <= 0) return year <= 0 ? dates.bceEra : dates.ceEra;
  if (step.count >= 100) return undefined;
  if (step.count >= 10) return numbered(dates.century, Math.floor(year / 100) + 1, locale);
  return decadeName(Math.floor(year / 10) * 10, locale);
}
