/** Reads one raw event into a draft of the model: everything but lane and source numbers, which need all events. */
import { cleanText } from "../base/clean-text.js";
import type { Report } from "./fields.js";
import { Fields, isObject, reasonOf } from "./fields.js";
import { type Importance, type MediaInput, STATUSES, type Status } from "./document.js";
import { type DateContext, dateOf, readSpan } from "./read-date.js";
import type { SourceRegistry } from "./sources.js";
import type { Claim, Relation, Source, TimelineEvent } from "./timeline.js";

/** An event before its lane is an index. */
export interface EventDraft extends Omit<TimelineEvent, "lane" | "id"> {
  readonly id: string | undefined;
  readonly laneId: string | undefined;
  /** Path in the document, for what is found out later. */
  readonly path: string;
}

const FIELDS = [
  ...["title", "date", "end", "id", "shortTitle", "description", "lane", "tags", "importance", "status", "place"],
  ...["sources", "claims", "relations", "media", "lang", "data"],
] as const;

const UNTITLED = "(untitled)";

export function readEvent(
  raw: unknown,
  path: string,
  report: Report,
  sources: SourceRegistry,
  context: DateContext,
): EventDraft {
  if (!isObject(raw)) {
    report.add(
      "event-invalid",
      "an event must be an object with a title and a date",
      path,
      raw,
      'Write { "title": "…", "date": "2024-06-19" }',
    );
    return { ...EMPTY, title: (typeof raw === "string" && cleanText(raw).trim()) || UNTITLED, path };
  }
  try {
    return fromFields(new Fields(raw, path, report), sources, context);
  } catch (error) {
    // A getter or proxy of the caller threw. The event stays, as what it is: unreadable.
    report.add(
      "event-invalid",
      `this event cannot be read: ${reasonOf(error)}`,
      path,
    );
    return { ...EMPTY, title: UNTITLED, path };
  }
}

const EMPTY: Omit<EventDraft, "title" | "path"> = {
  id: undefined,
  laneId: undefined,
  tags: [],
  importance: 3,
  status: "confirmed",
  written: [],
  sources: [],
  missingSources: [],
  claims: [],
  relations: [],
  media: [],
};

function fromFields(fields: Fields, registry: SourceRegistry, context: DateContext): EventDraft {
  const { report, path } = fields;
  fields.unknown(FIELDS);
  const title = fields.text("title");
  if (title === undefined) {
    report.add(
      "title-missing",
      "this event has no title",
      fields.at("title"),
      fields.value("title"),
      "Write what happened in a few words",
    );
  }
  const { span, written } = readSpan(fields, context);
  const { sources, missing } = readSources(fields, registry);
  const data = fields.object("data");
  return {
    id: fields.text("id"),
    title: title ?? UNTITLED,
    ...optional(fields, "shortTitle", "description", "place", "lang"),
    laneId: fields.text("lane"),
    tags: readTags(fields),
    importance: readImportance(fields),
    ...readStatus(fields),
    ...(span ? { span } : {}),
    written,
    sources,
    missingSources: missing,
    claims: readClaims(fields, registry, context),
    relations: readRelations(fields),
    media: readMedia(fields),
    ...(data ? { data } : {}),
    path,
  };
}

type TextField = "shortTitle" | "description" | "place" | "lang";

function optional(fields: Fields, ...names: readonly TextField[]): Partial<Record<TextField, string>> {
  const found: Partial<Record<TextField, string>> = {};
  for (const name of names) {
    const text = fields.text(name);
    if (text !== undefined) found[name] = text;
  }
  return found;
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
  fields.report.add(
    "value-invalid",
    "importance is a whole number from 1 to 5; 3 is used",
    fields.at("importance"),
    value,
    "Write 1, 2, 3, 4 or 5",
  );
  return 3;
}

function readStatus(fields: Fields): { status: Status; statusWritten?: string } {
  const text = fields.text("status");
  if (text === undefined) return { status: "confirmed" };
  const status = STATUSES.find((known) => known === text.toLowerCase());
  if (status) return { status };
  fields.report.add(
    "status-unknown",
    "this status is not known; it is drawn like reported and worded as written",
    fields.at("status"),
    text,
    `Write one of ${STATUSES.join(", ")}`,
  );
  return { status: "reported", statusWritten: text };
}

function readSources(fields: Fields, registry: SourceRegistry): { sources: Source[]; missing: string[] } {
  const sources: Source[] = [];
  const missing: string[] = [];
  fields.list("sources").forEach((value, i) => {
    const source = registry.resolve(value, fields.at(`sources[${i}]`));
    if (source && !sources.includes(source)) sources.push(source);
    else if (!source && typeof value === "string") missing.push(cleanText(value));
  });
  return { sources, missing };
}

function readClaims(fields: Fields, registry: SourceRegistry, context: DateContext): readonly Claim[] {
  return fields.list("claims").flatMap((raw, i): Claim[] => {
    const path = fields.at(`claims[${i}]`);
    if (!isObject(raw)) {
      fields.wrongType(`claims[${i}]`, raw, "an object with a date");
      return [];
    }
    const claim = new Fields(raw, path, fields.report);
    claim.unknown(["date", "source", "note"]);
    const value = claim.value("date");
    if (value === undefined) {
      fields.report.add(
        "date-missing",
        "an account of the date needs a date",
        claim.at("date"),
        undefined,
        "Write a date such as 2024-06-19",
      );
      return [];
    }
    const from = claim.value("source");
    const source = from === undefined ? undefined : registry.resolve(from, claim.at("source"));
    const note = claim.text("note");
    return [
      {
        date: dateOf(value, claim.at("date"), fields.report, context),
        ...(source ? { source } : {}),
        ...(note ? { note } : {}),
      },
    ];
  });
}

function readRelations(fields: Fields): readonly Relation[] {
  return fields.list("relations").flatMap((raw, i): Relation[] => {
    if (!isObject(raw)) {
      fields.wrongType(`relations[${i}]`, raw, "an object with type and to");
      return [];
    }
    const relation = new Fields(raw, fields.at(`relations[${i}]`), fields.report);
    relation.unknown(["type", "to", "note"]);
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
    const note = relation.text("note");
    return [{ type, to, ...(note ? { note } : {}) }];
  });
}

function readMedia(fields: Fields): readonly MediaInput[] {
  return fields.list("media").flatMap((raw, i): MediaInput[] => {
    if (!isObject(raw)) {
      fields.wrongType(`media[${i}]`, raw, "an object with src and alt");
      return [];
    }
    const media = new Fields(raw, fields.at(`media[${i}]`), fields.report);
    const src = media.text("src");
    if (src === undefined) {
      fields.report.add(
        "field-type",
        "an image needs the address it is at",
        media.at("src"),
        undefined,
        "Write its https address",
      );
      return [];
    }
    const [credit, caption] = [media.text("credit"), media.text("caption")];
    return [{ src, alt: media.text("alt") ?? "", ...(credit ? { credit } : {}), ...(caption ? { caption } : {}) }];
  });
}
