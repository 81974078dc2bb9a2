/** A document as JSON text. */
import { formatIssue } from "../base/format-issue.js";
import { jsonValue } from "../model/document/number-date.js";
import type { Exported } from "./result.js";

/**
 * A document as JSON, indented, ready for the schema. A `Date` is written as its milliseconds, since a text would say
 * more than it knows. What JSON cannot hold (functions, symbols, `undefined`) is left out and named.
 */
export function toJson(document: unknown): Exported {
  const lost: string[] = [];
  const whole = Array.isArray(document) ? { events: document } : document;
  function plain(this: unknown, key: string, value: unknown): unknown {
    if (typeof value === "bigint") return String(value);
    if (typeof value === "function" || typeof value === "symbol") lost.push(`${key} (${typeof value})`);
    return jsonValue(this, key, value);
  }
  try {
    const text = JSON.stringify(whole, plain, 2) ?? "null";
    const issues = lost.map((name) => formatIssue("export-loss", `JSON cannot hold ${name}; it is left out`));
    return { text: `${text}\n`, issues };
  } catch (error) {
    const problem = `JSON cannot hold this document: ${error instanceof Error ? error.message.split("\n")[0] : ""}`;
    return { text: "", issues: [formatIssue("document-invalid", problem)] };
  }
}
