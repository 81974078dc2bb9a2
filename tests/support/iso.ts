import { civilOf } from "../../src/time/calendar.js";

/** An instant as a date in text, years as they are counted in EDTF; "-inf" and "inf" for open ends. */
export function isoDay(instant: number): string {
  if (!Number.isFinite(instant)) return instant < 0 ? "-inf" : "inf";
  const { year, month, day } = civilOf(instant);
  const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}
