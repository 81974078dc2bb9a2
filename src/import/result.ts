import type { Issue } from "../base/issue.js";
import type { TimelineDocument } from "../model/document.js";

/** What every importer returns: a document to render, and what was wrong with the input or could not be kept. */
export interface Imported {
  readonly document: TimelineDocument;
  readonly issues: readonly Issue[];
}
