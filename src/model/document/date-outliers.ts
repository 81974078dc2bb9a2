/**
 * Events far from all others: a slip of a digit makes an axis of a thousand years on which nothing can be read. They are
 * drawn where their dates are; an issue says which they are and what to do.
 */
import { DAY, YEAR } from "../../time/calendar.js";
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
export function reportOutliers(placed: readonly EventDraft[], report: Report): void {
  if (placed.length < FEWEST) return;
  const starts = placed.map(
    ({ event: { span } }) => (span && Number.isFinite(span.start) ? span.start : span?.end) ?? 0,
  );
  const most = Math.max(1, Math.min(MOST, Math.floor(placed.length * PART)));
  const size = placed.length;
  const at = (place: number): number => starts[place] as number;
  // Each is named once, by the fewest that stand apart together with it: what is farthest out is far from the next, too.
  let [before, after] = [0, 0];
  const name = (place: number, gap: number, side: string, others: number, extent: number): void => {
    const rest = size - others === 1 ? "all others" : `${others} others`;
    remark(placed[place] as EventDraft, gap, `${side} ${rest}`, extent, report);
  };
  for (let count = 1; count <= most; count++) {
    const rest = size - count;
    if (isFar(at(rest) - at(rest - 1), at(rest - 1) - at(0))) {
      for (; after < count; after++) {
        const place = size - 1 - after;
        name(place, at(place) - at(rest - 1), "after", rest, at(rest - 1) - at(0));
      }
    }
    if (isFar(at(count) - at(count - 1), at(size - 1) - at(count))) {
      for (; before < count; before++) name(before, at(count) - at(before), "before", rest, at(size - 1) - at(count));
    }
  }
}

function isFar(gap: number, extent: number): boolean {
  return extent > 0 && gap > APART * extent;
}

function remark({ event, fields }: EventDraft, gap: number, side: string, extent: number, report: Report): void {
  report.add(
    "range-extreme",
    `this date is ${inWords(gap)} ${side}, which together take up ${inWords(extent)}`,
    `${fields.path}.date`,
    event.written[0],
    'Correct it if it is a slip; if it is right, the scale "compressed" folds the empty time',
  );
}

function inWords(length: number): string {
  return length >= 2 * YEAR ? `${Math.round(length / YEAR)} years` : `${Math.max(1, Math.round(length / DAY))} days`;
}
