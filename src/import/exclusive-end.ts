/** Ends that other tools write as the first day after: the last day is the one before. */
import { civilOf, DAY, daysInMonth, instantOf } from "../time/calendar.js";

const DATE_ONLY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/;

/** The day before, written as ISO 8601; `undefined` when the text is not a day alone. */
export function dayBefore(text: string): string | undefined {
  const match = DATE_ONLY.exec(text.trim());
  if (!match) return undefined;
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // A day that does not exist is left for the model to say so.
  if (d < 1 || d > daysInMonth(y, m)) return undefined;
  const { year, month, day } = civilOf(instantOf(y, m, d) - DAY);
  const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}
