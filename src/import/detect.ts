/** Detects the format of a text by its content. The file name is only compared with the result. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { isNear, isObject } from "../model/document/fields.js";
import { headerField } from "./csv/columns.js";
import { detectDelimiter } from "./csv/delimiter.js";
import { recordsOf } from "./csv/from-records.js";
import { isSheetHeader } from "./timelinejs/sheet.js";

/** Formats that can be read. `records` is a list of objects in none of the other formats. */
export type Format =
  | "datelines"
  | "csv"
  | "tsv"
  | "timelinejs"
  | "vis"
  | "chrono"
  | "ics"
  | "wikidata"
  | "simile"
  | "records";

export interface Detected {
  /** `undefined` if no reader fits. */
  readonly format: Format | undefined;
  /** The reason, worded for a message. */
  readonly because: string;
  /** The detected format, and a warning if the file name suggests another. */
  readonly issues: readonly Issue[];
}

const EXTENSIONS: Readonly<Record<string, readonly Format[]>> = {
  csv: ["csv", "tsv", "timelinejs"],
  tsv: ["tsv", "csv", "timelinejs"],
  ics: ["ics"],
  xml: ["simile"],
  json: ["datelines", "timelinejs", "vis", "chrono", "wikidata", "simile", "records"],
};

/** Detects the format by the content and warns if the extension of the file `name` suggests another format. */
export function detect(text: string, name?: string): Detected {
  const [format, because] = judge(text);
  const issues: Issue[] = [];
  if (format === undefined && because === EMPTY) {
    const hint = "Write a title and a date for each event";
    return { format, because, issues: [formatIssue("format-unknown", "the file is empty", { hint })] };
  }
  const extension = /\.([a-z]+)$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  if (format === undefined) {
    const hint = "Name the format: csv, tsv, timelinejs, vis, chrono, ics, wikidata, simile or datelines";
    issues.push(formatIssue("format-unknown", `the format is not recognised: ${because}`, { value: name, hint }));
  } else {
    // Our own format is the expected one and needs no remark.
    if (format !== "datelines")
      issues.push(formatIssue("format-detected", `the file is read as ${format}: ${because}`));
    const expected = EXTENSIONS[extension];
    if (expected && !expected.includes(format)) {
      const hint = `Name the format if it is not ${format}`;
      const problem = `the file name ends in .${extension}, but the content is ${format}: ${because}`;
      issues.push(formatIssue("format-mismatch", problem, { value: name, hint }));
    }
  }
  return { format, because, issues };
}

const EMPTY = "it is empty";

type Judgement = readonly [format: Format | undefined, because: string];

function judge(whole: string): Judgement {
  const text = whole.replace(/^\ufeff/, "").trimStart();
  if (text === "") return [undefined, EMPTY];
  if (/^BEGIN:VCALENDAR/i.test(text)) return ["ics", "it begins with BEGIN:VCALENDAR"];
  if (text.startsWith("<")) {
    return /<event\b/i.test(text)
      ? ["simile", "it has event elements"]
      : [undefined, "it is markup without event elements"];
  }
  if (/^[[{]/.test(text)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return brokenJson(text);
    }
    return judgeObject(value);
  }
  return judgeTable(text);
}

/** Detects the intended format of JSON text with a syntax error. */
function brokenJson(text: string): Judgement {
  if (/"(?:start_date|startDate)"\s*:/.test(text)) return ["timelinejs", "it has start_date, as TimelineJS writes it"];
  return ["datelines", "it looks like JSON"];
}

/** Formats of text that are not read, by their beginnings. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^0 HEAD\b/, "it is GEDCOM"],
  [/^(?:%%\{|(?:timeline|gantt|flowchart|graph|sequenceDiagram)\b[^,;\t|]*(?:[\r\n]|$))/, "it is a Mermaid diagram"],
  [/^(?:---\s*[\r\n]|%YAML|(?:- )?[\w-]+:(?:[ \t][^,;\t|]*)?[\r\n]+(?:[ \t]*(?:- )?[\w-]+:|[ \t]*- ))/, "it is YAML"],
  [/^#+ /, "it is Markdown"],
  [/^%PDF|^PK\u0003\u0004|^\ufffd/, "it is not text"],
];

/** Lines examined for separators. */
const TABLE_SAMPLE_LINES = 40;

function judgeTable(text: string): Judgement {
  const other = OTHER_FORMATS.find(([pattern]) => pattern.test(text));
  if (other) return [undefined, other[1]];
  const lines = text.split(/\r\n|\r|\n/, TABLE_SAMPLE_LINES).filter((line) => line.trim() !== "");
  if (/^sep=./i.test(text)) lines.shift();
  const delimiter = detectDelimiter(text);
  const rows = lines.map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, "")));
  const [header = []] = rows;
  if (isSheetHeader(header)) return ["timelinejs", "its columns are those of a TimelineJS sheet"];
  const isNamed = (cells: readonly string[]): boolean => cells.some((cell) => headerField(cell) !== undefined);
  if (header.length < 2 && !/[\r\n]/.test(text.trim())) return [undefined, "it is one line without separators"];
  // A table has a row that names a field, or rows of equal width.
  const equal = rows.filter((cells) => cells.length === header.length).length;
  const isTable = rows.some((cells) => cells.length > 1 && isNamed(cells)) || (header.length === 1 && isNamed(header));
  if (!isTable && (header.length < 2 || equal * 2 <= rows.length)) {
    return [undefined, "it has neither the columns of a table nor another known structure"];
  }
  return delimiter === "\t"
    ? ["tsv", "its cells are separated by tabs"]
    : ["csv", `its cells are separated by "${delimiter}"`];
}

function judgeObject(value: unknown): Judgement {
  if (isObject(value)) {
    if (isObject(value["timeline"])) return ["timelinejs", "it has timeline.date, as TimelineJS 2 writes it"];
    if (isObject(value["results"])) return ["wikidata", "it has results.bindings, as SPARQL writes them"];
    if (Array.isArray(value["items"]) && value["items"].some(isVisItem)) {
      return ["vis", "its items have start and content"];
    }
  } else if (!Array.isArray(value)) return [undefined, "it is neither an object nor a list"];
  const events = isObject(value) ? value["events"] : value;
  const sample = (Array.isArray(events) ? events : []).filter(isObject).slice(0, 50);
  const some = (test: (entry: Readonly<Record<string, unknown>>) => boolean): boolean => sample.some(test);
  if (
    some((e) => "start_date" in e) ||
    (isObject(value) && Array.isArray(events) && some((e) => isObject(e["text"])))
  ) {
    return ["timelinejs", "its events have start_date, as TimelineJS writes it"];
  }
  if (
    isObject(value) &&
    (value["dateTimeFormat"] !== undefined || some((e) => "durationEvent" in e || "isDuration" in e))
  ) {
    return ["simile", "its events are those of SIMILE Timeline"];
  }
  if (some((e) => "title" in e && "date" in e) && !some((e) => "cardTitle" in e)) {
    // Mostly our own fields: at most one unknown field per event.
    const foreign = sample.flatMap((e) => Object.keys(e)).filter((key) => !OWN_FIELDS.has(key)).length;
    if (foreign <= sample.length)
      return ["datelines", isObject(value) ? "it is an object with events" : "it is a list of events"];
  }
  if (some((e) => "startDate" in e && ("headline" in e || "asset" in e))) {
    return ["timelinejs", "its dates have startDate and headline, as TimelineJS 2 writes them"];
  }
  if (Array.isArray(value)) {
    if (some((e) => "cardTitle" in e || "cardDetailedText" in e)) return ["chrono", "its items have cardTitle"];
    if (some(isWikidataRow)) return ["wikidata", "its rows name items of Wikidata"];
    if (some(isVisItem)) return ["vis", "its items have start and content"];
    if (sample.length > 0) return ["records", "it is a list of objects"];
    return ["datelines", "it is a list of events"];
  }
  if (Array.isArray(events)) {
    // Events without "date" or "title" whose other keys name one are records of another program.
    const names = (key: "date" | "title", test: (key: string) => boolean): boolean =>
      !some((e) => key in e) && some((e) => Object.keys(e).some(test));
    const other = names("date", namesStart) ? "date" : names("title", namesTitle) ? "title" : undefined;
    return other
      ? ["records", `its events name their ${other} otherwise`]
      : ["datelines", "it is an object with events"];
  }
  const near = Object.keys(value).find((key) => isNear("events", key));
  if (near !== undefined) return ["datelines", `its "${near}" is close to events`];
  if (recordsOf(value).list) return ["records", "it holds a list of objects"];
  return ["datelines", "it is an object"];
}

const OWN_FIELDS = new Set([
  ...["title", "date", "end", "id", "shortTitle", "description", "lane", "tags", "importance", "status", "place"],
  ...["sources", "claims", "relations", "media", "lang", "data", "headline", "precision", "ends"],
]);

function namesStart(key: string): boolean {
  const field = headerField(key);
  return field === "date" || field === "start" || field === "year";
}

/** Whether a key is another word for a title. A misspelt one such as "titel" is a mistake in our own format. */
const namesTitle = (key: string): boolean => headerField(key) === "title" && !isNear("title", key);

const VIS_TYPES: ReadonlySet<unknown> = new Set(["box", "point", "range", "background"]);

function isVisItem(item: unknown): boolean {
  if (!isObject(item) || !("start" in item)) return false;
  return "content" in item || "group" in item || VIS_TYPES.has(item["type"]);
}

const ENTITY_MENTION = /wikidata\.org\/entity\/Q\d+|^Q\d+$/;

function isWikidataRow(row: Readonly<Record<string, unknown>>): boolean {
  return Object.values(row).some((value) => {
    const text = isObject(value) ? value["value"] : value;
    return typeof text === "string" && ENTITY_MENTION.test(text);
  });
}
