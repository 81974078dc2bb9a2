/** Writes sources for BibTeX and BibLaTeX, whose `date` field keeps the precision of a date. */
import { civilOf } from "../time/calendar.js";
import { edtfText } from "../time/edtf/edtf-text.js";
import { shownAt } from "../time/span.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { parseDocument } from "../model/document/parse-document.js";
import type { DatedText, Source } from "../model/timeline.js";
import { cslItem } from "./csl-json.js";

/**
 * The sources of a document as BibTeX. Entries are `@misc`, which every style knows, or `@book` where there is an ISBN.
 * `year` and `month` are for BibTeX; `date` and `urldate` are the same dates in EDTF for BibLaTeX. Text is UTF-8.
 *
 * @param document a timeline document
 */
export function toBibTeX(document: unknown, options?: ParseDocumentOptions): string {
  return bibTeX(parseDocument(document, options).timeline.sources);
}

export function bibTeX(sources: readonly Source[]): string {
  const keys = new Set<string>();
  return sources.map((source) => entry(source, keys)).join("\n");
}

const BIBTEX_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Precisions of a month or finer. */
const MONTHLY = /^(?:month|day|hour|minute|second|millisecond)$/;

function entry(source: Source, keys: Set<string>): string {
  const { title, author, publisher, language, published, accessed, quote } = source;
  const { type, URL, DOI, ISBN } = cslItem(source);
  const archived = source.archived ?? source.archivedAddress;
  const from = published?.span?.from ?? undefined;
  const shown = from && civilOf(shownAt(from));
  const notes = [
    URL || ISBN ? undefined : source.address,
    archived && `Archived copy: ${archived}`,
    quote && `“${quote}”`,
    published && !from ? published.written : undefined,
  ].filter((note): note is string => Boolean(note));
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Double braces keep capitals, and keep the name of an organisation in one piece.
    ["author", author && `{{${latex(author)}}}`],
    ["title", title && `{{${latex(title)}}}`],
    [type === "book" ? "publisher" : "howpublished", publisher && `{${latex(publisher)}}`],
    ["year", shown && `{${shown.year}}`],
    ["month", shown && MONTHLY.test(from.precision) ? BIBTEX_MONTHS[shown.month - 1] : undefined],
    ["date", braced(dateField(published))],
    ["url", URL && `{${verbatim(URL)}}`],
    ["urldate", braced(dateField(accessed))],
    ["doi", DOI && `{${verbatim(DOI)}}`],
    ["isbn", ISBN && `{${latex(ISBN)}}`],
    ["language", language && `{${latex(language)}}`],
    ["note", notes.length > 0 ? `{${notes.map(latex).join(". ")}}` : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${type === "book" ? "book" : "misc"}{${keyOf(source, keys)},`, ...lines, "}", ""].join("\n");
}

function braced(text: string | undefined): string | undefined {
  return text && `{${text}}`;
}

/** The date for BibLaTeX, which reads EDTF levels 0 and 1: no sets. Times are left out. */
function dateField(dated: DatedText | undefined): string | undefined {
  const { span } = dated ?? {};
  if (!span || (span.kind !== "moment" && span.kind !== "interval")) return undefined;
  const text = edtfText(span).replace(/T[\d:]+(?:[+-]\d\d:\d\d)?/g, "");
  return /^[^[\]{}Y]+$/.test(text) ? text : undefined;
}

/** A unique citation key in characters that every program accepts. */
function keyOf({ id, host, number }: Source, keys: Set<string>): string {
  const own = /^[a-z][\w.:-]*$/i.test(id) && !id.includes("://");
  const plain = own ? id : `${(host ?? "source").replace(/[^\w-]+/g, "-")}-${number}`;
  let key = plain;
  for (let n = 2; keys.has(key.toLowerCase()); n++) key = `${plain}-${n}`;
  keys.add(key.toLowerCase());
  return key;
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "\\{",
  "}": "\\}",
  "~": "{\\textasciitilde}",
  "^": "\\^{}",
};

/** Escapes LaTeX commands, and separates characters that would form a ligature (dash, quotation mark). */
function latex(text: string): string {
  const plain = text.replace(/\s+/g, " ").replace(/[\\{}$&#%_~^]/g, (char) => SPECIAL[char] ?? `\\${char}`);
  return plain.replace(/([-'`,])(?=\1)/g, "$1{}");
}

/** Percent-encodes the characters that would end a verbatim field early. */
function verbatim(address: string): string {
  return address.replace(/[\\{}\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
