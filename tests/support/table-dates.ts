/** What a table says: each row with its date in words, and the codes of the issues. */
import { fromCsv, type CsvOptions } from "../../src/import/csv/from-csv.js";
import { parseDocument } from "../../src/parse.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { en } from "../../src/locales/en.js";

/** Codes that say nothing about the dates. */
const QUIET: ReadonlySet<string> = new Set(["unsourced", "columns-mapped", "title-composed", "delimiter-detected"]);

export interface ReadRow {
  readonly title: string;
  /** The date in words; a dash if it has no place in time. */
  readonly date: string;
}

/** The rows of a table in their order, and the issues about its dates. */
export function readTable(text: string, options: CsvOptions = {}) {
  const { document, issues: own, locate } = fromCsv(text, options);
  const { timeline, issues: found } = parseDocument(document);
  const issues = [...own, ...locate(found)].filter(({ code }) => !QUIET.has(code));
  const byTitle = new Map([...timeline.events, ...timeline.unplaced].map((event) => [event.title, event]));
  const rows = document.events.map(({ title }): ReadRow => {
    const span = byTitle.get(title)?.span;
    return { title, date: span ? formatDate(span, en, "words") : "—" };
  });
  return { document, timeline, rows, issues, codes: [...new Set(issues.map(({ code }) => code))].sort() };
}
