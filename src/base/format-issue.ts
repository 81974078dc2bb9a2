/** Issues of file formats: creates them, and relocates issues of a document to the imported file. */
import { omitUndefined } from "./omit-undefined.js";
import { FORMAT_SEVERITY, type FormatCode } from "./format-codes.js";
import { type Issue, type IssueCode, type IssueDetails, makeIssue } from "./issue.js";

/** Like `makeIssue`, also for `FormatCode`s. */
export function formatIssue(code: IssueCode, problem: string, details: IssueDetails = {}): Issue {
  return isFormatCode(code)
    ? makeIssue(code, problem, details, FORMAT_SEVERITY[code])
    : makeIssue(code, problem, details);
}

function isFormatCode(code: IssueCode): code is FormatCode {
  return Object.hasOwn(FORMAT_SEVERITY, code);
}

/** An issue with the path, row and column of the imported file instead of those of the document. */
export function relocateIssue(
  issue: Issue,
  place: Pick<IssueDetails, "path" | "row" | "column">,
  label: string,
): Issue {
  const { path: written = "", message } = issue;
  const rest = written !== "" && message.startsWith(written) ? message.slice(written.length) : `: ${message}`;
  const { path, row, column } = place;
  return { ...issue, message: `${label}${rest}`, ...omitUndefined({ path, row, column }) };
}
