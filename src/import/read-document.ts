import { type Issue, makeIssue } from "../base/issue.js";
import { detect } from "./detect.js";
import { fromTimelineJs } from "./timelinejs/from-timelinejs.js";

/** A text that was read, or the reason why it could not be. */
export type ReadDocument =
  | { readonly document: unknown; readonly issues: readonly Issue[] }
  | { readonly document: undefined; readonly issues: readonly [Issue, ...Issue[]] };

/**
 * Reads a text in whichever format it is in. The only door through which the element, the fenced block and other callers
 * without a choice of their own come to the importers.
 */
export function readDocument(text: string): ReadDocument {
  const plain = text.replace(/^\ufeff/, "");
  const { format, because } = detect(plain);
  if (format === undefined) {
    const hint = "Write a JSON object with events, or a list of events";
    return { document: undefined, issues: [makeIssue("json-invalid", `this is no timeline: ${because}`, { hint })] };
  }
  const value: unknown = JSON.parse(plain);
  return format === "timelinejs" ? fromTimelineJs(value as object) : { document: value, issues: [] };
}
