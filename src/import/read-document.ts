import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { makeIssue } from "../base/issue.js";
import { fromCsv } from "./csv/from-csv.js";
import { fromRecords } from "./csv/from-records.js";
import { detect, type Format } from "./detect.js";
import { fromDatelines } from "./from-datelines.js";
import type { Imported, ImportOptions } from "./result.js";
import { fromTimelineJs } from "./timelinejs/from-timelinejs.js";

/** A document read from a text, or the issue that prevented it. */
export type ReadDocument =
  | { readonly document: unknown; readonly issues: readonly Issue[] }
  | { readonly document: undefined; readonly issues: readonly [Issue, ...Issue[]] };

/** Importers bundled for pages. The other formats are read by the command line only, to keep pages small. */
const PAGE_IMPORTERS: Partial<Record<Format, (text: string, options: ImportOptions) => Imported>> = {
  datelines: fromDatelines,
  csv: fromCsv,
  tsv: fromCsv,
  timelinejs: fromTimelineJs,
  records: fromRecords,
};

/**
 * Reads a text in the detected format. The element, fenced blocks and other callers that do not name a format read
 * texts only through this function.
 *
 * @param titleFrom makes titles of columns or fields: "{Place}, M {Magnitude}"
 */
export function readDocument(text: string, titleFrom?: string): ReadDocument {
  const plain = text.replace(/^\ufeff/, "");
  const { format, because } = detect(plain);
  if (format === undefined) {
    const hint = "Write a JSON object with events, or a list of events";
    return { document: undefined, issues: [makeIssue("json-invalid", `this is not a timeline: ${because}`, { hint })] };
  }
  const read = PAGE_IMPORTERS[format];
  if (!read) {
    const hint = "Convert it first: npx datelines convert FILE -o timeline.json";
    return {
      document: undefined,
      issues: [formatIssue("format-unknown", `the format ${format} is not read in a page`, { hint })],
    };
  }
  const { document, issues } = read(plain, { titleFrom });
  const [broken] = issues.filter(({ code }) => code === "json-invalid");
  return broken ? { document: undefined, issues: [broken] } : { document, issues };
}
