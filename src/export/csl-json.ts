/** Writes sources as CSL-JSON (Citation Style Language 1.0.2) for citeproc, Zotero and Pandoc. */
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { parseDocument } from "../model/document/parse-document.js";
import type { DatedText, Source } from "../model/timeline.js";
import { civilOf } from "../time/calendar.js";
import { type Moment, shownAt } from "../time/span.js";

export interface CslDate {
  /** Year, month, day, as far as known; two entries for a range. */
  readonly "date-parts"?: readonly (readonly number[])[];
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  readonly season?: number;
  readonly circa?: true;
  /** A date without numbers, as written. */
  readonly literal?: string;
}

export interface CslItem {
  readonly id: string;
  readonly type: "webpage" | "book" | "document";
  readonly title?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly language?: string;
  /** Values that CSL has no field for, kept for `fromCslJson`. Other programs ignore them. */
  readonly custom?: Readonly<Record<string, string>>;
}

/**
 * The sources of a document as CSL-JSON text. A source with an address is a `webpage` whose `container-title` is the
 * publisher, a source with an ISBN is a `book`, any other is a `document`, because a document does not say the kind of a
 * source. Archived copies, quotes and dates without numbers are in `custom`.
 *
 * @param document a timeline document
 */
export function toCslJson(document: unknown, options?: ParseDocumentOptions): string {
  return cslJson(parseDocument(document, options).timeline.sources);
}

export function cslJson(sources: readonly Source[]): string {
  return `${JSON.stringify(sources.map(cslItem), undefined, 2)}\n`;
}

export function cslItem(source: Source): CslItem {
  const { id, href, address, title, publisher, author, published, accessed, language } = source;
  const doi = href?.startsWith("https://doi.org/") ? decoded(href.slice("https://doi.org/".length)) : undefined;
  const isbn = /^(?:urn:)?isbn:\s*(.+)$/i.exec(address ?? "")?.[1];
  const [issued, read] = [cslDate(published), cslDate(accessed)];
  const custom = present({
    address: isbn === undefined ? address : undefined,
    archived: source.archived ?? source.archivedAddress,
    quote: source.quote,
    published: published && !issued?.exact ? published.written : undefined,
    accessed: accessed && !read?.exact ? accessed.written : undefined,
  });
  return present({
    id: id || String(source.number),
    type: href ? "webpage" : isbn === undefined ? "document" : "book",
    title,
    author: author === undefined ? undefined : [{ literal: author }],
    [href ? "container-title" : "publisher"]: publisher,
    issued: issued?.date,
    accessed: read?.date,
    URL: href,
    DOI: doi,
    ISBN: isbn,
    language,
    custom: Object.keys(custom).length > 0 ? custom : undefined,
  }) as unknown as CslItem;
}

/** @returns the date, and whether it keeps all information of the original */
function cslDate(dated: DatedText | undefined): { date: CslDate; exact: boolean } | undefined {
  if (!dated) return undefined;
  const { span, written } = dated;
  const season = span?.kind === "moment" && span.from?.season;
  const [from, to] = [span?.from && parts(span.from), span?.to && parts(span.to)];
  const plain = (span?.kind === "moment" || span?.kind === "interval") && from && to;
  if (season && season <= 24) {
    const date = { "date-parts": [[cslYear(civilOf(span.start).year)]], season: season - 20, ...circa(dated) };
    return { date, exact: !span.approximate && !span.uncertain };
  }
  if (!plain) return { date: { literal: written }, exact: true };
  const numbers = span.kind === "moment" ? [from.numbers] : [from.numbers, to.numbers];
  const exact = from.exact && to.exact && !span.approximate && !span.uncertain;
  return { date: { "date-parts": numbers, ...circa(dated) }, exact };
}

function circa({ span }: DatedText): { circa?: true } {
  return span?.approximate || span?.uncertain ? { circa: true } : {};
}

const PART_COUNTS: Readonly<Record<string, number>> = { year: 1, month: 2, day: 3 };
const TIMES: ReadonlySet<string> = new Set(["hour", "minute", "second", "millisecond"]);

/** Year, month and day of a moment, without the time of day; `undefined` if it is no calendar unit. */
function parts(moment: Moment): { numbers: number[]; exact: boolean } | undefined {
  const { precision, part, soft, ago } = moment;
  const count = TIMES.has(precision) ? 3 : PART_COUNTS[precision];
  if (count === undefined || part || soft || ago !== undefined) return undefined;
  const { year, month, day } = civilOf(shownAt(moment));
  return { numbers: [cslYear(year), month, day].slice(0, count), exact: !TIMES.has(precision) };
}

/** An astronomical year as a CSL year. CSL has no year 0: -43 becomes -44, which citeproc prints as 44 BC. */
function cslYear(year: number): number {
  return year > 0 ? year : year - 1;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function present<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
