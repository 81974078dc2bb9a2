/** The script-tag build: everything under the global `datelines`, and `<event-timeline>` registered. */
export { startEmbed } from "./dom/embed-frame.js";
export * from "./element.js";
export * from "./import.js";
export * from "./index.js";
