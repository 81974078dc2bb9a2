/** Dates of SIMILE Timeline: a JavaScript `Date` in words, ISO 8601, or a bare year. */
import { datePartsText } from "../date-parts.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SPOKEN =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(-?\d{1,6})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?\s*(?:(?:GMT|UTC|Z)?\s*([+-]\d\d):?(\d\d)|GMT|UTC|Z)?(?:\s*\(.*\))?$/i;

/** The date as a text that `parseDate` reads. Midnight is a day: that tool has no other way to write one. */
export function simileDate(text: string): string {
  const plain = text.trim();
  if (/^-\d{1,6}$/.test(plain)) return datePartsText({ year: plain });
  // Longer texts are no dates of this kind, and are not tried.
  const match = plain.length > 100 ? null : SPOKEN.exec(plain);
  if (!match) return plain.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/, "");
  const [, name = "", day = "", year = "", hour, minute, second, zoneHour, zoneMinute] = match;
  const month = MONTHS.indexOf(name.toLowerCase());
  if (month < 0) return plain;
  const date = { year, month: String(month + 1), day };
  if (hour === undefined || `${hour}${minute}${second ?? "00"}`.replace(/0/g, "") === "") return datePartsText(date);
  const clock = { hour, minute, second: second === "00" ? undefined : second };
  return `${datePartsText({ ...date, ...clock })}${zoneHour === undefined ? "Z" : `${zoneHour}:${zoneMinute}`}`;
}
