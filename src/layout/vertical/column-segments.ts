/** Skewed time in a column of rows: each segment has a head in words, and dates in it leave out what the head says. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { civilOf, DAY, YEAR } from "../../time/calendar.js";
import { clockText } from "../../time/digits.js";
import { counted, type Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import { certain, type Instant, type Moment, momentSpan, type Precision, shownAt } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import { formatMoment } from "../../time/wording/format-moment.js";
import { segmentNotes, segmentWords } from "../axis/segmented-axis.js";
import type { Segment } from "../axis/segments.js";
import { FIGURE_INSET, SMALL_SIZE, TITLE_SIZE } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { LEADER_DEPTH } from "./column-labels.js";

/** The head of a segment, and the band from it to the next one, in px along the axis. */
export interface ColumnHead {
  readonly from: number;
  readonly to: number;
  /** "4 hours, drawn widest". */
  readonly words: string;
  /** Empty where it has no room. */
  readonly date: string;
  /** Number of events in the segment. */
  readonly count: number;
  readonly hasBand: boolean;
}

/** In segments no longer than this, the time of day is enough; up to so much, the day of the month is said with its month. */
const CLOCK_LENGTH_MAX = 3 * DAY;
const MONTH_LENGTH_MAX = 30 * YEAR;
/** Between words, date and count of a head together, in px. */
const HEAD_SPACE = 24;

export interface HeadsRequest extends Pick<LayoutOptions, "locale" | "measure" | "width"> {
  readonly scale: Scale;
  readonly index: EventIndex;
  readonly px: (place: number) => number;
}

export function columnHeads({ scale, index, px, locale, measure, width }: HeadsRequest): ColumnHead[] {
  const { segments = [] } = scale;
  const notes = segmentNotes(segments);
  const tops = segments.map(({ from }) => px(from) - LEADER_DEPTH);
  return segments.map((segment, i): ColumnHead => {
    const { start, end } = segment;
    const isLast = i === segments.length - 1;
    const isIn = (time: Instant): boolean => time >= start && (time < end || isLast);
    const words = segmentWords(segment, notes[i] as (typeof notes)[number], locale)[0];
    const date = startDate(start, end - start, locale);
    const count = index.lanes.reduce((sum, lane) => sum + lane.start.filter(isIn).length, 0);
    const needed =
      measure(words, TITLE_SIZE, 600) +
      measure(date, SMALL_SIZE, 400) +
      measure(counted(locale, locale.figure.events, count), SMALL_SIZE, 400) +
      HEAD_SPACE;
    return {
      from: tops[i] as number,
      to: tops[i + 1] ?? px(scale.domain[1]),
      words,
      date: needed <= width - 2 * FIGURE_INSET ? date : "",
      count,
      hasBand: i % 2 === 1,
    };
  });
}

/** The beginning of a segment, as exactly as its length asks for. */
function startDate(start: Instant, length: number, locale: Locale): string {
  const precision: Precision = length <= CLOCK_LENGTH_MAX ? "day" : length <= MONTH_LENGTH_MAX ? "month" : "year";
  return formatDate(momentSpan(certain(start, start + 1, precision)), locale, "short");
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
 * The short date of an event without what the head of its segment says: its time of day in a segment of hours, its day in one
 * within a year. There is none for an event that is written on another clock than most, or not so exactly.
 */
export function segmentDates(
  segments: readonly Segment[],
  offset: number,
  locale: Locale,
): (event: PlacedEvent) => string | undefined {
  return ({ span: { from, kind }, claims }) => {
    if (kind !== "moment" || !from || from.approximate || from.uncertain || from.soft || claims.length > 0)
      return undefined;
    const segment = segments.find(({ start, end }) => from.start >= start && from.start < end);
    if (!segment) return undefined;
    const { start, end } = segment;
    if (from.precision === "day" && civilOf(start).year === civilOf(end - 1).year) {
      return formatMoment(from, locale, "short", locale.patterns.dayMonth);
    }
    const isClock = end - start <= CLOCK_LENGTH_MAX && hasClock(from) && (from.offset ?? 0) === offset;
    return isClock ? clockText(civilOf(shownAt(from)), from.precision) : undefined;
  };
}

function hasClock({ precision }: Moment): boolean {
  return precision === "minute" || precision === "second" || precision === "millisecond";
}
