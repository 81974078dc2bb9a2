/** Which format a text is in, by what it says; its name only decides where nothing else does. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue } from "../base/issue.js";
import { isNear, isObject } from "../model/document/fields.js";
import { detectDelimiter } from "./csv/delimiter.js";
import { recordsOf } from "./csv/from-records.js";
import { isSheetHeader } from "./timelinejs/sheet.js";

/** `records`: a list of objects that no other reader knows. */
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
  /** `undefined`: none that can be read. */
  readonly format: Format | undefined;
  /** Why, in a few words, for a message. */
  readonly because: string;
  /** What it was taken for, and a name that says something else. */
  readonly issues: readonly Issue[];
}

const EXTENSIONS: Readonly<Record<string, readonly Format[]>> = {
  csv: ["csv", "tsv", "timelinejs"],
  tsv: ["tsv", "csv", "timelinejs"],
  ics: ["ics"],
  xml: ["simile"],
  json: ["datelines", "timelinejs", "vis", "chrono", "wikidata", "simile", "records"],
};

/** Chooses a format by the content; `name` (of a file) is only compared with what was found. */
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
    issues.push(formatIssue("format-unknown", `the format cannot be told: ${because}`, { value: name, hint }));
  } else {
    // Our own format is what a file is taken for when nobody says otherwise.
    if (format !== "datelines") issues.push(formatIssue("format-detected", `read as ${format}, since ${because}`));
    const expected = EXTENSIONS[extension];
    if (expected && !expected.includes(format)) {
      const hint = `Name the format if it is not ${format}`;
      const problem = `the name ends in .${extension} and the content is ${format}, since ${because}`;
      issues.push(formatIssue("format-mismatch", problem, { value: name, hint }));
    }
  }
  return { format, because, issues };
}

const EMPTY = "it is empty";

type Verdict = readonly [format: Format | undefined, because: string];

function judge(whole: string): Verdict {
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

/** What a JSON text with a mistake in it was meant to be. */
function brokenJson(text: string): Verdict {
  if (/"(?:start_date|startDate)"\s*:/.test(text)) return ["timelinejs", "it has start_date, as TimelineJS writes it"];
  return ["datelines", "it looks like JSON"];
}

function judgeTable(text: string): Verdict {
  const header = /^sep=./i.test(text) ? (text.split(/\r\n|\r|\n/, 2)[1] ?? "") : (text.split(/\r\n|\r|\n/, 1)[0] ?? "");
  const delimiter = detectDelimiter(text);
  const cells = header.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ""));
  if (isSheetHeader(cells)) return ["timelinejs", "its columns are those of a TimelineJS sheet"];
  if (cells.length < 2 && !/[\r\n]/.test(text.trim())) return [undefined, "it is one line without separators"];
  return delimiter === "\t"
    ? ["tsv", "its cells are separated by tabs"]
    : ["csv", `its cells are separated by "${delimiter}"`];
}

function judgeObject(value: unknown): Verdict {
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
    // Our own fields, and no more of others' than a document may have by mistake.
    const foreign = sample.flatMap((e) => Object.keys(e)).filter((key) => !OWN.has(key)).length;
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

const OWN = new Set([
  ...["title", "date", "end", "id", "shortTitle", "description", "lane", "tags", "importance", "status", "place"],
  ...["sources", "claims", "relations", "media", "lang", "data", "precision", "ends"],
]);

function isVisItem(item: unknown): boolean {
  return isObject(item) && "start" in item && !("title" in item && "date" in item);
}

const ENTITY = /wikidata\.org\/entity\/Q\d+|^Q\d+$/;

function isWikidataRow(row: Readonly<Record<string, unknown>>): boolean {
  return Object.values(row).some((value) => {
    const text = isObject(value) ? value["value"] : value;
    return typeof text === "string" && ENTITY.test(text);
  });
}
