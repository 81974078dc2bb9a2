/** Issue codes of import, export and command line. A file of their own, so that pages do not load them. */

/**
 * `error`: a value could not be used as written. `warning`: a value was used and is probably wrong. `info`: how a value was
 * read.
 */
export type Severity = "error" | "warning" | "info";

export const FORMAT_SEVERITY = {
  "calendar-julian": "info",
  "column-ambiguous": "warning",
  "column-duplicate": "warning",
  "column-missing": "error",
  "columns-mapped": "info",
  "date-columns-disagree": "warning",
  "date-fallback": "warning",
  "date-from-year": "info",
  "date-order-inferred": "info",
  "date-qualifier-unused": "warning",
  "date-serial": "info",
  "date-years-inferred": "info",
  "date-zero-part": "info",
  "delimiter-detected": "info",
  "end-exclusive": "info",
  "export-loss": "warning",
  "format-detected": "info",
  "format-mismatch": "warning",
  "format-unknown": "error",
  "header-row-detected": "info",
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
