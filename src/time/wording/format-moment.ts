/** One moment in words, at its own precision, without "about" and "possibly". */
import { type Civil, civilOf, daysFromCivil, weekdayOf, YEAR } from "../calendar.js";
import { clockText, pad } from "../digits.js";
import { fill, groupDigits, type Locale, say } from "../locale.js";
import { crossesNewYear } from "../season.js";
import { comparePrecision, type Moment, shownAt } from "../span.js";

/** `short`: on a label. `long`: in a text. `words`: read aloud, without signs. */
export type DateStyle = "short" | "long" | "words";

/** From this many years before the present on, years are counted back from today ("66 million years ago"). */
export const DEEP_TIME_YEARS = 100_000;

/**
 * One moment in words, as "early 1850s" or "8 October 2024".
 *
 * @param pattern replaces the pattern of a day or month, for a date whose year stands elsewhere
 */
export function formatMoment(moment: Moment, locale: Locale, style: DateStyle, pattern?: string): string {
  const text = (l: Locale): string => unitName(moment, l, style, pattern);
  return moment.part ? say(locale.dates[moment.part], locale, text) : text(locale);
}

function unitName(moment: Moment, locale: Locale, style: DateStyle, pattern: string | undefined): string {
  const { dates, patterns } = locale;
  if (moment.ago !== undefined) return agoName(moment.ago, locale, statedUnit(moment));
  const civil = civilOf(shownAt(moment));
  const { year } = civil;
  switch (moment.precision) {
    case "year":
      return formatYear(year, locale);
    case "decade":
      return withEra(year, decadeName(decadeOf(year), locale), locale);
    case "century":
      return withEra(year, numbered(dates.century, ordinalOf(moment, 100), locale), locale);
    case "millennium":
      return withEra(year, numbered(dates.millennium, ordinalOf(moment, 1000), locale), locale);
    case "age":
      return fill(dates.rangeShort, formatYear(year, locale), formatYear(civilOf(moment.end - 1).year, locale));
    case "season":
      return divisionName(moment.season ?? 21, year, locale, style);
    case "month":
      return datePattern(pattern ?? patterns.month, civil, locale, style);
    case "day":
      return datePattern(pattern ?? patterns.day, civil, locale, style);
    default:
      return fill(
        dates.at,
        datePattern(pattern ?? patterns.day, civil, locale, style),
        timeName(moment, civil, locale),
      );
  }
}

/** A date by a pattern such as `{d} {M} {y}`; `{w}` is the weekday, `{m}` the number of the month. */
export function datePattern(pattern: string, civil: Civil, locale: Locale, style: DateStyle): string {
  const width = style === "short" ? "abbreviated" : "wide";
  const { parts, context } = readPattern(pattern);
  const fieldText = (field: string): string => {
    if (field === "y") return yearNumber(civil.year, locale);
    if (field === "M") return monthName(civil.month, locale, width, context);
    if (field === "G") return monthName(civil.month, locale, width, "formatting");
    if (field === "m") return String(civil.month);
    if (field === "w") return weekdayName(civil, locale);
    return civil.day === 1 ? (locale.patterns.firstDay ?? "1") : String(civil.day);
  };
  let text = "";
  for (let i = 0; i < parts.length; i++) text += i % 2 === 0 ? parts[i] : fieldText(parts[i] as string);
  return text;
}

interface Pattern {
  /** Texts at even indexes, field names at odd ones. */
  readonly parts: readonly string[];
  readonly context: "formatting" | "standalone";
}

/** Patterns that were split. A language has few patterns, and a timeline has many dates. */
const patternCache = /* @__PURE__ */ new Map<string, Pattern>();

function readPattern(pattern: string): Pattern {
  let known = patternCache.get(pattern);
  if (!known) {
    // Many languages inflect the name of a month beside a day.
    const context = /\{[dD]\}|\d/.test(pattern) ? "formatting" : "standalone";
    patternCache.set(pattern, (known = { parts: pattern.split(/\{(\w)\}/), context }));
  }
  return known;
}

/** `month` is 1 to 12. */
export function monthName(
  month: number,
  locale: Locale,
  width: "abbreviated" | "wide",
  context: "formatting" | "standalone" = "standalone",
): string {
  return locale.names.localize.month(month - 1, { width, context });
}

function weekdayName(civil: Civil, locale: Locale): string {
  const weekday = weekdayOf(daysFromCivil(civil.year, civil.month, civil.day));
  return locale.names.localize.day(weekday, { width: "abbreviated", context: "standalone" });
}

/** An astronomical year as people count it: without a year 0, and with an era before 100 CE. */
export function formatYear(year: number, locale: Locale): string {
  return yearNumber(year, locale, locale.patterns.year);
}

/** The number of a year with its era, in a pattern such as `{y}年` if it stands alone. */
function yearNumber(year: number, locale: Locale, pattern = "{y}"): string {
  const named = (n: number): string => pattern.replace("{y}", groupDigits(n, locale));
  if (year <= 0) {
    const round = roundAgo(year);
    return round === undefined ? fill(locale.dates.bce, named(1 - year)) : agoName(round, locale);
  }
  const text = named(year);
  return year < (locale.eraBelow ?? 100) ? fill(locale.dates.ce, text) : text;
}

/** The round number of years before today, for a year in deep time. `undefined`: the year is named by its number. */
function roundAgo(year: number): number | undefined {
  // Astronomical years and years BCE differ by one, and either may be the round number.
  return [-year, 1 - year].find((n) => n >= DEEP_TIME_YEARS && significantDigits(n) <= 4);
}

function agoName(years: number, locale: Locale, unit?: number): string {
  return say(locale.dates.yearsAgo, locale, () => bigNumber(years, locale, unit));
}

/** Two years with "BCE" or "million years ago" written once, or two times of one day. `undefined`: the language has no such form. */
export function rangeName(a: Moment, b: Moment, locale: Locale): string | undefined {
  const { dates, patterns } = locale;
  const [x, y] = [civilOf(shownAt(a)), civilOf(shownAt(b))];
  if (comparePrecision(a.precision, "day") < 0 && a.offset === b.offset) {
    if (x.year !== y.year || x.month !== y.month || x.day !== y.day) return undefined;
    const times = fill(dates.yearsShort, timeName({ ...a, offset: undefined }, x, locale), timeName(b, y, locale));
    return fill(dates.at, datePattern(patterns.day, x, locale, "short"), times);
  }
  const [m, n] = [a.ago ?? roundAgo(x.year), b.ago ?? roundAgo(y.year)];
  if (m !== undefined && n !== undefined) {
    // A year has no last digit that says how well it is known.
    const partsOf = (moment: Moment, years: number): BigParts =>
      bigParts(years, locale, moment.ago === undefined ? years : statedUnit(moment));
    const [from, to] = [partsOf(a, m), partsOf(b, n)];
    const said =
      from.words === to.words
        ? fill(from.words, fill(dates.yearsShort, from.number, to.number))
        : fill(dates.rangeShort, fill(from.words, from.number), fill(to.words, to.number));
    return say(dates.yearsAgo, locale, () => said);
  }
  const both = a.precision === "year" && y.year <= 0 && m === undefined && n === undefined;
  // Before the first year, one "BCE" would leave the era of the second year open.
  if (!both || !dates.bce.startsWith("{0}")) return undefined;
  const years = fill(dates.yearsShort, groupDigits(1 - x.year, locale), groupDigits(1 - y.year, locale));
  return fill(dates.bce, years);
}

/** The unit of the last significant digit of "so many years ago": a power of ten, in years. */
function statedUnit({ start, end }: Moment): number {
  return 10 ** Math.round(Math.log10((end - start) / YEAR));
}

function significantDigits(n: number): number {
  return String(n).replace(/0+$/, "").length;
}

/**
 * 66000000 as "66 million". Numbers that are not round stay in digits.
 *
 * @param unit the unit of the last significant digit: 4e9 known to 1e6 is "4000 million", because "4 billion" is less precise
 */
export function bigNumber(n: number, locale: Locale, unit = n): string {
  const { number, words } = bigParts(n, locale, unit);
  return fill(words, number);
}

interface BigParts {
  readonly number: string;
  /** A template such as "{0} million". */
  readonly words: string;
}

function bigParts(n: number, locale: Locale, unit: number): BigParts {
  const { scales } = locale.dates;
  for (const [scale, words] of scales) {
    const amount = n / scale;
    if (n < scale || significantDigits(n) > 6) continue;
    const places = Math.max(0, Math.round(Math.log10(scale / unit)));
    const short = trimZeros(amount);
    const losesDigits = places > (short.split(".")[1]?.length ?? 0);
    if (losesDigits && scales.some(([finer]) => finer < scale && finer <= unit && n / finer < 1e4)) continue;
    const forms = words.split("|");
    const number = (losesDigits ? amount.toFixed(places) : short).replace(".", locale.numbers.decimal);
    return { number, words: (amount === 1 ? forms[0] : forms.at(-1)) as string };
  }
  return { number: groupDigits(n, locale), words: "{0}" };
}

function trimZeros(n: number): string {
  return String(Number(n.toPrecision(6)));
}

function decadeOf(year: number): number {
  return year > 0 ? Math.floor(year / 10) * 10 : Math.floor((1 - year) / 10) * 10;
}

/** The ordinal of a moment's century or millennium, counting from 1 on either side of the year 1. */
function ordinalOf(moment: Moment, years: number): number {
  const first = civilOf(moment.start).year;
  const last = civilOf(moment.end - 1).year;
  // "18XX" contains 1800, which strictly belongs to the century before. So the last year decides.
  return last > 0
    ? Math.floor(last / years) + (first % years === 1 && last % years === 0 ? 0 : 1)
    : Math.ceil((1 - first) / years);
}

function withEra(year: number, text: string, locale: Locale): string {
  return year < 0 ? fill(locale.dates.bce, text) : text;
}

/** "1850s", from the first year of the decade. */
function decadeName(first: number, { dates: { decade } }: Locale): string {
  return typeof decade === "string" ? fill(decade, String(first)) : decade(first);
}

/** Roman numerals with their values, descending. */
const ROMAN_NUMERALS = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(n: number): string {
  let rest = n;
  let text = "";
  for (const [value, letters] of ROMAN_NUMERALS) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}

/** The n-th of something: "19th century", "siglo XIX", "第3四半期". */
export function numbered(template: string, n: number, locale: Locale, year = ""): string {
  const ordinal = (): string => locale.names.localize.ordinalNumber(n, { unit: "century" });
  return fill(template, template.includes("{0}") ? ordinal() : "", year, n, template.includes("{3}") ? roman(n) : "");
}

function divisionName(code: number, year: number, locale: Locale, style: DateStyle): string {
  const { dates } = locale;
  const named = formatYear(year, locale);
  if (code >= 40) return numbered(dates.half, code - 39, locale, named);
  if (code >= 37) return numbered(dates.third, code - 36, locale, named);
  if (code >= 33) return numbered(dates.quarter, code - 32, locale, named);
  const name = dates.seasons[((code - 21) % 4) as 0];
  if (!crossesNewYear(code) || year < 1) return fill(name, named);
  const next = year + 1;
  if (style === "words") return fill(name, fill(dates.seasonYearsWords, named, formatYear(next, locale)));
  const short = next % 100 === 0 ? String(next) : pad(next % 100);
  return fill(name, fill(dates.seasonYears, String(year), short));
}

/** A time of day, with its offset where that differs from the axis: "08:15 UTC+9". */
function timeName(moment: Moment, civil: Civil, locale: Locale): string {
  const { offset, precision } = moment;
  const time = precision === "hour" ? fill(locale.dates.hour, String(civil.hour)) : clockText(civil, precision);
  if (offset === undefined) return time;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${time} UTC${offset < 0 ? "-" : "+"}${hours}${minutes === 0 ? "" : `:${pad(minutes)}`}`;
}
