/** Reads week dates (ISO 8601-1:2019, 5.2.3): "2024-W05", "2024-W05-3". */
import { DAY, daysFromCivil, weekdayOf } from "../calendar.js";
import { Refusal } from "../refusal.js";
import { certain, type Moment } from "../span.js";

const WEEK_DATE = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/;

/** The day of a week date, or some day of the week. `undefined`: the text has another shape. @throws Refusal if there is no such week */
export function readWeekDate(text: string): Moment | undefined {
  const [, year, week, weekday] = WEEK_DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = firstMonday(Number(year));
  const start = first + (Number(week) - 1) * 7;
  const weeks = (firstMonday(Number(year) + 1) - first) / 7;
  if (start < first || Number(week) > weeks) {
    throw new Refusal("date-invalid", `${year} has ${weeks} weeks`, `Write a week from W01 to W${weeks}`);
  }
  if (weekday === undefined) return { ...certain(start * DAY, (start + 7) * DAY, "day"), soft: true };
  const day = start + Number(weekday) - 1;
  return certain(day * DAY, (day + 1) * DAY, "day");
}

/** The Monday of the first week, as days since 1970-01-01. The first week is the one that contains 4 January. */
function firstMonday(year: number): number {
  const day = daysFromCivil(year, 1, 4);
  return day - ((weekdayOf(day) + 6) % 7);
}
