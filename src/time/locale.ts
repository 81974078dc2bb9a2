/**
 * What a language must supply: the names date-fns has (months, weekdays, ordinals, durations) and our own words.
 * Plain data, so that rendered text needs no `Intl`, whose output differs between runtimes.
 * In templates `{0}`, `{1}` stand for inserted text.
 */

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

/** CLDR plural categories a language may distinguish. `other` is always there. */
export interface PluralForms {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Patterns of dates. `{d}` day, `{D}` last day, `{M}` month, `{y}` year. */
export interface DatePatterns {
  readonly day: string;
  readonly dayMonth: string;
  readonly month: string;
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
  readonly untilShort: string;
  readonly rangeShort: string;
  /** Two years: no blanks round the dash. */
  readonly yearsShort: string;
  /** The last of several choices on a label: "9 Jan 2025, or 11 Jan". */
  readonly orShort: string;
  readonly or: string;
  readonly and: string;
  readonly always: string;
  readonly decade: string;
  /** A decade in a sentence: "the 1850s". */
  readonly decadeWords: string;
  /** A decade as an adverb: `{0}` is "the 1850s". */
  readonly inDecade: string;
  readonly century: string;
  readonly millennium: string;
  readonly bce: string;
  readonly ce: string;
  readonly early: string;
  readonly mid: string;
  readonly late: string;
  /** Spring, summer, autumn, winter; `{0}` is the year. */
  readonly seasons: readonly [string, string, string, string];
  /** `{0}` number, `{1}` year. */
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
  readonly thousand: string;
  readonly million: string;
  readonly billion: string;
  readonly today: string;
  readonly bceEra: string;
  readonly ceEra: string;
  readonly agoEra: string;
}

/** Words of the figure that are not dates. Plural tables take a count as `{0}`. */
export interface FigureWords {
  readonly events: PluralForms;
  readonly sources: PluralForms;
  readonly lanes: PluralForms;
  readonly status: Readonly<Record<"confirmed" | "reported" | "presumed" | "disputed" | "denied" | "planned", string>>;
  readonly relations: Readonly<Record<string, string>>;
  readonly [key: string]: string | PluralForms | Readonly<Record<string, string>>;
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
  | "quarter"
  | "ago"
  | "beforePresent"
  | "thousand"
  | "million"
  | "billion"
  | "thousandAgo"
  | "millionAgo"
  | "billionAgo"
  | "year"
  | "month"
  | "day"
  | "am"
  | "pm"
  | "weekday";

export type SpokenWords = Readonly<Partial<Record<Sense, readonly string[]>>>;

export interface Locale {
  /** BCP 47 tag. */
  readonly code: string;
  readonly dir: "ltr" | "rtl";
  readonly names: DateNames;
  readonly patterns: DatePatterns;
  readonly dates: DateWords;
  readonly figure: FigureWords;
  /** Words that dates are written with in this language, beside months and seasons. */
  readonly spoken?: SpokenWords;
  /** The plural category of a whole number. */
  readonly plural: (n: number) => keyof PluralForms;
}

/** Puts texts into the places `{0}`, `{1}` … or `{name}` of a template. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ""));
}

/** The form of a counted word that fits a number, with the number in it. */
export function counted(locale: Locale, forms: PluralForms, n: number): string {
  return fill(forms[locale.plural(n)] ?? forms.other, groupDigits(n));
}

/** 1234567 as "1,234,567". Four digits stay together. */
export function groupDigits(n: number): string {
  const text = String(n);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ",") : text;
}
