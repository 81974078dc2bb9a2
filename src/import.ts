/** The entry `datelines/import`: other tools' formats to documents. */
export { fromCslJson } from "./import/csl-json.js";
export { type Detected, detect, type Format } from "./import/detect.js";
export type { Imported } from "./import/result.js";
export { fromTimelineJs } from "./import/timelinejs.js";
