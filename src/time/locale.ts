/**
 * What a language supplies: names from date-fns (months, weekdays, ordinals, durations) and words of our own. A locale is
 * plain data, because the output of `Intl` differs between runtimes.
 * In a template, `{0}` and `{1}` are places for text. `{g0}` is a place for a date in its governed form, `{p0}` for one in its
 * plain form even where the template itself is governed.
 */
import type { Remark } from "./refusal.js";
import type { Span } from "./span.js";
import type { FigureWords, PluralForms } from "./wording/figure-words.js";

export type { FigureWords, PluralForms };

/**
 * The part of a date-fns locale that is used. The type is written out, because the types of date-fns do not compile in a
 * strict CommonJS project.
 */
export interface DateNames {
  readonly localize: {
    month(month: number, options?: { width?: NameWidth; context?: NameContext }): string;
    day(day: number, options?: { width?: NameWidth; context?: NameContext }): string;
    ordinalNumber(value: number, options?: { unit?: string }): string;
  };
  formatDistance(token: string, count: number): string;
}

type NameWidth = "narrow" | "short" | "abbreviated" | "wide";
type NameContext = "formatting" | "standalone";

/**
 * Patterns of dates. `{d}` day, `{D}` last day of a range, `{M}` name of the month, `{m}` number of the month, `{G}` name of
 * the month in the form used with a day, `{y}` year.
 */
export interface DatePatterns {
  /** A year alone; default `{y}`. */
  readonly year?: string;
  readonly day: string;
  readonly dayMonth: string;
  readonly month: string;
  /** A month whose year stands elsewhere in the text; default `{M}`. */
  readonly monthAlone?: string;
  /** The text of `{d}` on the first day of a month ("1er juin"); default `1`. */
  readonly firstDay?: string;
  /** Two days of one month. */
  readonly days: string;
  /** Weekday and day, on an axis of days. `{w}` weekday. */
  readonly weekday: string;
}

/** Words that stand before, after and between dates. */
export interface DateWords {
  readonly about: string;
  readonly possibly: string;
  readonly before: string;
  readonly after: string;
  /** Includes the limit: "1603 or later". */
  readonly orAfter: string;
  readonly orBefore: string;
  readonly between: string;
  /** Follows "between … and …" where an event happened once within it. */
  readonly exact: { readonly day: string; readonly month: string; readonly year: string };
  readonly fromTo: string;
  /** A start of something that goes on. */
  readonly continuing: string;
  readonly endUnknown: string;
  readonly until: string;
  readonly startUnknown: string;
  /** A start without an end, on a label. */
  readonly since: string;
  readonly rangeShort: string;
  /** Two years, with no blanks around the dash. */
  readonly yearsShort: string;
  /** The last of several choices on a label: "9 Jan 2025, or 11 Jan". */
  readonly orShort: string;
  readonly or: string;
  readonly and: string;
  /** Between the members of a list; default `, `. */
  readonly comma?: string;
  readonly always: string;
  /** A function in languages whose ending depends on the sound of the number. */
  readonly decade: string | ((firstYear: number) => string);
  /** A decade as an adverb: `{0}` is "the 1850s". */
  readonly inDecade: string;
  /** `{0}` ordinal, `{2}` number, `{3}` Roman number. The templates `millennium`, `quarter`, `third` and `half` have these places too. */
  readonly century: string;
  readonly millennium: string;
  readonly bce: string;
  readonly ce: string;
  readonly early: string;
  readonly mid: string;
  readonly late: string;
  /** Spring, summer, autumn, winter; `{0}` is the year. */
  readonly seasons: readonly [string, string, string, string];
  /** `{1}` is the year, here and in `third` and `half`. */
  readonly quarter: string;
  readonly third: string;
  readonly half: string;
  /** The two years of one winter: on a label, and in words. */
  readonly seasonYears: string;
  readonly seasonYearsWords: string;
  /** `{0}` date, `{1}` time of day. */
  readonly at: string;
  readonly hour: string;
  readonly yearsAgo: string;
  /** Large numbers, the largest first; `{0} million|{0} millions` where the singular differs. */
  readonly scales: readonly (readonly [factor: number, words: string])[];
  readonly today: string;
  readonly bceEra: string;
  readonly ceEra: string;
  readonly agoEra: string;
}

/**
 * Forms that a date takes after a preposition, in languages that inflect it or add an article ("le 8 octobre", "червня").
 * They replace the plain forms in places such as `{g0}`.
 */
export interface GovernedForms {
  readonly patterns?: Partial<DatePatterns>;
  readonly dates?: Partial<DateWords>;
  /** Contractions of a preposition and an article ("de le" becomes "du"), applied in this order to a complete date. */
  readonly contract?: readonly (readonly [from: RegExp, to: string])[];
}

/** What a word means inside a date. */
export type Sense =
  | "about"
  | "possibly"
  | "before"
  | "after"
  | "notBefore"
  | "notAfter"
  | "between"
  | "and"
  | "or"
  | "from"
  | "to"
  | "since"
  /** Means "to" between two dates and "before" in front of one date. */
  | "till"
  | "until"
  | "early"
  | "mid"
  | "late"
  | "century"
  | "millennium"
  | "decade"
  | "bce"
  | "ce"
  | "filler"
  | "ordinal"
  | "present"
  | "unknown"
  | "endUnknown"
  | "startUnknown"
  | "exact"
  | "quarter"
  | "third"
  | "half"
  | "ago"
  | "agoPrefix"
  | "agoYears"
  | "beforePresent"
  | "utc"
  | "year"
  | "month"
  | "day"
  | "hour"
  | "am"
  | "pm"
  | "weekday";

export type SpokenWords = Readonly<Partial<Record<Sense, readonly string[]>>>;

export interface Locale {
  /** BCP 47 tag. */
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  /** Years before this one are written with their era. Default 100. */
  readonly eraBelow?: number;
  readonly names: DateNames;
  /** The separators of thousands and of decimals. */
  readonly numbers: { readonly group: string; readonly decimal: string };
  readonly patterns: DatePatterns;
  readonly dates: DateWords;
  readonly governed?: GovernedForms;
  readonly figure: FigureWords;
  /**
   * Checks a date that was read in the language: adds remarks, or throws a refusal. It keeps years of another calendar, such as
   * 1402 in Persian, from being read as years of the common era in silence.
   */
  readonly checkDate?: (text: string, span: Span, locale: Locale, remarks: Remark[]) => void;
  /** Words of written dates in this language, apart from months and seasons. A list of weekdays begins with Sunday. */
  readonly spoken?: SpokenWords;
  /** Other names of the months, January first. */
  readonly months?: readonly (readonly string[])[];
  /** Other names of the seasons, spring first. */
  readonly seasons?: readonly (readonly string[])[];
  /** The plural category of a whole number. */
  readonly plural: (n: number) => keyof PluralForms;
}

/** Puts texts into the places `{0}`, `{1}` … of a template. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{[gp]?(\d)\}/g, (_, i) => String(values[Number(i)] ?? ""));
}

/** The governed form of each locale. */
const governedLocales = new WeakMap<Locale, Locale>();
/** The plain form of each governed locale. */
const plainLocales = new WeakMap<Locale, Locale>();

/** The locale whose templates and patterns are those used after a preposition. */
function governedBy(locale: Locale): Locale {
  const { governed } = locale;
  if (!governed) return locale;
  let found = governedLocales.get(locale);
  if (!found) {
    const patterns = { ...locale.patterns, ...governed.patterns };
    found = { ...locale, patterns, dates: { ...locale.dates, ...governed.dates } };
    governedLocales.set(locale, found);
    governedLocales.set(found, found);
    plainLocales.set(found, locale);
  }
  return found;
}

/** Puts dates into the places of a template, each in the form of its place: as is, governed (`g`) or plain (`p`). */
export function say(template: string, locale: Locale, ...dates: readonly ((locale: Locale) => string)[]): string {
  const text = template.replace(/\{([gp]?)(\d)\}/g, (_, form: string, i) => {
    const how = form === "g" ? governedBy(locale) : form === "p" ? (plainLocales.get(locale) ?? locale) : locale;
    return dates[Number(i)]?.(how) ?? "";
  });
  return contracted(text, locale);
}

/** Applies the contractions of a language: "millions ans" becomes "millions d’années". */
export function contracted(text: string, locale: Locale): string {
  return (locale.governed?.contract ?? []).reduce((said, [from, to]) => said.replace(from, to), text);
}

/** A counted word in the plural form of a number, with the number in it: "3 events". */
export function counted(locale: Locale, forms: PluralForms, n: number): string {
  return fill(forms[locale.plural(n)] ?? forms.other, groupDigits(n, locale));
}

/** 1234567 as "1,234,567". Numbers of four digits have no separator. */
export function groupDigits(n: number, { numbers }: Locale): string {
  const text = String(n);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, numbers.group) : text;
}
