import type { Issue } from "../base/issue.js";

/** What an exporter returns: the text of the file, and what the format could not hold or what is wrong in the document. */
export interface Exported {
  readonly text: string;
  readonly issues: readonly Issue[];
}
