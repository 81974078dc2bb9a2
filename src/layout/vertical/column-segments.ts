/** Skewed time in a column of rows: each segment has a head in words, and dates in it leave out what the head says. */
import type { EventIndex } from "../../model/events/event-index.js";
import { YEAR } from "../../time/calendar.js";
import { counted, type Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import { certain, type Instant, momentSpan, type Precision } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import { segmentNotes, segmentWords } from "../axis/segmented-axis.js";
import { CLOCK_LENGTH_MAX } from "../labels/short-dates.js";
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

/** In segments no longer than this, the day of the month is said with its month. */
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
