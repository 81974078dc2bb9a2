/** Reads one raw event into a draft that lacks lane and source numbers: these depend on all events. */
import { cleanText } from "../../base/clean-text.js";
import { omitUndefined } from "../../base/omit-undefined.js";
import type { Report } from "./fields.js";
import { Fields, isObject, errorMessage } from "./fields.js";
import type { Locale } from "../../time/locale.js";
import { type Importance, STATUSES, type Status } from "./document.js";
import { type DateContext, readDate, readSpan } from "./read-date.js";
import { readMedia } from "./read-media.js";
import type { Citation, SourceRegistry } from "../sources/sources.js";
import type { Claim, Quote, Relation, Source, TimelineEvent } from "../timeline.js";

/** An event without final id and lane, which depend on all events. The draft itself becomes the event of the model. */
export interface EventDraft {
  readonly event: { -readonly [Key in keyof TimelineEvent]: TimelineEvent[Key] };
  readonly id: string | undefined;
  readonly laneId: string | undefined;
  /** The raw fields, for issues that are found later. */
  readonly fields: Fields;
}

/** What an event is read with. */
export interface ReadContext extends DateContext {
  /** Whether images are shown. */
  readonly images: boolean;
}

export const EVENT_FIELDS: readonly string[] = [
  ...["title", "date", "end", "id", "shortTitle", "description", "lane", "tags", "importance", "status", "place"],
  ...["sources", "claims", "relations", "media", "lang", "data", "headline"],
];

/** Events that have only these fields, as most have, skip the other readers. */
const COMMON_FIELDS: ReadonlySet<string> = new Set(["title", "date", "end", "id", "lane", "importance", "sources"]);

const UNTITLED = "(untitled)";

/** Shared by all events, because a million events have many empty lists. */
const EMPTY_LIST: readonly never[] = Object.freeze([]);

export function readEvent(
  raw: unknown,
  index: number,
  report: Report,
  sources: SourceRegistry,
  context: ReadContext,
): EventDraft {
  if (!isObject(raw)) {
    const fields = new Fields({}, "events", report, index);
    report.add(
      "event-invalid",
      "an event must be an object with a title and a date",
      fields.path,
      raw,
      'Write { "title": "…", "date": "2024-06-19" }',
    );
    return unreadable(fields, (typeof raw === "string" && cleanText(raw).trim()) || UNTITLED);
  }
  return eventOf(new Fields(raw, "events", report, index), sources, context);
}

/** Reads an event from its fields. When a getter throws, the event remains with a placeholder title. */
export function eventOf(fields: Fields, sources: SourceRegistry, context: ReadContext): EventDraft {
  try {
    return fromFields(fields, sources, context);
  } catch (error) {
    // A getter or proxy of the caller threw an error.
    fields.report.add("event-invalid", `this event cannot be read: ${errorMessage(error)}`, fields.path);
    return unreadable(fields, UNTITLED);
  }
}

function unreadable(fields: Fields, title: string): EventDraft {
  return { event: emptyEvent(title), id: undefined, laneId: undefined, fields };
}

/** All events start with the same fields in the same order, so that engines give them one hidden class. */
function emptyEvent(title: string): EventDraft["event"] {
  return {
    id: "",
    title,
    lane: 0,
    tags: EMPTY_LIST,
    importance: 3,
    status: "confirmed",
    written: EMPTY_LIST,
    sources: EMPTY_LIST,
    quotes: EMPTY_LIST,
    missingSources: EMPTY_LIST,
    claims: EMPTY_LIST,
    relations: EMPTY_LIST,
    media: EMPTY_LIST,
  };
}

function fromFields(fields: Fields, registry: SourceRegistry, context: ReadContext): EventDraft {
  fields.unknown(EVENT_FIELDS);
  const title = fields.text("title");
  if (title === undefined) {
    fields.addIssue("title", "title-missing", "this event has no title", "Write what happened in a few words");
  }
  const event = emptyEvent(title ?? UNTITLED);
  const { span, written } = readSpan(fields, context);
  if (span) event.span = span;
  event.written = written;
  readSources(fields, registry, context, event);
  event.importance = readImportance(fields);
  if (!fields.names().every((name) => COMMON_FIELDS.has(name))) {
    for (const name of ["shortTitle", "description", "place", "lang"] as const) {
      const text = fields.text(name);
      if (text !== undefined) event[name] = text;
    }
    event.tags = readTags(fields);
    Object.assign(event, readStatus(fields, context.locale));
    event.relations = readRelations(fields);
    event.media = readMedia(fields, context.images);
    const headline = readHeadline(fields);
    if (headline !== undefined) event.headline = headline;
    const data = fields.object("data");
    if (data) event.data = data;
  }
  return { event, id: fields.text("id"), laneId: fields.text("lane"), fields };
}

function readTags(fields: Fields): readonly string[] {
  const tags: string[] = [];
  fields.list("tags").forEach((tag, i) => {
    if (typeof tag === "string" && tag.trim() !== "") tags.push(cleanText(tag).trim());
    else fields.wrongType(`tags[${i}]`, tag, "a text");
  });
  return tags;
}

function readImportance(fields: Fields): Importance {
  const value = fields.value("importance");
  if (value === undefined) return 3;
  const n = typeof value === "string" ? Number(value) : value;
  if (n === 1 || n === 2 || n === 3 || n === 4 || n === 5) return n;
  const problem = "importance is a whole number from 1 to 5; 3 is used";
  fields.addIssue("importance", "value-invalid", problem, "Write 1, 2, 3, 4 or 5", value);
  return 3;
}

function readHeadline(fields: Fields): boolean | undefined {
  const value = fields.value("headline");
  if (value === undefined || typeof value === "boolean") return value;
  fields.addIssue("headline", "value-invalid", "headline is true or false", "Write true, or leave it out", value);
  return undefined;
}

/** Reads a status in English or in the words of the locale. */
function readStatus(fields: Fields, locale: Locale | undefined): { status: Status; statusWritten?: string } {
  const text = fields.text("status");
  if (text === undefined) return { status: "confirmed" };
  const word = text.toLowerCase();
  const status = STATUSES.find((known) => known === word || locale?.figure?.status[known].toLowerCase() === word);
  if (status) return { status };
  const problem = "this status is not known; it is drawn like reported and shown as written";
  fields.addIssue("status", "status-unknown", problem, `Write one of ${STATUSES.join(", ")}`, text);
  return { status: "reported", statusWritten: text };
}

/** Collects the sources of an event and of its claims, each once. */
class Citations {
  readonly sources: Source[] = [];
  readonly quotes: Quote[] = [];
  readonly missing: string[] = [];

  add(citation: Citation | undefined, written: unknown): void {
    if (!citation) {
      const text = typeof written === "string" ? cleanText(written) : undefined;
      if (text !== undefined && !this.missing.includes(text)) this.missing.push(text);
      return;
    }
    const { source, quote } = citation;
    if (!this.sources.includes(source)) this.sources.push(source);
    if (quote !== undefined) this.quotes.push({ source, text: quote });
  }
}

function readSources(fields: Fields, registry: SourceRegistry, context: DateContext, event: EventDraft["event"]): void {
  const list = fields.list("sources");
  const hasClaims = fields.value("claims") !== undefined;
  if (list.length === 0 && !hasClaims) return;
  const cited = new Citations();
  list.forEach((value, i) => {
    cited.add(registry.resolve(value, fields.at(`sources[${i}]`)), value);
  });
  if (hasClaims) event.claims = readClaims(fields, registry, context, cited);
  event.sources = cited.sources;
  event.quotes = cited.quotes;
  event.missingSources = cited.missing;
}

function readClaims(
  fields: Fields,
  registry: SourceRegistry,
  context: DateContext,
  cited: Citations,
): readonly Claim[] {
  return fields.objects("claims", "an object with a date", ["date", "source", "note"]).flatMap((claim): Claim[] => {
    const date = readDate(claim, "date", context);
    if (date === undefined) {
      const hint = "Write a date such as 2024-06-19";
      claim.addIssue("date", "date-missing", "a claim needs a date", hint);
      return [];
    }
    const from = claim.value("source");
    const citation = from === undefined ? undefined : registry.resolve(from, claim.at("source"));
    if (from !== undefined) cited.add(citation, from);
    return [{ date, ...omitUndefined({ source: citation?.source, note: claim.text("note") }) }];
  });
}

function readRelations(fields: Fields): readonly Relation[] {
  const relations = fields.objects("relations", "an object with type and to", ["type", "to", "note"]);
  return relations.flatMap((relation): Relation[] => {
    const type = relation.text("type");
    const to = relation.text("to");
    if (type === undefined || to === undefined) {
      fields.report.add(
        "field-type",
        "a relation needs a type and the id of the other event",
        relation.path,
        undefined,
        'Write { "type": "follows", "to": "other-id" }',
      );
      return [];
    }
    return [{ type, to, ...omitUndefined({ note: relation.text("note") }) }];
  });
}
