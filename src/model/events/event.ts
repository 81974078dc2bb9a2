/** An event as the rest of the library reads it: every reference is resolved and every field is checked. */
import type { Span } from "../../time/span.js";
import type { Importance, MediaInput, Status } from "../document/document.js";

/** A date beside the text it was read from. */
export interface DatedText {
  readonly span: Span | undefined;
  /** The text as written. */
  readonly written: string;
}

export interface Source {
  /** From 1, in order of first citation in time; used in the figure, the list and the bibliography. */
  readonly number: number;
  readonly id: string;
  /** A serialised http or https address; absent when the address is missing or not allowed as a link. */
  readonly href?: string;
  readonly host?: string;
  /** The address as written, when it is not a link. */
  readonly address?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: DatedText;
  readonly accessed?: DatedText;
  /** Serialised http or https address of an archived copy. */
  readonly archived?: string;
  /** The archived copy's address as written, when it is not a link. */
  readonly archivedAddress?: string;
  /** Quotation of a declared source. Quotations of single events are in `TimelineEvent.quotes`. */
  readonly quote?: string;
  /** BCP 47 tag of the title and the quotes. */
  readonly language?: string;
  /** Placed events in order of time, then unplaced ones. */
  readonly citedBy: readonly TimelineEvent[];
}

/** A quotation that one event takes from one of its sources. */
export interface Quote {
  readonly source: Source;
  readonly text: string;
}

export interface Claim {
  readonly date: DatedText;
  readonly source?: Source;
  readonly note?: string;
}

export interface Relation {
  readonly type: string;
  /** Id of the other event. */
  readonly to: string;
  readonly note?: string;
}

/** An image, a video or an embed of an event; its fields are as written. */
export interface Media extends Readonly<MediaInput> {
  /** Serialised https address of the picture; absent where only a link is shown. */
  readonly picture?: string;
  /** Serialised https address of a small picture. */
  readonly small?: string;
  /** Serialised http or https address that it leads to; absent when none is allowed as a link. */
  readonly href?: string;
}

export interface TimelineEvent<Data extends object = Record<string, unknown>> {
  readonly id: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly description?: string;
  /** Index into `Timeline.lanes`. */
  readonly lane: number;
  readonly tags: readonly string[];
  readonly importance: Importance;
  /** Whether the author makes it the headline; absent where the rule decides. */
  readonly headline?: boolean;
  readonly status: Status;
  /** An unknown status as written. It is drawn like `reported`. */
  readonly statusWritten?: string;
  readonly place?: string;
  /** Absent for an event that cannot be placed. */
  readonly span?: Span;
  /** The date as written, followed by the end if there is one. */
  readonly written: readonly string[];
  /** Each source once: first the sources of the event, then those of its claims. */
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  /** Source ids of the event and its claims that the document does not declare. */
  readonly missingSources: readonly string[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly media: readonly Media[];
  readonly lang?: string;
  readonly data?: Readonly<Data>;
}

export interface PlacedEvent<Data extends object = Record<string, unknown>> extends TimelineEvent<Data> {
  readonly span: Span;
}
