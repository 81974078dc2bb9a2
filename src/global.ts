/** The script-tag build: everything under the global `datelines`, and `<event-timeline>` registered. */
export * from "./element.js";
export * from "./import.js";
export * from "./index.js";
