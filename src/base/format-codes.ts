/** Problems that only arise where files are read or written. Apart from the others, so that pages do not load them. */

/**
 * How bad a problem is: `error`, something could not be used as it stands; `warning`, it was used and is likely wrong;
 * `info`, how it was read.
 */
export type Severity = "error" | "warning" | "info";

export const FORMAT_SEVERITY = {
  "calendar-julian": "info",
  "column-duplicate": "warning",
  "column-missing": "error",
  "columns-mapped": "info",
  "date-from-year": "info",
  "date-order-inferred": "info",
  "delimiter-detected": "info",
  "end-exclusive": "info",
  "export-loss": "warning",
  "format-detected": "info",
  "format-mismatch": "warning",
  "format-unknown": "error",
  "ics-invalid": "error",
  "limit-bytes": "error",
  "limit-columns": "error",
  "limit-depth": "error",
  "precision-unknown": "info",
  "quote-stray": "warning",
  "quote-unclosed": "error",
  "row-width": "warning",
  "rows-blank": "info",
  "rrule-empty": "warning",
  "rrule-invalid": "warning",
  "rrule-truncated": "warning",
  "title-composed": "warning",
  "tz-assumed": "info",
  "tz-unknown": "warning",
  "xml-invalid": "error",
  "year-bce": "info",
} as const satisfies Record<string, Severity>;

export type FormatCode = keyof typeof FORMAT_SEVERITY;
