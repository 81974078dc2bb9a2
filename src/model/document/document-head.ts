/** Reads what precedes the events of a document: its form and its time zone. */
import { isTimeZone } from "../../time/zone.js";
import { type Fields, isList, isObject, type RawObject, type Report } from "./fields.js";

/** Turns a document, a bare array of events, or the JSON text of either into a document. */
export function rawDocument(input: unknown, report: Report): RawObject {
  if (typeof input === "string") {
    try {
      return rawDocument(JSON.parse(input), report);
    } catch (error) {
      report.add(
        "json-invalid",
        `this is not JSON: ${error instanceof Error ? error.message : ""}`,
        "",
        input,
        "Check it with a JSON editor",
      );
      return {};
    }
  }
  if (isList(input)) return { events: input };
  if (isObject(input) && isEvent(input)) {
    const problem = "this is one event; a document is a list of them";
    report.add("document-invalid", problem, "", input["title"], "Write [ and ] around it");
    return { events: [input] };
  }
  if (isObject(input)) return input;
  report.add(
    "document-invalid",
    "a document must be an object with events, or a list of events",
    "",
    input,
    'Write { "events": [ … ] }',
  );
  return {};
}

function isEvent(raw: RawObject): boolean {
  try {
    return raw["date"] !== undefined && raw["events"] === undefined && raw["columns"] === undefined;
  } catch {
    // A getter or proxy of the caller threw an error.
    return false;
  }
}

/** The zone from the option or the document; `undefined` when neither states one. */
export function readTimeZone(fields: Fields, override: string | undefined): string | undefined {
  const timeZone = override ?? fields.text("timeZone");
  if (timeZone === undefined || isTimeZone(timeZone)) return timeZone;
  const hint = "Write an IANA name such as Asia/Pyongyang";
  fields.addIssue("timeZone", "time-zone-unknown", "this time zone is not known; UTC is used", hint, timeZone);
  return "UTC";
}
