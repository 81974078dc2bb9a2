/** Dates of TimelineJS: separate fields, where the year -44 is 44 BCE (there is no year 0). */
import { isObject, type RawObject } from "../../model/document/fields.js";
import { orderedDate } from "../csv/date-order-proof.js";
import { DATE_FIELD_NAMES, dateFieldsText, readDateFields } from "../date-fields.js";
import type { ImportReport } from "../import-report.js";

/** The date as a text that `parseDate` reads; `undefined` when there is no year. */
export function timelineJsDate(value: unknown, path: string, report: ImportReport): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return commaDate(value);
  if (!isObject(value)) {
    report.add("field-type", "a date must be an object with a year", path, value, 'Write { "year": 2024 }');
    return undefined;
  }
  return fieldDate(value, path, report);
}

/** Version 3: `{ year, month, day, hour, … }`, numbers or texts, empty when unknown. */
function fieldDate(date: RawObject, path: string, report: ImportReport): string | undefined {
  const [year, month, day, ...clock] = DATE_FIELD_NAMES.map((name) => {
    const value = date[name];
    const text = value === undefined || value === null ? "" : String(value).replace(/[,\s]/g, "");
    return text === "" ? undefined : text;
  });
  if (year === undefined) return undefined;
  const [hour, minute, second, millisecond] = clock;
  const { text, unused } = readDateFields({ year, month, day, hour, minute, second, millisecond });
  if (unused.includes("day")) {
    report.add("import-loss", "a day without a month cannot be drawn; the year is kept", path, day, "Add the month");
  } else if (unused.includes("hour")) {
    report.add("import-loss", "a time without a day cannot be drawn; the rest is kept", path, hour, "Add the day");
  }
  return text;
}

/** Version 2: "1996,9,10,12,06", or a typed date with the month first. */
function commaDate(text: string): string | undefined {
  const plain = text.trim();
  if (plain === "") return undefined;
  if (!/^-?\d+(,\s*\d+)*,?$/.test(plain)) return orderedDate(plain, "MDY");
  const [year = "", month, day, hour, minute, second] = plain.split(",").map((part) => part.trim() || undefined);
  return dateFieldsText({ year, month, day, hour, minute, second });
}
