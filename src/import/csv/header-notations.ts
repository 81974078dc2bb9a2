/** Completes the cells of a column with what its header, or a column of eras, says about them all: "Year BC", "Date (O.S.)". */
import { integerText } from "./date-cell.js";

type Complete = (text: string) => string;

/** A cell that states an era of its own. */
const OWN_ERA = /(?<!\p{L})(?:b\.? ?c|a\.? ?d|c\.? ?e|b\.? ?p|n\.? ?chr|v\.? ?chr)(?!\p{L})|前/iu;

const COMPLETIONS = {
  // A minus sign in such a column repeats the header.
  bc: (text) => (OWN_ERA.test(text) ? text : text.replace(/^-/, "").replace(/([?~]?)$/, " BC$1")),
  // A year of four digits needs no sign of its era.
  ad: (text) => (/^\d{1,3}$/.test(text) ? `${text} AD` : text),
  bp: (text) => (OWN_ERA.test(text) ? text : `${text} BP`),
  julian: (text) => (/[a-z]\.? ?s\b/i.test(text) ? text : `${text} O.S.`),
  fiscal: (text) => (/^\d{4}(?:[-/–]\d{2,4})?$/.test(text) ? `FY ${text}` : text),
} satisfies Readonly<Record<string, Complete>>;

/** Headers as `headerKey` normalises them. */
const COMPLETED_HEADERS: readonly (readonly [pattern: RegExp, complete: Complete])[] = [
  // "Year (negative is BC)" and "Year BC or AD" hold both eras.
  [
    /^(?!.*\b(?:negative|minus|or|ad|ce|is)\b).*[^ ].* (?:b ?c(?: ?e)?|v chr|v u z|av(?:ant)? j c|a c|a de c|до н э|p n e)$/,
    COMPLETIONS.bc,
  ],
  [/ (?:b ?p|before present)$/, COMPLETIONS.bp],
  [/(?:^| )(?:o s|old style)(?: |$)/, COMPLETIONS.julian],
  [/(?:^| )(?:fiscal|financial) /, COMPLETIONS.fiscal],
];

/** How the cells below a header are completed; `undefined` for most headers. */
export function headerCompletion(key: string): Complete | undefined {
  return COMPLETED_HEADERS.find(([pattern]) => pattern.test(key))?.[1];
}

/** Whether a header names dates of the Old Style. A column of the New Style is better. */
export function isOldStyle(key: string): boolean {
  return headerCompletion(key) === COMPLETIONS.julian;
}

const ERA_BC =
  /^(?:b\.? ?c\.? ?(?:e\.?)?|v\.? ?chr\.?|v\.? ?u\.? ?z\.?|av\.? ?j\.?-? ?c\.?|a\. ?c\.?|до н\. ?э\.?|p\. ?n\. ?e\.?|公元前|紀元前|기원전)$/iu;
const ERA_AD =
  /^(?:a\.? ?d\.?|c\.? ?e\.?|n\.? ?chr\.?|n\.? ?u\.? ?z\.?|ap\.? ?j\.?-? ?c\.?|d\. ?c\.?|н\. ?э\.?|n\. ?e\.?)$/iu;
const ERA_BP = /^(?:cal )?b\.? ?p\.?$/i;
const MARK = /^(?:1|x|y|yes|true)$/i;

/**
 * A year with the era of its row. Other eras precede years of one to three digits: Showa 20 is not the year 20.
 *
 * @param key the header of the column of eras
 */
export function withEra(text: string, era: string, key: string): string {
  const plain = integerText(text);
  if (ERA_BC.test(era) || (MARK.test(era) && /^(?:is )?bce?$/.test(key))) return COMPLETIONS.bc(plain);
  if (ERA_BP.test(era)) return COMPLETIONS.bp(plain);
  if (ERA_AD.test(era)) return COMPLETIONS.ad(plain);
  return /\p{L}{2}/u.test(era) && /^\d{1,3}$/.test(plain) ? `${era} ${plain}` : text;
}
