/** German words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenDe: SpokenWords = {
  about: ["circa", "ca", "um", "ungefähr", "rund", "gegen", "um das jahr"],
  possibly: ["vielleicht", "wohl", "vermutlich", "wahrscheinlich"],
  notBefore: ["nicht vor", "frühestens"],
  notAfter: ["nicht nach", "spätestens"],
  from: ["vom", "von", "ab"],
  to: ["bis zum", "bis zu den", "bis zur", "bis"],
  until: ["bis zum", "bis zur"],
  since: ["seit dem"],
  early: ["beginn des", "anfang des", "frühes", "frühe", "früher"],
  mid: ["mitte des", "mitte der"],
  late: ["ende des", "ende der", "spätes", "späte"],
  century: ["jahrhundert", "jahrhunderts", "jahrhunderte", "jh", "jhdt", "jhd"],
  decade: ["er jahre", "er jahren", "er"],
  bce: ["v. chr", "vor christus", "v. u. z"],
  ce: ["n. chr", "nach christus", "u. z"],
  filler: ["dem", "den", "der", "das", "die", "im", "in den", "am", "jahr", "jahre", "des", "jahres", "um"],
  present: ["heute", "jetzt", "andauernd", "bis heute"],
  unknown: ["unbekannt", "o. j", "ohne jahr", "undatiert"],
  quarter: ["quartal"],
  third: ["drittel"],
  half: ["halbjahr", "hälfte"],
  hour: ["uhr"],
  weekday: ["so", "mo", "di", "mi", "do", "fr", "sa"],
};
