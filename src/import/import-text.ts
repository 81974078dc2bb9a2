/** Reads a text in a given format, or in the detected one. */
import type { DateRewriter } from "../time/catalogue/rewritten-date.js";
import type { Locale } from "../time/locale.js";
import type { DateOrder } from "../time/spoken/numeric-date.js";
import type { ColumnOptions } from "./csv/columns.js";
import { fromCsv } from "./csv/from-csv.js";
import { fromRecords } from "./csv/from-records.js";
import { detect, type Format } from "./detect.js";
import { fromChrono } from "./from-chrono.js";
import { fromDatelines } from "./from-datelines.js";
import { fromVis } from "./from-vis.js";
import { fromIcs } from "./ics/from-ics.js";
import type { ImportOptions, Imported } from "./result.js";
import { fromSimile } from "./simile/from-simile.js";
import { fromTimelineJs } from "./timelinejs/from-timelinejs.js";
import { fromWikidata } from "./wikidata/from-wikidata.js";

export interface AnyOptions extends ImportOptions {
  /** Columns of a table, or keys of records, by field. */
  readonly columns?: ColumnOptions | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** The row of a table that names the columns, counted from 1. */
  readonly headerRow?: number | undefined;
  /** A language whose month names and words are read in tables. */
  readonly locale?: Locale | undefined;
  /** Converts dates of other calendars in tables. */
  readonly calendars?: DateRewriter | undefined;
  /** Calendars: the present, at which recurring events without an end stop some years later. */
  readonly now?: string | undefined;
}

const IMPORTERS: Readonly<Record<Format, (text: string, options: AnyOptions) => Imported>> = {
  datelines: fromDatelines,
  csv: fromCsv,
  tsv: (text, options) => fromCsv(text, { delimiter: "\t", ...options }),
  timelinejs: fromTimelineJs,
  vis: fromVis,
  chrono: fromChrono,
  ics: fromIcs,
  wikidata: fromWikidata,
  simile: fromSimile,
  records: fromRecords,
};

/** Reads a text. `format` "auto" detects the format by the content; `name` is the file name. */
export function importText(
  text: string,
  format: Format | "auto",
  name: string | undefined,
  options: AnyOptions = {},
): Imported & { readonly format: Format | undefined } {
  if (format !== "auto") return { ...IMPORTERS[format](text, options), format };
  const found = detect(text, name);
  if (found.format === undefined) {
    return { document: { events: [] }, issues: found.issues, locate: (issues) => [...issues], format: undefined };
  }
  const imported = IMPORTERS[found.format](text, options);
  return { ...imported, issues: [...found.issues, ...imported.issues], format: found.format };
}
