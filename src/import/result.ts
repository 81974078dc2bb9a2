import type { Issue } from "../base/issue.js";
import type { TimelineDocument } from "../model/document/document.js";
import type { ImportLimits } from "./limits.js";

/** A file: its text, its bytes (UTF-8, UTF-16 or Windows-1252), or the object parsed from it. */
export type ImportInput = string | Uint8Array | ArrayBuffer | object;

export interface ImportOptions {
  /** Limits of size; see `ImportLimits`. */
  readonly limits?: Partial<ImportLimits> | undefined;
  /**
   * Makes titles of the columns of a table or, of other formats, of the `data` and the fields of each event, named in braces:
   * `"{Place}, M {Magnitude}"`. A missing value goes with the words beside it, up to the next comma, colon, semicolon, bar or
   * dash. An event whose values are all missing keeps the title that it has without a template. A name that no column has is
   * an error `column-missing`. Default: the column of titles, or the cells that tell rows apart.
   */
  readonly titleFrom?: string | undefined;
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
