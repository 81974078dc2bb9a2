/**
 * Dates in words, at their own precision: nothing is said that is not known. Styles:
 * `short` for labels ("8–13 Oct 2024"), `long` for reading ("8 – 13 October 2024"), `words` for screen readers, without
 * signs that they skip ("from 8 October 2024 to 13 October 2024").
 */
import { civilOf } from "./calendar.js";
import { type DateStyle, datePattern, formatMoment } from "./format-moment.js";
import { fill, type Locale } from "./locale.js";
import { comparePrecision, isDayOrFiner, type Moment, type Span } from "./span.js";

export type { DateStyle };

/**
 * A date in the words of a language.
 *
 * @param span what `parseDate` returned
 * @param locale a language, such as `en` from `datelines/locales/en`
 * @param style how it will be read; default `long`
 */
export function formatDate(span: Span, locale: Locale, style: DateStyle = "long"): string {
  const { dates } = locale;
  if (span.members) return choice(span, locale, style);
  if (span.kind === "before" && span.to) {
    return fill(span.inclusive ? dates.orBefore : dates.before, moment(span.to, locale, style));
  }
  if (span.kind === "after" && span.from) {
    return fill(span.inclusive ? dates.orAfter : dates.after, moment(span.from, locale, style));
  }
  if (span.kind === "interval") return interval(span, locale, style);
  const once = span.from as Moment;
  const text = moment(once, locale, style);
  const decade = once.precision === "decade" && !once.part && !once.approximate && !once.uncertain;
  return style === "words" && decade ? fill(dates.inDecade, text) : text;
}

/** One moment with its "about" and "possibly". */
function moment(value: Moment, locale: Locale, style: DateStyle): string {
  if (!value.soft) return qualified(value, formatMoment(value, locale, style), locale, style);
  const [first, last] = limits(value);
  const text = fill(locale.dates.between, formatMoment(first, locale, style), formatMoment(last, locale, style));
  const unit = isDayOrFiner(value.precision) ? "day" : value.precision === "month" ? "month" : "year";
  const full = style === "words" ? `${text}, ${locale.dates.exact[unit]}` : text;
  return qualified(value, full, locale, style);
}

/** The first and the last unit of a stretch whose limits were stated. */
function limits(value: Moment): [Moment, Moment] {
  const at = (instant: number): Moment => ({
    start: instant,
    end: instant + 1,
    precision: comparePrecision(value.precision, "year") > 0 ? "year" : value.precision,
    approximate: false,
    uncertain: false,
  });
  return [at(value.start), at(value.end - 1)];
}

function qualified(
  of: { approximate: boolean; uncertain: boolean },
  text: string,
  locale: Locale,
  style: DateStyle,
): string {
  const about = of.approximate ? fill(locale.dates.about, text) : text;
  if (!of.uncertain) return about;
  return style === "short" ? `${about}?` : fill(locale.dates.possibly, about);
}

function interval(span: Span, locale: Locale, style: DateStyle): string {
  const { dates } = locale;
  const { from, to } = span;
  if (from && to) {
    return style === "words"
      ? fill(dates.fromTo, moment(from, locale, style), moment(to, locale, style))
      : shared(from, to, locale, style);
  }
  if (from) {
    const start = moment(from, locale, style);
    if (style === "short") return fill(dates.since, start);
    return fill(span.openEnd === "open" ? dates.continuing : dates.endUnknown, start);
  }
  if (to) {
    const end = moment(to, locale, style);
    return fill(style !== "short" && span.openStart === "unknown" ? dates.startUnknown : dates.until, end);
  }
  return dates.always;
}

/** "8–13 Oct 2024", "8 Oct – 13 Nov 2024", "1964–2008": what both ends share is said once. */
function shared(a: Moment, b: Moment, locale: Locale, style: DateStyle): string {
  const { dates, patterns } = locale;
  const plain = !a.approximate && !a.uncertain && !a.soft && !b.soft && !a.part && a.precision === b.precision;
  const [x, y] = [civilOf(a.start), civilOf(b.start)];
  if (plain && x.year === y.year && a.precision === "day") {
    if (x.month === y.month && !b.approximate && !b.uncertain) {
      if (x.day === y.day) return formatMoment(b, locale, style);
      return datePattern(patterns.days.replace("{d}", String(x.day)), y, locale, style);
    }
    return fill(dates.rangeShort, formatMoment(a, locale, style, patterns.dayMonth), moment(b, locale, style));
  }
  if (plain && a.precision === "month" && x.year === y.year) {
    if (x.month === y.month) return moment(b, locale, style);
    return fill(dates.rangeShort, formatMoment(a, locale, style, "{M}"), moment(b, locale, style));
  }
  const years = a.precision === "year" && b.precision === "year" && plain && x.year > 0;
  return fill(years ? dates.yearsShort : dates.rangeShort, moment(a, locale, style), moment(b, locale, style));
}

/** "1667 or 1668", "in 1960 and 1961", "9 Jan 2025, or 11 Jan". */
function choice(span: Span, locale: Locale, style: DateStyle): string {
  const members = span.members as readonly Span[];
  const last = members.at(-1) as Span;
  const head = members.slice(0, -1).map((member) => formatDate(member, locale, style));
  const joined = head.join(", ");
  const template = span.kind === "all-of" ? locale.dates.and : locale.dates.or;
  return fill(template, joined, formatDate(last, locale, style));
}

/**
 * Several accounts of one date: "9 Jan 2025, or 11 Jan". The year is said once where all share it.
 * The accounts come in their own order, the accepted one first.
 */
export function formatAccounts(spans: readonly Span[], locale: Locale, style: DateStyle = "short"): string {
  const texts: string[] = [];
  const [first, ...others] = spans;
  if (!first) return "";
  const year = civilOf(first.start).year;
  for (const span of others) {
    if (span.start === first.start && span.end === first.end) continue;
    const simple = span.kind === "moment" && span.precision === "day" && !span.approximate && !span.uncertain;
    const sameYear = simple && first.precision === "day" && civilOf(span.start).year === year;
    const text = sameYear
      ? formatMoment(span.from as Moment, locale, style, locale.patterns.dayMonth)
      : formatDate(span, locale, style);
    if (!texts.includes(text)) texts.push(text);
  }
  const head = formatDate(first, locale, style);
  return texts.reduce((text, next) => fill(locale.dates.orShort, text, next), head);
}
