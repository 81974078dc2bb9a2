/** Converts DTSTART, DTEND and DURATION to the dates of an event. All instants are wall-clock times in DTSTART's zone. */
import { DAY } from "../../time/calendar.js";
import type { Instant } from "../../time/span.js";
import type { ImportReport } from "../import-report.js";
import { durationOf, type IcsMoment, type IcsStart, momentText, onClock, readMoment } from "./moment.js";
import { type Component, property } from "./read-components.js";

/** The length of an event in ms; `undefined` if no end is given, or if the end is invalid (reported). */
export function lengthOf(component: Component, start: IcsStart, report: ImportReport): number | undefined {
  const end = property(component, "DTEND");
  if (!end) return durationOf(property(component, "DURATION")?.values[0]);
  const to = readMoment(end, end.values[0]);
  const last = onClock(to, start.clock);
  if (last === undefined) {
    const hint = "Correct the day or the month";
    report.put("date-invalid", "this end date does not exist; it is left out", {
      row: end.row,
      value: to.written,
      hint,
    });
    return undefined;
  }
  const length = last - start.instant;
  if (length >= 0) return length;
  report.put("interval-reversed", "the end is before the start; it is left out", {
    row: end.row,
    value: to.written,
    hint: "Write the later time as DTEND",
  });
  return undefined;
}

/** The date and the end of an event that starts at `instant`, in a document whose zone is `home`. */
export function datesAt(
  start: IcsStart,
  instant: Instant,
  length: number | undefined,
  home: string | undefined,
): { date: string; end: string | undefined } {
  const days = start.isDay ? [instant, instant + (length ?? DAY)] : wholeDays(start, instant, length ?? 0, home);
  if (days) {
    const [from, to] = days as [Instant, Instant];
    const day: IcsMoment = { ...start, isDay: true };
    return { date: momentText(from, day, home), end: to - from > DAY ? momentText(to - DAY, day, home) : undefined };
  }
  return {
    date: momentText(instant, start, home),
    end: length ? momentText(instant + length, start, home) : undefined,
  };
}

/** The edges of an event from midnight to midnight in the zone of the document, which lasts whole days. */
function wholeDays(
  start: IcsStart,
  instant: Instant,
  length: number,
  home: string | undefined,
): (Instant | undefined)[] | undefined {
  if (length <= 0) return undefined;
  const edges = [instant, instant + length].map((at) => onClock({ ...start, instant: at }, home ?? "UTC"));
  return edges.every((edge) => edge !== undefined && edge % DAY === 0) ? edges : undefined;
}
