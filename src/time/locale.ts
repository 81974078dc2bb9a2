/**
 * What a language must supply: the names date-fns has (months, weekdays, ordinals, durations) and our own words.
 * Plain data, so that rendered text needs no `Intl`, whose output differs between runtimes.
 * In templates `{0}`, `{1}` stand for inserted text, `{g0}` for a date in its governed form, `{p0}` for one in its
 * plain form wherever the template stands.
 */
import type { FigureWords, PluralForms } from "./wording/figure-words.js";

export type { FigureWords, PluralForms };

/**
 * The part of a date-fns locale that is used. Written out, because the types of date-fns do not compile in a strict
 * CommonJS project, and a public type must.
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
 * Patterns of dates. `{d}` day, `{D}` last day, `{M}` name and `{m}` number of the month, `{G}` name of the month as beside a day,
 * `{y}` year.
 */
export interface DatePatterns {
  /** A year alone; default `{y}`. */
  readonly year?: string;
  readonly day: string;
  readonly dayMonth: string;
  readonly month: string;
  /** A month whose year is said elsewhere; default `{M}`. */
  readonly monthAlone?: string;
  /** What stands for `{d}` on the first of a month ("1er juin"); default `1`. */
  readonly firstDay?: string;
  /** Two days of one month. */
  readonly days: string;
  /** Weekday and day, on an axis of days. `{w}` weekday. */
  readonly weekday: string;
}

/** Words round dates. */
export interface DateWords {
  readonly about: string;
  readonly possibly: string;
  readonly before: string;
  readonly after: string;
  /** The limit itself is possible: "1603 or later". */
  readonly orAfter: string;
  readonly orBefore: string;
  readonly between: string;
  /** Said after "between … and …" when something happened once in it. */
  readonly exact: { readonly day: string; readonly month: string; readonly year: string };
  readonly fromTo: string;
  /** It began and goes on. */
  readonly continuing: string;
  readonly endUnknown: string;
  readonly until: string;
  readonly startUnknown: string;
  /** Short forms on labels. */
  readonly since: string;
  readonly rangeShort: string;
  /** Two years: no blanks round the dash. */
  readonly yearsShort: string;
  /** The last of several choices on a label: "9 Jan 2025, or 11 Jan". */
  readonly orShort: string;
  readonly or: string;
  readonly and: string;
  /** Between the members of a list; default `, `. */
  readonly comma?: string;
  readonly always: string;
  /** A function where the ending follows the sound of the number. */
  readonly decade: string | ((firstYear: number) => string);
  /** A decade as an adverb: `{0}` is "the 1850s". */
  readonly inDecade: string;
  /** `{0}` ordinal, `{2}` number, `{3}` Roman number; so in the next four. */
  readonly century: string;
  readonly millennium: string;
  readonly bce: string;
  readonly ce: string;
  readonly early: string;
  readonly mid: string;
  readonly late: string;
  /** Spring, summer, autumn, winter; `{0}` is the year. */
  readonly seasons: readonly [string, string, string, string];
  /** `{1}` is the year. */
  readonly quarter: string;
  readonly third: string;
  readonly half: string;
  /** Two years of one winter in a label, and in words. */
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
 * Forms that a date takes after a preposition, in languages that inflect it or give it an article ("le 8 octobre",
 * "червня"): they replace the plain ones where a template says `{g0}`.
 */
export interface GovernedForms {
  readonly patterns?: Partial<DatePatterns>;
  readonly dates?: Partial<DateWords>;
  /** Contractions of a preposition and an article, applied in this order to a finished date ("de le" is "du"). */
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
  /** "to" between two dates, "before" in front of one. */
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
  readonly names: DateNames;
  /** What stands between thousands and before decimals. */
  readonly numbers: { readonly group: string; readonly decimal: string };
  readonly patterns: DatePatterns;
  readonly dates: DateWords;
  readonly governed?: GovernedForms;
  readonly figure: FigureWords;
  /** Words that dates are written with in this language, beside months and seasons. */
  readonly spoken?: SpokenWords;
  /** Other names of the months, January first. */
  readonly months?: readonly (readonly string[])[];
  /** Other names of the seasons, spring first. */
  readonly seasons?: readonly (readonly string[])[];
  /** The plural category of a whole number. */
  readonly plural: (n: number) => keyof PluralForms;
}

/** Puts texts into the places `{0}`, `{1}` … or `{name}` of a template. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{[gp]?(\d)\}/g, (_, i) => String(values[Number(i)] ?? ""));
}

const remembered = new WeakMap<Locale, Locale>();
const plain = new WeakMap<Locale, Locale>();

/** The locale as its dates are said after a preposition. */
function governedBy(locale: Locale): Locale {
  const { governed } = locale;
  if (!governed) return locale;
  let found = remembered.get(locale);
  if (!found) {
    const patterns = { ...locale.patterns, ...governed.patterns };
    found = { ...locale, patterns, dates: { ...locale.dates, ...governed.dates } };
    remembered.set(locale, found);
    remembered.set(found, found);
    plain.set(found, locale);
  }
  return found;
}

/** Puts dates into the places of a template, each in the form that its place asks for. */
export function say(template: string, locale: Locale, ...dates: readonly ((locale: Locale) => string)[]): string {
  const text = template.replace(/\{([gp]?)(\d)\}/g, (_, form: string, i) => {
    const how = form === "g" ? governedBy(locale) : form === "p" ? (plain.get(locale) ?? locale) : locale;
    return dates[Number(i)]?.(how) ?? "";
  });
  return contracted(text, locale);
}

/** A text with what two of its words become side by side: "millions ans" as "millions d’années". */
export function contracted(text: string, locale: Locale): string {
  return (locale.governed?.contract ?? []).reduce((said, [from, to]) => said.replace(from, to), text);
}

/** The form of a counted word that fits a number, with the number in it. */
export function counted(locale: Locale, forms: PluralForms, n: number): string {
  return fill(forms[locale.plural(n)] ?? forms.other, groupDigits(n, locale));
}

/** 1234567 as "1,234,567". Four digits stay together. */
export function groupDigits(n: number, { numbers }: Locale): string {
  const text = String(n);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, numbers.group) : text;
}
