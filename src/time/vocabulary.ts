/** The words that spoken dates are made of. English is always understood; a locale adds its own. */
import type { Locale, Sense, SpokenWords } from "./locale.js";

export type Meaning =
  | { readonly kind: Sense }
  | { readonly kind: "monthName"; readonly value: number }
  | { readonly kind: "season"; readonly value: number };

/** Lower-case phrases and what they mean, found by their first character, the longest first. */
export type Vocabulary = ReadonlyMap<string, readonly (readonly [phrase: string, meaning: Meaning])[]>;

const ENGLISH: SpokenWords = {
  about: ["about", "circa", "ca", "c", "approximately", "approx", "around", "roughly", "~", "≈"],
  possibly: ["possibly", "probably", "perhaps", "maybe", "presumably", "uncertain"],
  before: ["before", "prior to", "pre"],
  after: ["after", "later than", "post"],
  notBefore: ["not before", "no earlier than", "not earlier than", "on or after"],
  notAfter: ["not after", "no later than", "not later than", "on or before", "by"],
  between: ["between", "sometime between", "some time between"],
  and: ["and", "&"],
  or: ["or"],
  from: ["from"],
  to: ["to", "through", "till"],
  since: ["since"],
  until: ["until", "up to"],
  early: ["early", "beginning of", "start of"],
  mid: ["mid", "middle of"],
  late: ["late", "end of"],
  century: ["century", "centuries", "cent"],
  millennium: ["millennium", "millennia"],
  decade: ["s", "'s"],
  bce: ["bc", "b.c", "bce", "b.c.e"],
  ce: ["ad", "a.d", "ce", "c.e"],
  filler: ["the", "of", "in", "on", "at", "year", "years"],
  ordinal: ["st", "nd", "rd", "th"],
  present: ["present", "now", "today", "ongoing", "continuing", "to date"],
  unknown: ["unknown", "n.d", "nd", "undated", "no date", "tbc", "tbd", "tba", "n/a"],
  quarter: ["q", "quarter"],
  ago: ["years ago", "yr ago", "ya", "years before present"],
  beforePresent: ["bp", "b.p"],
  thousand: ["thousand"],
  million: ["million"],
  billion: ["billion"],
  thousandAgo: ["ka", "kya"],
  millionAgo: ["ma", "mya"],
  billionAgo: ["ga", "gya", "bya"],
  am: ["am", "a.m"],
  pm: ["pm", "p.m"],
  weekday: [
    ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ...["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"],
  ],
  // Marks that Chinese, Japanese and Korean write after the number.
  year: ["年", "년"],
  month: ["月", "월"],
  day: ["日", "일", "号", "號"],
};

const ENGLISH_MONTHS: readonly (readonly string[])[] = [
  ["january", "jan"],
  ["february", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "jun"],
  ["july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];

const ENGLISH_SEASONS: readonly (readonly [string, number])[] = [
  ["spring", 21],
  ["summer", 22],
  ["autumn", 23],
  ["fall", 23],
  ["winter", 24],
];

function build(locale?: Locale): Vocabulary {
  const phrases = new Map<string, Meaning>();
  const add = (phrase: string, meaning: Meaning): void => {
    const key = phrase.toLowerCase().replace(/\.$/, "");
    if (key && !phrases.has(key)) phrases.set(key, meaning);
  };
  for (const words of [locale?.spoken, ENGLISH]) {
    for (const [kind, list] of Object.entries(words ?? {})) for (const word of list) add(word, { kind: kind as Sense });
  }
  ENGLISH_MONTHS.forEach((names, i) => {
    for (const name of names) add(name, { kind: "monthName", value: i + 1 });
  });
  for (const [name, value] of ENGLISH_SEASONS) add(name, { kind: "season", value });
  if (locale) addNames(locale, add);

  const byFirst = new Map<string, [string, Meaning][]>();
  for (const entry of phrases) {
    const first = entry[0][0] as string;
    const bucket = byFirst.get(first);
    if (bucket) bucket.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const bucket of byFirst.values()) bucket.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}

/** Months as the language inflects them, and its seasons. */
function addNames(locale: Locale, add: (phrase: string, meaning: Meaning) => void): void {
  for (let month = 0; month < 12; month++) {
    for (const width of ["wide", "abbreviated"] as const) {
      for (const context of ["formatting", "standalone"] as const) {
        const name = locale.names.localize.month(month, { width, context });
        // "10月" is a number and a mark, and is read as such.
        if (!/\d/.test(name)) add(name, { kind: "monthName", value: month + 1 });
      }
    }
  }
  locale.dates.seasons.forEach((template, i) => {
    const name = template.replace(/\{\d\}/g, "").trim();
    if (name) add(name, { kind: "season", value: 21 + i });
  });
}

const remembered = new WeakMap<Locale, Vocabulary>();
let english: Vocabulary | undefined;

/** The words of English and of a locale. Built once for each locale. */
export function vocabularyOf(locale?: Locale): Vocabulary {
  if (!locale) {
    english ??= build();
    return english;
  }
  let vocabulary = remembered.get(locale);
  if (!vocabulary) {
    vocabulary = build(locale);
    remembered.set(locale, vocabulary);
  }
  return vocabulary;
}
