/** Reads results of the Wikidata query service: SPARQL JSON, simplified bindings, and flat rows. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { EventInput, MediaInput, SourceInput, TimelineDocument } from "../../model/document/document.js";
import { isObject, type RawObject } from "../../model/document/fields.js";
import { headerKey } from "../csv/columns.js";
import { PARTIAL, PHRASES } from "../csv/header-phrases.js";
import { draftEvent, stringOf } from "../draft-event.js";
import { ImportReport } from "../import-report.js";
import { limited, readLimits } from "../limits.js";
import { pathLocator } from "../locator.js";
import { readInput } from "../read-input.js";
import { jsonValue } from "../read-json.js";
import type { ImportInput, ImportOptions, Imported } from "../result.js";
import { withTitles } from "../titled.js";
import { wikidataDate } from "./wikidata-date.js";

export interface WikidataOptions extends ImportOptions {
  /** Names of the variables, if they are not recognised. */
  readonly variables?:
    | { readonly item?: string; readonly title?: string; readonly date?: string; readonly end?: string }
    | undefined;
}

type Role = "item" | "title" | "date" | "end" | "description";
type Roles = Readonly<Partial<Record<Role, string>>>;

/**
 * Reads query results: `{ head, results: { bindings } }`, a list of simplified bindings, or flat rows. Dates keep
 * their precision; years are astronomical. Each event cites the page of its item.
 */
export function fromWikidata(input: ImportInput, options: WikidataOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const raw = jsonValue(readInput(input, limits, report), limits, report);
  const { rows, base } = rowsOf(raw);
  if (raw !== undefined && rows === undefined) {
    const hint = "Download the result as JSON";
    report.put("document-invalid", "this is no result of the Wikidata query service", { value: raw, hint });
  }
  const kept = limited(rows ?? [], limits, report);
  const roles = { ...findRoles(kept), ...options.variables };
  if (kept.length > 0 && roles.date === undefined) {
    const problem = "no variable holds dates, so no event can be placed";
    report.put("column-missing", problem, { path: base, hint: "Name it with the option variables.date" });
  }
  const events = kept.map((row, i) =>
    isObject(row) ? eventOf(row, roles, `${base}[${i}]`, report) : (row as EventInput),
  );
  report.settle();
  const names: Record<string, string> = { sources: roles.item ?? "item" };
  for (const role of ["date", "end", "title", "description"] as const) {
    const name = roles[role];
    if (name !== undefined) names[role] = name;
  }
  const document: TimelineDocument = { events };
  const locate = pathLocator({ events: (i) => `${base}[${i}]` }, names);
  return withTitles({ document, issues: report.issues, locate }, options.titleFrom);
}

function rowsOf(raw: unknown): { rows: readonly unknown[] | undefined; base: string } {
  if (Array.isArray(raw)) return { rows: raw, base: "" };
  const results = isObject(raw) ? raw["results"] : undefined;
  if (isObject(results) && Array.isArray(results["bindings"])) {
    return { rows: results["bindings"], base: "results.bindings" };
  }
  return { rows: undefined, base: "" };
}

interface Value {
  readonly text: string;
  readonly label?: string | undefined;
  readonly precision?: number | undefined;
  readonly calendar?: string | undefined;
  readonly unknown?: true;
}

const ENTITY = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/)?([QPL]\d+)$/;
/** The query service's notation for a value that exists but is unknown. */
const UNKNOWN_VALUE = /^https?:\/\/www\.wikidata\.org\/\.well-known\/genid\/|^_:|^t\d+$/;

function valueOf(raw: unknown): Value | undefined {
  if (raw === undefined || raw === null || raw === "") return undefined;
  if (!isObject(raw)) return typeof raw === "object" ? undefined : { text: String(raw) };
  const text = stringOf(raw["value"] ?? raw["time"]);
  const precision = raw["precision"];
  return {
    text,
    label: stringOf(raw["label"]) || undefined,
    precision: precision === undefined || precision === "" ? undefined : Number(precision),
    calendar: stringOf(raw["calendarmodel"] ?? raw["calendar"]) || undefined,
    ...(raw["type"] === "bnode" || UNKNOWN_VALUE.test(text) ? { unknown: true } : {}),
  };
}

/** Rows examined to find the role of each variable. */
const ROLE_SAMPLE_ROWS = 200;

/** Assigns roles to variables by their names and their values in the first rows. */
function findRoles(rows: readonly unknown[]): Roles {
  const sample = rows.filter(isObject).slice(0, ROLE_SAMPLE_ROWS);
  const names = [...new Set(sample.flatMap((row) => Object.keys(row)))];
  const isDate = (name: string): boolean =>
    sample.some((row) => {
      const value = valueOf(row[name]);
      return value !== undefined && /^[+-]?\d{1,16}(?:-\d\d-\d\d(?:T|$)|$)/.test(value.text);
    });
  const isItem = (name: string): boolean => sample.some((row) => ENTITY.test(valueOf(row[name])?.text ?? ""));
  const role = (name: string, field: "date" | "end"): number => {
    const key = headerKey(name);
    const known = PHRASES.get(key);
    if (known) return known.field === field || (field === "date" && known.field === "year") ? known.rank : -1;
    return key.split(" ").some((word) => PARTIAL[field]?.includes(word)) ? 1000 : -1;
  };
  const best = (field: "date" | "end"): string | undefined =>
    names
      .map((name) => ({ name, rank: role(name, field) }))
      .filter(({ name, rank }) => rank >= 0 && isDate(name))
      .sort((a, b) => a.rank - b.rank)[0]?.name;
  const item = names.find((name) => name === "item" && isItem(name)) ?? names.find(isItem);
  const end = best("end");
  const isTime = (name: string): boolean =>
    sample.some((row) => /^[+-]?\d{4,16}-\d\d-\d\dT/.test(valueOf(row[name])?.text ?? ""));
  const date = best("date") ?? names.find((name) => name !== end && isTime(name));
  const labels = [`${item}Label`, "label", "name", "title", "name_en", "label_en"];
  const isFilled = (name: string): boolean => sample.some((row) => valueOf(row[name])?.text);
  const title =
    labels.find((name) => names.includes(name) && isFilled(name)) ??
    names.find((name) => LABEL_NAME.test(name) && isFilled(name));
  const description = [`${item}Description`, "description"].find((name) => names.includes(name));
  return omitUndefined({ item, title, date, end, description });
}

function eventOf(row: RawObject, roles: Roles, path: string, report: ImportReport): EventInput {
  const of = (role: Role): Value | undefined => {
    const name = roles[role];
    return name === undefined ? undefined : valueOf(row[name]);
  };
  const item = of("item");
  const entity = ENTITY.exec(item?.text ?? "")?.[1];
  const used = new Set(Object.values(roles));
  const image = Object.entries(row).find(
    ([name, raw]) => !used.has(name) && COMMONS_IMAGE.test(valueOf(raw)?.text ?? ""),
  );
  const data: [string, unknown][] = [];
  for (const [name, raw] of Object.entries(row)) {
    const value = valueOf(raw);
    if (used.has(name) || value === undefined || name === image?.[0]) continue;
    if (DATE_DETAIL.test(name) && [...used].some((role) => name.toLowerCase().startsWith(role.toLowerCase()))) continue;
    data.push([name, value.label ?? value.text]);
  }
  const source: SourceInput[] = entity
    ? [{ url: `https://www.wikidata.org/wiki/${entity}`, title: `Wikidata ${entity}` }]
    : [];
  return draftEvent({
    title: of("title")?.text || item?.label || otherLabel(row) || item?.text || "",
    date: dateOf(row, roles.date, `${path}.${roles.date}`, report) ?? "",
    end: dateOf(row, roles.end, `${path}.${roles.end}`, report),
    description: of("description")?.text,
    sources: source,
    media: image && [imageOf(valueOf(image[1])?.text ?? "")],
    data: data.length === 0 ? undefined : Object.fromEntries(data),
  });
}

/** A raster image of Wikimedia Commons, as the query service gives it. */
const COMMONS_IMAGE = /^https?:\/\/commons\.wikimedia\.org\/wiki\/Special:FilePath\/([^?#]+\.(?:jpe?g|png|gif|webp))$/i;
/** Widths of images that are requested, in px. */
const IMAGE_WIDTH_PX = 640;
const THUMBNAIL_WIDTH_PX = 240;

/** The results say nothing of what the image shows. Its page does, and names the author. */
function imageOf(address: string): MediaInput {
  const [, file = ""] = COMMONS_IMAGE.exec(address) ?? [];
  const src = `https://commons.wikimedia.org/wiki/Special:FilePath/${file}`;
  return {
    src: `${src}?width=${IMAGE_WIDTH_PX}`,
    alt: "",
    credit: "Wikimedia Commons",
    link: `https://commons.wikimedia.org/wiki/File:${file}`,
    thumbnail: `${src}?width=${THUMBNAIL_WIDTH_PX}`,
  };
}

const LABEL_NAME = /^(?:name|label|title)(?:_|$)|label$/i;

/** The first filled label of a row in any language. */
function otherLabel(row: RawObject): string | undefined {
  const name = Object.keys(row).find((key) => LABEL_NAME.test(key) && valueOf(row[key])?.text);
  return name === undefined ? undefined : valueOf(row[name])?.text;
}

const DATE_DETAIL = /[_ ]?(?:precision|timeprecision|calendar|calendarmodel)$/i;
const JULIAN_CALENDAR = /Q1985786$/;

function dateOf(row: RawObject, name: string | undefined, path: string, report: ImportReport): string | undefined {
  const value = name === undefined ? undefined : valueOf(row[name]);
  if (!name || !value) return undefined;
  if (value.unknown) return "unknown";
  const beside = (...endings: string[]): string | undefined => {
    const keys = endings.flatMap((ending) => [`${name}${ending}`, `${name}_${ending.toLowerCase()}`]);
    const found = keys.find((key) => Object.hasOwn(row, key));
    return found === undefined ? undefined : valueOf(row[found])?.text;
  };
  const written = value.precision ?? beside("Precision", "TimePrecision", "precision");
  const precision = written === undefined ? undefined : Number(written);
  const isPrecision = precision === undefined || (Number.isInteger(precision) && precision >= 0 && precision <= 14);
  if (!isPrecision) report.add("value-invalid", "a precision is a whole number from 0 to 14", path, written);
  const date = wikidataDate(value.text, isPrecision ? precision : undefined);
  if (!date) return value.text;
  if (date.astronomical) {
    report.tally("year-astronomical", "years are astronomical in query results: -0043 is 44 BCE", path);
  }
  if (date.assumedDay) {
    const hint = "Ask for the precision too (wikibase:timePrecision)";
    const problem = "the result gives no precision, so midnight is read as a day; 1 January may mean a whole year";
    report.tally("precision-unknown", problem, path, { hint });
  }
  if (JULIAN_CALENDAR.test(value.calendar ?? beside("Calendar", "CalendarModel", "calendarmodel") ?? "")) {
    const problem = "Wikidata shows this date in the Julian calendar; the Gregorian day of the result is kept";
    report.tally("calendar-julian", problem, path);
  }
  return date.text;
}
