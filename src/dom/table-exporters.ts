/**
 * The exporters of the download menu, loaded when they are asked for. The script tag has no files beside it: its build puts
 * them in (`scripts/exporters-inside.mjs`).
 */
export const csvExporter = async () => (await import("../export/csv.js")).toCsv;
export const jsonExporter = async () => (await import("../export/json.js")).toJson;
