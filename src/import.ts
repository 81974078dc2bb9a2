/** The entry `datelines/import`: other tools' formats to documents. */
export { fromCslJson } from "./import/csl-json.js";
export type { Field as ColumnField } from "./import/csv/header-phrases.js";
export type { ColumnOptions, ColumnRef } from "./import/csv/columns.js";
export { type CsvOptions, fromCsv } from "./import/csv/from-csv.js";
export { fromRecords } from "./import/csv/from-records.js";
export { type Detected, detect, type Format } from "./import/detect.js";
export { fromChrono } from "./import/from-chrono.js";
export { fromVis } from "./import/from-vis.js";
export { fromIcs } from "./import/ics/from-ics.js";
export { DEFAULT_LIMITS, type ImportLimits } from "./import/limits.js";
export type { Imported, ImportInput, ImportOptions } from "./import/result.js";
export { fromSimile } from "./import/simile/from-simile.js";
export { fromTimelineJs } from "./import/timelinejs/from-timelinejs.js";
export { fromWikidata, type WikidataOptions } from "./import/wikidata/from-wikidata.js";
