/** Reads a document for exporters: events as written, with their dates parsed. */
import { formatIssue } from "../base/format-issue.js";
import type { IssueDetails } from "../base/issue.js";
import { rowFields, rowsOf } from "../model/document/columns.js";
import { rawDocument, readTimeZone } from "../model/document/document-head.js";
import type { EraInput, EventInput, LaneInput, SourceInput, TimelineDocument } from "../model/document/document.js";
import { Fields, isObject, Report } from "../model/document/fields.js";
import { IdRegistry } from "../model/document/ids.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { type DateContext, readDate } from "../model/document/read-date.js";
import { EVENT_FIELDS } from "../model/document/read-event.js";
import { readDateOrder } from "../model/document/read-date-order.js";
import type { Span } from "../time/span.js";
import type { Exported } from "./result.js";

export interface WrittenDate {
  readonly text: string;
  readonly span: Span | undefined;
}

export interface WrittenEvent {
  readonly path: string;
  readonly raw: EventInput;
  /** The author's id; a duplicate has a suffix, as in a timeline. */
  readonly id: string | undefined;
  readonly date: WrittenDate | undefined;
  readonly end: WrittenDate | undefined;
  /** Path of a field, for events as objects or as columns. */
  at(name: string): string;
  /** Sources, with ids resolved. */
  readonly sources: readonly SourceInput[];
  text(name: keyof EventInput): string | undefined;
}

export interface WrittenDocument {
  readonly raw: Partial<TimelineDocument>;
  readonly timeZone: string;
  /** Options for reading dates. */
  readonly context: DateContext;
  readonly events: readonly WrittenEvent[];
  readonly eras: readonly EraInput[];
  readonly lanes: readonly LaneInput[];
  readonly sources: Readonly<Record<string, SourceInput>>;
}

/** Collects losses of an export: one issue per kind, with its count and first place. */
export class LossReport extends Report {
  private readonly losses = new Map<string, { details: IssueDetails; count: number }>();

  lose(problem: string, path: string, value?: unknown): void {
    const known = this.losses.get(problem);
    if (known) known.count++;
    else this.losses.set(problem, { details: { path, value }, count: 1 });
  }

  exported(text: string): Exported {
    const lost = [...this.losses].map(([problem, { details, count }]) =>
      formatIssue("export-loss", count === 1 ? problem : `${problem} (${count} times)`, details),
    );
    return { text, issues: [...this.issues, ...lost] };
  }
}

/** Reads a document. Never throws on data; reports the same issues as `parseDocument`. */
export function writtenDocument(document: unknown, options: ParseDocumentOptions, report: LossReport): WrittenDocument {
  const raw = rawDocument(document, report);
  const fields = new Fields(raw, "", report);
  const zone = readTimeZone(fields, options.timeZone);
  const given = fields.list("events");
  const columns = fields.object("columns");
  const table = columns && rowsOf(columns, report, EVENT_FIELDS);
  const dateOrder = options.dateOrder ?? readDateOrder(given, table, report);
  const context: DateContext = {
    timeZone: zone,
    dateOrder,
    locale: options.locale,
    known: new Map(),
    seasonCodes: true,
  };
  const declared = (fields.object("sources") ?? {}) as Record<string, SourceInput>;
  const ids = new IdRegistry();
  // Events with a duplicate id are renamed after all others have claimed their ids.
  const renames: (() => void)[] = [];
  const writtenOf = (own: Fields, event: object): WrittenEvent => {
    const read = (name: string): WrittenDate | undefined => {
      const value = own.value(name);
      if (value === undefined || value === "") return undefined;
      const { span, written = "" } = readDate(own, name, context) ?? {};
      return { text: written, span };
    };
    const cited = own.list("sources").map((source): SourceInput => {
      if (typeof source === "string") {
        return Object.hasOwn(declared, source) ? (declared[source] as SourceInput) : { url: source };
      }
      return isObject(source) ? (source as SourceInput) : {};
    });
    const id = own.text("id");
    const made = {
      path: own.path,
      raw: event as EventInput,
      id,
      date: read("date"),
      end: read("end"),
      sources: cited,
      at: (name) => own.at(name),
      text: (name) => own.text(name),
    } satisfies WrittenEvent;
    if (id !== undefined && !ids.claim(id, own)) renames.push(() => (made.id = ids.rename(id, own)));
    return made;
  };
  const events = given.flatMap((event, i): WrittenEvent[] => {
    if (isObject(event)) return [writtenOf(new Fields(event, "events", report, i), event)];
    report.add("event-invalid", "an event must be an object with a title and a date", `events[${i}]`, event);
    return [];
  });
  for (const row of table ? rowFields(table, report) : []) {
    const given = row.names().map((name) => [name, row.value(name)] as const);
    events.push(writtenOf(row, Object.fromEntries(given.filter(([, value]) => value !== undefined))));
  }
  for (const rename of renames) rename();
  const lanes = fields
    .list("lanes")
    .map((lane): LaneInput => (isObject(lane) ? (lane as unknown as LaneInput) : { id: String(lane) }));
  return {
    raw,
    timeZone: zone ?? "UTC",
    context,
    events,
    eras: fields.list("eras").filter(isObject) as unknown as EraInput[],
    lanes,
    sources: declared,
  };
}
