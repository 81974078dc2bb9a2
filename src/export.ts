/** The entry `datelines/export`: documents to other formats. */
export { toBibTeX } from "./export/bibtex.js";
export { type CslDate, type CslItem, toCslJson } from "./export/csl-json.js";
export { type JsonLdOptions, toJsonLd } from "./export/json-ld.js";
export { toRis } from "./export/ris.js";
export { type CsvExportOptions, toCsv } from "./export/csv.js";
export { toIcs } from "./export/ics.js";
export { toJson } from "./export/json.js";
export type { Exported } from "./export/result.js";
export { toTimelineJs } from "./export/timelinejs.js";
