/** Writes sources as RIS, the exchange format of reference managers. */
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { parseDocument } from "../model/document/parse-document.js";
import type { DatedText, Source } from "../model/timeline.js";
import { pad } from "../time/digits.js";
import { type CslDate, cslItem } from "./csl-json.js";

/**
 * Writes the sources of a document as RIS: `ELEC` with an address, `BOOK` with an ISBN, otherwise `GEN`. An unknown day
 * is left empty (`2024/06//`); a date without numbers is in the free-text part of the field.
 *
 * @param document a timeline document
 */
export function toRis(document: unknown, options?: ParseDocumentOptions): string {
  return ris(parseDocument(document, options).timeline.sources);
}

export function ris(sources: readonly Source[]): string {
  return sources.map(record).join("\r\n");
}

function record(source: Source): string {
  const { author, title, publisher, published, accessed, language, quote, address } = source;
  const { id, type, URL, DOI, ISBN, issued, accessed: read } = cslItem(source);
  const archived = source.archived ?? source.archivedAddress;
  const year = issued?.["date-parts"]?.[0]?.[0];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", { webpage: "ELEC", book: "BOOK", document: "GEN" }[type]],
    ["ID", id],
    ["AU", author],
    ["TI", title],
    [type === "webpage" ? "T2" : "PB", publisher],
    ["PY", year !== undefined && year > 0 ? pad(year, 4) : undefined],
    ["DA", dateField(published, issued)],
    ["UR", URL],
    ["Y2", dateField(accessed, read)],
    ["DO", DOI],
    ["SN", ISBN],
    ["LA", language],
    ["N1", URL || ISBN ? undefined : address],
    ["N1", archived && `Archived copy: ${archived}`],
    ["N1", quote && `“${quote}”`],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => (value === undefined ? "" : `${tag}  - ${oneLine(value)}\r\n`)).join("");
}

/** Formats a date as `YYYY/MM/DD/other`; unknown parts are empty. */
function dateField(dated: DatedText | undefined, date: CslDate | undefined): string | undefined {
  if (!dated) return undefined;
  const [year, month, day] = date?.["date-parts"]?.[0] ?? [];
  if (year === undefined || year <= 0) return `///${dated.written}`;
  const digits = (n: number | undefined, width: number): string => (n === undefined ? "" : pad(n, width));
  // Keep the written date if the numbers do not express it completely.
  const rest = date?.circa || date?.season || (date?.["date-parts"]?.length ?? 0) > 1 ? dated.written : "";
  return `${digits(year, 4)}/${digits(month, 2)}/${digits(day, 2)}/${rest}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
