/** Names of eras and months of other calendars, as patterns in lower case. */

/** Japanese eras, with the sign, the name and the letter that stand for each. */
export const JAPANESE_ERAS: readonly (readonly [era: string, pattern: string])[] = [
  ["reiwa", "令和|reiwa|r(?=\\d+\\.)"],
  ["heisei", "平成|heisei|h(?=\\d+\\.)"],
  ["showa", "昭和|sh[oō]wa|s(?=\\d+\\.)"],
  ["taisho", "大正|taish[oō]|t(?=\\d+\\.)"],
  ["meiji", "明治|meiji|m(?=\\d+\\.)"],
];

/** Months of the Hijri calendar, from Muharram on. */
export const HIJRI_MONTHS: readonly string[] = [
  "muharram|محرم",
  "safar|صفر",
  "rabi.? ?(?:i|1|al-?awwal|ul-?awwal|al-?ula)|ربيع ال[أا]ول",
  "rabi.? ?(?:ii|2|al-?th?ani|ul-?th?ani|al-?akhi?r)|ربيع (?:الثاني|ال[آا]خر)",
  "jumada.? ?(?:i|1|al-?[uo]la|al-?awwal)|جمادى ال[أا]ولى",
  "jumada.? ?(?:ii|2|al-?th?ani(?:ya)?|al-?akhi?ra?)|جمادى (?:الثانية|ال[آا]خرة)",
  "rajab|رجب",
  "sha.?ban|شعبان",
  "rama[dz]h?an|رمضان",
  "shawwal|شوال",
  "dhu.? ?(?:al-|l-?|'l-)?qa.?d[ae]h?|ذو القعدة",
  "dhu.? ?(?:al-|l-?|'l-)?hijja?h?|ذو الحجة",
];

/** Months of the Solar Hijri calendar, from Farvardin on. */
export const PERSIAN_MONTHS: readonly string[] = [
  ...[
    "farvardin|فروردین",
    "ordibehesht|اردیبهشت",
    "khordad|خرداد",
    "tir|تیر",
    "(?:a?mordad)|مرداد",
    "shahrivar|شهریور",
  ],
  ...["mehr|مهر", "aban|آبان", "azar|آذر", "dey|دی", "bahman|بهمن", "esfand|اسفند"],
];

/** Months of the Hebrew calendar in a year with 12 months, from Tishri on; Adar I and Adar II are told apart by the reader. */
export const HEBREW_MONTHS: readonly string[] = [
  ...["tishr[ie]i?|tsh", "(?:mar)?[ch]?heshvan|csh", "kislev|ksl", "te[bv]et|tvt", "sh['’]?e?vat|shv"],
  ...["adar(?: (?:i{1,2}|1|2|rishon|sheni))?|adr|ads", "nisan|nsn", "iyy?ar|iyr", "sivan|svn", "tamm?uz|tmz"],
  ...["av|menachem av|aav", "elul|ell"],
];

/** Months of the French Republican calendar, and as 13 its complementary days. */
export const REPUBLICAN_MONTHS: readonly string[] = [
  ...["vend[ée]miaire|vend", "brumaire|brum", "frimaire|frim", "niv[ôo]se|nivo", "pluvi[ôo]se|pluv", "vent[ôo]se|vent"],
  ...["germinal|germ", "flor[ée]al|flor", "prairial|prai", "messidor|mess", "thermidor|ther", "fructidor|fruc"],
  "(?:jours? )?compl[ée]mentaires?|sansculottides?|comp",
];

/** Months of the Julian calendar by their first three letters. */
export const JULIAN_MONTHS: readonly string[] =
  "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept?|sep october|oct november|nov december|dec".split(
    " ",
  );
