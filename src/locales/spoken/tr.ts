/** Turkish words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenTr: SpokenWords = {
  about: ["yaklaşık", "civarı", "civarında", "dolaylarında", "aşağı yukarı"],
  possibly: ["belki", "galiba", "olasılıkla"],
  before: ["önce", "önceki"],
  after: ["sonra", "sonrasında"],
  and: ["ile", "ila", "ve"],
  or: ["ya da"],
  between: ["arasında", "arası"],
  century: ["yüzyıl", "yy"],
  decade: ["'lar", "'ler", "’lar", "’ler", "lar", "ler", "'lı yıllar", "'li yıllar", "’lı yıllar", "’li yıllar"],
  bce: ["mö", "m. ö", "milattan önce", "i. ö"],
  ce: ["ms", "m. s", "milattan sonra", "i. s"],
  early: ["başları", "başında"],
  mid: ["ortaları", "ortasında"],
  late: ["sonları", "sonunda"],
  year: ["yılı", "yılında"],
  present: ["günümüz", "bugün", "şimdi", "sürüyor", "hâlen", "halen"],
  unknown: ["bilinmiyor", "tarihsiz"],
  quarter: ["çeyreği", "çeyrek"],
  third: ["dört aylık dönemi"],
  half: ["yarısı", "yarıyılı"],
  hour: ["saat"],
};
