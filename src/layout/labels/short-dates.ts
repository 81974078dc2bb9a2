/** Dates that leave out what the place of a label says: the clock within hours of a bent axis, the coarse unit of a long one. */
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { civilOf, DAY, YEAR } from "../../time/calendar.js";
import { clockText } from "../../time/digits.js";
import type { Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import { comparePrecision, type Moment, momentSpan, type Precision, shownAt } from "../../time/span.js";
import { formatDate, limits } from "../../time/wording/format-date.js";
import { formatMoment } from "../../time/wording/format-moment.js";
import type { Segment } from "../axis/segments.js";
import type { LabelContext } from "./source-numbers.js";

/** In segments no longer than this, the time of day is enough. */
export const CLOCK_LENGTH_MAX = 3 * DAY;
/** The unit that places an event on an axis of at least so many ms. */
const UNITS: readonly { readonly least: number; readonly precision: Precision }[] = [
  { least: 10 * YEAR, precision: "year" },
  { least: 3 * YEAR, precision: "month" },
  { least: 10 * DAY, precision: "day" },
];

/** Dates of the labels of a timeline along a scale, and shorter ones for labels that have little room. */
export function shortDates(timeline: Timeline, scale: Scale, locale: Locale): Pick<LabelContext, "dateOf" | "briefOf"> {
  const { segments } = scale;
  return {
    dateOf: segments && segmentDates(segments, commonOffset(timeline), locale),
    briefOf: briefDates(scale, locale),
  };
}

/** The clock that most times of day are written on: minutes ahead of that of the document. */
export function commonOffset({ events }: Timeline): number {
  const counts = new Map<number, number>();
  for (const { span } of events) {
    if (!span.from || !hasClock(span.from)) continue;
    const { offset = 0 } = span.from;
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}

/**
 * The short date of an event without what its segment of a bent axis says: its time of day in a segment of hours, its day in
 * one within a year. There is none for an event that is written on another clock than most, or not so exactly.
 */
export function segmentDates(
  segments: readonly Pick<Segment, "start" | "end">[],
  offset: number,
  locale: Locale,
): (event: PlacedEvent) => string | undefined {
  return (event) => {
    const ends = endsOf(event);
    const segment = ends && segments.find(({ start, end }) => ends[0].start >= start && ends[0].start < end);
    if (!segment || event.span.approximate || event.span.uncertain) return undefined;
    const { start, end } = segment;
    if (ends.some((one) => one.start >= end)) return undefined;
    const isDay = civilOf(start).year === civilOf(end - 1).year && ends.every(({ precision }) => precision === "day");
    if (isDay && event.span.kind === "moment" && !event.span.from?.soft) {
      return formatMoment(ends[0], locale, "short", locale.patterns.dayMonth);
    }
    const isClock = (one: Moment): boolean => hasClock(one) && (one.offset ?? 0) === offset;
    if (end - start > CLOCK_LENGTH_MAX || !ends.every(isClock)) return undefined;
    return together(ends.map((one) => clockText(civilOf(shownAt(one)), one.precision)));
  };
}

/**
 * The date of an event in the unit that the length of the axis asks for: the year on one of decades, the month on one of
 * years. There is none where its own date is no finer, or is more than a moment or an interval.
 */
export function briefDates({ times, segments }: Scale, locale: Locale): (event: PlacedEvent) => string | undefined {
  const unitOf = (time: number): Precision | undefined => {
    const { start, end } = segments?.find((one) => time < one.end) ?? { start: times[0], end: times[1] };
    return UNITS.find(({ least }) => end - start >= least)?.precision;
  };
  return (event) => {
    const ends = endsOf(event);
    const unit = ends && unitOf(ends[0].start);
    if (!unit || ends.some((one) => comparePrecision(one.precision, unit) >= 0)) return undefined;
    return together(ends.map((one) => formatDate(momentSpan({ ...one, precision: unit }), locale, "short")));
  };
}

/** Beginning and end of what happened once or lasted, at its limits where these were stated; nothing for other dates. */
function endsOf({ span: { from, to, kind }, claims }: PlacedEvent): readonly [Moment, Moment] | undefined {
  if (!from || !to || claims.length > 0 || (kind !== "moment" && kind !== "interval")) return undefined;
  if (kind === "interval") return from.soft || to.soft ? undefined : [from, to];
  if (!from.soft) return [from, from];
  const [first, last] = limits(from);
  return [first, last].map((one) => ({ ...one, offset: from.offset })) as [Moment, Moment];
}

/** Two ends that read alike are said once. */
function together([first, last]: readonly string[]): string | undefined {
  return first === last ? first : `${first}–${last}`;
}

function hasClock({ precision }: Moment): boolean {
  return precision === "minute" || precision === "second" || precision === "millisecond";
}
