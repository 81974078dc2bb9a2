import type { Issue } from "../base/issue.js";
import type { TimelineDocument } from "../model/document/document.js";
import type { ImportLimits } from "./limits.js";

/** A file: its text, its bytes (UTF-8, UTF-16 or Windows-1252), or the object parsed from it. */
export type ImportInput = string | Uint8Array | ArrayBuffer | object;

export interface ImportOptions {
  /** Limits of size; see `ImportLimits`. */
  readonly limits?: Partial<ImportLimits> | undefined;
}

/** The result of every importer: a document to render, and the issues of the input. */
export interface Imported {
  readonly document: TimelineDocument;
  readonly issues: readonly Issue[];
  /**
   * Translates the issues that `parseDocument` finds in this document to places in the imported file: row and column,
   * or path. Other issues are returned unchanged.
   */
  readonly locate: (issues: readonly Issue[]) => Issue[];
}
