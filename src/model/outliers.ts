/**
 * Events far from all others: a slip of a digit makes an axis of a thousand years on which nothing can be read. They are
 * drawn where their dates are; an issue says which they are and what to do.
 */
import { DAY, YEAR } from "../time/calendar.js";
import type { Report } from "./fields.js";
import type { EventDraft } from "./read-event.js";

/** Of fewer events, none is an exception. */
const FEWEST = 20;
/** At most so many events are outliers, and no more than this part of all. */
const MOST = 3;
const PART = 0.01;
/** They stand apart by so many times the extent of all others. */
const APART = 3;

/** @param placed events in order of time */
export function remarkOutliers(placed: readonly EventDraft[], report: Report): void {
  if (placed.length < FEWEST) return;
  const starts = placed.map(
    ({ event: { span } }) => (span && Number.isFinite(span.start) ? span.start : span?.end) ?? 0,
  );
  const most = Math.max(1, Math.min(MOST, Math.floor(placed.length * PART)));
  const size = placed.length;
  for (let count = 1; count <= most; count++) {
    const rest = size - count;
    const [first, lastOfRest, firstOut] = [starts[0], starts[rest - 1], starts[rest]] as [number, number, number];
    const [lastOut, firstOfRest, last] = [starts[count - 1], starts[count], starts[size - 1]] as [
      number,
      number,
      number,
    ];
    if (isFar(firstOut - lastOfRest, lastOfRest - first)) {
      for (const draft of placed.slice(rest)) remark(draft, firstOut - lastOfRest, "after", lastOfRest - first, report);
    }
    if (isFar(firstOfRest - lastOut, last - firstOfRest)) {
      for (const draft of placed.slice(0, count)) {
        remark(draft, firstOfRest - lastOut, "before", last - firstOfRest, report);
      }
    }
  }
}

function isFar(gap: number, extent: number): boolean {
  return extent > 0 && gap > APART * extent;
}

function remark({ event, fields }: EventDraft, gap: number, side: string, extent: number, report: Report): void {
  report.add(
    "range-extreme",
    `this date is ${inWords(gap)} ${side} all others, which together take up ${inWords(extent)}`,
    `${fields.path}.date`,
    event.written[0],
    'Correct it if it is a slip; if it is right, the scale "compressed" folds the empty time',
  );
}

function inWords(length: number): string {
  return length >= 2 * YEAR ? `${Math.round(length / YEAR)} years` : `${Math.max(1, Math.round(length / DAY))} days`;
}
