/**
 * The script-tag build: everything under the global `datelines`, and `<event-timeline>` registered. Of the readers only
 * those that pages use: calendars and XML bring parsers of their own.
 */
export { startEmbed } from "./dom/embed/frame.js";
export * from "./element.js";
export { fromCsv } from "./import/csv/from-csv.js";
export { detect } from "./import/detect.js";
export { fromTimelineJs } from "./import/timelinejs/from-timelinejs.js";
export * from "./index.js";
