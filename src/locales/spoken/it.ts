/** Italian words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenIt: SpokenWords = {
  about: ["ca", "intorno al", "verso il", "attorno al", "all’incirca", "approssimativamente"],
  possibly: ["probabilmente", "presumibilmente"],
  before: ["prima del", "prima dell’", "prima dell'", "prima della", "prima degli"],
  after: ["dopo il", "dopo l’", "dopo l'"],
  between: ["tra il", "fra il", "fra"],
  from: ["dal", "dall’", "dall'", "dalla", "dagli", "a partire dal"],
  to: ["al", "all’", "all'", "alla", "agli", "fino al", "fino all’", "fino all'", "fino alla", "fino agli"],
  early: ["l’inizio del", "inizio del", "inizi del", "inizio degli", "primi del", "l’inizio"],
  mid: ["metà del", "la metà del", "metà degli", "la metà"],
  late: ["fine del", "la fine del", "fine degli", "la fine"],
  century: ["secolo", "sec"],
  decade: ["anni", "gli anni"],
  bce: ["a.c", "a. c", "avanti cristo", "a.e.v"],
  ce: ["d.c", "d. c", "dopo cristo", "e.v"],
  filler: "il lo la l’ l' gli del dell’ dello della degli di in nel nell’ negli nei".split(" "),
  ordinal: ["º", "°", "ª"],
  present: ["presente", "oggi", "ora", "in corso"],
  unknown: ["ignoto", "ignota", "sconosciuto", "s. d", "senza data"],
  quarter: ["trimestre"],
  third: ["quadrimestre"],
  half: ["semestre"],
  hour: ["h"],
  ago: ["di anni fa"],
};
