/** Writes a document as CSV. Spreadsheets run no formula in it, and `fromCsv` reads it back. */
import type { SourceInput } from "../model/document/document.js";
import { isObject } from "../model/document/fields.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { divisionInWords } from "../time/season.js";
import { DATA_PREFIX, isFieldHeader } from "../import/csv/columns.js";
import { guardCell } from "../import/csv/formula-guard.js";
import { LossReport, writtenDocument, type WrittenEvent } from "./written-document.js";
import type { Exported } from "./result.js";

export interface CsvExportOptions extends ParseDocumentOptions {
  /** Default a comma. */
  readonly delimiter?: "," | ";" | "\t" | "|" | undefined;
}

type Column = readonly [header: string, cell: (event: WrittenEvent) => string | undefined];

const TEXTS = [
  ["id", "id"],
  ["title", "title"],
  ["short title", "shortTitle"],
  ["date", "date"],
  ["end", "end"],
  ["description", "description"],
  ["lane", "lane"],
  ["tags", "tags"],
  ["importance", "importance"],
  ["status", "status"],
  ["place", "place"],
  ["lang", "lang"],
] as const;

const SOURCE_FIELDS = [
  ["source", "url"],
  ["source title", "title"],
  ["publisher", "publisher"],
  ["author", "author"],
  ["published", "published"],
  ["quote", "quote"],
] as const;

/**
 * Writes the events of a document as a table, one row each. A leading apostrophe guards cells that a spreadsheet would
 * run as a formula; `fromCsv` removes it. Issues name what has no column (eras, relations, claims, colours).
 */
export function toCsv(document: unknown, options: CsvExportOptions = {}): Exported {
  const report = new LossReport();
  const written = writtenDocument(document, options, report);
  const { events, raw } = written;
  const columns = columnsOf(events).filter(([, cell]) => events.some((event) => cell(event) !== undefined));
  if (columns.length === 0) columns.push(["title", () => undefined], ["date", () => undefined]);
  for (const name of ["title", "description", "timeZone", "lang"] as const) {
    if (raw[name] !== undefined) report.lose(`a table has no column for the ${name} of a timeline`, name, raw[name]);
  }
  for (const name of ["eras", "lanes"] as const) {
    const list =
      name === "eras" ? written.eras : written.lanes.filter(({ id, title, color }) => color || (title && title !== id));
    if (list.length > 0) report.lose(`a table has no columns for ${name}, their titles and their colours`, name);
  }
  for (const event of events) reportLosses(event, report);
  const delimiter = options.delimiter ?? ",";
  const line = (cells: readonly (string | undefined)[]): string =>
    cells.map((cell) => quoted(guardCell(cell ?? ""), delimiter)).join(delimiter);
  const lines = [
    line(columns.map(([header]) => header)),
    ...events.map((event) => line(columns.map(([, cell]) => cell(event)))),
  ];
  return report.exported(`${lines.join("\r\n")}\r\n`);
}

function columnsOf(events: readonly WrittenEvent[]): Column[] {
  const columns: Column[] = TEXTS.map(([header, name]): Column => {
    if (name === "date" || name === "end") {
      return [header, (event) => (event[name]?.text ? cellDate(event[name].text) : undefined)];
    }
    if (name === "id") return [header, ({ id }) => id];
    if (name === "tags")
      return [header, (event) => (event.raw.tags?.length ? event.raw.tags.map(String).join(", ") : undefined)];
    return [header, (event) => event.text(name)];
  });
  const most = Math.max(0, ...events.map(({ sources }) => sources.length));
  for (let i = 0; i < most; i++) {
    for (const [header, name] of SOURCE_FIELDS) {
      const cell = ({ sources }: WrittenEvent): string | undefined => textOf(sources[i]?.[name as keyof SourceInput]);
      columns.push([i === 0 ? header : `${header} ${i + 1}`, cell]);
    }
  }
  for (const [header, name] of [
    ["image", "src"],
    ["alt text", "alt"],
    ["image credit", "credit"],
    ["image caption", "caption"],
  ] as const) {
    columns.push([header, ({ raw }) => textOf(raw.media?.[0]?.[name])]);
  }
  const keys = new Set(events.flatMap(({ raw }) => (isObject(raw.data) ? Object.keys(raw.data) : [])));
  for (const key of keys) {
    const header = isFieldHeader(key) || key.startsWith(DATA_PREFIX) ? `${DATA_PREFIX}${key}` : key;
    columns.push([header, ({ raw }) => (raw.data && Object.hasOwn(raw.data, key) ? textOf(raw.data[key]) : undefined)]);
  }
  return columns;
}

/** A date as a cell. A season code is written in words, because a table may mean two years by it. */
function cellDate(text: string): string {
  const [, year, code] = /^(\d{4})-(2[1-9]|3\d|4[01])$/.exec(text) ?? [];
  return (year === undefined ? undefined : divisionInWords(Number(year), Number(code))) ?? text;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function reportLosses({ raw, at, sources }: WrittenEvent, report: LossReport): void {
  if (raw.claims?.length) report.lose("a table has no column for claims", at("claims"));
  if (raw.relations?.length) report.lose("a table has no column for relations", at("relations"));
  if (raw.headline !== undefined) report.lose("a table has no column for headline", at("headline"));
  if ((raw.media?.length ?? 0) > 1) report.lose("a table has columns for one image", `${at("media")}[1]`);
  for (const source of sources) {
    for (const name of ["accessed", "archived", "language"] as const) {
      if (source[name] !== undefined) report.lose(`a table has no column for ${name} of a source`, at("sources"));
    }
  }
  if (raw.tags?.some((tag) => /[,;|]/.test(String(tag)))) {
    report.lose("a tag with a comma, a semicolon or a bar is read back as several", at("tags"));
  }
  for (const [key, value] of Object.entries(raw.data ?? {})) {
    if (typeof value === "object" && value !== null)
      report.lose("lists and objects in data are written as JSON text", `${at("data")}.${key}`);
  }
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) || cell !== cell.trim()
    ? `"${cell.split('"').join('""')}"`
    : cell;
}
