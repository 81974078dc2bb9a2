/**
 * Time zones. Parsing turns every date into wall-clock time of the document's zone, and nothing after it knows of zones.
 * Offsets are looked up here alone, and only for dates with a time of day.
 */
import { tzOffset } from "@date-fns/tz/tzOffset";
import { DATE_LIMIT, DAY, MINUTE } from "./calendar.js";
import type { Instant } from "./span.js";

/** A zone name or an offset. `tzOffset` alone would accept any text that contains an offset, such as "(UTC+01:00) Paris". */
const ZONE_NAME = /^(?:(?:(?:Etc\/)?(?:GMT|UTC))?[+-]\d{1,2}(?::?\d\d)?|[A-Z](?:[\w/]|-(?!\d))*)$/i;

/** True for a name the runtime's time zone database knows, and for an offset. "UTC" is always known. */
export function isTimeZone(timeZone: string): boolean {
  return timeZone === "UTC" || (ZONE_NAME.test(timeZone) && !Number.isNaN(offsetAt(0, timeZone)));
}

/** Offset from UTC in ms at a UTC instant; 0 beyond the range of `Date`, where no zone has rules. */
function offsetAt(utc: number, timeZone: string): number {
  if (timeZone === "UTC" || Math.abs(utc) > DATE_LIMIT) return 0;
  return tzOffset(timeZone, new Date(utc)) * MINUTE;
}

/** The wall-clock instant in a zone of a UTC instant. */
export function wallClock(utc: number, timeZone: string): Instant {
  return utc + offsetAt(utc, timeZone);
}

/** The UTC instant of a wall-clock instant. A skipped time is read with the offset before the gap, a repeated one as the first. */
export function utcOf(wall: Instant, timeZone: string): number {
  return candidates(wall, timeZone)[0] ?? wall - offsetAt(wall - DAY, timeZone);
}

/** Tells whether the clocks of a zone skipped (`nonexistent`) or repeated (`ambiguous`) a wall-clock time. */
export function wallClockFault(wall: Instant, timeZone: string): "nonexistent" | "ambiguous" | undefined {
  if (timeZone === "UTC") return undefined;
  const count = candidates(wall, timeZone).length;
  return count === 0 ? "nonexistent" : count > 1 ? "ambiguous" : undefined;
}

/** The UTC instants that show as this wall-clock time, ascending: usually one, two in an overlap, none in a gap. */
function candidates(wall: Instant, timeZone: string): number[] {
  const offsets = new Set([offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((utc) => utc + offsetAt(utc, timeZone) === wall)
    .sort((a, b) => a - b);
}
