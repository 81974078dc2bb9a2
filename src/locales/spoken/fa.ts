/** Persian words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenFa: SpokenWords = {
  about: ["حدود سال", "تقریبا", "تقریباً", "حوالی"],
  possibly: ["شاید", "احتمالا"],
  before: ["قبل از"],
  after: ["بعد از"],
  notBefore: ["نه پیش از"],
  notAfter: ["نه پس از"],
  between: ["میان"],
  since: ["از زمان"],
  century: ["قرن", "سده"],
  decade: ["دهه", "دههٔ", "دهه‌ی"],
  bce: ["پیش از میلاد", "قبل از میلاد", "ق.م", "پ.م"],
  ce: ["میلادی", "م", "پس از میلاد"],
  early: ["آغاز"],
  late: ["پایان"],
  filler: ["در", "سال", "ماه"],
  present: ["اکنون", "امروز", "حال", "کنون", "ادامه دارد"],
  unknown: ["نامعلوم", "ناشناخته", "بی‌تا", "بی تا"],
  quarter: ["سه‌ماهه", "سهماهه"],
  third: ["چهارماهه"],
  half: ["نیمه"],
  hour: ["ساعت"],
};
