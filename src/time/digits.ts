/** Writes days and times of day in digits, as ISO 8601 does. */
import type { Civil } from "./calendar.js";
import type { Precision } from "./span.js";

export function pad(n: number, width = 2): string {
  return String(n).padStart(width, "0");
}

/** `2024-06-19`; `-0005-01-01` for 6 BCE, and `+012000-01-01` beyond four digits (ECMA-262, 21.4.1.32). */
export function dayText(year: number, month: number, day: number): string {
  const size = Math.abs(year);
  const sign = year < 0 ? "-" : size > 9999 ? "+" : "";
  return `${sign}${pad(size, size > 9999 ? 6 : 4)}-${pad(month)}-${pad(day)}`;
}

/** `14:30`, `14:30:05` or `14:30:05.250`, as precise as `precision` says. */
export function clockText(civil: Civil, precision: Precision): string {
  const minutes = `${pad(civil.hour)}:${pad(civil.minute)}`;
  if (precision === "minute") return minutes;
  const seconds = `${minutes}:${pad(civil.second)}`;
  return precision === "second" ? seconds : `${seconds}.${pad(civil.millisecond, 3)}`;
}
