/**
 * Dates in words, at their own precision. Styles: `short` for labels ("8–13 Oct 2024"), `long` for reading ("8 – 13 October
 * 2024"), `words` for screen readers, without signs that they skip ("from 8 October 2024 to 13 October 2024").
 */
import { civilOf } from "../calendar.js";
import { type DateStyle, datePattern, formatMoment, rangeName } from "./format-moment.js";
import { type Locale, say } from "../locale.js";
import { certain, comparePrecision, isDayOrFiner, type Moment, type Span } from "../span.js";

export type { DateStyle };

/**
 * A date in the words of a language.
 *
 * @param span what `parseDate` returned
 * @param locale a language, such as `en` from `datelines/locales/en`
 * @param style how it will be read; default `long`
 * @throws TypeError without a locale
 */
export function formatDate(span: Span, locale: Locale, style: DateStyle = "long"): string {
  if (typeof locale?.dates !== "object") {
    throw new TypeError('formatDate: the locale is missing; import { en } from "datelines/locales/en"');
  }
  const { dates } = locale;
  if (span.members) return choice(span, locale, style);
  if (span.kind === "before" && span.to) {
    return say(span.inclusive ? dates.orBefore : dates.before, locale, moment(span.to, style));
  }
  if (span.kind === "after" && span.from) {
    return say(span.inclusive ? dates.orAfter : dates.after, locale, moment(span.from, style));
  }
  if (span.kind === "interval") return interval(span, locale, style);
  const once = span.from as Moment;
  const decade = once.precision === "decade" && !once.part && !once.approximate && !once.uncertain;
  const text = moment(once, style);
  return style === "words" && decade ? say(dates.inDecade, locale, text) : text(locale);
}

/** A text that depends on the locale, so that a template can ask for its governed form. */
type LocaleText = (locale: Locale) => string;

/** An unknown end, on a label. */
const UNKNOWN_END: LocaleText = () => "?";

/** One moment with "about" and "possibly". */
function moment(value: Moment, style: DateStyle): LocaleText {
  return (locale) => {
    if (!value.soft) return qualified(value, (l) => formatMoment(value, l, style), locale, style);
    const [first, last] = limits(value).map(
      (limit): LocaleText =>
        (l) =>
          formatMoment(limit, l, style),
    ) as [LocaleText, LocaleText];
    const unit = isDayOrFiner(value.precision) ? "day" : value.precision === "month" ? "month" : "year";
    const full: LocaleText = (l) => {
      const text = say(l.dates.between, l, first, last);
      return style === "words" ? `${text}${l.dates.comma ?? ", "}${l.dates.exact[unit]}` : text;
    };
    return qualified(value, full, locale, style);
  };
}

/** The first and the last unit of a moment whose limits were stated ("between 1914 and 1918"). */
export function limits(value: Moment): [Moment, Moment] {
  const precision = comparePrecision(value.precision, "year") > 0 ? "year" : value.precision;
  const at = (instant: number): Moment => certain(instant, instant + 1, precision);
  return [at(value.start), at(value.end - 1)];
}

function qualified(
  of: { approximate: boolean; uncertain: boolean },
  text: LocaleText,
  locale: Locale,
  style: DateStyle,
): string {
  const about: LocaleText = of.approximate ? (l) => say(l.dates.about, l, text) : text;
  if (!of.uncertain) return about(locale);
  return style === "short" ? `${about(locale)}?` : say(locale.dates.possibly, locale, about);
}

function interval(span: Span, locale: Locale, style: DateStyle): string {
  const { dates } = locale;
  const { from, to } = span;
  if (from && to) {
    // "1915 to 1915" is the year 1915.
    if (from.start === to.start && from.end === to.end && !from.soft) {
      const approximate = from.approximate || to.approximate;
      return moment({ ...from, approximate, uncertain: from.uncertain || to.uncertain }, style)(locale);
    }
    // The style `words` would give "from between 1914 and 1917, exact year unknown, to …", which is hard to follow.
    const end = (one: Moment): LocaleText => moment(one, style === "words" && one.soft ? "long" : style);
    return style === "words" ? say(dates.fromTo, locale, end(from), end(to)) : shared(from, to, locale, style);
  }
  if (from) {
    const unknown = span.openEnd === "unknown";
    if (style !== "short") return say(unknown ? dates.endUnknown : dates.continuing, locale, moment(from, style));
    return unknown
      ? say(dates.rangeShort, locale, moment(from, style), UNKNOWN_END)
      : say(dates.since, locale, moment(from, style));
  }
  if (to) {
    if (span.openStart !== "unknown") return say(dates.until, locale, moment(to, style));
    return style === "short"
      ? say(dates.rangeShort, locale, UNKNOWN_END, moment(to, style))
      : say(dates.startUnknown, locale, moment(to, style));
  }
  return dates.always;
}

/** Two ends with their common parts written once: "8–13 Oct 2024", "8 Oct – 13 Nov 2024", "1964–2008". */
function shared(a: Moment, b: Moment, locale: Locale, style: DateStyle): string {
  const { dates, patterns } = locale;
  const plain = !a.approximate && !a.uncertain && !a.soft && !b.soft && !a.part && a.precision === b.precision;
  const [x, y] = [civilOf(a.start), civilOf(b.start)];
  if (plain && x.year === y.year && a.precision === "day") {
    if (x.month === y.month && !b.approximate && !b.uncertain) {
      if (x.day === y.day) return formatMoment(b, locale, style);
      return datePattern(patterns.days.replace("{d}", String(x.day)), y, locale, style);
    }
    return together(a, b, patterns.dayMonth, locale, style);
  }
  if (plain && a.precision === "month" && x.year === y.year) {
    if (x.month === y.month) return moment(b, style)(locale);
    return together(a, b, patterns.monthAlone ?? "{M}", locale, style);
  }
  if (style === "short" && plain && !b.approximate && !b.uncertain && !b.part) {
    const once = rangeName(a, b, locale);
    if (once !== undefined) return once;
  }
  const years = a.precision === "year" && b.precision === "year" && plain && x.year > 0;
  return say(years ? dates.yearsShort : dates.rangeShort, locale, moment(a, style), moment(b, style));
}

/** Two dates of one year. The year is written once, beside the date that it follows or precedes in the language. */
function together(a: Moment, b: Moment, pattern: string, locale: Locale, style: DateStyle): string {
  const yearFirst = locale.patterns.day.startsWith("{y}");
  const without =
    (value: Moment): LocaleText =>
    (l) =>
      formatMoment(value, l, style, pattern);
  return yearFirst && !b.approximate && !b.uncertain && b.precision === a.precision
    ? say(locale.dates.rangeShort, locale, moment(a, style), without(b))
    : say(locale.dates.rangeShort, locale, without(a), moment(b, style));
}

/** "1667 or 1668", "in 1960 and 1961", "9 Jan 2025, or 11 Jan". */
function choice(span: Span, locale: Locale, style: DateStyle): string {
  const members = span.members as readonly Span[];
  const last = members.at(-1) as Span;
  const head = members.slice(0, -1).map((member) => formatDate(member, locale, style));
  const template = span.kind === "all-of" ? locale.dates.and : locale.dates.or;
  return say(
    template,
    locale,
    () => head.join(locale.dates.comma ?? ", "),
    (l) => formatDate(last, l, style),
  );
}

/**
 * Several claims about one date: "9 Jan 2025, or 11 Jan". A year that they share is written once. The claims keep their
 * order, the accepted one first.
 */
export function formatAccounts(spans: readonly Span[], locale: Locale, style: DateStyle = "short"): string {
  const texts: string[] = [];
  const [first, ...others] = spans;
  if (!first) return "";
  const year = civilOf(first.start).year;
  // The text of a choice already contains its members.
  const said = [first, ...(first.members ?? [])];
  for (const span of others) {
    if (said.some(({ start, end }) => span.start === start && span.end === end)) continue;
    const simple = span.kind === "moment" && span.precision === "day" && !span.approximate && !span.uncertain;
    const sameYear = simple && first.precision === "day" && civilOf(span.start).year === year;
    const text = sameYear
      ? formatMoment(span.from as Moment, locale, style, locale.patterns.dayMonth)
      : formatDate(span, locale, style);
    if (!texts.includes(text)) texts.push(text);
  }
  const head = formatDate(first, locale, style);
  return texts.reduce(
    (text, next) =>
      say(
        locale.dates.orShort,
        locale,
        () => text,
        () => next,
      ),
    head,
  );
}
