/**
 * Reports events that are far from all others: one mistyped digit can stretch the axis to a thousand years. Such events are
 * drawn at their dates; an issue names them.
 */
import { DAY, YEAR } from "../../time/calendar.js";
import type { Report } from "./fields.js";
import type { EventDraft } from "./read-event.js";

/** Fewer events are too few to call one of them an outlier. */
const EVENTS_MIN = 20;
/** Largest number of outliers, and their largest share of all events (at least one). */
const OUTLIERS_MAX = 3;
const OUTLIERS_MAX_SHARE = 0.01;
/** Smallest gap between an outlier and the others, in extents of the others. */
const GAP_MIN_EXTENTS = 3;

/** @param placed events in order of time */
export function reportOutliers(placed: readonly EventDraft[], report: Report): void {
  if (placed.length < EVENTS_MIN) return;
  const starts = placed.map(
    ({ event: { span } }) => (span && Number.isFinite(span.start) ? span.start : span?.end) ?? 0,
  );
  const most = Math.max(1, Math.min(OUTLIERS_MAX, Math.floor(placed.length * OUTLIERS_MAX_SHARE)));
  const size = placed.length;
  const at = (place: number): number => starts[place] as number;
  // Each outlier is reported once, in the smallest group that stands apart.
  let [before, after] = [0, 0];
  const reportAt = (place: number, gap: number, side: string, others: number, extent: number): void => {
    const rest = size - others === 1 ? "all others" : `${others} others`;
    reportOutlier(placed[place] as EventDraft, gap, `${side} ${rest}`, extent, report);
  };
  for (let count = 1; count <= most; count++) {
    const rest = size - count;
    if (isFar(at(rest) - at(rest - 1), at(rest - 1) - at(0))) {
      for (; after < count; after++) {
        const place = size - 1 - after;
        reportAt(place, at(place) - at(rest - 1), "after", rest, at(rest - 1) - at(0));
      }
    }
    if (isFar(at(count) - at(count - 1), at(size - 1) - at(count))) {
      for (; before < count; before++)
        reportAt(before, at(count) - at(before), "before", rest, at(size - 1) - at(count));
    }
  }
}

function isFar(gap: number, extent: number): boolean {
  return extent > 0 && gap > GAP_MIN_EXTENTS * extent;
}

function reportOutlier({ event, fields }: EventDraft, gap: number, side: string, extent: number, report: Report): void {
  report.add(
    "range-extreme",
    `this date is ${inWords(gap)} ${side}, which together span ${inWords(extent)}`,
    `${fields.path}.date`,
    event.written[0],
    'Correct the date if it is mistyped; otherwise the scale "compressed" folds the empty time',
  );
}

function inWords(length: number): string {
  return length >= 2 * YEAR ? `${Math.round(length / YEAR)} years` : `${Math.max(1, Math.round(length / DAY))} days`;
}
