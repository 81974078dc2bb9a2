/** Reads our own format within the limits of imported files. */
import type { TimelineDocument } from "../model/document/document.js";
import { isObject } from "../model/document/fields.js";
import { ImportReport } from "./import-report.js";
import { limited, readLimits } from "./limits.js";
import { readInput } from "./read-input.js";
import { jsonValue } from "./read-json.js";
import type { ImportInput, ImportOptions, Imported } from "./result.js";
import { withTitles } from "./titled.js";

/** Reads a document or a bare list of events. `parseDocument` validates its content. */
export function fromDatelines(input: ImportInput, options: ImportOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const raw = jsonValue(readInput(input, limits, report), limits, report);
  const document = (raw ?? { events: [] }) as TimelineDocument;
  const read: Imported = { document: bounded(document), issues: report.issues, locate: (issues) => [...issues] };
  return withTitles(read, options.titleFrom);

  function bounded(value: TimelineDocument): TimelineDocument {
    const events: unknown = Array.isArray(value) ? value : isObject(value) ? value["events"] : undefined;
    if (!Array.isArray(events) || events.length <= limits.events) return value;
    const kept = [...limited(events, limits, report)];
    return (Array.isArray(value) ? kept : { ...value, events: kept }) as TimelineDocument;
  }
}
