/** Issues of the formats: made with their own severities, and moved to where a value stands in the file it came from. */
import { omitUndefined } from "./omit-undefined.js";
import { FORMAT_SEVERITY, type FormatCode } from "./format-codes.js";
import { type Issue, type IssueCode, type IssueDetails, makeIssue } from "./issue.js";

/** Like `makeIssue`, for the codes of formats too. */
export function formatIssue(code: IssueCode, problem: string, details: IssueDetails = {}): Issue {
  return isFormatCode(code)
    ? makeIssue(code, problem, details, FORMAT_SEVERITY[code])
    : makeIssue(code, problem, details);
}

function isFormatCode(code: IssueCode): code is FormatCode {
  return Object.hasOwn(FORMAT_SEVERITY, code);
}

/** The same issue, told in terms of the place in another tool's file that the value came from. */
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
