/**
 * Rows: each event of a column has one of its own, as high as its label. So each label stands level with its mark, and time
 * bends between the rows: a longer wait gives more space, up to a limit; a very long one is folded and said in words.
 */
import { type Fold, type Knot, rowScale, type Scale, type ScaleSegment } from "../../time/scale.js";
import { DAY } from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import type { Segment } from "../axis/segments.js";
import { LEADER_DEPTH } from "./column-labels.js";

/** What takes a row: an event, the name of an era, or the head of a segment. */
export interface Row {
  readonly time: Instant;
  /** End of the event. */
  readonly end: Instant;
  /** In px. */
  readonly height: number;
}

export interface RowRequest {
  /** In order of time. */
  readonly rows: readonly Row[];
  /** Space between rows of one date, in px. */
  readonly together: number;
  /** Space after a row before that of a later date, in px; `wait` is a multiple of the median wait. */
  readonly space: (wait: number) => number;
  /** A wait of at least so many ms is folded. */
  readonly shortestFold: number;
  readonly opened: ReadonlySet<Instant>;
  readonly segments?: readonly Segment[] | undefined;
}

export interface ColumnRows {
  readonly scale: Scale;
  /** How far each row stands below the place of its date, in px. */
  readonly offsets: readonly number[];
}

/** From the beginning of the axis to the first row, in px. */
const FIRST_ROW_OFFSET = 14;
/** Between the labels before and after a fold, in px. */
const FOLD_ROOM = 40;
/** Most space of a wait that the reader has unfolded, in px. */
const OPENED_SPACE_MAX = 400;
/** Below the last row, in px. */
const LAST_SPACE = 8;

interface Group {
  readonly time: Instant;
  end: Instant;
  height: number;
}

export function columnRows(request: RowRequest): ColumnRows {
  const { rows, together, space, shortestFold, opened, segments } = request;
  const groups: Group[] = [];
  const offsets = rows.map(({ time, end, height }) => {
    const last = groups.at(-1);
    if (last?.time !== time) {
      groups.push({ time, end, height });
      return 0;
    }
    const offset = last.height + together;
    last.end = Math.max(last.end, end);
    last.height = offset + height;
    return offset;
  });
  const median = medianWait(groups, segments);
  const knots: Knot[] = [];
  const folds: Fold[] = [];
  let place = FIRST_ROW_OFFSET;
  groups.forEach(({ time, end, height }, i) => {
    knots.push({ time, place });
    const next = groups[i + 1];
    const bottom = place + height;
    if (!next) {
      place = bottom - LEADER_DEPTH + LAST_SPACE;
      knots.push({ time: Number.isFinite(end) ? Math.max(end, time + 1) : time + DAY, place });
      return;
    }
    const wait = next.time - time;
    // An event may last no longer than a moment; what is folded begins after its date.
    const from = Math.max(end, time + wait * 1e-6);
    const folded = !segments && next.time - from >= shortestFold;
    if (!folded) {
      place = bottom + space(wait / median(time));
      return;
    }
    if (opened.has(from)) {
      place = bottom + Math.min(OPENED_SPACE_MAX, space(0) + (FOLD_ROOM * wait) / shortestFold);
      return;
    }
    const begun = place;
    place = bottom + FOLD_ROOM;
    // Its middle is halfway between the two labels.
    const cut = Math.max(begun + 2, place - FOLD_ROOM - 2 * LEADER_DEPTH);
    folds.push({ start: from, end: next.time, from: cut, to: place });
    knots.push({ time: from, place: cut });
  });
  const scale = rowScale(knots, place, folds, segments && placedSegments(segments, knots, place));
  return { scale, offsets };
}

/** The median of the waits between rows, in each segment where there are some. */
function medianWait(groups: readonly Group[], segments: readonly Segment[] | undefined): (time: Instant) => number {
  const medianOf = (from: Instant, to: Instant): number => {
    const times = groups.filter(({ time }) => time >= from && time < to).map(({ time }) => time);
    const waits = times.slice(1).map((time, i) => time - (times[i] as number));
    return waits.sort((a, b) => a - b)[(waits.length - 1) >> 1] ?? 1;
  };
  if (!segments) {
    const median = medianOf(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    return () => median;
  }
  const medians = segments.map(({ start, end }) => ({ end, median: medianOf(start, end) }));
  return (time) => (medians.find(({ end }) => time < end) ?? medians.at(-1))?.median ?? 1;
}

function placedSegments(segments: readonly Segment[], knots: readonly Knot[], length: number): ScaleSegment[] {
  const placeOf = (time: Instant): number => knots.find((knot) => knot.time >= time)?.place ?? length;
  return segments.map(({ start, end }, i) => ({
    start,
    end,
    from: placeOf(start),
    to: i === segments.length - 1 ? length : placeOf(end),
  }));
}
