/** Reads the spreadsheet of TimelineJS, current and first version, as slides. */
import { headerKey } from "../csv/columns.js";
import { detectDelimiter, separatorLine } from "../csv/delimiter.js";
import { readRows } from "../csv/read-rows.js";
import { clockParts } from "../date-fields.js";
import type { ImportReport } from "../import-report.js";

/** Slide fields by normalised column header. */
const SHEET_COLUMNS: Readonly<Record<string, string>> = {
  year: "year",
  month: "month",
  day: "day",
  time: "time",
  "end year": "endYear",
  "end month": "endMonth",
  "end day": "endDay",
  "end time": "endTime",
  "start date": "startDate",
  "end date": "endDate",
  "display date": "display",
  headline: "headline",
  text: "text",
  media: "media",
  "media credit": "credit",
  "media caption": "caption",
  "media thumbnail": "thumbnail",
  "alt text": "alt",
  type: "type",
  group: "group",
  tag: "group",
  background: "background",
};

export interface Sheet {
  readonly timeline: { title?: object; events: object[]; eras: object[] };
  /** Row numbers of the events and of the eras, counted from 1. */
  readonly rows: { readonly events: number[]; readonly eras: number[] };
}

/** Whether the headers are those of a TimelineJS spreadsheet. */
export function isSheetHeader(headers: readonly string[]): boolean {
  const keys = headers.map(headerKey);
  const has = (...names: string[]): boolean => names.every((name) => keys.includes(name));
  return has("headline", "text", "media") && (has("year") || has("start date"));
}

export function readSheet(whole: string, report: ImportReport): Sheet {
  const sheet: Sheet = { timeline: { events: [], eras: [] }, rows: { events: [], eras: [] } };
  const stated = separatorLine(whole);
  const text = stated ? whole.slice(stated.start) : whole;
  const firstRow = stated ? 2 : 1;
  let names: (string | undefined)[] | undefined;
  let headers: readonly string[] = [];
  readRows(text, stated?.delimiter ?? detectDelimiter(text), report, (cells, index) => {
    const row = index + firstRow;
    if (cells.every((cell) => cell.trim() === "")) {
      if (names) report.tally("rows-blank", "this row is blank and is skipped", row);
      return;
    }
    if (!names) {
      headers = cells;
      names = cells.map((header) => SHEET_COLUMNS[headerKey(header)]);
      return;
    }
    addRow(sheet, rowFields(cells, names, headers), row, report);
  });
  if (sheet.timeline.events.length === 0) {
    report.put("no-events", "there is no row with an event", { row: 1, hint: "Add a row with a Year and a Headline" });
  }
  return sheet;
}

interface RowFields {
  readonly known: Readonly<Record<string, string | undefined>>;
  readonly rest: Readonly<Record<string, string>>;
}

function rowFields(
  cells: readonly string[],
  names: readonly (string | undefined)[],
  headers: readonly string[],
): RowFields {
  const known: Record<string, string> = {};
  const rest: [string, string][] = [];
  cells.forEach((cell, column) => {
    const text = cell.trim();
    if (text === "") return;
    const name = names[column];
    if (name !== undefined) known[name] ??= text;
    else rest.push([headers[column]?.trim() || `column ${column + 1}`, text]);
  });
  return { known, rest: Object.fromEntries(rest) };
}

function addRow({ timeline, rows }: Sheet, { known, rest }: RowFields, row: number, report: ImportReport): void {
  const slide = {
    ...rest,
    start_date: known["startDate"] ?? dateFields(known, "year", "month", "day", "time"),
    end_date: known["endDate"] ?? dateFields(known, "endYear", "endMonth", "endDay", "endTime"),
    text: { headline: known["headline"], text: known["text"] },
    display_date: known["display"],
    group: known["group"],
    media: {
      url: known["media"],
      credit: known["credit"],
      caption: known["caption"],
      alt: known["alt"],
      thumbnail: known["thumbnail"],
    },
    background: known["background"] ?? "",
  };
  const type = known["type"]?.toLowerCase();
  if (type === "era") {
    timeline.eras.push(slide);
    rows.eras.push(row);
  } else if (type === "title" && timeline.title === undefined) {
    timeline.title = slide;
    if (known["background"]) {
      report.put("import-loss", "a figure has no background; it is left out", {
        row,
        value: known["background"],
      });
    }
  } else {
    if (type === "title") {
      report.put("import-loss", "a timeline has one title; this row becomes an event", {
        row,
        value: known["headline"],
      });
    }
    timeline.events.push(slide);
    rows.events.push(row);
  }
}

function dateFields(known: RowFields["known"], ...names: [string, string, string, string]): object | undefined {
  const [year, month, day, time] = names.map((name) => known[name]);
  if (year === undefined && month === undefined && day === undefined && time === undefined) return undefined;
  return { year, month, day, ...clockParts(time) };
}
