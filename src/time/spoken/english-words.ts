/** English words of spoken dates. They are read whatever the language of the document is. */
import { MONTHS, WEEKDAYS } from "../wording/english-names.js";
import type { SpokenWords } from "../locale.js";

export const ENGLISH: SpokenWords = {
  about: ["about", "circa", "ca", "c", "approximately", "approx", "around", "roughly", "abt", "≈"],
  possibly: ["possibly", "probably", "perhaps", "maybe", "presumably", "uncertain"],
  before: ["before", "prior to", "pre", "earlier than", "bef"],
  after: ["after", "later than", "post", "aft"],
  notBefore: ["not before", "no earlier than", "not earlier than", "on or after", "or later", "or after", "and later"],
  notAfter: ["not after", "no later than", "not later than", "on or before", "by", "or earlier", "or before"],
  between: ["between", "bet", "sometime between", "some time between"],
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
  unknown: [
    ...[
      "unknown",
      "date unknown",
      "unknown date",
      "not known",
      "date not known",
      "not dated",
      "without date",
      "no date given",
    ],
    ...["date not recorded", "s.d", "n.d", "nd", "undated", "no date", "tbc", "tbd", "tba", "n/a"],
  ],
  endUnknown: ["end unknown"],
  startUnknown: ["start unknown"],
  exact: ["exact day unknown", "exact month unknown", "exact year unknown"],
  quarter: ["q", "quarter"],
  third: ["third"],
  half: ["half"],
  ago: ["years ago", "yr ago", "ya", "years before present"],
  beforePresent: ["bp", "b.p"],
  hour: ["h"],
  utc: ["utc", "gmt"],
  am: ["am", "a.m"],
  pm: ["pm", "p.m"],
  // Sunday first, in sevens.
  weekday: [
    ...WEEKDAYS,
    ...WEEKDAYS.map((name) => name.slice(0, 3)),
    "",
    "",
    "tues",
    "",
    "thur",
    ...["", "", "", "", "", "", "thurs"],
  ],
  // Chinese, Japanese and Korean write these marks after the number.
  year: ["年", "년"],
  month: ["月", "월"],
  day: ["日", "일", "号", "號"],
};

export const ENGLISH_MONTHS: readonly (readonly string[])[] = /* @__PURE__ */ MONTHS.map((name) => [
  name,
  name.slice(0, 3),
  name === "September" ? "sept" : name,
]);

export const ENGLISH_SEASONS: readonly (readonly string[])[] = [["spring"], ["summer"], ["autumn", "fall"], ["winter"]];

/** Ordinals from one to nine. `third` is left out, because it may also be a third of a year. */
const ORDINAL_ONES = "first second - fourth fifth sixth seventh eighth ninth".split(" ");
const ORDINAL_TEENS =
  "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";

export const ENGLISH_ORDINALS: readonly (readonly [word: string, value: number])[] = [
  ...ORDINAL_ONES.map((word, i) => [word, i + 1] as const),
  ...ORDINAL_TEENS.split(" ").map((word, i) => [word, i + 10] as const),
  ["twentieth", 20],
  ["twenty-first", 21],
];

/** Words for factors of a number of years. */
export const ENGLISH_SCALES: readonly (readonly [word: string, factor: number])[] = [
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
];

/** Geological units, which mean a factor and "years ago" in one. */
export const GEOLOGICAL: readonly (readonly [word: string, factor: number])[] = [
  ...["ka", "kya"].map((word) => [word, 1e3] as const),
  ...["ma", "mya"].map((word) => [word, 1e6] as const),
  ...["ga", "gya", "bya"].map((word) => [word, 1e9] as const),
];
