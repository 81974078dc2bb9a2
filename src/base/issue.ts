/**
 * Problems with data. Data never throws: a value that cannot be used is kept, and an `Issue` explains what is wrong and how
 * to write it. Programmer mistakes, such as a wrong argument type, throw a `TypeError`.
 */

import { omitUndefined } from "./omit-undefined.js";
import type { FormatCode, Severity } from "./format-codes.js";

export type { Severity };

/**
 * With `format-codes.ts`, the complete list of codes; tests and callers may match on them. A code that is in neither
 * `WARNINGS` nor `INFOS` is an error.
 */
type ErrorCode =
  | "color-invalid"
  | "form-invalid"
  | "date-invalid"
  | "date-missing"
  | "date-number-unclear"
  | "date-order-mixed"
  | "date-order-unknown"
  | "date-out-of-range"
  | "date-too-long"
  | "date-trailing-text"
  | "date-unknown"
  | "date-unrecognised"
  | "document-invalid"
  | "event-invalid"
  | "field-type"
  | "json-invalid"
  | "limit-events"
  | "link-dead"
  | "limit-field"
  | "source-not-found"
  | "time-zone-unknown"
  | "title-missing"
  | "url-credentials"
  | "url-invalid"
  | "url-scheme-blocked"
  | "value-invalid"
  | "year-two-digits";

const WARNINGS = [
  "calendar-unclear",
  "date-number-seconds",
  "encoding-suspect",
  "era-not-placed",
  "event-not-found",
  "filter-unmatched",
  "headline-many",
  "id-duplicate",
  "image-refused",
  "interval-reversed",
  "json-duplicate-key",
  "lanes-many",
  "link-private",
  "link-slow",
  "link-unclear",
  "no-events",
  "range-extreme",
  "rank-by-unmatched",
  "relation-unresolved",
  "status-unknown",
  "text-characters",
  "time-ambiguous",
  "time-nonexistent",
  "weekday-mismatch",
] as const;

const INFOS = [
  "alt-missing",
  "date-normalised",
  "date-notation",
  "date-order-inferred",
  "end-only",
  "field-unknown",
  "html-as-text",
  "import-loss",
  "interval-shorthand",
  "lane-unknown",
  "leap-second",
  "locale-missing",
  "link-moved",
  "media-linked",
  "season-code",
  "source-conflict",
  "time-midnight",
  "unsourced",
  "url-scheme-assumed",
  "year-astronomical",
] as const;

type ModelCode = ErrorCode | (typeof WARNINGS)[number] | (typeof INFOS)[number];

export type IssueCode = ModelCode | FormatCode;

/** One problem: what is wrong, where, and how to correct it. */
export interface Issue {
  /** A stable name, such as `date-invalid`. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** One or two full sentences: the path, the value in quotes, what is wrong, how to write it. */
  readonly message: string;
  /** Path in the document, such as `events[3].date`. */
  readonly path?: string;
  /** Row as a spreadsheet or an editor counts it, from 1. */
  readonly row?: number;
  /** Column as a spreadsheet or an editor counts it, from 1. */
  readonly column?: number;
  /** The value as written, truncated after 80 characters. */
  readonly value?: string;
  /** How to write it instead. */
  readonly hint?: string;
}

export interface IssueDetails {
  path?: string | undefined;
  row?: number | undefined;
  column?: number | undefined;
  value?: unknown;
  hint?: string | undefined;
}

const QUOTE_MAX_CHARACTERS = 80;

/** Formats a value for a message: one line, at most 80 characters. */
export function quoteValue(value: unknown): string {
  let text: string;
  if (typeof value === "string") text = value;
  else if (value === undefined) text = "undefined";
  else if (typeof value === "symbol" || typeof value === "bigint" || typeof value === "function") text = typeof value;
  else {
    try {
      text = JSON.stringify(value) ?? typeof value;
    } catch {
      // A cycle, a getter that throws, or a BigInt: only the type is known.
      text = typeof value;
    }
  }
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
  const points = Array.from(line.slice(0, QUOTE_MAX_CHARACTERS * 2));
  return points.length > QUOTE_MAX_CHARACTERS
    ? `${points.slice(0, QUOTE_MAX_CHARACTERS - 1).join("")}…`
    : points.join("");
}

/**
 * Creates an issue. `problem` is a clause without a full stop ("February 2021 has 28 days"). All messages are composed here,
 * so that they have the same form. `formatIssue` passes the `severity` of format codes, which are not in the main bundle.
 */
export function makeIssue(
  code: IssueCode,
  problem: string,
  details: IssueDetails = {},
  severity: Severity = severityOf(code),
): Issue {
  const { path, row, column, hint } = details;
  const value = details.value === undefined ? undefined : quoteValue(details.value);
  const subject = [path, value === undefined ? undefined : `"${value}"`].filter(Boolean).join(" ");
  const message = `${subject ? `${subject}: ` : ""}${problem}.${hint ? ` ${hint}${hint.startsWith("Did ") ? "?" : "."}` : ""}`;
  return { code, severity, message, ...omitUndefined({ path, row, column, value, hint }) };
}

function severityOf(code: string): Severity {
  const among = (codes: readonly string[]): boolean => codes.includes(code);
  return among(WARNINGS) ? "warning" : among(INFOS) ? "info" : "error";
}

/** Adds the location of the value. The path that the issue already has is appended to `path`. */
export function locateIssue(issue: Issue, path: string, row?: number, column?: number): Issue {
  const full = issue.path ? `${path}.${issue.path}` : path;
  const rest = issue.path && issue.message.startsWith(issue.path) ? issue.message.slice(issue.path.length) : undefined;
  return {
    ...issue,
    path: full,
    message:
      rest === undefined ? `${full}${issue.message.startsWith('"') ? "" : ":"} ${issue.message}` : `${full}${rest}`,
    ...omitUndefined({ row, column }),
  };
}
