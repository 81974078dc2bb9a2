/** Reads JSON and reports the place of the first syntax error, duplicate keys, and nesting over the limit. */
import type { ImportReport } from "./import-report.js";
import { type ImportLimits, reportLimit } from "./limits.js";
import { LineIndex } from "./line-index.js";
import { walkJson } from "./walk-json.js";

/** Parses JSON text; `undefined` if it is invalid, which is reported with row and column. */
function readJson(text: string, limits: ImportLimits, report: ImportReport): unknown {
  const lines = new LineIndex(text);
  const deep = offsetBelow(text, limits.depth);
  if (deep !== undefined) {
    const problem = `lists and objects are nested more than ${limits.depth} levels deep; the file is not read`;
    reportLimit(report, "limit-depth", problem, "depth", lines.place(deep));
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    reportMistake(text, lines, error, report);
    return undefined;
  }
  walkJson(text, ({ name, offset, before, written }) => {
    report.put(
      "json-duplicate-key",
      `this key is given twice in one object, with the values ${before} and ${written}`,
      {
        ...lines.place(offset),
        value: name,
        hint: "Remove one of them; the last one is used",
      },
    );
  });
  return value;
}

/** Parses JSON text; returns any other input unchanged. */
export function jsonValue(input: string | object | undefined, limits: ImportLimits, report: ImportReport): unknown {
  return typeof input === "string" ? readJson(input, limits, report) : input;
}

/** The offset of the first bracket nested deeper than `limit`; `undefined` if there is none. */
function offsetBelow(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) {
      for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) if (text.charCodeAt(i) === 92) i++;
    } else if (unit === 91 || unit === 123) {
      if (++depth > limit) return i;
    } else if (unit === 93 || unit === 125) depth--;
  }
  return undefined;
}

function reportMistake(text: string, lines: LineIndex, error: unknown, report: ImportReport): void {
  if (text.trim() === "") {
    report.put("json-invalid", "the file is empty", { row: 1, column: 1, hint: 'Write { "events": [ … ] }' });
    return;
  }
  const { offset, what } = walkJson(text) ?? { offset: 0, what: error instanceof Error ? error.message : "" };
  const place = lines.place(offset);
  const start = Math.max(offset - 20, offset - place.column + 1);
  const snippet = (text.slice(start, offset + 20).split(/\r|\n/)[0] ?? "").trim();
  report.put("json-invalid", `this is not JSON: ${what}`, {
    ...place,
    value: snippet,
    hint: "Check the file with a JSON editor",
  });
}
