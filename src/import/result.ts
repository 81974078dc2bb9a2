import type { Issue } from "../base/issue.js";
import type { TimelineDocument } from "../model/document/document.js";
import type { ImportLimits } from "./limits.js";

/** A file: its text, its bytes (UTF-8, UTF-16, Windows-1252), or what has been read from it. */
export type ImportInput = string | Uint8Array | ArrayBuffer | object;

export interface ImportOptions {
  /** How much is read. */
  readonly limits?: Partial<ImportLimits> | undefined;
}

/** What every importer returns: a document to render, and what was wrong with the input or could not be kept. */
export interface Imported {
  readonly document: TimelineDocument;
  readonly issues: readonly Issue[];
  /**
   * Tells the issues that `parseDocument` finds in the document in terms of the file it came from: its row and column,
   * or its path. Issues of other documents come back unchanged.
   */
  readonly locate: (issues: readonly Issue[]) => Issue[];
}
