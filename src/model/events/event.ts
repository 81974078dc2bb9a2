/** An event as the rest of the library reads it: every reference is resolved and every field is checked. */
import type { Span } from "../../time/span.js";
import type { Importance, MediaInput, Status } from "../document/document.js";

/** A date beside the text it was read from. */
export interface DatedText {
  readonly span: Span | undefined;
  /** As it was written. */
  readonly written: string;
}

export interface Source {
  /** From 1, in order of first appearance in time. The same in the figure, the list and the bibliography. */
  readonly number: number;
  readonly id: string;
  /** A checked http or https address, serialised; absent when there is none or it may not be a link. */
  readonly href?: string;
  readonly host?: string;
  /** The address as written, when it is not a link. */
  readonly address?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: DatedText;
  readonly accessed?: DatedText;
  /** Address of an archived copy, checked as `href` is. */
  readonly archived?: string;
  /** The archived copy's address as written, when it is not a link. */
  readonly archivedAddress?: string;
  /** Words of a source that the document declares. Those that one event quotes are in `TimelineEvent.quotes`. */
  readonly quote?: string;
  /** BCP 47 tag of the title and the quotes. */
  readonly language?: string;
  /** In order of time, then those without a place in it. */
  readonly citedBy: readonly TimelineEvent[];
}

/** What one event quotes from one of its sources. */
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

export interface TimelineEvent {
  readonly id: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly description?: string;
  /** Index into `Timeline.lanes`. */
  readonly lane: number;
  readonly tags: readonly string[];
  readonly importance: Importance;
  readonly status: Status;
  /** A status that is not one of ours, as written. Drawn like `reported`. */
  readonly statusWritten?: string;
  readonly place?: string;
  /** Absent for an event that cannot be placed. */
  readonly span?: Span;
  /** The date as written; the end after it, if there was one. */
  readonly written: readonly string[];
  /** Each once: first those that the event names, then those that only a claim names. */
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  /** Source ids that nothing answers to, those of claims among them. */
  readonly missingSources: readonly string[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly media: readonly MediaInput[];
  readonly lang?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface PlacedEvent extends TimelineEvent {
  readonly span: Span;
}
