/** Times of Wikidata: ISO text with a sign, and a precision from 0 to 14. */
import { pad } from "../../time/digits.js";
import { dateFieldsText } from "../date-fields.js";

const WIKIDATA_TIME = /^([+-]?)(\d{1,16})(?:-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z?)?)?$/;

export interface WikidataDate {
  readonly text: string;
  /** The value is midnight without a precision, so it is read as a day. */
  readonly assumedDay?: true;
  /** The year is 0 or negative. */
  readonly astronomical?: true;
}

function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${(teens ? undefined : ["th", "st", "nd", "rd"][n % 10]) ?? "th"}`;
}

/**
 * Converts a time to a text that `parseDate` reads; `undefined` if the value is no time. Years are astronomical
 * (XSD 1.1): -0043 is 44 BCE.
 *
 * @param precision 0 (a billion years) to 5 (ten thousand years), 6 millennium, 7 century, 8 decade, 9 year, 10 month,
 * 11 day, 12 hour, 13 minute, 14 second (Wikibase data model)
 */
export function wikidataDate(value: string, precision: number | undefined): WikidataDate | undefined {
  const match = WIKIDATA_TIME.exec(value.trim());
  if (!match) return undefined;
  const [, sign, digits = "", month, day, hour, minute, second] = match;
  const year = sign === "-" ? -Number(digits) : Number(digits);
  const clock = hour !== undefined && `${hour}${minute}${second}` !== "000000";
  const unit = precision ?? (month === undefined ? 9 : clock ? 14 : 11);
  const before = year <= 0 ? { astronomical: true as const } : {};
  if (unit <= 8) return { text: coarse(year, unit), ...before };
  const parts = {
    year: String(year <= 0 ? year - 1 : year),
    month: unit >= 10 ? month : undefined,
    day: unit >= 11 ? day : undefined,
    hour: unit >= 12 ? hour : undefined,
    minute: unit >= 13 ? minute : undefined,
    second: unit >= 14 ? second : undefined,
  };
  const text = dateFieldsText(parts);
  return precision === undefined && month !== undefined && !clock
    ? { text, assumedDay: true, ...before }
    : { text, ...before };
}

/** Words a precision coarser than a year. Centuries and millennia of Wikidata begin with the year 1. */
function coarse(year: number, precision: number): string {
  const count = year <= 0 ? 1 - year : year;
  const era = year <= 0 ? " BC" : "";
  // A decade of two digits could belong to another century.
  if (precision === 8) return `${pad(count - (count % 10), count < 100 ? 4 : 1)}s${era}`;
  if (precision === 7) return `${ordinal(Math.ceil(count / 100))} century${era}`;
  if (precision === 6) return `${ordinal(Math.ceil(count / 1000))} millennium${era}`;
  // Units of ten thousand years and more: write the number of significant digits.
  const significant = String(Math.abs(year)).length - (9 - precision);
  if (significant > 0) return `Y${year}S${significant}`;
  // No significant digit: the unit adjoins the beginning of the common era.
  const unit = 10 ** (9 - precision);
  if (year <= 0) return `between ${unit} BC and 1 BC`;
  // Worded dates take years of up to four digits.
  return unit > 10_000 ? `[0001..Y${unit - 1}]` : `between 0001 and ${unit - 1}`;
}
