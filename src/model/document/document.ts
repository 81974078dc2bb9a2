/** Documents as users write them. All texts are plain text: no field is HTML. */

/**
 * A date: EDTF, an ISO date-time, what people type ("c. 1944"), a `Date`, or milliseconds since 1970. A number
 * that looks like a year (`1848`) or a day (`20200101`) is refused, since it was probably meant as text.
 * See the page "Writing dates".
 */
export type DateInput = string | number | Date;

/** How certain a fact is. */
export type Status = "confirmed" | "reported" | "presumed" | "disputed" | "denied" | "planned";

export const STATUSES: readonly Status[] = ["confirmed", "reported", "presumed", "disputed", "denied", "planned"];

/** 1 (a detail) to 5 (a landmark). Decides which of two competing labels is shown, and the size of the mark. */
export type Importance = 1 | 2 | 3 | 4 | 5;

/** A source of an event. All fields are optional; entries with the same address are one source. */
export interface SourceInput {
  /** Address: http or https becomes a link, anything else (a DOI apart) is shown as text. */
  url?: string;
  title?: string;
  /** The publisher. Default: the host of the address. */
  publisher?: string;
  author?: string;
  /** Date of publication. */
  published?: DateInput;
  /** Date of the last access. */
  accessed?: DateInput;
  /** Address of an archived copy. */
  archived?: string;
  /** A quotation from the source about the event. */
  quote?: string;
  /** BCP 47 tag of the title's language. */
  language?: string;
}

/** A date that one source gives for the event. */
export interface ClaimInput {
  date: DateInput;
  /** Id of a source, or its address. */
  source?: string | SourceInput;
  /** What the date refers to, in a few words. */
  note?: string;
}

/** A relation of an event to another event. */
export interface RelationInput {
  /** `anniversary-of`, `follows`, `responds-to`, `causes`, `reports`, `contradicts`, `part-of`, `shown-in`, or your own. */
  type: string;
  /** Id of the other event. */
  to: string;
  note?: string;
}

/**
 * An image of an event. A video, an embed or any other page is not played; it is a link.
 * See the option `images`.
 */
export interface MediaInput {
  /** Address. A raster image with an https address is shown; any other http or https address is a link. */
  src: string;
  /** Text alternative: what the image shows. Default: the caption, or the title of the event, with an issue `alt-missing`. */
  alt: string;
  /** Who made or owns the image. */
  credit?: string;
  caption?: string;
  /** Address that the image leads to. Default `src`. */
  link?: string;
  /** Address of a small image: labels show it, and it stands for a video or an embed. Default `src`, if that is an image. */
  thumbnail?: string;
}

/**
 * An event with its date and its sources.
 *
 * @typeParam Data the type of the field `data`
 */
export interface EventInput<Data extends object = Record<string, unknown>> {
  /** What happened, in a few words. */
  title: string;
  date: DateInput;
  /** The last date of the event, inclusive: the whole day, month or year belongs to it. */
  end?: DateInput;
  /** Unique in the document. Default: made from the title. */
  id?: string;
  /** A shorter title, used where space is limited. */
  shortTitle?: string;
  description?: string;
  /** Id of a lane. */
  lane?: string;
  tags?: readonly string[];
  /** 1 to 5; another number is an issue. Default 3. */
  importance?: Importance | (number & {});
  /**
   * `true` sets the label of this event larger than all others, `false` never does. Default: of the events of importance 5 the
   * one with an image, else the one with most sources, else the earliest. Only one event is the headline.
   */
  headline?: boolean;
  /** How certain the event is; another text is an issue. Default `confirmed`. */
  status?: Status | (string & {});
  place?: string;
  sources?: readonly (string | SourceInput)[];
  /** Different dates of the event, each with its source. */
  claims?: readonly ClaimInput[];
  relations?: readonly RelationInput[];
  media?: readonly MediaInput[];
  lang?: string;
  /** Any other data to store with the event. */
  data?: Data;
}

/** How the events of a lane are drawn; see the option `form`. */
export type LaneForm = "auto" | "dots" | "range-bars" | "histogram" | "ribbon" | "single-row";

export const LANE_FORMS: readonly LaneForm[] = ["auto", "dots", "range-bars", "histogram", "ribbon", "single-row"];

/** A lane: a row of the figure that groups events. */
export interface LaneInput {
  /** The id that events refer to. */
  id: string;
  /** Default: the id. */
  title?: string;
  /** A name of the palette (blue, brick, teal, plum, ochre, moss, slate, rose) or a hex colour. */
  color?: string;
  /**
   * Id of a group of lanes. Lanes of a group stand together, have its colour unless they have their own, and are named by it in
   * the legend. An entry of `lanes` with that id gives the group its title and colour; without events it is no lane itself.
   */
  parent?: string;
  /** How a horizontal figure draws its events. Default: the option `form`. */
  form?: LaneForm | (string & {});
}

/** A period drawn behind the events. */
export interface EraInput {
  title: string;
  date: DateInput;
  end?: DateInput;
  sources?: readonly (string | SourceInput)[];
  /** Draw the band behind one lane only. */
  lane?: string;
  /** Colour of the band: a name of the palette or a hex colour. Default: the text colour. */
  color?: string;
}

/** Events as columns, one list for each field, so that a million events do not need a million objects. */
export type EventColumns = {
  readonly [Name in keyof EventInput]?: Name extends "date" | "end"
    ? Float64Array | readonly DateInput[]
    : Name extends "importance"
      ? Uint8Array | readonly EventInput[Name][]
      : Name extends "data"
        ? DataColumns | readonly EventInput[Name][]
        : readonly EventInput[Name][];
};

/** The field `data` of events as columns: one list for each name in it. */
export type DataColumns = Readonly<Record<string, readonly unknown[] | Float64Array | Float32Array | Int32Array>>;

/**
 * A document whose events are columns. A missing value, or NaN, means that the row does not have the field. A row without
 * an id gets one from its position: `row-1` for the first row.
 *
 * From 10,000 rows on, plain columns do not become objects. Columns are plain when `date` and `end` are `Float64Array`s, all
 * other columns are text, `lane`, `importance`, `data` or unique ids, and the zone is UTC. Events are then created when they are
 * shown, and events of one moment keep the order of the rows. Do not change such columns while they are shown.
 * `prepareDocument` reads them without blocking the page.
 */
export interface ColumnDocument extends Omit<TimelineDocument, "events"> {
  columns: EventColumns;
}

/** A timeline document. Only `events` is required. */
export interface TimelineDocument<Data extends object = Record<string, unknown>> {
  title?: string;
  /** A sentence or two under the title. */
  description?: string;
  /** In any order. */
  events: readonly EventInput<Data>[];
  /** Lanes in drawing order; a text is both id and title. Default: the lanes that events name, in order of time. */
  lanes?: readonly (LaneInput | string)[];
  eras?: readonly EraInput[];
  /** Sources by id. */
  sources?: Readonly<Record<string, SourceInput>>;
  /** IANA zone of times without an offset. Default UTC. */
  timeZone?: string;
  /**
   * BCP 47 tag of the document's language. Default: the language whose letters most of the texts have (Arabic, Persian, Hebrew,
   * Russian, Ukrainian, Chinese, Japanese, Korean), or else that of the option `locale`.
   */
  lang?: string;
}

/**
 * What can be shown: a timeline document, a document of columns, or a list of events. Text and data of unknown type go
 * through `parseDocument` or an importer first.
 *
 * @typeParam Data the type of the field `data` of events
 */
export type DocumentInput<Data extends object = Record<string, unknown>> =
  | TimelineDocument<Data>
  | ColumnDocument
  | readonly EventInput<Data>[];
