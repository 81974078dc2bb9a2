/**
 * Reads notations of catalogues, genealogists and planners by rewriting them. Importers use it; `parseDate` only names these
 * notations, so that a page that reads no files does not load the rules.
 */
import type { Locale } from "../locale.js";
import { normaliseText } from "../normalise-text.js";
import { parseDate } from "../parse-date.js";
import type { Remark } from "../refusal.js";
import type { DateOrder } from "../spoken/numeric-date.js";
import { CATALOGUE_RULES } from "./catalogue-rules.js";
import type { DateRewriter, RewrittenDate } from "./rewritten-date.js";

export interface CatalogueOptions {
  /** Converts dates of other calendars, such as `readCalendarDate` of `datelines/calendars`. */
  readonly calendars?: DateRewriter | undefined;
  /** A language whose words are read in addition to English. */
  readonly locale?: Locale | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** Rules are applied to the results of other rules at most this often. */
const MAX_STEPS = 4;

/** A year of three digits with a question mark: libraries write the decade so, and historians the year. */
const DECADE_OR_YEAR = /^(1\d\d|20\d)\?$/;

/** "?-1850" in a table is a range without a known start. */
const UNKNOWN_START = /^\?-(?=\d{4}\b)/;

/**
 * Rewrites a date in the notation of a catalogue, a genealogist or a planner as a date that `parseDate` reads, with notes on
 * what was left out or assumed. `undefined`: `parseDate` reads the text as it is, or nothing reads it; then the text stays.
 */
export function readCatalogueDate(text: string, options: CatalogueOptions = {}): RewrittenDate | undefined {
  const plain = normaliseText(text).text;
  const converted = options.calendars?.(plain);
  if (converted) return converted;
  const [, decade] = DECADE_OR_YEAR.exec(plain) ?? [];
  // `parseDate` refuses this form with both readings.
  if (decade) return { date: `${decade}-?`, remarks: [] };
  // EDTF reads a doubtful year before the common era.
  if (UNKNOWN_START.test(plain)) return { date: plain.replace("-", "–"), remarks: [] };
  return isDate(plain, options) ? undefined : rewritten(plain, options, MAX_STEPS);
}

function isDate(text: string, { locale, dateOrder }: CatalogueOptions): boolean {
  const { span, issues } = parseDate(text, { locale, dateOrder });
  // A text with two readings is a date that nobody may choose, and no other notation; "n.d." says that there is no date.
  return (
    span !== undefined ||
    issues.some(({ code }) => code === "date-unknown" || (code === "date-order-unknown" && !/-\??$/.test(text)))
  );
}

/** The first chain of rules that ends in a date. */
function rewritten(text: string, options: CatalogueOptions, steps: number): RewrittenDate | undefined {
  if (steps === 0) return undefined;
  for (const { pattern, rewrite, note } of CATALOGUE_RULES) {
    const groups = pattern
      .exec(text)
      ?.slice(1)
      .map((group = "") => group);
    const next = groups && rewrite(groups)?.trim();
    if (!groups || !next || next === text) continue;
    const remark: Remark = { code: "date-notation", problem: `${note(groups)}; it is read as ${next}` };
    const converted = options.calendars?.(next);
    const rest =
      converted ?? (isDate(next, options) ? { date: next, remarks: [] } : rewritten(next, options, steps - 1));
    if (rest) return { date: rest.date, remarks: [remark, ...rest.remarks] };
  }
  return undefined;
}
