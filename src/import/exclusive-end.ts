/** Ends that other tools write as the first day after: the last day is the one before. */
import { civilOf, DAY, daysInMonth, instantOf } from "../time/calendar.js";
import { dayText } from "../time/digits.js";

const DATE_ONLY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/;

/**
 * The last day of what ends with the beginning of a day, as ISO 8601; `undefined` when the end is not a day alone. A
 * midnight is one only where the start is a day too: of what begins at a time, it is a time like any other.
 */
export function dayBefore(end: string, start: unknown): string | undefined {
  const match = DATE_ONLY.exec(end.trim());
  if (end.includes("T") && !isWhole(start)) return undefined;
  if (!match) return undefined;
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // A day that does not exist is left for the model to say so.
  if (d < 1 || d > daysInMonth(y, m)) return undefined;
  const { year, month, day } = civilOf(instantOf(y, m, d) - DAY);
  return dayText(year, month, day);
}

/** A day, a month or a year. */
function isWhole(start: unknown): boolean {
  return typeof start === "string" && (DATE_ONLY.test(start.trim()) || !start.includes(":"));
}
