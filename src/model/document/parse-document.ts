/** The only reader of raw input: a document of unknown quality becomes a `Timeline` and a list of issues. */
import { compare } from "../../base/compare.js";
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Issue } from "../../base/issue.js";
import type { Locale } from "../../time/locale.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import { colorField } from "./color-field.js";
import { detectLanguage } from "./detect-language.js";
import { rawDocument, readTimeZone } from "./document-head.js";
import { Fields, isObject, Report } from "./fields.js";
import { LaneRegistry } from "./lanes.js";
import { type DateContext, readSpan } from "./read-date.js";
import { rowFields, type Rows, rowsOf } from "./columns.js";
import { placeEvents } from "../events/place-events.js";
import { EVENT_FIELDS, type EventDraft, eventOf, type ReadContext, readEvent } from "./read-event.js";
import { readDateOrder } from "./read-date-order.js";
import { prepareEventIndex } from "../events/event-index.js";
import { runAtOnce, type Steps } from "../../base/cooperative.js";
import { readColumnStore } from "./read-columns.js";
import { SourceRegistry } from "../sources/sources.js";
import type { Era, Timeline } from "../timeline.js";

export interface ParseDocumentOptions {
  /** Overrides the document's zone. */
  readonly timeZone?: string | undefined;
  /** Settles dates such as `1/2/2021`. Default: the order that all other dates show, if they show the same. */
  readonly dateOrder?: DateOrder | undefined;
  /** A language whose month names and words are read beside English. */
  readonly locale?: Locale | undefined;
  /** A field of `data` with numbers: of events of the same importance, that with the largest number is named first. */
  readonly rankBy?: string | undefined;
  /** Whether images are shown; otherwise they are links. Default true. */
  readonly images?: boolean | undefined;
}

export interface ParsedDocument {
  readonly timeline: Timeline;
  readonly issues: readonly Issue[];
}

/** Titles of events that show the language of the document. */
const LANGUAGE_SAMPLE_MAX = 200;

const DOCUMENT_FIELDS = [
  "title",
  "description",
  "events",
  "columns",
  "lanes",
  "eras",
  "sources",
  "timeZone",
  "lang",
] as const;

/**
 * Reads a document, or a bare array of events, or the JSON text of either. Never throws on data; does not change its
 * input. Every event of the input is in `timeline.events` or, when it cannot be placed in time, in `timeline.unplaced`.
 */
export function parseDocument(input: unknown, options: ParseDocumentOptions = {}): ParsedDocument {
  const before = isObject(input) ? read.get(input) : undefined;
  return before && sameOptions(before.options, options) ? before.parsed : runAtOnce(readDocument(input, options, true));
}

/** Documents that `prepareSteps` has read. */
const read = new WeakMap<object, { readonly options: ParseDocumentOptions; readonly parsed: ParsedDocument }>();

function sameOptions(a: ParseDocumentOptions, b: ParseDocumentOptions): boolean {
  return (["timeZone", "dateOrder", "locale", "rankBy", "images"] as const).every((name) => a[name] === b[name]);
}

/** Reads a document in short steps and keeps the result when it has a lazy store, so that showing it later is fast. */
export function* prepareSteps(input: unknown, options: ParseDocumentOptions = {}): Steps<void> {
  const parsed = yield* readDocument(input, options, true);
  yield* prepareEventIndex(parsed.timeline);
  if (isObject(input) && parsed.timeline.store.lazy) read.set(input, { options, parsed });
}

/** @param lazy whether many rows of plain columns become a `ColumnStore` */
function* readDocument(input: unknown, options: ParseDocumentOptions, lazy: boolean): Steps<ParsedDocument> {
  const report = new Report();
  const raw = rawDocument(input, report);
  const fields = new Fields(raw, "", report);
  fields.unknown(DOCUMENT_FIELDS);
  const zone = readTimeZone(fields, options.timeZone);
  const timeZone = zone ?? "UTC";
  const given = fields.list("events");
  const columns = fields.object("columns");
  const rows = columns && rowsOf(columns, report, EVENT_FIELDS);
  const dateOrder = options.dateOrder ?? readDateOrder(given, rows, report);
  const context: ReadContext = {
    timeZone: zone,
    dateOrder,
    locale: options.locale,
    known: new Map(),
    seasonCodes: true,
    images: options.images ?? true,
  };

  const sources = new SourceRegistry(report, context);
  sources.declare(fields.value("sources"));
  const lanes = new LaneRegistry(fields.list("lanes"), report);
  const lazyEvents =
    lazy && rows && given.length === 0 ? yield* readColumnStore(rows, lanes, context, options.rankBy) : undefined;
  const { store, unplaced } =
    lazyEvents ?? placeEvents(readEvents(given, rows, report, sources, context), lanes, report, options.rankBy);
  const { events } = store;
  if (events.length + unplaced.length === 0)
    report.add("no-events", "there are no events", "events", undefined, "Add events with a title and a date");

  for (const list of lazyEvents ? [] : [events, unplaced]) {
    for (const event of list) {
      for (const source of event.sources) sources.cite(source, event);
      for (const claim of event.claims) if (claim.source) sources.cite(claim.source, event);
    }
  }
  const eras = readEras(fields, sources, lanes, context);
  for (const era of eras) for (const source of era.sources) sources.cite(source);

  const [title, description] = [fields.text("title"), fields.text("description")];
  const sample = events.slice(0, LANGUAGE_SAMPLE_MAX).map((event) => event.title);
  const lang = fields.text("lang") ?? detectLanguage([title, description, ...sample]);
  const timeline: Timeline = {
    ...omitUndefined({ title, description }),
    events,
    store,
    unplaced,
    lanes: lanes.all(),
    eras,
    sources: sources.all(),
    timeZone,
    dateOptions: { timeZone, dateOrder, locale: options.locale },
    ...omitUndefined({ lang }),
  };
  return {
    timeline,
    get issues() {
      return lazyEvents ? runAtOnce(readDocument(raw, options, false)).issues : report.issues;
    },
  };
}

/** Reads the list of events, then the rows of columns. */
function readEvents(
  given: readonly unknown[],
  rows: Rows | undefined,
  report: Report,
  sources: SourceRegistry,
  context: ReadContext,
): readonly EventDraft[] {
  return [
    ...given.map((event, i) => readEvent(event, i, report, sources, context)),
    ...(rows ? rowFields(rows, report).map((row) => eventOf(row, sources, context)) : []),
  ];
}

function readEras(fields: Fields, sources: SourceRegistry, lanes: LaneRegistry, context: DateContext): readonly Era[] {
  const eras = fields.list("eras").flatMap((raw, i): Era[] => {
    const path = `eras[${i}]`;
    if (!isObject(raw)) {
      fields.wrongType(path, raw, "an object with a title and a date");
      return [];
    }
    const era = new Fields(raw, path, fields.report);
    era.unknown(["title", "date", "end", "sources", "lane", "color"]);
    const title = era.text("title");
    const { span, written } = readSpan(era, context);
    if (!span) {
      fields.report.add(
        "era-not-placed",
        "this era has no date that can be drawn and is left out of the figure",
        path,
        written[0] ?? title,
      );
      return [];
    }
    const cited = era.list("sources").flatMap((value, j) => {
      const at = `${path}.sources[${j}]`;
      const citation = sources.resolve(value, at);
      return citation ? sources.sourceOf(citation, at) : [];
    });
    const lane = era.text("lane");
    const color = colorField(era);
    return [
      {
        id: `era-${i + 1}`,
        title: title ?? written.join(" – "),
        span,
        sources: cited,
        ...omitUndefined({ lane: lane === undefined ? undefined : lanes.resolve(lane, era), color }),
      },
    ];
  });
  return eras.sort(
    (a, b) => compare(a.span.start, b.span.start) || compare(a.span.end, b.span.end) || compare(a.title, b.title),
  );
}
