/** Dates of TimelineJS: fields of a calendar date, where a negative year counts before the common era without a zero. */
import type { Report, RawObject } from "../model/fields.js";
import { isObject } from "../model/fields.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

type Part = "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond";

/** The date as a text that `parseDate` reads; `undefined` when there is no year. */
export function timelineJsDate(value: unknown, path: string, report: Report): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return commaDate(value);
  if (!isObject(value)) {
    report.add("field-type", "a date must be an object with a year", path, value, 'Write { "year": 2024 }');
    return undefined;
  }
  return fieldDate(value, path, report);
}

/** Version 3: `{ year, month, day, hour, … }`, numbers or texts, empty when unknown. */
function fieldDate(date: RawObject, path: string, report: Report): string | undefined {
  const part = (name: Part): string | undefined => {
    const value = date[name];
    if (value === undefined || value === null || value === "") return undefined;
    return String(value).replace(/[,\s]/g, "");
  };
  const year = part("year");
  if (year === undefined) return undefined;
  const month = part("month");
  const day = part("day");
  if (month === undefined && day !== undefined) {
    report.add("import-loss", "a day without a month cannot be drawn; the year is kept", path, day, "Add the month");
  }
  const hour = month !== undefined && day !== undefined ? part("hour") : undefined;
  return dateText(
    year,
    month,
    month === undefined ? undefined : day,
    hour,
    part("minute"),
    part("second"),
    part("millisecond"),
  );
}

/** Version 2: "1996,9,10,12,06", or a date that its readers typed. */
function commaDate(text: string): string | undefined {
  const plain = text.trim();
  if (plain === "") return undefined;
  if (!/^-?\d+(,\s*\d+)*,?$/.test(plain)) return plain;
  const [year = "", month, day, hour, minute, second] = plain.split(",").map((part) => part.trim() || undefined);
  return dateText(year, month, day, hour, minute, second, undefined);
}

function dateText(
  yearText: string,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  millisecond: string | undefined,
): string {
  const year = Number(yearText);
  if (!Number.isInteger(year)) return yearText;
  if (year <= 0) {
    // That tool prints the absolute number, so -44 is 44 BCE; its year 0 can only be 1 BCE.
    const name = month === undefined ? "" : `${MONTHS[Number(month) - 1] ?? month} `;
    const first = day === undefined ? "" : `${day} `;
    return `${first}${name}${Math.max(1, -year)} BC`;
  }
  if (year > 9999) return `Y${year}`;
  const pad = (value: string): string => value.padStart(2, "0");
  let text = String(year).padStart(4, "0");
  if (month === undefined) return text;
  text += `-${pad(month)}`;
  if (day === undefined) return text;
  text += `-${pad(day)}`;
  if (hour === undefined) return text;
  text += `T${pad(hour)}:${pad(minute ?? "0")}`;
  if (second === undefined) return text;
  text += `:${pad(second)}`;
  return millisecond === undefined ? text : `${text}.${millisecond.padStart(3, "0")}`;
}
