/**
 * Dates as intervals with a precision; no date is a point.
 *
 * A `Moment` is the time of something that happened once, or one end of something that lasted. It lies somewhere in
 * `[start, end)`. A `Span` is the meaning of one date field: a moment, an interval between two moments, or a choice.
 */

import { MINUTE } from "./calendar.js";

/** The unit to which a date is known. `age` is any unit coarser than a millennium. */
export type Precision =
  | "millisecond"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "month"
  | "season"
  | "year"
  | "decade"
  | "century"
  | "millennium"
  | "age";

/** An instant of the document's wall clock, in ms since 1970-01-01T00:00. May lie beyond the range of `Date`. */
export type Instant = number;

export interface Moment {
  /** The first instant it may be, inclusive. */
  readonly start: Instant;
  /** The end of the last instant it may be, exclusive. */
  readonly end: Instant;
  readonly precision: Precision;
  /** "About": EDTF `~`. */
  readonly approximate: boolean;
  /** "Possibly": EDTF `?`. */
  readonly uncertain: boolean;
  /** ISO 8601-2 code 21 to 41, when the precision is `season`. */
  readonly season?: number;
  /** A named third of a longer unit. */
  readonly part?: "early" | "mid" | "late";
  /** True when `start` and `end` are stated limits ("between 1914 and 1918"), not the edges of a unit. */
  readonly soft?: true;
  /** The number of significant digits of the year, EDTF `S`. */
  readonly significant?: number;
  /** The stated distance from the present ("66 million years ago"), in years. */
  readonly ago?: number;
  /**
   * The written offset of a time of day, in minutes ahead of UTC. Set where no time zone was chosen: the text then keeps the
   * written day and time, while `start` is in UTC.
   */
  readonly offset?: number | undefined;
}

/**
 * The kind of statement that a date makes. `moment`: once, within it. `interval`: throughout it. `one-of`: in one of the
 * members. `all-of`: in each of the members. `before` and `after`: once, on one side of a limit.
 */
export type SpanKind = "moment" | "interval" | "one-of" | "all-of" | "before" | "after";

/** `open`: there is no end yet (EDTF `..`). `unknown`: there is an end at an unknown date (EDTF blank). */
export type OpenEnd = "open" | "unknown" | false;

export interface Span {
  readonly kind: SpanKind;
  /** The first instant that the date may cover, inclusive. `-Infinity` when the start is open or unknown. */
  readonly start: Instant;
  /** The end of the last instant that the date may cover, exclusive. `Infinity` when the end is open or unknown. */
  readonly end: Instant;
  /** Precision of the start, or of the whole. */
  readonly precision: Precision;
  /** True if any part of it is approximate. */
  readonly approximate: boolean;
  /** True if any part of it is uncertain. */
  readonly uncertain: boolean;
  readonly openStart: OpenEnd;
  readonly openEnd: OpenEnd;
  /** The start, or the whole of a moment; `null` when it is open or unknown. For `after`, the limit. */
  readonly from: Moment | null;
  /** The end, or the whole of a moment; `null` when it is open or unknown. For `before`, the limit. */
  readonly to: Moment | null;
  /** The members of `one-of` and `all-of`, in order of time; each may itself be an interval. */
  readonly members?: readonly Span[];
  /** `before` and `after`: whether the limit itself is possible ("not before 1603", `[1603..]`). */
  readonly inclusive?: true;
}

/** All precisions, from the finest to the coarsest. */
const PRECISION_ORDER: readonly Precision[] = [
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "month",
  "season",
  "year",
  "decade",
  "century",
  "millennium",
  "age",
];

/** An instant of a moment on the clock of its written offset. The default is the first instant. */
export function shownAt({ start, offset = 0 }: Moment, instant: Instant = start): Instant {
  return instant + offset * MINUTE;
}

/** Negative when `a` is finer than `b`. */
export function comparePrecision(a: Precision, b: Precision): number {
  return PRECISION_ORDER.indexOf(a) - PRECISION_ORDER.indexOf(b);
}

/** True for a precision of a day or finer. */
export function isDayOrFiner(precision: Precision): boolean {
  return comparePrecision(precision, "day") <= 0;
}

/** A moment that is neither approximate nor uncertain. */
export function certain(start: Instant, end: Instant, precision: Precision): Moment {
  return { start, end, precision, approximate: false, uncertain: false };
}

/** The moment of "between … and …": once, from the start of one moment to the end of another. */
export function between(from: Moment, to: Moment): Moment {
  return {
    start: from.start,
    end: to.end,
    precision: from.precision,
    approximate: from.approximate || to.approximate,
    uncertain: from.uncertain || to.uncertain,
    soft: true,
  };
}

export function momentSpan(moment: Moment): Span {
  return {
    kind: "moment",
    start: moment.start,
    end: moment.end,
    precision: moment.precision,
    approximate: moment.approximate,
    uncertain: moment.uncertain,
    openStart: false,
    openEnd: false,
    from: moment,
    to: moment,
  };
}

export function intervalSpan(
  from: Moment | null,
  to: Moment | null,
  openStart: OpenEnd = false,
  openEnd: OpenEnd = false,
): Span {
  const [begins, ends] = [from && nominal(from), to && nominal(to)];
  // An interval between two equal figures covers everything that rounds to the figure. Otherwise it would be empty.
  const same = from?.ago !== undefined && from.ago === to?.ago;
  return {
    kind: "interval",
    start: from ? ((same ? undefined : begins) ?? from.start) : Number.NEGATIVE_INFINITY,
    end: to ? ((same ? undefined : ends) ?? to.end) : Number.POSITIVE_INFINITY,
    precision: (from ?? to)?.precision ?? "year",
    approximate: Boolean(from?.approximate || to?.approximate),
    uncertain: Boolean(from?.uncertain || to?.uncertain),
    openStart,
    openEnd,
    from,
    to,
  };
}

/** The stated year of "so many years ago". Adjacent intervals meet there, however rough the figure is. */
function nominal({ ago, start, end }: Moment): Instant | undefined {
  return ago === undefined ? undefined : (start + end) / 2;
}

/** "before 1600": once, before the limit, or within it if `inclusive`. */
export function beforeSpan(limit: Moment, inclusive = false): Span {
  return {
    ...momentSpan(limit),
    kind: "before",
    start: Number.NEGATIVE_INFINITY,
    end: inclusive ? limit.end : limit.start,
    openStart: "open",
    from: null,
    ...(inclusive ? { inclusive: true as const } : {}),
  };
}

/** "after 1938": once, after the limit, or within it if `inclusive`. */
export function afterSpan(limit: Moment, inclusive = false): Span {
  return {
    ...momentSpan(limit),
    kind: "after",
    start: inclusive ? limit.start : limit.end,
    end: Number.POSITIVE_INFINITY,
    openEnd: "open",
    to: null,
    ...(inclusive ? { inclusive: true as const } : {}),
  };
}

/** The span of EDTF `[a, b]` (`one-of`) or `{a, b}` (`all-of`). The result has its members in order of time. */
export function setSpan(kind: "one-of" | "all-of", members: readonly Span[]): Span {
  const sorted = [...members].sort((a, b) => a.start - b.start || a.end - b.end);
  const first = sorted[0] as Span;
  const last = sorted.reduce((a, b) => (b.end > a.end ? b : a));
  return {
    kind,
    start: first.start,
    end: last.end,
    precision: first.precision,
    approximate: sorted.some((m) => m.approximate),
    uncertain: sorted.some((m) => m.uncertain),
    openStart: first.openStart,
    openEnd: last.openEnd,
    from: first.from,
    to: last.to,
    members: sorted,
  };
}
