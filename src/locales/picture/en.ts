import { englishNames } from "../../time/wording/english-names.js";
import type { FigureWords, Locale } from "../../time/locale.js";
import { oneOther } from "../plural.js";
import { pictureWords } from "../figure/en-picture.js";

/**
 * English for a picture alone, which says none of the words of the list and the buttons: a test holds that it asks for no
 * other. They would be half of its words.
 */
export const enPicture: Locale = {
  code: "en",
  dir: "ltr",
  names: englishNames,
  numbers: { group: ",", decimal: "." },
  patterns: { day: "{d} {M} {y}", dayMonth: "{d} {M}", month: "{M} {y}", days: "{d}–{D} {M} {y}", weekday: "{w} {d}" },
  dates: {
    about: "about {g0}",
    possibly: "possibly {0}",
    before: "before {g0}",
    after: "after {g0}",
    orAfter: "{0} or later",
    orBefore: "{0} or earlier",
    between: "between {g0} and {g1}",
    exact: { day: "exact day unknown", month: "exact month unknown", year: "exact year unknown" },
    fromTo: "from {g0} to {g1}",
    continuing: "from {g0}, continuing",
    endUnknown: "from {g0}, end unknown",
    until: "until {g0}",
    startUnknown: "until {g0}, start unknown",
    since: "since {g0}",
    rangeShort: "{0} – {1}",
    yearsShort: "{0}–{1}",
    orShort: "{0}, or {1}",
    or: "{0} or {1}",
    and: "{0} and {1}",
    always: "at an unknown time",
    decade: "{0}s",
    inDecade: "in {g0}",
    century: "{0} century",
    millennium: "{0} millennium",
    bce: "{0} BCE",
    ce: "{0} CE",
    early: "early {p0}",
    mid: "mid-{p0}",
    late: "late {p0}",
    seasons: ["spring {0}", "summer {0}", "autumn {0}", "winter {0}"],
    quarter: "{0} quarter of {1}",
    third: "{0} third of {1}",
    half: "{0} half of {1}",
    seasonYears: "{0}–{1}",
    seasonYearsWords: "{0} to {1}",
    at: "{0}, {1}",
    hour: "{0} h",
    yearsAgo: "{0} years ago",
    scales: [
      [1e9, "{0} billion"],
      [1e6, "{0} million"],
    ],
    today: "today",
    bceEra: "BCE",
    ceEra: "CE",
    agoEra: "years ago",
  },
  governed: {
    dates: {
      decade: "the {0}s",
      century: "the {0} century",
      millennium: "the {0} millennium",
      quarter: "the {0} quarter of {1}",
      third: "the {0} third of {1}",
      half: "the {0} half of {1}",
    },
  },
  figure: pictureWords as unknown as FigureWords,
  // "the" also stands before the decades and centuries of the templates above.
  spoken: { filler: ["the"] },
  plural: oneOther,
};
