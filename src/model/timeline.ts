/** The model: what the rest of the library reads. Readonly, sorted, ids unique, every reference resolved. */
import type { PaletteName } from "../base/color.js";
import type { ParseDateOptions } from "../time/parse-date.js";
import type { LaneForm } from "./document/document.js";
import type { Span } from "../time/span.js";
import type { PlacedEvent, Source, TimelineEvent } from "./events/event.js";
import type { EventStore } from "./events/event-store.js";

export type {
  Claim,
  DatedText,
  Media,
  PlacedEvent,
  Quote,
  Relation,
  Source,
  TimelineEvent,
} from "./events/event.js";

export interface Lane {
  readonly id: string;
  /** Absent in a timeline without lanes. */
  readonly title?: string;
  readonly color: PaletteName | `#${string}`;
  /** The group of lanes that it belongs to. */
  readonly group?: LaneGroup;
  /** How its events are drawn, where the document says so. */
  readonly form?: Exclude<LaneForm, "auto">;
}

/** Lanes that stand together and share a colour. */
export interface LaneGroup {
  readonly id: string;
  readonly title: string;
  readonly color: Lane["color"];
}

export interface Era {
  readonly id: string;
  readonly title: string;
  readonly span: Span;
  readonly sources: readonly Source[];
  /** Index of a lane, for an era of one lane. */
  readonly lane?: number;
  readonly color?: Lane["color"];
}

export interface Timeline {
  readonly title?: string;
  readonly description?: string;
  /** In order of time. */
  readonly events: readonly PlacedEvent[];
  /**
   * Holds `events` and answers questions about all of them.
   *
   * @internal
   */
  readonly store: EventStore;
  /** Events without a date that can be drawn, in the order they were given. */
  readonly unplaced: readonly TimelineEvent[];
  readonly lanes: readonly Lane[];
  readonly eras: readonly Era[];
  /** In order of their numbers. */
  readonly sources: readonly Source[];
  readonly timeZone: string;
  /**
   * How the dates of the document were read, for dates that a reader looks for.
   *
   * @internal
   */
  readonly dateOptions: ParseDateOptions;
  readonly lang?: string;
}
