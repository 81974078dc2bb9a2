/**
 * Problems with data. Data never throws: whatever cannot be used is kept, and an `Issue` says what is wrong with it
 * and how to write it. Programmer mistakes (a wrong argument type) throw a `TypeError` instead.
 */

import type { FormatCode, Severity } from "./format-codes.js";

export type { Severity };

/** How bad each problem is. With those of `format-codes.ts`, the complete list; tests and callers may match on them. */
const SEVERITY = {
  "color-invalid": "error",
  "date-invalid": "error",
  "date-missing": "error",
  "date-normalised": "info",
  "date-number-seconds": "warning",
  "date-number-unclear": "error",
  "date-order-inferred": "info",
  "date-order-mixed": "error",
  "date-order-unknown": "error",
  "date-out-of-range": "error",
  "date-too-long": "error",
  "date-trailing-text": "error",
  "date-unknown": "error",
  "date-unrecognised": "error",
  "document-invalid": "error",
  "encoding-suspect": "warning",
  "end-only": "info",
  "era-not-placed": "warning",
  "event-invalid": "error",
  "event-not-found": "warning",
  "field-type": "error",
  "field-unknown": "info",
  "filter-unmatched": "warning",
  "html-as-text": "info",
  "id-duplicate": "warning",
  "import-loss": "info",
  "interval-reversed": "warning",
  "interval-shorthand": "info",
  "json-invalid": "error",
  "json-duplicate-key": "warning",
  "lane-unknown": "info",
  "lanes-many": "warning",
  "leap-second": "info",
  "limit-events": "error",
  "link-dead": "error",
  "link-moved": "info",
  "link-private": "warning",
  "link-slow": "warning",
  "link-unclear": "warning",
  "limit-field": "error",
  "no-events": "warning",
  "range-extreme": "warning",
  "relation-unresolved": "warning",
  "season-code": "info",
  "source-conflict": "info",
  "source-not-found": "error",
  "status-unknown": "warning",
  "text-characters": "warning",
  "time-ambiguous": "warning",
  "time-midnight": "info",
  "time-nonexistent": "warning",
  "time-zone-unknown": "error",
  "title-missing": "error",
  unsourced: "info",
  "url-credentials": "error",
  "url-invalid": "error",
  "url-scheme-assumed": "info",
  "url-scheme-blocked": "error",
  "value-invalid": "error",
  "year-astronomical": "info",
  "year-two-digits": "error",
} as const satisfies Record<string, Severity>;

type ModelCode = keyof typeof SEVERITY;

export type IssueCode = ModelCode | FormatCode;

/** One problem: what it is, where it is, and how to mend it. */
export interface Issue {
  /** A stable name, such as `date-invalid`. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** One or two full sentences: the place, the value in quotes, what is wrong, how to write it. */
  readonly message: string;
  /** Where in a document, such as `events[3].date`. */
  readonly path?: string;
  /** Row as a spreadsheet or an editor counts it, from 1. */
  readonly row?: number;
  /** Column as a spreadsheet or an editor counts it, from 1. */
  readonly column?: number;
  /** The value as it was written, cut after 80 characters. */
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

const LONGEST_QUOTE = 80;

/** The value as it is quoted in a message: one line, at most 80 characters. */
export function quoteValue(value: unknown): string {
  let text: string;
  if (typeof value === "string") text = value;
  else if (value === undefined) text = "undefined";
  else if (typeof value === "symbol" || typeof value === "bigint" || typeof value === "function") text = typeof value;
  else {
    try {
      text = JSON.stringify(value) ?? typeof value;
    } catch {
      // A cycle, a throwing getter or a BigInt inside: the type is all that can safely be said.
      text = typeof value;
    }
  }
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
  const points = Array.from(line.slice(0, LONGEST_QUOTE * 2));
  return points.length > LONGEST_QUOTE ? `${points.slice(0, LONGEST_QUOTE - 1).join("")}…` : points.join("");
}

/**
 * Makes an issue. `problem` is what is wrong, as a clause without a full stop ("February 2021 has 28 days").
 * The message is composed here, once, so that every message has the same shape. The codes of formats bring their
 * `severity` (see `formatIssue`), since their table stays out of the main bundle.
 */
export function makeIssue(
  code: IssueCode,
  problem: string,
  details: IssueDetails = {},
  severity: Severity = SEVERITY[code as ModelCode],
): Issue {
  const { path, row, column, hint } = details;
  const value = details.value === undefined ? undefined : quoteValue(details.value);
  const subject = [path, value === undefined ? undefined : `"${value}"`].filter(Boolean).join(" ");
  const message = `${subject ? `${subject}: ` : ""}${problem}.${hint ? ` ${hint}.` : ""}`;
  return {
    code,
    severity,
    message,
    ...(path === undefined ? {} : { path }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The same issue, now that it is known where the value stands. A path it has already stays in front. */
export function locateIssue(issue: Issue, path: string, row?: number, column?: number): Issue {
  const full = issue.path ? `${path}.${issue.path}` : path;
  const rest = issue.path && issue.message.startsWith(issue.path) ? issue.message.slice(issue.path.length) : undefined;
  return {
    ...issue,
    path: full,
    message: rest === undefined ? `${full} ${issue.message}` : `${full}${rest}`,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
}
