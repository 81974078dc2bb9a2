/** Writes a timeline as JSON-LD in the vocabulary of schema.org, for search engines and other programs. */
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { parseDocument } from "../model/document/parse-document.js";
import type { Source, Timeline, TimelineEvent } from "../model/timeline.js";
import { edtfText } from "../time/edtf/edtf-text.js";
import { isDayOrFiner, type Moment, type Span } from "../time/span.js";

export interface JsonLdOptions extends ParseDocumentOptions {
  /** Address of the page that shows the timeline. The identifiers in the result are based on it. */
  readonly url?: string | undefined;
  /** The kind of work of all sources, which a document does not state. Default `CreativeWork`. */
  readonly sourceType?: "CreativeWork" | "NewsArticle" | "Article" | "WebPage" | undefined;
}

type Thing = Readonly<Record<string, unknown>>;

/**
 * Writes a document as JSON-LD text: a `CreativeWork` whose parts are statements. Each part is `about` an `Event`, has
 * its date in `temporalCoverage` (EDTF) at its own precision, and cites its sources. An `Event` has `startDate` and
 * `endDate` only if the date is a certain day, month or year: schema.org has no other dates. Sources are in `citation`,
 * in the order of their numbers.
 *
 * @param document a timeline document
 */
export function toJsonLd(document: unknown, options: JsonLdOptions = {}): string {
  const { url, sourceType, ...rest } = options;
  return jsonLd(parseDocument(document, rest).timeline, { url, sourceType });
}

export function jsonLd(timeline: Timeline, options: Pick<JsonLdOptions, "url" | "sourceType"> = {}): string {
  const { title, description, lang, events, unplaced, sources } = timeline;
  const spans = events.map((event) => event.span);
  const work = {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "@id": options.url,
    url: options.url,
    name: title,
    abstract: description,
    inLanguage: lang,
    temporalCoverage: coverage(spans),
    hasPart: [...events, ...unplaced].map((event) => partOf(event, options)),
    citation: sources.map((source) => citation(source, options)),
  };
  return JSON.stringify(work);
}

/** The interval that covers all dates. */
function coverage(spans: readonly Span[]): string | undefined {
  const first = spans[0];
  if (!first) return undefined;
  const last = spans.reduce((a, b) => (b.end > a.end ? b : a));
  const from = first.from && edtfText({ ...first, kind: "interval", openEnd: "open", to: null }).split("/")[0];
  const to = last.to && edtfText({ ...last, kind: "interval", openStart: "open", from: null }).split("/")[1];
  return `${from ?? ".."}/${to ?? ".."}`;
}

function partOf(event: TimelineEvent, options: JsonLdOptions): Thing {
  const { id, title, span, status, statusWritten, place, description, lang, sources, quotes } = event;
  return {
    "@type": "CreativeWork",
    identifier: id,
    name: title,
    inLanguage: lang,
    temporalCoverage: span && edtfText(span),
    creativeWorkStatus: statusWritten ?? status,
    about: {
      "@type": "Event",
      name: title,
      description,
      location: place,
      startDate: isoDate(span, span?.kind === "moment" || span?.kind === "interval" ? span.from : null),
      endDate: isoDate(span, span?.kind === "interval" ? span.to : null),
    },
    citation: sources.map((source) => reference(source, options)),
    hasPart: quotes.length === 0 ? undefined : quotes.map((quote) => ({ "@type": "Quotation", text: quote.text })),
  };
}

/** A reference to a source, which is described once in `citation`. */
function reference(source: Source, options: JsonLdOptions): Thing {
  return { "@id": sourceName(source, options) };
}

function sourceName({ number }: Source, { url }: JsonLdOptions): string {
  return url === undefined ? `_:source-${number}` : `${url.split("#")[0]}#source-${number}`;
}

function citation(source: Source, options: JsonLdOptions): Thing {
  const { href, address, title, publisher, author, published, archived, quote, language, number } = source;
  const { span } = published ?? {};
  return {
    "@type": options.sourceType ?? "CreativeWork",
    "@id": sourceName(source, options),
    position: number,
    url: href,
    // An address such as urn:isbn identifies a source but does not locate it.
    identifier: href ? undefined : address,
    name: title,
    publisher: publisher && { "@type": "Organization", name: publisher },
    // The text may name one person or several.
    creditText: author,
    datePublished: span?.kind === "moment" ? isoDate(span, span.from) : undefined,
    inLanguage: language,
    archivedAt: archived,
    hasPart: quote && { "@type": "Quotation", text: quote },
  };
}

const ISO_PRECISIONS: ReadonlySet<string> = new Set(["month", "year"]);

/** The date as ISO 8601 if it is certain; otherwise `undefined`. */
function isoDate(span: Span | undefined, moment: Moment | null): string | undefined {
  if (!span || !moment || moment.approximate || moment.uncertain || moment.part || moment.soft) return undefined;
  if (!isDayOrFiner(moment.precision) && !ISO_PRECISIONS.has(moment.precision)) return undefined;
  const text = edtfText({ ...span, kind: "moment", from: moment, to: moment });
  // Years beyond four digits have other forms in ISO 8601.
  return /^\d{4}/.test(text) ? text : undefined;
}
