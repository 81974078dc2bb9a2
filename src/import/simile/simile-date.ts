/** Dates of SIMILE Timeline: the text form of a JavaScript `Date`, ISO 8601, or a year. */
import { dateFieldsText } from "../date-fields.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DATE_TEXT_LENGTH_MAX = 100;
const DATE_IN_WORDS =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(-?\d{1,6})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?\s*(?:(?:GMT|UTC|Z)?\s*([+-]\d\d):?(\d\d)|GMT|UTC|Z)?(?:\s*\(.*\))?$/i;

/** Converts a date to a text that `parseDate` reads. Midnight becomes a day, because SIMILE cannot write one otherwise. */
export function simileDate(text: string): string {
  const plain = text.trim();
  if (/^(?:-\d{1,6}|\d{1,3})$/.test(plain)) return dateFieldsText({ year: plain });
  // Skip the pattern for longer texts, which cannot match.
  const match = plain.length > DATE_TEXT_LENGTH_MAX ? null : DATE_IN_WORDS.exec(plain);
  if (!match) return plain.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/, "");
  const [, name = "", day = "", year = "", hour, minute, second, zoneHour, zoneMinute] = match;
  const month = MONTHS.indexOf(name.toLowerCase());
  if (month < 0) return plain;
  const date = { year, month: String(month + 1), day };
  if (hour === undefined || `${hour}${minute}${second ?? "00"}`.replace(/0/g, "") === "") return dateFieldsText(date);
  const clock = { hour, minute, second: second === "00" ? undefined : second };
  return `${dateFieldsText({ ...date, ...clock })}${zoneHour === undefined ? "Z" : `${zoneHour}:${zoneMinute}`}`;
}
