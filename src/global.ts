/** The script-tag build: everything under the global `datelines`. */
export * from "./import.js";
export * from "./index.js";
