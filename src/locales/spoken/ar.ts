/** Arabic words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenAr: SpokenWords = {
  about: ["نحو", "تقريبا", "تقريبًا", "قرابة"],
  possibly: ["لعله", "من المحتمل"],
  notBefore: ["ليس قبل"],
  notAfter: ["ليس بعد"],
  between: ["ما بين"],
  and: ["و"],
  century: ["القرن", "قرن"],
  decade: ["عقد", "أعوام"],
  bce: ["ق.م", "ق م", "قبل الميلاد"],
  ce: ["م", "ب.م", "بعد الميلاد", "للميلاد"],
  early: ["بداية"],
  late: ["نهاية"],
  filler: ["في", "عام", "من", "شهر", "يوم"],
  from: ["ابتداء من"],
  present: ["الآن", "اليوم", "الحاضر", "مستمر"],
  unknown: ["غير معروف", "مجهول", "د.ت"],
  quarter: ["الربع"],
  third: ["الثلث"],
  half: ["النصف"],
  hour: ["الساعة"],
  beforePresent: ["سنة مضت"],
};
