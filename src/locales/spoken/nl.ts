/** Dutch words that are read in dates, beside those that the figure writes. */
import type { SpokenWords } from "../../time/locale.js";

export const spokenNl: SpokenWords = {
  about: ["circa", "ca", "rond", "ongeveer", "rond het jaar"],
  possibly: ["misschien", "waarschijnlijk", "vermoedelijk"],
  before: ["voor"],
  after: ["ná"],
  notBefore: ["niet vóór", "niet voor", "op zijn vroegst"],
  notAfter: ["niet na", "uiterlijk"],
  from: ["van"],
  to: ["tot", "t/m"],
  early: ["begin van", "begin van de", "vroege"],
  mid: ["midden van", "midden van de", "medio"],
  late: ["einde", "eind van", "einde van de", "late"],
  century: ["eeuw"],
  decade: ["jaren", "de jaren"],
  bce: ["v. chr", "voor christus", "voor chr"],
  ce: ["n. chr", "na christus"],
  filler: ["de", "het", "in", "op", "jaar", "in het jaar"],
  ordinal: ["e", "ste", "de"],
  present: ["heden", "nu", "vandaag", "nog gaande"],
  unknown: ["onbekend", "z. j", "zonder jaar"],
  quarter: ["kwartaal"],
  third: ["trimester"],
  half: ["halfjaar", "helft"],
  hour: ["uur"],
};
