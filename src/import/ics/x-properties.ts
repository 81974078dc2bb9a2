/** Non-standard properties (RFC 5545, 3.8.8.2) that `toIcs` writes and `fromIcs` reads. */

/** The date as written in the document. */
export const X_DATE = "X-DATELINES-DATE";
/** The end as written in the document. */
export const X_END = "X-DATELINES-END";
