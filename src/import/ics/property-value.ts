/** The values of a property, by the type that the property has or names (RFC 5545, 3.3 and 3.8). */
import { type PropertyLine, unescapeText } from "./property-line.js";

/** Types of properties that are no text. A property of another name is a text. */
const TYPES: Readonly<Record<string, string>> = {
  ATTACH: "uri",
  ATTENDEE: "cal-address",
  COMPLETED: "date-time",
  CREATED: "date-time",
  DTEND: "date-time",
  DTSTAMP: "date-time",
  DTSTART: "date-time",
  DUE: "date-time",
  DURATION: "duration",
  EXDATE: "date-time",
  EXRULE: "recur",
  FREEBUSY: "period",
  GEO: "float",
  "LAST-MODIFIED": "date-time",
  ORGANIZER: "cal-address",
  "PERCENT-COMPLETE": "integer",
  PRIORITY: "integer",
  RDATE: "date-time",
  "RECURRENCE-ID": "date-time",
  REPEAT: "integer",
  RRULE: "recur",
  SEQUENCE: "integer",
  TRIGGER: "duration",
  TZOFFSETFROM: "utc-offset",
  TZOFFSETTO: "utc-offset",
  TZURL: "uri",
  URL: "uri",
};
/** What stands between the values of properties that may have several. */
const SEPARATORS: Readonly<Record<string, string>> = {
  CATEGORIES: ",",
  EXDATE: ",",
  FREEBUSY: ",",
  GEO: ";",
  RDATE: ",",
  "REQUEST-STATUS": ";",
  RESOURCES: ",",
};
const DATE = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;

/** The type of a property, in small letters. */
export function typeOf({ name, parameters }: PropertyLine): string {
  return parameters["value"]?.toLowerCase() ?? TYPES[name] ?? "text";
}

/** The values of a property: dates in the extended format (2025-01-31), periods as start and end, numbers as numbers. */
export function valuesOf({ name, value }: PropertyLine, type: string): unknown[] {
  const separator = SEPARATORS[name];
  return (separator === undefined ? [value] : split(value, separator)).map((part) => convert(part, type));
}

function convert(value: string, type: string): unknown {
  switch (type) {
    case "text":
      return unescapeText(value);
    case "date":
    case "date-time":
    case "period":
      return value.includes("/") ? value.split("/", 2).map(isoDate) : isoDate(value);
    case "integer":
    case "float":
      return value.trim() === "" || Number.isNaN(Number(value)) ? value : Number(value);
    default:
      return value;
  }
}

/** A date in the extended format; a value that is none stays as it is. */
export function isoDate(value: string): string {
  const [, year, month, day, hour, minute, second, utc] = DATE.exec(value) ?? [];
  if (year === undefined) return value;
  return `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}:${second}${utc}`}`;
}

/** Splits at each separator without a backslash before it. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  for (const [piece] of text.matchAll(/\\[^]|[^\\,;]+|[^]/g)) {
    if (piece === separator) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
