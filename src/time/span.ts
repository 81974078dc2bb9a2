/**
 * What a date means here: never a point, always an interval with a precision.
 *
 * A `Moment` is something that happened once, or one end of something that lasted: all that is known is that it lies in
 * `[start, end)`. A `Span` is what one date field says: a moment, an interval between two moments, or a choice.
 */

import { MINUTE } from "./calendar.js";

/** The unit a date is known to. `age` is anything coarser than a millennium. */
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
  /** True when `start` and `end` are limits somebody stated ("between"), not the edges of a unit. */
  readonly soft?: true;
  /** Digits of the year that count, EDTF `S`. */
  readonly significant?: number;
  /** Said to lie so far before the present ("66 million years ago"): the figure stated, in years. */
  readonly ago?: number;
  /**
   * Minutes ahead of UTC that a time of day was written with, where the axis is in UTC only by default: the day and the
   * time are said as written, and the place on the axis is the instant.
   */
  readonly offset?: number | undefined;
}

/**
 * What kind of statement a date is:
 * `moment`: once, somewhere in it; `interval`: it lasted; `one-of`: one of the members; `all-of`: each of the members;
 * `before` and `after`: once, on one side of a limit.
 */
export type SpanKind = "moment" | "interval" | "one-of" | "all-of" | "before" | "after";

/** `open`: it has none or goes on (EDTF `..`). `unknown`: there is one, nobody knows when (EDTF blank). */
export type OpenEnd = "open" | "unknown" | false;

export interface Span {
  readonly kind: SpanKind;
  /** First instant it may cover, inclusive. `-Infinity` when the start is open or unknown and nothing bounds it. */
  readonly start: Instant;
  /** End of the last instant it may cover, exclusive. `Infinity` when the end is open or unknown. */
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

const ORDER: readonly Precision[] = [
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

/** An instant of a moment on the clock that its time was written by; by default the first. */
export function shownAt({ start, offset = 0 }: Moment, instant: Instant = start): Instant {
  return instant + offset * MINUTE;
}

/** Negative when `a` is finer than `b`. */
export function comparePrecision(a: Precision, b: Precision): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

/** True for what is known to the day or finer. */
export function isDayOrFiner(precision: Precision): boolean {
  return comparePrecision(precision, "day") <= 0;
}

/** A moment that is known for certain. */
export function certain(start: Instant, end: Instant, precision: Precision): Moment {
  return { start, end, precision, approximate: false, uncertain: false };
}

/** Once, from one moment on and until another: the limits are what was stated. */
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
  // From a figure to the same one, or to a part of it: all that it stands for, or nothing would be left.
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

/** The year that was stated for so long ago: one stretch ends and the next begins there, however rough the figure is. */
function nominal({ ago, start, end }: Moment): Instant | undefined {
  return ago === undefined ? undefined : (start + end) / 2;
}

/** "before 1600": once, earlier than the limit. */
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

/** "after 1938": once, later than the limit. */
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

/** `[a, b]` or `{a, b}`. Members are given in order of time. */
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
