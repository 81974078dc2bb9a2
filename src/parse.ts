/** The readers of the public API. Their issues name notations that are not read, such as those of other calendars. */
import {
  type ParsedDocument,
  type ParseDocumentOptions,
  parseDocument as readDocument,
} from "./model/document/parse-document.js";
import { nameNotations } from "./time/notation-names.js";
import { type ParsedDate, type ParseDateOptions, parseDate as readDate } from "./time/parse-date.js";

/**
 * Reads a date. Never throws on text: what cannot be read has no `span` and one error that says how to write it.
 *
 * @throws TypeError when `text` is not a string, or `syntax` is none of its values
 */
export function parseDate(text: string, options: ParseDateOptions = {}): ParsedDate {
  const parsed = readDate(text, options);
  return parsed.span || options.syntax === "edtf" ? parsed : { issues: nameNotations(parsed.issues) };
}

/**
 * Reads a document, or a bare array of events, or the JSON text of either. Never throws on data; does not change its
 * input. Every event of the input is in `timeline.events` or, when it cannot be placed in time, in `timeline.unplaced`.
 */
export function parseDocument(input: unknown, options: ParseDocumentOptions = {}): ParsedDocument {
  const parsed = readDocument(input, options);
  return {
    timeline: parsed.timeline,
    get issues() {
      return nameNotations(parsed.issues);
    },
  };
}
