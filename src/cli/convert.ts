/** Writes a document in another format. */
import { toBibTeX } from "../export/bibtex.js";
import { toCslJson } from "../export/csl-json.js";
import { toCsv } from "../export/csv.js";
import { toIcs } from "../export/ics.js";
import { toJsonLd } from "../export/json-ld.js";
import { toJson } from "../export/json.js";
import { toRis } from "../export/ris.js";
import type { Exported } from "../export/result.js";
import { toTimelineJs } from "../export/timelinejs.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import type { OutputFormat } from "./arguments.js";

type Writer = (document: unknown, options: ParseDocumentOptions) => Exported;

const WRITERS: Readonly<Record<OutputFormat, Writer>> = {
  datelines: toJson,
  csv: toCsv,
  tsv: (document, options) => toCsv(document, { ...options, delimiter: "\t" }),
  ics: toIcs,
  timelinejs: toTimelineJs,
  jsonld: lossless(toJsonLd),
  bib: lossless(toBibTeX),
  ris: lossless(toRis),
  csl: lossless(toCslJson),
};

/** A writer without losses to report. */
function lossless(write: (document: unknown, options: ParseDocumentOptions) => string): Writer {
  return (document, options) => ({ text: `${write(document, options).trimEnd()}\n`, issues: [] });
}

/** The text, and the losses of the format. Faults of the document are reported by `parseDocument`. */
export function convert(document: unknown, to: OutputFormat, options: ParseDocumentOptions): Exported {
  const { text, issues } = WRITERS[to](document, options);
  return { text, issues: issues.filter((issue) => issue.code === "export-loss") };
}
