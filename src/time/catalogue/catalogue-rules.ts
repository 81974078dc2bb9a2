/** Rules that rewrite notations of catalogues, genealogists and planners as dates that `parseDate` reads. */
import { pad } from "../digits.js";

export interface CatalogueRule {
  readonly pattern: RegExp;
  /** The rewritten text, or `undefined` where the rule does not apply after all. */
  readonly rewrite: (groups: readonly string[]) => string | undefined;
  /** What the notation means, for the note. */
  readonly note: (groups: readonly string[]) => string;
}

/** The ordinal of a century as English writes it. */
function ordinal(n: number): string {
  const ending = Math.floor(n / 10) === 1 ? undefined : ["st", "nd", "rd"][(n % 10) - 1];
  return `${n}${ending ?? "th"}`;
}

const leftOut = (text = ""): string => `"${text.trim()}" is left out`;
const first = ([text]: readonly string[]): string | undefined => text;

/** Words for another stage of a work than the one that the date before them states. */
const STAGE = "(?:re-?)?(?:printed|published|issued|cast|struck|impression)";
const UNDATED = "(?:n\\.? ?d\\.?|s\\.? ?d\\.?|undated|no date)";

/** Labels that belong to the date, as in "Before: 1850", and labels of other calendars. */
const QUALIFYING =
  /^(?:(?:not |no )?(?:before|after|earlier than|later than)|c|ca|circa|about|around|by|until|till|since|from|to|possibly|probably|perhaps|approx\w*|ad|bce?|ce|early|mid|late|spring|summer|autumn|fall|winter)\.?$/i;
const OTHER_CALENDAR =
  /julian|old style|^o\.? ?s|hijri|islamic|hebrew|jewish|republican|jalali|shamsi|persian|chinese|japanese/i;

/** Rules are tried in this order, each on the result of those before it. */
export const CATALOGUE_RULES: readonly CatalogueRule[] = [
  {
    // "Held: 3 January 1791"
    pattern: /^(\p{L}[\p{L} .'’-]{0,30}):\s*(.+)$/u,
    rewrite: ([label = "", rest]) =>
      OTHER_CALENDAR.test(label) ? undefined : QUALIFYING.test(label) ? `${label} ${rest}` : rest,
    note: ([label = ""]) => (QUALIFYING.test(label) ? "the colon is left out" : leftOut(`${label}:`)),
  },
  {
    // "n.d. [ca. 1850]"
    pattern: new RegExp(`^${UNDATED}[,;]?\\s*[[(]?([^\\])]+)[\\])]?$`, "i"),
    rewrite: first,
    note: () => "the date is one that a cataloguer supplied",
  },
  {
    // "[ca. 1901]", "(1901)", "[1901]?"
    pattern: /^[[(]([^[\]()]+)[\])](\??)\.?$/,
    rewrite: ([inner, mark]) => `${inner}${mark}`,
    note: () => "the brackets of a cataloguer are left out",
  },
  {
    // "[19]45", "19[45]", "194[5?]"
    pattern: /^(\D{0,4})(?=[\d[\]?]+$)(?=.*\d)(\d*)\[(\d+)(\??)\](\d*)$/,
    rewrite: ([before, a = "", b = "", mark, c = ""]) =>
      (a + b + c).length === 4 ? `${before}${a}${b}${c}${mark}` : undefined,
    note: () => "the brackets of a cataloguer are left out",
  },
  {
    // "1970, printed 2011", "1970 (printed 2011)", "1987, c1985"
    pattern: new RegExp(`^(.+?)[,;]?\\s*[[(]?((?:${STAGE}|cop\\.|©|[cp](?=\\d{4}))\\s?.+?)[\\])]?$`, "i"),
    rewrite: first,
    note: ([, stage]) => leftOut(stage),
  },
  {
    // "1945 [i.e. 1946]", "1003 [1594-1595]"
    pattern: /^([^[\]]*[^[\]\s–-])\s*\[\s*(?:i\. ?e\.,?|=|recte)?\s*([^[\]]+)\]$/i,
    rewrite: ([, inner]) => inner,
    note: ([outer]) => `the date in brackets is read, and ${leftOut(outer)}`,
  },
  {
    // "1945, i.e. 1946"
    pattern: /^(.+?),?\s+(?:i\. ?e\.|recte),?\s+(.+)$/i,
    rewrite: ([, corrected]) => corrected,
    note: ([wrong]) => `the corrected date is read, and ${leftOut(wrong)}`,
  },
  {
    // "published 1833", "signed and dated 1850"
    pattern: new RegExp(
      `^((?:first |originally )?${STAGE}|made|created|built|painted|written|composed|taken|(?:signed and )?dated|inscribed)\\s+(?:in |on )?(.+)$`,
      "i",
    ),
    rewrite: ([, date]) => date,
    note: ([word]) => leftOut(word),
  },
  {
    // "©1987", "cop. 1987"
    pattern: /^(©|\(c\)|℗|cop(?:\.|yright)?|p)\s*(\d{4})$/i,
    rewrite: ([, year]) => year,
    note: () => "the year of copyright is read as the date",
  },
  {
    // "CAL 1850", "EST MAR 1850"
    pattern: /^(CAL|EST)\s+(.+)$/i,
    rewrite: ([, date]) => `about ${date}`,
    note: ([word = ""]) => `${word.toUpperCase()} of GEDCOM is read as about`,
  },
  {
    // "INT 1850 (about harvest)"
    pattern: /^INT\s+(.+?)\s*(\(.*\))$/i,
    rewrite: first,
    note: ([, phrase]) => leftOut(phrase),
  },
  {
    // "KW 5 2024", "W05/2024"
    pattern: /^(?:KW|CW|W)\s?(\d\d?)[\s/,.-]+(\d{4})$/i,
    rewrite: ([week = "", year]) => `${year}-W${pad(Number(week))}`,
    note: () => "the week is read as one of ISO 8601",
  },
  {
    // "2024 KW5"
    pattern: /^(\d{4})[\s/-]*(?:KW|CW|W)\s?(\d\d?)$/i,
    rewrite: ([year, week = ""]) => `${year}-W${pad(Number(week))}`,
    note: () => "the week is read as one of ISO 8601",
  },
  {
    // "9 February 1649 N.S."
    pattern: /^(.+?)\s*\(?(?:N\. ?S\.?|NS|new style|gregorian)\)?$/i,
    rewrite: first,
    note: () => "New Style is the Gregorian calendar",
  },
  {
    // "186-", "[175-?]", "between 186- and 188-"
    pattern: /^(.*?)(?<!\d)(1\d\d|20\d)[-–_](?=[?\s,)\]]|$)(.*)$/,
    rewrite: ([before, decade, after]) => `${before}${decade}0s${after}`,
    note: ([, decade]) => `${decade}- is the decade of the ${decade}0s`,
  },
  {
    // "18--", "c. 18--?"
    pattern: /^(.*?)(?<!\d)(\d\d)(?:--|––|__|\?\?)(\??)$/,
    rewrite: ([before, hundreds, mark]) => `${before}${ordinal(Number(hundreds) + 1)} century${mark}`,
    note: ([, hundreds]) => `${hundreds}-- is the century of the ${hundreds}00s`,
  },
  {
    // "late 18th c.", "17th/18th cent."
    pattern: /^(.*\d(?:st|nd|rd|th))\s?c(?:ent)?\b\.?(.*)$/i,
    rewrite: ([before = "", after]) => `${before.replace("/", "–")} century${after}`,
    note: () => "c. after an ordinal is century",
  },
  {
    // "C19th", "C19"
    pattern: /^C(\d\d)(?:st|nd|rd|th)?$/,
    rewrite: ([n]) => `${ordinal(Number(n))} century`,
    note: () => "C before a number is century",
  },
  {
    // "1940, June 5"
    pattern: /^(\d{4}),\s*(\p{L}+\.?(?:\s\d{1,2})?)$/u,
    rewrite: ([year, day]) => `${day}, ${year}`,
    note: () => "the year stands first",
  },
  {
    // "after 1790, before 1800"
    pattern: /^after\s+(\d{4}),?\s+(?:and\s+|but\s+)?before\s+(\d{4})$/i,
    rewrite: ([a, b]) => (Number(b) - Number(a) > 1 ? `between ${Number(a) + 1} and ${Number(b) - 1}` : undefined),
    note: () => "the event happened once between both limits",
  },
  {
    // "[1850?]-1860", "ca. [1850]"
    pattern: /^([^[\]]*)\[([^[\]]+)\](.*)$/,
    rewrite: (parts) => parts.join(""),
    note: () => "the brackets of a cataloguer are left out",
  },
  {
    // "1850."
    pattern: /^(.+)\.$/,
    rewrite: first,
    note: () => "the full stop is left out",
  },
];
