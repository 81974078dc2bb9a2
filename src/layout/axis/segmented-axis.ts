/** The bent axis in px: each segment with ticks of its own step, its date and its length in words. */
import { wrapText } from "../../base/wrap.js";
import type { EventIndex } from "../../model/events/event-index.js";
import { civilOf, DAY, instantOf, MINUTE, YEAR } from "../../time/calendar.js";
import { clockText } from "../../time/digits.js";
import { fill, type Locale } from "../../time/locale.js";
import type { Scale, ScaleSegment } from "../../time/scale.js";
import { certain, type Instant, momentSpan, type Precision } from "../../time/span.js";
import { unitBeginning } from "../../time/ticks/tick-labels.js";
import { ticks } from "../../time/ticks/ticks.js";
import { durationInWords } from "../../time/wording/duration.js";
import { formatDate } from "../../time/wording/format-date.js";
import { SMALL_SIZE } from "../metrics.js";
import type { AxisLayout, AxisRequest, AxisSegment, AxisTick } from "./axis-layout.js";

/** Words begin this far after the beginning of their segment, and end before the next by as much, in px. */
export const SEGMENT_TEXT_INDENT = 5;
/** Between the label of a tick and the next tick, in px: segments are narrow, so that labels stand close. */
const SEGMENT_TICK_GAP = 2;
const WORD_LINES_MAX = 2;
/** A segment narrower than this in px has no words. */
const WORDS_WIDTH_MIN = 40;
/** A segment is said to be wide, or narrow, when its px a millisecond differ by this factor from the geometric mean. */
const NOTABLE_FACTOR = 3;

/** Times on a bar that shows the whole of a segmented scale in proportion. */
export interface TrueScale {
  /** px of a time on the bar. */
  readonly px: (time: Instant) => number;
  readonly ticks: readonly AxisTick[];
  /** For each lane the beginnings of its events in px, ascending, in steps of half a pixel, each once. */
  readonly events: readonly (readonly number[])[];
  /** The length of the segment that is drawn widest, in ms, and the share of the bar that it takes. */
  readonly widest: { readonly length: number; readonly share: number };
}

/** @param start and `end` px of the bar */
export function trueScale(
  { times: [first, last], segments = [] }: Scale,
  index: EventIndex,
  start: number,
  end: number,
  { locale, measure }: Pick<AxisRequest, "locale" | "measure">,
): TrueScale {
  const px = (time: Instant): number => start + ((time - first) / (last - first)) * (end - start);
  const room = (label: string): number => measure(label, SMALL_SIZE, 400) + SEGMENT_TEXT_INDENT;
  const { marks, context, step } = ticks({ start: first, end: last, length: end - start, locale, room });
  const labelled = marks.filter(({ label }) => label !== undefined);
  // Years say enough; of months and hours, the first names its year or day, and in deep time that it counts years ago.
  const larger = step.unit === "year" && context !== locale.dates.agoEra ? undefined : context;
  const widest = widestOf(segments);
  const length = widest.end - widest.start;
  return {
    px,
    events: index.lanes.map(({ start: times }) => [
      ...new Set(Array.from(times, (time) => Math.round(px(time) * 2) / 2)),
    ]),
    widest: { length, share: length / (last - first) },
    ticks: labelled
      .map(({ time, label = "", context: own }, i): AxisTick => {
        const unit = i === 0 && larger !== undefined ? (own ?? larger) : undefined;
        const full = unit === undefined ? label : `${label} ${unit}`;
        const next = labelled[i + 1];
        return { t: px(time), label: next && px(time) + room(full) > px(next.time) ? label : full };
      })
      .filter(({ t, label = "" }) => t + room(label) <= end),
  };
}

/** The segments of a window, each with its ticks. */
export function segmentedAxis(request: AxisRequest, { px: truePx }: TrueScale): AxisLayout {
  const { scale, from, to, px } = request;
  const segments = scale.segments ?? [];
  const notes = segmentNotes(segments);
  const found: AxisTick[] = [];
  const bent: AxisSegment[] = [];
  const said = new Set<string>();
  for (const [i, segment] of segments.entries()) {
    const [a, b] = [
      Math.max(from, i === 0 ? scale.domain[0] : segment.from),
      Math.min(to, i === segments.length - 1 ? scale.domain[1] : segment.to),
    ];
    if (b <= a) continue;
    const made = ticksOf(request, a, b);
    found.push(...made.ticks);
    const start = Math.max(segment.start, scale.timeAt(a));
    const dates = [made.context ?? [], startDates(start, request, said)].flat();
    const heading = dates.find((date) => !said.has(date) && fits(date, px(b) - px(a), request));
    if (heading !== undefined) said.add(heading);
    bent.push({
      from: px(a),
      to: px(b),
      heading,
      words: wordsOf(segment, px(b) - px(a), request, notes[i] as SegmentNote),
      hasBand: i % 2 === 1,
      trueFrom: truePx(i === 0 ? scale.times[0] : segment.start),
      trueTo: truePx(i === segments.length - 1 ? scale.times[1] : segment.end),
    });
  }
  return { ticks: found, folds: [], segments: [[px(from), px(to)]], bent };
}

/** How wide a segment is drawn, compared with the others. */
export interface SegmentNote {
  readonly isWidest: boolean;
  /** Its px a millisecond, as a multiple of their geometric mean. */
  readonly ratio: number;
}

export function segmentNotes(segments: readonly ScaleSegment[]): SegmentNote[] {
  const mean = Math.exp(segments.reduce((sum, one) => sum + Math.log(pxPerMs(one)), 0) / segments.length);
  return segments.map((segment) => ({ isWidest: segment === widestOf(segments), ratio: pxPerMs(segment) / mean }));
}

/** The length of a segment in words, with how it is drawn ("4 hours, drawn widest") and without. */
export function segmentWords(
  { start, end }: Pick<ScaleSegment, "start" | "end">,
  { isWidest, ratio }: SegmentNote,
  locale: Locale,
): readonly [full: string, length: string] {
  const length = durationInWords(end - start, locale);
  const { segmentNarrow, segmentWide, segmentWidest } = locale.figure;
  const template = isWidest
    ? segmentWidest
    : ratio > NOTABLE_FACTOR
      ? segmentWide
      : ratio < 1 / NOTABLE_FACTOR
        ? segmentNarrow
        : "{0}";
  return [fill(template, length), length];
}

function widestOf(segments: readonly ScaleSegment[]): ScaleSegment {
  return segments.reduce((most, one) => (pxPerMs(one) > pxPerMs(most) ? one : most));
}

function pxPerMs({ start, end, from, to }: ScaleSegment): number {
  return (to - from) / (end - start);
}

/** Ticks of one segment, whose labels end before it does. */
function ticksOf(
  { scale, px, locale, measure }: AxisRequest,
  from: number,
  to: number,
): { ticks: AxisTick[]; context: string | undefined } {
  const room = (label: string): number => measure(label, SMALL_SIZE, 400) + SEGMENT_TEXT_INDENT;
  const { marks, context, step } = ticks({
    start: scale.timeAt(from),
    end: scale.timeAt(to),
    length: Math.max(1, px(to) - px(from)),
    locale,
    room,
    short: true,
    gap: SEGMENT_TICK_GAP,
  });
  let free = px(from);
  const found = marks.map(({ time, label: own, context: begins }, i): AxisTick => {
    const t = px(scale.position(time));
    // The heading says the year at which the segment begins.
    if (step.unit === "year" && t - px(from) < 1) return { t };
    // Within a segment the tick of a new month or day names it, since the row below has the date of the segment.
    const unit = i === 0 || begins === undefined ? undefined : unitBeginning(time, step, locale);
    const label = [unit, own].find((text) => text !== undefined && t >= free && t + room(text) <= px(to) - 2);
    if (label === undefined) return { t };
    free = t + room(label) + SEGMENT_TICK_GAP;
    return { t, label };
  });
  // Over years the century is no help: a date is.
  return { ticks: found, context: step.unit === "year" ? undefined : context };
}

/** Years before this are rounded, since a heading such as "13,649,998,001 BCE" says more than is known. */
const EXACT_YEAR_MIN = -20_000;

/**
 * The beginning of a segment as a date, from the finest that it needs to the coarsest that may serve as its heading.
 *
 * @param said headings before it: beside that of its day, the time of day is enough
 */
function startDates(start: Instant, { locale }: AxisRequest, said: ReadonlySet<string>): readonly string[] {
  const date = (precision: Precision, from: Instant, length: number): string =>
    formatDate(momentSpan(certain(from, from + length, precision)), locale, "short");
  const civil = civilOf(start);
  const { year, month, day } = civil;
  if (year < EXACT_YEAR_MIN) return [date("year", instantOf(Number(year.toPrecision(3))), YEAR)];
  const dates = [date("year", instantOf(year), YEAR)];
  if (start === instantOf(year)) return dates;
  dates.unshift(date("month", instantOf(year, month), 28 * DAY));
  if (start === instantOf(year, month)) return dates;
  dates.unshift(date("day", instantOf(year, month, day), DAY));
  if (start === instantOf(year, month, day)) return dates;
  const clock = said.has(dates[0] as string) ? [clockText(civil, "minute")] : [];
  return [date("minute", start, MINUTE), ...clock, ...dates];
}

function fits(text: string, width: number, { measure }: AxisRequest): boolean {
  return measure(text, SMALL_SIZE, 600) <= width - 2 * SEGMENT_TEXT_INDENT;
}

function wordsOf(
  segment: ScaleSegment,
  width: number,
  { locale, measure }: AxisRequest,
  note: SegmentNote,
): readonly string[] {
  if (width < WORDS_WIDTH_MIN) return [];
  const style = { size: SMALL_SIZE, weight: 400, measure } as const;
  const wrapped = segmentWords(segment, note, locale).map((text) =>
    wrapText(text, width - 2 * SEGMENT_TEXT_INDENT, WORD_LINES_MAX, style),
  );
  return (wrapped.find(({ cut }) => !cut) ?? wrapped[1])?.lines ?? [];
}
