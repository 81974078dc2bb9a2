/** Writes a document in another format. */
import { toCsv } from "../export/csv.js";
import { toIcs } from "../export/ics.js";
import { toJson } from "../export/json.js";
import type { Exported } from "../export/result.js";
import { toTimelineJs } from "../export/timelinejs.js";
import type { ParseDocumentOptions } from "../model/parse-document.js";
import type { OutputFormat } from "./arguments.js";

const WRITERS: Readonly<Record<OutputFormat, (document: unknown, options: ParseDocumentOptions) => Exported>> = {
  datelines: toJson,
  csv: toCsv,
  tsv: (document, options) => toCsv(document, { ...options, delimiter: "\t" }),
  ics: toIcs,
  timelinejs: toTimelineJs,
};

/** The text, and what the format cannot hold. What is wrong with the document itself is said by `parseDocument`. */
export function convert(document: unknown, to: OutputFormat, options: ParseDocumentOptions): Exported {
  const { text, issues } = WRITERS[to](document, options);
  return { text, issues: issues.filter((issue) => issue.code === "export-loss") };
}
