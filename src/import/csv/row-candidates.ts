/** Collects the dates that the columns of one row give: whole dates, starts and ends, years with months and days. */
import { clockParts, readDateFields } from "../date-fields.js";
import { parseDate } from "../../time/parse-date.js";
import type { ImportReport, Where } from "../import-report.js";
import { type Columns, headerKey } from "./columns.js";
import { integerText, isClock, yearText } from "./date-cell.js";
import type { DateNotations, RefusedCell } from "./date-notations.js";
import type { Field } from "./header-phrases.js";

/** Fields of a table that say when an event was. */
export const DATE_FIELDS = [
  ...["date", "start", "end", "year", "month", "day", "time", "hour", "minute", "second"],
  ...["endYear", "endMonth", "endDay", "endTime", "displayDate", "era", "endEra"],
  ...["approximate", "uncertain", "dateCertainty", "datePrecision"],
] as readonly Field[];

export type DateCells = Readonly<Partial<Record<Field, string>>>;

/** A date that some columns of a row give. */
export interface DateCandidate {
  readonly field: Field;
  readonly text: string;
  readonly end?: { readonly field: Field; readonly text: string; readonly used: readonly Field[] } | undefined;
  /** Fields that the text expresses. */
  readonly used: readonly Field[];
}

/** A date that is left out because it has two readings. */
export interface RefusedDate {
  readonly field: "date" | "end";
  readonly cell: Field;
  readonly reason: RefusedCell;
}

/** Headers of the limits between which an event was, as `headerKey` normalises them. */
const LOWER_LIMIT = /earliest|not before|post quem/;
const UPPER_LIMIT = /latest|not after|ante quem/;

type ReadCell = (field: Field, role: "date" | "end") => string | undefined;

export class RowCandidates {
  constructor(
    private readonly columns: Columns,
    private readonly notations: DateNotations,
    private readonly report: ImportReport,
  ) {}

  /** The dates of a row, best first, and the cells that are refused. */
  read(cells: DateCells, where: Where): { candidates: readonly DateCandidate[]; refused: readonly RefusedDate[] } {
    const refused: RefusedDate[] = [];
    const whole: ReadCell = (field, role) => {
      const text = cells[field];
      if (text === undefined) return undefined;
      const found = this.notations.read(field, text, where, this.report);
      if (typeof found === "string") return found;
      refused.push({ field: role, cell: field, reason: found });
      return undefined;
    };
    return { candidates: this.candidates(cells, whole, where).map((found) => this.bounded(found)), refused };
  }

  /** The date between columns of its limits: "earliest date" and "latest date" are no start and no end of an interval. */
  private bounded(found: DateCandidate): DateCandidate {
    const { field, text, end } = found;
    const isUpper = end !== undefined && UPPER_LIMIT.test(this.keyOf(end.field));
    const isLower = LOWER_LIMIT.test(this.keyOf(field));
    // A column such as "latest" is no end of a date that is no limit.
    if (isUpper && !isLower && text !== "") {
      return { ...found, end: undefined, used: found.used.filter((name) => !end.used.includes(name)) };
    }
    if (!(text === "" ? isUpper : isLower && (isUpper || !end))) return found;
    if (end?.text === text) return { ...found, end: undefined };
    const forms =
      text === ""
        ? [`not after ${end?.text}`]
        : end
          ? [`between ${text} and ${end.text}`, `[${text}..${end.text}]`]
          : [`not before ${text}`, `[${text}..]`];
    const whole = forms.find((form) => parseDate(form).span);
    return whole === undefined ? found : { ...found, text: whole, end: undefined };
  }

  private keyOf(field: Field): string {
    return headerKey(this.columns.headers[this.columns.single.get(field) ?? -1] ?? "");
  }

  private candidates(cells: DateCells, whole: ReadCell, where: Where): DateCandidate[] {
    const date = whole("date", "date");
    const [startCell, endCell] = [cells["start"], cells["end"]];
    // Beside a date, columns of starts and ends may hold times of day.
    const isTimed = cells["date"] !== undefined && (startCell ?? endCell) !== undefined;
    const [startClock, endClock] = [startCell, endCell].map((cell) =>
      isTimed && cell !== undefined && isClock(cell) ? cell : undefined,
    );
    const start = startClock === undefined ? whole("start", "date") : undefined;
    const end = endClock === undefined ? this.end(cells, whole) : undefined;
    const found: DateCandidate[] = [];
    if (date !== undefined) {
      const time = startClock ?? cells["time"];
      const text = withTime(date, time);
      const until =
        endClock === undefined ? undefined : { field: "end" as const, text: withTime(date, endClock), used: [] };
      const used: Field[] = ["date", startClock ? "start" : "time", ...(endClock ? (["end"] as const) : [])];
      const isOwn = start === undefined && end !== undefined;
      found.push({
        field: "date",
        text,
        end: until ?? (isOwn ? end : undefined),
        used: isOwn ? [...used, ...end.used] : used,
      });
    }
    if (start !== undefined) {
      const used: Field[] = ["start", "time", ...(end?.used ?? [])];
      found.push({ field: "start", text: withTime(start, cells["time"]), end, used });
    }
    const year = this.yearDate(cells, whole, where, date === undefined && start === undefined);
    if (year) found.push({ ...year, end, used: [...year.used, ...(end?.used ?? [])] });
    if (found.length === 0 && end) found.push({ field: "date", text: "", end, used: end.used });
    return found;
  }

  private end(cells: DateCells, whole: ReadCell): { field: Field; text: string; used: readonly Field[] } | undefined {
    const end = whole("end", "end");
    if (end !== undefined) return { field: "end", text: withTime(end, cells["endTime"]), used: ["end", "endTime"] };
    const year = whole("endYear", "end");
    if (year === undefined) return undefined;
    const part = partsOf(cells);
    const [month, day] = [part("endMonth"), part("endDay")];
    const { text, unused } = readDateFields({
      year: yearText(year),
      month,
      day,
      ...clockParts(cells["endTime"]),
    });
    const lost = unused.map((name): Field => (name === "month" ? "endMonth" : name === "day" ? "endDay" : "endTime"));
    const used = (["endYear", "endMonth", "endDay", "endTime"] as const).filter((field) => !lost.includes(field));
    return { field: "endYear", text, used };
  }

  /** The date in columns of year, month, day and time. */
  private yearDate(cells: DateCells, whole: ReadCell, where: Where, isOnly: boolean): DateCandidate | undefined {
    const cell = whole("year", "date");
    if (cell === undefined) return undefined;
    const year = yearText(cell);
    const part = partsOf(cells);
    const [month, day] = [part("month"), part("day")];
    if (isOnly) this.remarkYear(year, month, day, where);
    const clock = clockParts(cells["time"]);
    const [hour, minute, second] = [part("hour"), part("minute"), part("second")];
    const { text, unused } = readDateFields({
      year,
      month,
      day,
      hour: hour ?? clock.hour,
      minute: minute ?? clock.minute,
      second: second ?? clock.second,
    });
    // A part without a column of its own comes from the time column.
    const lost = new Set(unused.map((name): Field => (name !== "millisecond" && cells[name] ? name : "time")));
    if (hour !== undefined) lost.add("time");
    const names = ["year", "month", "day", "hour", "minute", "second", "time"] as const;
    return { field: "year", text, used: names.filter((name) => !lost.has(name)) };
  }

  private remarkYear(year: string, month: string | undefined, day: string | undefined, where: Where): void {
    if (this.columns.single.has("date")) {
      this.report.tally("date-from-year", "the date is blank, so the column of years gives it", where, {
        hint: "Fill in the date if it is known",
      });
    }
    if (/^-\d/.test(year)) {
      this.report.tally("year-bce", "a negative year in a column of years is read as BCE: -44 is 44 BCE", where, {
        hint: "Write 44 BC, or give whole dates as EDTF writes them",
      });
    }
    if (isBlankPart(month) && !isBlankPart(day)) {
      this.report.tally("import-loss", "there is a day without a month, so the year alone is the date", where, {
        hint: "Add the month",
      });
    }
  }
}

function partsOf(cells: DateCells): (field: Field) => string | undefined {
  return (field) => {
    const cell = cells[field];
    return cell === undefined ? undefined : integerText(cell);
  };
}

function isBlankPart(part: string | undefined): boolean {
  return part === undefined || Number(part) === 0;
}

function withTime(date: string, time: string | undefined): string {
  if (time === undefined) return date;
  if (/^\d{4}-\d\d-\d\d$/.test(date) && /^\d{1,2}:\d\d(:\d\d)?$/.test(time)) return `${date}T${time.padStart(5, "0")}`;
  return `${date} ${time}`;
}
