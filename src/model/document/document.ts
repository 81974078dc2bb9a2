/** What people write. Only `title` and `date` are required. Everything is text: no field is HTML. */

/**
 * A date: EDTF, an ISO date-time, what people type ("c. 1944"), a `Date`, or milliseconds since 1970. A number
 * that looks like a year (`1848`) or a day (`20200101`) is refused, since it was probably meant as text.
 * See the page "Writing dates".
 */
export type DateInput = string | number | Date;

/** How well a fact stands. */
export type Status = "confirmed" | "reported" | "presumed" | "disputed" | "denied" | "planned";

export const STATUSES: readonly Status[] = ["confirmed", "reported", "presumed", "disputed", "denied", "planned"];

/** 1 (a detail) to 5 (a landmark). Decides which of two competing labels is shown, and the size of the mark. */
export type Importance = 1 | 2 | 3 | 4 | 5;

/** Who says so. Every field may be missing; the same address is the same source. */
export interface SourceInput {
  /** Address: http or https becomes a link, anything else (a DOI apart) is shown as text. */
  url?: string;
  title?: string;
  /** Who publishes it. Default: the host of its address. */
  publisher?: string;
  author?: string;
  /** When it was published. */
  published?: DateInput;
  /** When it was last read. */
  accessed?: DateInput;
  /** Address of an archived copy. */
  archived?: string;
  /** Words of it that bear on the event. */
  quote?: string;
  /** BCP 47 tag of the title's language. */
  language?: string;
}

/** What one source says of the date of an event. */
export interface ClaimInput {
  date: DateInput;
  /** Id of a source, or its address. */
  source?: string | SourceInput;
  /** What it is the date of, in a few words. */
  note?: string;
}

/** What an event has to do with another. */
export interface RelationInput {
  /** `anniversary-of`, `follows`, `responds-to`, `causes`, `reports`, `contradicts`, `part-of`, `shown-in`, or your own. */
  type: string;
  /** Id of the other event. */
  to: string;
  note?: string;
}

/** An image of an event. It is kept and exported; figures do not load it. */
export interface MediaInput {
  /** Address of the image. */
  src: string;
  /** What it shows, for who does not see it. */
  alt: string;
  credit?: string;
  caption?: string;
}

/** What happened, when, and who says so. */
export interface EventInput {
  /** What happened, in a few words. */
  title: string;
  date: DateInput;
  /** The last date that belongs to it; all of that day, month or year does. */
  end?: DateInput;
  /** Unique in the document. Default: made from the title. */
  id?: string;
  /** For narrow places. */
  shortTitle?: string;
  description?: string;
  /** Id of a lane. */
  lane?: string;
  tags?: string[];
  /** Default 3. */
  importance?: Importance;
  /** How well the fact stands. Default `confirmed`. */
  status?: Status;
  place?: string;
  sources?: (string | SourceInput)[];
  /** Differing accounts of the date, each with who gives it. */
  claims?: ClaimInput[];
  relations?: RelationInput[];
  media?: MediaInput[];
  lang?: string;
  /** Anything else you want to keep with the event. */
  data?: Record<string, unknown>;
}

/** A row of the figure that events are sorted into. */
export interface LaneInput {
  /** What events name it by. */
  id: string;
  /** Default: the id. */
  title?: string;
  /** A name of the palette (blue, brick, teal, plum, ochre, moss, slate, rose) or a hex colour. */
  color?: string;
}

/** A stretch of time drawn behind the events. */
export interface EraInput {
  title: string;
  date: DateInput;
  end?: DateInput;
  sources?: (string | SourceInput)[];
  /** Draw the band behind one lane only. */
  lane?: string;
  /** Tints the band: a name of the palette or a hex colour. Default: the ink of the text. */
  color?: string;
}

/** Events as columns, one list for each field of an event: a million events need no million objects. */
export type EventColumns = {
  readonly [Name in keyof EventInput]?: Name extends "date" | "end"
    ? Float64Array | readonly DateInput[]
    : Name extends "importance"
      ? Uint8Array | readonly EventInput[Name][]
      : readonly EventInput[Name][];
};

/**
 * A document whose events are columns. A row that has no value in a column has no such field; NaN is no value. One that
 * has no id is named by its place, `row-1` the first.
 *
 * From 10,000 rows on, columns that are plain are not made into objects: `date` and `end` are `Float64Array`s, beside them
 * is nothing but text, `lane`, `importance` and ids that are unique, and the zone is UTC. Events are then made as they are
 * shown, and those of one moment stay in the order of the rows. Such columns must not be changed while they are shown.
 * `prepareDocument` reads them without blocking the page.
 */
export interface ColumnDocument extends Omit<TimelineDocument, "events"> {
  columns: EventColumns;
}

/** A timeline as people write it. Only `events` is required. */
export interface TimelineDocument {
  title?: string;
  /** A sentence or two under the title. */
  description?: string;
  /** In any order. */
  events: EventInput[];
  /** In the order they are drawn; a text is id and title. Default: those that events name, in order of time. */
  lanes?: (LaneInput | string)[];
  eras?: EraInput[];
  /** Sources by id. */
  sources?: Record<string, SourceInput>;
  /** IANA zone of times without an offset. Default UTC. */
  timeZone?: string;
  /** BCP 47 tag of the language it is written in. Default: that of the option `locale`. */
  lang?: string;
}
