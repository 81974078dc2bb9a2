/** Reads tables in text form: cells separated by commas, tabs, semicolons or bars. */
import type { DateRewriter } from "../../time/catalogue/rewritten-date.js";
import type { Locale } from "../../time/locale.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import type { TimelineDocument } from "../../model/document/document.js";
import { ImportReport } from "../import-report.js";
import { type ImportLimits, readLimits, reportLimit } from "../limits.js";
import { locator, type Place } from "../locator.js";
import { readInput } from "../read-input.js";
import type { ImportInput, ImportOptions, Imported } from "../result.js";
import { isSheetHeader } from "../timelinejs/sheet.js";
import type { Field } from "./header-phrases.js";
import {
  type ColumnOptions,
  type Columns,
  mapColumns,
  reportColumns,
  reportMissingColumns,
  type Sample,
} from "./columns.js";
import { findHeader, headOf, SAMPLE_ROWS } from "./header-row.js";
import { detectDelimiter, separatorLine } from "./delimiter.js";
import { unguardCell } from "./formula-guard.js";
import { readRows } from "./read-rows.js";
import { RowTitles } from "./row-title.js";
import { TableReader } from "./table-reader.js";

export interface CsvOptions extends ImportOptions {
  /** One character. Default: detected from the first lines. */
  readonly delimiter?: string | undefined;
  /** Columns by header or by number from 1, for headers that do not name a field. */
  readonly columns?: ColumnOptions | undefined;
  /** Order of the numbers in dates such as 1/2/2021. Default: inferred, if the dates allow only one order. */
  readonly dateOrder?: DateOrder | undefined;
  /** The row that names the columns, counted from 1. Default: the first row that names a column of dates. */
  readonly headerRow?: number | undefined;
  /** A language whose month names and words are read in addition to English. */
  readonly locale?: Locale | undefined;
  /** Converts dates of other calendars, such as `readCalendarDate` of `datelines/calendars`. Default: they are refused. */
  readonly calendars?: DateRewriter | undefined;
}

/**
 * Reads a table whose first row names its columns: text, or bytes in UTF-8, UTF-16 or Windows-1252. Every row becomes
 * an event; columns that name no field are kept in its `data`. Rows and columns are numbered as in a spreadsheet.
 *
 * @throws TypeError for invalid options; faults of the table are in the issues
 */
export function fromCsv(input: ImportInput, options: CsvOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const text = readInput(input, limits, report);
  if (text !== undefined && typeof text !== "string") throw new TypeError("fromCsv: the input must be a text or bytes");
  return readTable(text ?? "", options, limits, report);
}

function readTable(whole: string, options: CsvOptions, limits: ImportLimits, report: ImportReport): Imported {
  const stated = separatorLine(whole);
  const text = stated ? whole.slice(stated.start) : whole;
  const delimiter = options.delimiter ?? stated?.delimiter ?? detectDelimiter(text);
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) {
    throw new TypeError(`fromCsv: the delimiter must be one character, not "${delimiter}"`);
  }
  if (delimiter !== "," && options.delimiter === undefined) {
    const name = DELIMITER_NAMES[delimiter] ?? `"${delimiter}"`;
    report.put("delimiter-detected", `cells are separated by ${name}`, { row: 1 });
  }
  const { headerRow } = options;
  if (headerRow !== undefined && !(Number.isInteger(headerRow) && headerRow >= 1)) {
    throw new TypeError(`fromCsv: headerRow must be a whole number from 1 on, not ${String(headerRow)}`);
  }
  const builder = new TableBuilder(options, limits, report);
  const firstRow = stated ? 2 : 1;
  readRows(text, delimiter, report, (cells, index) => builder.add({ cells, row: index + firstRow }));
  return builder.finish();
}

/** A row of the text with its number, counted from 1. */
interface TableRow {
  readonly cells: readonly string[];
  readonly row: number;
}

/** Finds the header in the first rows, then adds the rows below it to a table. */
class TableBuilder {
  /** The first rows, until the header is found in them. */
  private waiting: TableRow[] | undefined = [];
  private head: Partial<TimelineDocument> = {};
  private table: TableReader | undefined;

  constructor(
    private readonly options: CsvOptions,
    private readonly limits: ImportLimits,
    private readonly report: ImportReport,
  ) {}

  add(row: TableRow): void {
    if (!this.waiting) {
      this.addToTable(row);
      return;
    }
    this.waiting.push(row);
    if (this.waiting.length >= SAMPLE_ROWS) this.begin();
  }

  finish(): Imported {
    this.begin();
    const { table, report } = this;
    const document = { ...this.head, ...(table?.finish() ?? { events: [] }) };
    if (document.events.length === 0) {
      const found = table?.columns.headers.join(", ");
      const problem = found ? `there is a header (${found}) and no row below it` : "the file is empty";
      report.put("no-events", problem, { row: 1, hint: "Add a row for each event, with a title and a date" });
    }
    report.settle();
    return { document, issues: report.issues, locate: table ? tableLocator(table) : (issues) => [...issues] };
  }

  private begin(): void {
    if (!this.waiting) return;
    const rows = this.waiting;
    this.waiting = undefined;
    const at = findHeader(rows, this.options.headerRow, this.report);
    const header = rows[at];
    if (!header) return;
    this.head = headOf(rows.slice(0, at), header.row, this.options.headerRow === undefined, this.report);
    const below = rows.slice(at + 1).filter(({ cells }) => !cells.every(isBlank));
    const sample: Sample = (column) => below.flatMap(({ cells }) => cells[column]?.trim() || []);
    const columns = readHeader(header, sample, this.options, this.limits, this.report);
    const { dateOrder, locale, calendars, columns: given = {} } = this.options;
    const settings = { limits: this.limits, dateOrder, locale, calendars, given, areNumbersSerials: true };
    const cellsOf = below.map(
      ({ cells }) =>
        (column: number) =>
          cells[column]?.trim() || undefined,
    );
    const titles = new RowTitles(columns, cellsOf, this.options.titleFrom, this.report);
    this.table = new TableReader(columns, titles, settings, this.report);
    for (const row of rows.slice(at + 1)) this.addToTable(row);
  }

  private addToTable({ cells, row }: TableRow): void {
    if (this.table) addRow(this.table, cells, row, this.limits, this.report);
  }
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { "\t": "tabs", ";": "semicolons", "|": "vertical bars" };

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

function readHeader(
  { cells, row }: TableRow,
  sample: Sample,
  options: CsvOptions,
  limits: ImportLimits,
  report: ImportReport,
): Columns {
  if (cells.length > limits.columns) {
    const problem = `there are ${cells.length} columns, and the limit is ${limits.columns}; the first ${limits.columns} are kept`;
    reportLimit(report, "limit-columns", problem, "columns", { row, column: limits.columns + 1 });
  }
  const headers = cells.slice(0, limits.columns).map((cell) => unguardCell(cell).trim());
  const columns = mapColumns(headers, options.columns ?? {}, sample, report, row);
  reportMissingColumns(columns, report, row, options.titleFrom !== undefined);
  if (isSheetHeader(headers) && options.columns === undefined) {
    report.put(
      "format-mismatch",
      "these are the columns of a TimelineJS sheet, whose title and eras a table does not have",
      {
        row,
        hint: "Read it with fromTimelineJs, or as timelinejs",
      },
    );
  }
  reportColumns(columns, report, row);
  return columns;
}

function addRow(
  table: TableReader,
  cells: readonly string[],
  row: number,
  limits: ImportLimits,
  report: ImportReport,
): void {
  if (cells.every(isBlank)) {
    report.tally("rows-blank", "this row is blank and is skipped", row);
    return;
  }
  const expected = table.columns.headers.length;
  const width = Math.min(cells.length, limits.columns);
  if (cells.length > expected && expected < limits.columns) {
    const problem = `the row has more cells than the header, which has ${expected}; they are kept in data`;
    report.tally("row-width", problem, row, { hint: "Name every column in the first row" });
  } else if (cells.length < expected) {
    const problem = `the row has fewer cells than the header, which has ${expected}`;
    report.tally("row-width", problem, row, { hint: "Check for a missing quote or separator" });
  }
  const cell = (column: number): string | undefined => {
    const raw = cells[column];
    if (raw === undefined || raw === "") return undefined;
    const text = unguardCell(raw).trim();
    return text === "" ? undefined : cut(text, row, column, limits, report);
  };
  table.add(cell, width, row);
}

function cut(text: string, row: number, column: number, limits: ImportLimits, report: ImportReport): string {
  if (text.length <= limits.field) return text;
  const problem = `the text has ${text.length} characters, and the limit is ${limits.field}; the rest is cut`;
  // Do not split a surrogate pair.
  const kept = text.slice(0, limits.field).replace(/[\ud800-\udbff]$/, "");
  reportLimit(report, "limit-field", problem, "field", { row, column: column + 1, value: text.slice(0, 80) });
  return kept;
}

/** Locates a field of an event in the table. */
function tableLocator(table: TableReader): Imported["locate"] {
  const { places, columns, dateFields } = table;
  const locate = locator((list, index, field): Place | undefined => {
    const row = places[index];
    if (list !== "events" || typeof row !== "number") return undefined;
    const column = columnOf(columns, dateFields[index], field);
    const name = column === undefined ? "" : `, column ${columns.headers[column] || column + 1}`;
    return { row, column: column === undefined ? undefined : column + 1, label: `row ${row}${name}` };
  });
  return (issues) => locate(issues.filter((issue) => !table.isReported(issue)));
}

function columnOf(
  { single, sources }: Columns,
  dates: readonly [date: Field, end: Field] | undefined,
  field: string,
): number | undefined {
  const source = /^sources\[(\d+)\]/.exec(field);
  if (source) return sources[Math.min(Number(source[1]), sources.length - 1)]?.get("source");
  const name = (/^\w+/.exec(field)?.[0] ?? "") as Field;
  if (name === "date" || name === "end")
    return single.get(dates?.[name === "date" ? 0 : 1] ?? name) ?? single.get(name);
  return single.get(name);
}
