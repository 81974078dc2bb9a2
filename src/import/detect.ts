/** Detects the format of a text by its content. The file name is only compared with the result. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { isNear, isObject } from "../model/document/fields.js";
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

function judgeTable(text: string): Judgement {
  const header = /^sep=./i.test(text) ? (text.split(/\r\n|\r|\n/, 2)[1] ?? "") : (text.split(/\r\n|\r|\n/, 1)[0] ?? "");
  const delimiter = detectDelimiter(text);
  const cells = header.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ""));
  if (isSheetHeader(cells)) return ["timelinejs", "its columns are those of a TimelineJS sheet"];
  if (cells.length < 2 && !/[\r\n]/.test(text.trim())) return [undefined, "it is one line without separators"];
  return delimiter === "\t"
    ? ["tsv", "its cells are separated by tabs"]
    : ["csv", `its cells are separated by "${delimiter}"`];
}

function judgeObject(value: unknown): Judgement {
  if (isObject(value)) {
    if (isObject(value["timeline"])) return ["timelinejs", "it has timeline.date, as TimelineJS 2 writes it"];
    if (isObject(value["results"])) return ["wikidata", "it has results.bindings, as SPARQL writes them"];
    if (Array.isArray(value["items"]) && value["items"].some(isVisItem)) return ["vis", "its items have start"];
  } else if (!Array.isArray(value)) return [undefined, "it is neither an object nor a list"];
  const events = isObject(value) ? value["events"] : value;
  const sample = (Array.isArray(events) ? events : []).filter(isObject).slice(0, 50);
  const some = (test: (entry: Readonly<Record<string, unknown>>) => boolean): boolean => sample.some(test);
  if (
    isObject(value) &&
    (some((e) => "start_date" in e) || (Array.isArray(events) && some((e) => isObject(e["text"]))))
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
  if (Array.isArray(value)) {
    if (some((e) => "cardTitle" in e || "cardDetailedText" in e)) return ["chrono", "its items have cardTitle"];
    if (some(isWikidataRow)) return ["wikidata", "its rows name items of Wikidata"];
    if (some(isVisItem)) return ["vis", "its items have start"];
    if (sample.length > 0) return ["records", "it is a list of objects"];
    return ["datelines", "it is a list of events"];
  }
  if (Array.isArray(events)) return ["datelines", "it is an object with events"];
  const near = Object.keys(value).find((key) => isNear("events", key));
  if (near !== undefined) return ["datelines", `its "${near}" is close to events`];
  if (recordsOf(value).list) return ["records", "it holds a list of objects"];
  return ["datelines", "it is an object"];
}

const OWN_FIELDS = new Set([
  ...["title", "date", "end", "id", "shortTitle", "description", "lane", "tags", "importance", "status", "place"],
  ...["sources", "claims", "relations", "media", "lang", "data", "precision", "ends"],
]);

function isVisItem(item: unknown): boolean {
  return isObject(item) && "start" in item && !("title" in item && "date" in item);
}

const ENTITY_MENTION = /wikidata\.org\/entity\/Q\d+|^Q\d+$/;

function isWikidataRow(row: Readonly<Record<string, unknown>>): boolean {
  return Object.values(row).some((value) => {
    const text = isObject(value) ? value["value"] : value;
    return typeof text === "string" && ENTITY_MENTION.test(text);
  });
}
