/** What people write. Only `title` and `date` are required. Everything is text: no field is HTML. */

/**
 * A date: EDTF, an ISO date-time, what people type ("c. 1944"), a `Date`, or milliseconds since 1970. A number
 * that looks like a year (`1848`) or a day (`20200101`) is refused, since it was probably meant as text.
 * See the page "Writing dates".
 */
export type DateInput = string | number | Date;

export type Status = "confirmed" | "reported" | "presumed" | "disputed" | "denied" | "planned";

export const STATUSES: readonly Status[] = ["confirmed", "reported", "presumed", "disputed", "denied", "planned"];

/** 1 (a detail) to 5 (a landmark). Decides which of two competing labels is shown, and the size of the mark. */
export type Importance = 1 | 2 | 3 | 4 | 5;

export interface SourceInput {
  url?: string;
  title?: string;
  publisher?: string;
  author?: string;
  published?: DateInput;
  accessed?: DateInput;
  /** Address of an archived copy. */
  archived?: string;
  quote?: string;
  /** BCP 47 tag of the title's language. */
  language?: string;
}

export interface ClaimInput {
  date: DateInput;
  /** Id of a source, or its address. */
  source?: string | SourceInput;
  note?: string;
}

export interface RelationInput {
  /** `anniversary-of`, `follows`, `responds-to`, `causes`, `reports`, `contradicts`, `part-of`, `shown-in`, or your own. */
  type: string;
  /** Id of the other event. */
  to: string;
  note?: string;
}

export interface MediaInput {
  src: string;
  alt: string;
  credit?: string;
  caption?: string;
}

export interface EventInput {
  title: string;
  date: DateInput;
  end?: DateInput;
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

export interface LaneInput {
  id: string;
  title?: string;
  /** A name of the palette (blue, brick, teal, plum, ochre, moss, slate, rose) or a hex colour. */
  color?: string;
}

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
 * A document whose events are columns. A row that has no value in a column has no such field; NaN is no value.
 *
 * From 10,000 rows on, columns that are plain are not made into objects: `date` and `end` are `Float64Array`s, beside them
 * is nothing but text, `lane`, `importance` and ids that are unique, and the zone is UTC. Events are then made as they are
 * shown; without ids they are named by their rows, `row-1` the first; and those of one moment stay in the order of the
 * rows. Such columns must not be changed while they are shown. `prepareDocument` reads them without blocking the page.
 */
export interface ColumnDocument extends Omit<TimelineDocument, "events"> {
  columns: EventColumns;
}

export interface TimelineDocument {
  title?: string;
  description?: string;
  events: EventInput[];
  lanes?: (LaneInput | string)[];
  eras?: EraInput[];
  /** Sources by id. */
  sources?: Record<string, SourceInput>;
  /** IANA zone of times without an offset. Default UTC. */
  timeZone?: string;
  lang?: string;
}
