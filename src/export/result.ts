import type { Issue } from "../base/issue.js";

/** The result of an exporter: the text of the file, and the issues: losses of the format and faults of the document. */
export interface Exported {
  readonly text: string;
  readonly issues: readonly Issue[];
}
