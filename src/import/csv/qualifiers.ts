/** Reads columns that qualify the date of their row: approximate, uncertain, certainty, precision. */
import { parseDate } from "../../time/parse-date.js";

export interface Qualifiers {
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
  /** The unit to which the date is known. */
  readonly unit?: "day" | "month" | "year" | "decade" | "century";
  /** The side of the date on which the event lies. */
  readonly limit?: "before" | "after" | undefined;
  /** A status of the event, if a column of certainty holds one. */
  readonly status?: string;
}

const YES =
  /^(?:1|x|y|yes|t|true|ja|wahr|oui|vrai|sí|si|verdadero|sim|verdadeiro|vero|tak|prawda|waar|да|так|是|はい|예|نعم|بله|כן|evet|✓|✔|☑)$/i;
const NO =
  /^(?:0|-|n|no|f|false|nein|falsch|non|faux|não|falso|nie|nee|onwaar|нет|ні|否|いいえ|아니요|لا|نه|خیر|לא|hayır|none|n\/a)$/i;
const ABOUT =
  /(?<!\p{L})(?:c|ca|circa|cca|approx\w*|about|around|estimat\w*|est|roughly|ungefähr|um|etwa|geschätzt|environ|vers|approximati\w+|aproximad\w+|hacia|alrededor|verso|cerca|ongeveer|rond|około|ok|przybliżon\w+|около|приблизительн\w*|близько|приблизн\w*|yaklaşık)(?!\p{L})|大约|大約|約|およそ|頃|대략|경|تقريب|تقریب|حوالي|حدود|משוער|בערך/iu;
const POSSIBLY =
  /\?|(?<!\p{L})(?:un(?:certain|sure|confirmed)|possib\w+|probab\w+|presum\w+|conject\w+|doubt\w*|questionable|low|likely|inferred|attributed|perhaps|maybe|unsicher|vermut\w+|möglich\w*|wahrscheinlich|incertain\w*|probable|incier\w+|incert\w+|dudos\w+|prov[aá]vel|probabile|onzeker|waarschijnlijk|niepewn\w+|prawdopodobn\w+|предположительн\w*|вероятн\w*|ймовірн\w*|belirsiz|muhtemel)(?!\p{L})|不确定|不確|可能|불확실|غير مؤكد|نامشخص|לא ודאי/iu;
const CERTAIN =
  /^(?:certain|exact|sure|known|high|definite|precise|documented|verified|sicher|genau|exakt|exacte?|certaine?|exacta|exacto|segura|seguro|cierta|esatta|certa|exato|zeker|pewna|dokładna|точн\w*|достоверн\w*|确定|確定|確実|확실|kesin)$/iu;
const STATUS = /^(?:confirmed|reported|presumed|disputed|denied|planned)$/i;

const UNITS: readonly (readonly [RegExp, NonNullable<Qualifiers["unit"]>])[] = [
  [/^(?:day|days|date|full|exact|ymd|d|11|tag|jour|día|giorno|dia|dag|dzień|день|日)$/i, "day"],
  [/^(?:month|months|ym|m|10|monat|mois|mes|mese|mês|maand|miesiąc|месяц|місяць|月)$/i, "month"],
  [/^(?:year|years|annual|y|9|jahr|année|an|año|anno|ano|jaar|rok|год|рік|年)$/i, "year"],
  [/^(?:decade|decades|8|jahrzehnt|décennie|década|decennio|decennium|dekada|десятилетие|десятиліття)$/i, "decade"],
  [/^(?:century|centuries|7|jahrhundert|siècle|siglo|secolo|século|eeuw|wiek|век|століття|世紀|世纪)$/i, "century"],
];

const LIMIT_WORDS: readonly (readonly [RegExp, "before" | "after"])[] = [
  [/^(?:before|bef\.?|ante|vor|avant|antes(?: de)?|prima(?: del)?|voor|przed|до)$/iu, "before"],
  [/^(?:after|aft\.?|post|nach|après|después(?: de)?|depois(?: de)?|dopo|na|po|после|після)$/iu, "after"],
];

export type QualifierField = "approximate" | "uncertain" | "dateCertainty" | "datePrecision";

/** Reads a cell of a qualifying column; `undefined` if its value is not known. */
export function readQualifier(field: QualifierField, cell: string): Qualifiers | undefined {
  const text = cell.trim();
  if (field === "datePrecision") {
    const unit = UNITS.find(([pattern]) => pattern.test(text))?.[1];
    if (unit) return { unit };
  } else if (field !== "dateCertainty") {
    if (YES.test(text)) return { [field]: true };
    if (NO.test(text)) return {};
  }
  const limit = field === "dateCertainty" ? LIMIT_WORDS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  if (limit) return { limit };
  if (STATUS.test(text)) return { status: text };
  if (/^not? (?:approx|circa|estimat|uncertain|doubt)/i.test(text)) return {};
  if (/^not? (?:certain|sure|exact|precise|known)/i.test(text)) return { uncertain: true };
  const found = {
    ...(ABOUT.test(text) ? { approximate: true } : {}),
    ...(POSSIBLY.test(text) ? { uncertain: true } : {}),
  };
  return Object.keys(found).length > 0 ? found : CERTAIN.test(text) ? {} : undefined;
}

/** A document reads 2020-21 as a season. */
const SEASONS = { seasonCodes: true };

/** The date text with qualifiers; `undefined` if they cannot be written with this date. */
export function qualifiedDate(text: string, { approximate, uncertain, unit, limit }: Qualifiers): string | undefined {
  const coarse = unit === undefined ? text : coarserDate(text, unit);
  if (coarse === undefined) return undefined;
  if (limit) return parseDate(`${limit} ${coarse}`, SEASONS).span ? `${limit} ${coarse}` : undefined;
  const span = parseDate(coarse, SEASONS).span;
  if (!span) return coarse;
  const [about, possibly] = [Boolean(approximate) && !span.approximate, Boolean(uncertain) && !span.uncertain];
  if (!about && !possibly) return coarse;
  const sign = about && possibly ? "%" : about ? "~" : "?";
  const words = `${possibly ? "possibly " : ""}${about ? "about " : ""}`;
  return [coarse + sign, coarse.replace(/\/|$/g, `${sign}$&`), words + coarse].find((candidate) => {
    const read = parseDate(candidate, SEASONS).span;
    if (read?.start !== span.start || read.end !== span.end) return false;
    const parts = read.members ? [read] : [read.from, read.to].filter((part) => part !== null);
    return parts.every((part) => (!about || part.approximate) && (!possibly || part.uncertain));
  });
}

/** An ISO date cut to the unit to which it is known; `undefined` if the text is not one, or is coarser already. */
function coarserDate(text: string, unit: NonNullable<Qualifiers["unit"]>): string | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-\d\d(?:T.*)?)?)?$/.exec(text);
  if (!match) return unit === "day" ? text : undefined;
  const [, year = "", month] = match;
  if (unit === "day") return text;
  if (unit === "month") return month === undefined ? text : `${year}-${month}`;
  if (unit === "year") return year;
  return unit === "decade" ? `${year.slice(0, 3)}X` : `${year.slice(0, 2)}XX`;
}
