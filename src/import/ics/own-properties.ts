/** Properties of our own (RFC 5545, 3.8.8.2): `toIcs` writes them, `fromIcs` reads them back. */

/** The date as the document writes it. */
export const X_DATE = "X-DATELINES-DATE";
/** Its end. */
export const X_END = "X-DATELINES-END";
