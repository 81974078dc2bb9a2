/** Hebrew words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenHe: SpokenWords = {
  about: ["בסביבות", "בערך בשנת", "לערך", "כ-"],
  possibly: ["אולי", "כנראה"],
  notBefore: ["לא לפני"],
  notAfter: ["לא אחרי"],
  and: ["ו", "ל-"],
  from: ["מ-", "מן", "החל מ-"],
  to: ["עד", "ועד"],
  century: ["המאה", "מאה"],
  decade: ["שנות", "שנות ה", "שנות ה-"],
  bce: ["לפנה״ס", 'לפנה"ס', "לפני הספירה"],
  ce: ["לספירה", "לסה״נ"],
  early: ["ראשית"],
  late: ["שלהי"],
  filler: ["ב", "בשנת", "שנת", "של"],
  ordinal: ["ה", "ה-"],
  present: ["היום", "ההווה", "עכשיו", "כיום", "נמשך"],
  unknown: ["לא ידוע", "ללא תאריך"],
  quarter: ["רבעון"],
  third: ["שליש"],
  half: ["מחצית"],
  hour: ["שעה", "בשעה"],
};
