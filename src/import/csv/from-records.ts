/** Reads a list of JSON objects whose keys name fields, as the headers of a table do. */
import type { SourceInput, TimelineDocument } from "../../model/document/document.js";
import { isObject, type RawObject } from "../../model/document/fields.js";
import { stringOf } from "../draft-event.js";
import { textOfHtml } from "../html-text.js";
import { ImportReport } from "../import-report.js";
import { readLimits } from "../limits.js";
import { pathLocator } from "../locator.js";
import { readInput } from "../read-input.js";
import { jsonValue } from "../read-json.js";
import type { ImportInput, Imported } from "../result.js";
import { mapColumns, reportColumns, reportMissingColumns, type Sample } from "./columns.js";
import type { CsvOptions } from "./from-csv.js";
import { SAMPLE_ROWS } from "./header-row.js";
import { RowTitles } from "./row-title.js";
import { TableReader } from "./table-reader.js";

/**
 * Reads a list of objects, or an object that contains one, as `fromCsv` reads rows: keys are matched like headers, and
 * keys that name no field are kept in `data`. Use it for exports that no other importer reads.
 */
export function fromRecords(input: ImportInput, options: Omit<CsvOptions, "delimiter" | "headerRow"> = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const raw = jsonValue(readInput(input, limits, report), limits, report);
  const { list, base } = recordsOf(raw);
  if (raw !== undefined && !list) {
    const hint = 'Write [{ "title": "…", "date": "2024-06-19" }]';
    report.put("document-invalid", "there is no list of objects", { value: raw, hint });
  }
  const records = list ?? [];
  const keys = [...new Set(records.flatMap((record) => (isObject(record) ? Object.keys(record) : [])))];
  const headers = keys.slice(0, limits.columns);
  const first = records.slice(0, SAMPLE_ROWS).filter(isObject);
  const sample: Sample = (column) => first.flatMap((record) => scalar(record[headers[column] as string], ", ") ?? []);
  const { dateOrder, locale, calendars, columns: given = {} } = options;
  const columns = mapColumns(headers, given, sample, report, base);
  if (records.length > 0) {
    reportMissingColumns(columns, report, base, options.titleFrom !== undefined);
    reportColumns(columns, report, base);
  } else if (list) report.put("no-events", "the list is empty", { path: base, hint: "Add an object for each event" });
  const settings = { limits, dateOrder, locale, calendars, given, areNumbersSerials: false };
  const cellsOf = first.map((record) => (column: number) => scalar(record[headers[column] as string], ", "));
  const titles = new RowTitles(columns, cellsOf, options.titleFrom, report);
  const table = new TableReader(columns, titles, settings, report);
  const sourceColumns = new Set(columns.sources.flatMap((source) => source.get("source") ?? []));
  records.forEach((record, i) => {
    if (!isObject(record)) {
      report.put("event-invalid", "an event must be an object", { path: `${base}[${i}]`, value: record });
      table.add(() => undefined, 0, `${base}[${i}]`);
      return;
    }
    const cell = (column: number): string | undefined => {
      const value = record[columns.headers[column] as string];
      return scalar(value, sourceColumns.has(column) ? "\n" : ", ")?.slice(0, limits.field);
    };
    table.add(cell, columns.headers.length, `${base}[${i}]`);
    const event = table.events[i];
    if (!event) return;
    const nested = [...sourceColumns].flatMap((column) => sourcesOf(record[columns.headers[column] as string]));
    if (nested.length > 0) event.sources = [...(event.sources ?? []), ...nested];
    const data = columns.rest.flatMap((column): [string, unknown][] => {
      const key = columns.headers[column] as string;
      const value = record[key];
      return typeof value === "object" && value !== null ? [[key, value]] : [];
    });
    if (data.length > 0) event.data = { ...event.data, ...Object.fromEntries(data) };
  });
  const document = { ...(list && isObject(raw) ? headOf(raw, base, report) : {}), ...table.finish() };
  report.settle();
  const names: Record<string, string> = {};
  for (const [field, column] of columns.single) names[field] = columns.headers[column] as string;
  const [source] = sourceColumns;
  if (source !== undefined) names["sources"] = columns.headers[source] as string;
  if (names["year"] !== undefined) names["date"] ??= names["year"];
  return { document, issues: report.issues, locate: pathLocator({ events: (i) => `${base}[${i}]` }, names) };
}

/** Finds the list: the value itself, or the first list of objects in it, with its path. */
export function recordsOf(raw: unknown): { list: readonly unknown[] | undefined; base: string } {
  if (Array.isArray(raw)) return { list: raw, base: "" };
  if (!isObject(raw)) return { list: undefined, base: "" };
  const found = Object.entries(raw).find(([, value]) => Array.isArray(value) && value.some(isObject));
  return found ? { list: found[1] as unknown[], base: found[0] } : { list: undefined, base: "" };
}

/** Fields of a document that may be given beside a list of records. */
const DOCUMENT_FIELDS = ["title", "description", "timeZone", "lang"] as const;

/** Reads the keys beside the list: fields of the document. Reports every other key. */
function headOf(raw: RawObject, base: string, report: ImportReport): Partial<TimelineDocument> {
  const head: Partial<Record<(typeof DOCUMENT_FIELDS)[number], string>> = {};
  for (const [key, value] of Object.entries(raw)) {
    const field =
      DOCUMENT_FIELDS.find((name) => name === key) ??
      (key === "name" && raw["title"] === undefined ? "title" : undefined);
    const text = typeof value === "string" ? textOfHtml(value).text : "";
    if (field && text !== "") head[field] = text;
    else if (key !== base)
      report.put("import-loss", "this key beside the list of events is not used", { path: key, value });
  }
  return head;
}

function scalar(value: unknown, joint: string): string | undefined {
  if (Array.isArray(value)) {
    const texts = value.filter((part) => !isObject(part)).flatMap((part) => scalar(part, joint) ?? []);
    return texts.length === 0 ? undefined : texts.join(joint);
  }
  const text = typeof value === "boolean" ? String(value) : stringOf(value).trim();
  return text === "" ? undefined : text;
}

/** Reads sources given as objects, with the address and the title under any of their usual names. */
function sourcesOf(value: unknown): SourceInput[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isObject).flatMap((entry: RawObject): SourceInput[] => {
    const url = stringOf(entry["url"] ?? entry["href"] ?? entry["link"]).trim();
    const title = textOfHtml(stringOf(entry["title"] ?? entry["text"] ?? entry["name"])).text;
    if (url === "" && title === "") return [];
    return [{ ...(url === "" ? {} : { url }), ...(title === "" ? {} : { title }) }];
  });
}
