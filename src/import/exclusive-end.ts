/** Converts exclusive ends (the first day after) of other tools to the last day. */
import { civilOf, DAY, daysInMonth, instantOf } from "../time/calendar.js";
import { dayText } from "../time/digits.js";

const DATE_ONLY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/;

/**
 * The last day before an exclusive end, as ISO 8601; `undefined` if the end is not a whole day. Midnight counts as a
 * whole day only if the start has no time of day.
 */
export function dayBefore(end: string, start: unknown): string | undefined {
  const match = DATE_ONLY.exec(end.trim());
  if (end.includes("T") && !isWhole(start)) return undefined;
  if (!match) return undefined;
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // The model reports a day that does not exist.
  if (d < 1 || d > daysInMonth(y, m)) return undefined;
  const { year, month, day } = civilOf(instantOf(y, m, d) - DAY);
  return dayText(year, month, day);
}

/** Whether a start has no time of day. */
function isWhole(start: unknown): boolean {
  return typeof start === "string" && (DATE_ONLY.test(start.trim()) || !start.includes(":"));
}
