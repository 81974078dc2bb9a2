/** French words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenFr: SpokenWords = {
  about: ["environ", "circa", "autour de", "autour du", "approximativement", "aux environs de"],
  possibly: ["probablement", "sans doute"],
  notBefore: ["pas avant", "au plus tôt"],
  notAfter: ["pas après", "au plus tard"],
  from: ["de", "du", "des", "d’", "d'", "dès", "à partir de", "à partir du", "à partir d’", "à partir des"],
  to: ["à", "au", "aux", "jusqu’à", "jusqu'à", "jusqu’au", "jusqu'au", "jusqu’en", "jusqu'en", "jusqu’aux"],
  early: ["début", "début du", "début de", "le début", "le début du"],
  mid: ["milieu", "mi", "milieu du", "le milieu"],
  late: ["fin", "fin du", "fin de", "la fin", "la fin du"],
  century: ["siècle", "siècles", "s"],
  millennium: ["millénaire"],
  decade: ["années", "les années", "la décennie"],
  bce: ["av. j.-c", "avant jésus-christ", "avant j.-c", "avant notre ère", "av. n. è"],
  ce: ["apr. j.-c", "ap. j.-c", "après jésus-christ", "après j.-c", "de notre ère"],
  filler: ["le", "la", "les", "l’", "l'", "en", "dans", "an", "année", "l’an", "l'an", "au mois de"],
  ordinal: ["er", "ère", "e", "ème", "è", "re", "nd", "de"],
  present: ["présent", "aujourd’hui", "aujourd'hui", "en cours", "maintenant", "nos jours", "à nos jours", "ce jour"],
  unknown: ["inconnu", "inconnue", "s. d", "sans date"],
  quarter: ["trimestre"],
  third: ["quadrimestre"],
  half: ["semestre"],
  agoYears: ["d’années", "d'années", "années"],
  weekday: ["dim", "lun", "", "mer", "jeu", "ven", "sam"],
};
