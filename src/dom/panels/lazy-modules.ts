/** Modules that the page loads when a reader asks for them. A script tag has no files beside it and bundles them. */
export const loadMakeDownload = async () => (await import("./make-download.js")).makeDownload;
export const loadSourceFormats = async () => (await import("./source-formats.js")).sourceFormats;
