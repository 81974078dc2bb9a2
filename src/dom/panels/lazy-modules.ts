/**
 * What is loaded when a reader asks for it. The script tag has no files beside it: its build puts these in
 * (`scripts/later-inside.mjs`).
 */
export const loadMakeDownload = async () => (await import("./make-download.js")).makeDownload;
export const loadSourceFormats = async () => (await import("./source-formats.js")).sourceFormats;
