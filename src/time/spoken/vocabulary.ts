/**
 * The vocabulary of spoken dates. English is always part of it. A locale adds its words for reading, and those of its
 * templates for writing, so that a date written in a language can be read in it again.
 */
import {
  ENGLISH,
  ENGLISH_MONTHS,
  ENGLISH_ORDINALS,
  ENGLISH_SCALES,
  ENGLISH_SEASONS,
  GEOLOGICAL,
} from "./english-words.js";
import type { DateWords, Locale, Sense } from "../locale.js";

/** Kinds of words that have a value, such as the number of a month. */
export type Valued = "monthName" | "season" | "scale" | "scaleAgo" | "ordinalWord";

/** A weekday has its number from 0 (Sunday) as its value. */
export type Meaning =
  | { readonly kind: Sense; readonly value?: number }
  | { readonly kind: Valued; readonly value: number };

export interface Vocabulary {
  /** Lower-case phrases with their meaning, grouped by their first character, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [phrase: string, meaning: Meaning])[]>;
  /** Matches whole numbers, with the separator of thousands of the language. */
  readonly number: RegExp;
  /** The word of the languages in which "before 1600" and "66 million years ago" begin alike, such as German. */
  readonly beforeOrAgo: string | undefined;
}

/** The sense of the texts before, between and after the dates of a template. */
const TEMPLATE_SENSES: readonly (readonly [
  keyof DateWords,
  before?: Sense | "",
  between?: Sense | "",
  after?: Sense,
])[] = [
  ["about", "about", "", "about"],
  ["possibly", "possibly", "", "possibly"],
  ["before", "before", "", "before"],
  ["after", "after", "", "after"],
  ["orAfter", "notBefore", "", "notBefore"],
  ["orBefore", "notAfter", "", "notAfter"],
  ["between", "between", "and", "between"],
  ["fromTo", "from", "to", "until"],
  ["continuing", "from", "", "present"],
  ["endUnknown", "from", "", "endUnknown"],
  ["until", "until", "", "until"],
  ["startUnknown", "until", "", "startUnknown"],
  ["since", "since", "", "since"],
  ["or", "", "or"],
  ["and", "", "and"],
  ["orShort", "", "or"],
  ["seasonYearsWords", "filler", "to"],
  ["decade", "decade", "", "decade"],
  ["century", "century", "", "century"],
  ["millennium", "millennium", "", "millennium"],
  ["bce", "bce", "", "bce"],
  ["ce", "ce", "", "ce"],
  ["early", "early", "", "early"],
  ["mid", "mid", "", "mid"],
  ["late", "late", "", "late"],
  ["inDecade", "filler"],
  ["hour", "", "", "hour"],
  ["always", "unknown"],
];

/** The texts between the places of a template, without punctuation at their ends. */
function pieces(template: string): string[] {
  return template.split(/\{[gp]?\d\}/).map((piece) => piece.replace(/^[\s,،、，.-]+|[\s,،、，-]+$/g, ""));
}

function build(locale?: Locale): Vocabulary {
  const phrases = new Map<string, Meaning>();
  const addOne = (key: string, meaning: Meaning): void => {
    if (/[\p{L}&~≈]/u.test(key) && !phrases.has(key)) phrases.set(key, meaning);
  };
  const add = (phrase: string, meaning: Meaning): void => {
    const key = phrase
      .replace(/İ/g, "i")
      .toLowerCase()
      .replace(/\.$/, "")
      .replace(/\u00a0/g, " ");
    addOne(key, meaning);
    // People also type "v. Chr." as "v.Chr.".
    addOne(key.replace(/\. /g, "."), meaning);
  };
  const addWords = (words: Locale["spoken"]): void => {
    for (const [kind, list] of Object.entries(words ?? {})) {
      list.forEach((word, i) => {
        add(word, kind === "weekday" ? { kind, value: i % 7 } : { kind: kind as Sense });
      });
    }
  };
  const addNames = (kind: Valued, names: readonly (readonly string[])[] | undefined, first: number): void => {
    names?.forEach((list, i) => {
      for (const name of list) add(name, { kind, value: first + i });
    });
  };
  addWords(locale?.spoken);
  addNames("monthName", locale?.months, 1);
  addNames("season", locale?.seasons, 21);
  if (locale) addLocale(locale, add);
  addWords(ENGLISH);
  addNames("monthName", ENGLISH_MONTHS, 1);
  addNames("season", ENGLISH_SEASONS, 21);
  for (const [word, value] of ENGLISH_ORDINALS) add(word, { kind: "ordinalWord", value });
  for (const [word, value] of ENGLISH_SCALES) add(word, { kind: "scale", value });
  for (const [word, value] of GEOLOGICAL) add(word, { kind: "scaleAgo", value });
  if (locale) addShortWeekdays(locale, add);

  const byFirst = new Map<string, [string, Meaning][]>();
  for (const entry of phrases) {
    const first = entry[0][0] as string;
    const bucket = byFirst.get(first);
    if (bucket) bucket.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const bucket of byFirst.values()) bucket.sort((a, b) => b[0].length - a[0].length);
  const ago = locale && pieces(locale.dates.yearsAgo)[0];
  return {
    phrases: byFirst,
    number: numberPattern(locale?.numbers.group ?? ","),
    beforeOrAgo: ago && pieces(locale.dates.before)[0] === ago ? ago.toLowerCase() : undefined,
  };
}

/** A pattern of digits in groups of three. "19,2024" is no such group. Four digits have a separator in English alone. */
function numberPattern(group: string): RegExp {
  const own = group === "," ? "\\d{1,3}(?:,\\d{3})+" : `\\d{2,3}(?:${group === "." ? "\\." : " "}\\d{3})+`;
  return new RegExp(`${own}(?!\\d)|\\d+`, "y");
}

/** Adds months in all their forms, weekdays, seasons, and the words of the templates. */
function addLocale(locale: Locale, add: (phrase: string, meaning: Meaning) => void): void {
  const { localize } = locale.names;
  // In "8 באוקטובר" a preposition is attached to the month.
  const attached = /(\S+)\{M\}/.exec(locale.patterns.day)?.[1]?.replace(/.*\}/, "") ?? "";
  for (let month = 0; month < 12; month++) {
    for (const width of ["wide", "abbreviated"] as const) {
      for (const context of ["formatting", "standalone"] as const) {
        const name = localize.month(month, { width, context });
        // "10月" is read as a number and a mark.
        if (/\d/.test(name)) continue;
        add(name, { kind: "monthName", value: month + 1 });
        add(attached + name, { kind: "monthName", value: month + 1 });
      }
    }
  }
  for (const dates of [locale.dates, locale.governed?.dates ?? {}]) {
    dates.seasons?.forEach((template, i) => {
      for (const name of pieces(template)) add(name, { kind: "season", value: 21 + i });
    });
    for (const [key, ...senses] of TEMPLATE_SENSES) {
      const template = dates[key];
      if (typeof template !== "string") continue;
      const found = pieces(template);
      const [before, between, after] = found.length > 2 ? found : [found[0], "", found[1]];
      for (const [i, piece] of [before, between, after].entries()) {
        const kind = senses[i];
        if (kind && piece) add(piece, { kind });
      }
    }
  }
  for (const kind of ["day", "month", "year"] as const) add(locale.dates.exact[kind], { kind: "exact" });
  const [agoBefore = "", agoAfter = ""] = pieces(locale.dates.yearsAgo);
  add(agoBefore, { kind: "agoPrefix" });
  add(agoAfter, { kind: agoBefore ? "agoYears" : "ago" });
  for (const [value, words] of locale.dates.scales) {
    for (const word of words.split("|")) for (const piece of pieces(word)) add(piece, { kind: "scale", value });
  }
  for (let day = 0; day < 7; day++) {
    add(localize.day(day, { width: "wide" }), { kind: "weekday", value: day });
  }
}

/**
 * Adds short weekdays in Chinese, Japanese and Korean, where no month has the same name. They are added last, because some
 * are also the marks of day and month.
 */
function addShortWeekdays(locale: Locale, add: (phrase: string, meaning: Meaning) => void): void {
  for (let day = 0; day < 7; day++) {
    const short = locale.names.localize.day(day, { width: "abbreviated" });
    if (/^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(short)) add(short, { kind: "weekday", value: day });
  }
}

/** The vocabulary of each locale that was used. */
const vocabularies = new WeakMap<Locale, Vocabulary>();
let english: Vocabulary | undefined;

/** The vocabulary of English and of a locale. It is built once for each locale. */
export function vocabularyOf(locale?: Locale): Vocabulary {
  if (!locale) {
    english ??= build();
    return english;
  }
  let vocabulary = vocabularies.get(locale);
  if (!vocabulary) {
    vocabulary = build(locale);
    vocabularies.set(locale, vocabulary);
  }
  return vocabulary;
}
