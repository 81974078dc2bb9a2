import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { makeIssue } from "../base/issue.js";
import { fromCsv } from "./csv/from-csv.js";
import { fromRecords } from "./csv/from-records.js";
import { detect, type Format } from "./detect.js";
import { fromDatelines } from "./from-datelines.js";
import type { Imported } from "./result.js";
import { fromTimelineJs } from "./timelinejs/from-timelinejs.js";

/** A text that was read, or the reason why it could not be. */
export type ReadDocument =
  | { readonly document: unknown; readonly issues: readonly Issue[] }
  | { readonly document: undefined; readonly issues: readonly [Issue, ...Issue[]] };

/** The readers that a page carries. The others are for the command line: a page would load them for nothing. */
const READERS: Partial<Record<Format, (text: string) => Imported>> = {
  datelines: fromDatelines,
  csv: fromCsv,
  tsv: fromCsv,
  timelinejs: fromTimelineJs,
  records: fromRecords,
};

/**
 * Reads a text in whichever format it is in. The only door through which the element, the fenced block and other callers
 * without a choice of their own come to the importers.
 */
export function readDocument(text: string): ReadDocument {
  const plain = text.replace(/^\ufeff/, "");
  const { format, because } = detect(plain);
  if (format === undefined) {
    const hint = "Write a JSON object with events, or a list of events";
    return { document: undefined, issues: [makeIssue("json-invalid", `this is no timeline: ${because}`, { hint })] };
  }
  const read = READERS[format];
  if (!read) {
    const hint = "Make a document of it first: npx datelines convert FILE -o timeline.json";
    return {
      document: undefined,
      issues: [formatIssue("format-unknown", `${format} is not read in a page`, { hint })],
    };
  }
  const { document, issues } = read(plain);
  const [broken] = issues.filter(({ code }) => code === "json-invalid");
  return broken ? { document: undefined, issues: [broken] } : { document, issues };
}
