import type { IssueCode } from "../base/issue.js";

/** The reason why a text is not read as a date. Parsers in `src/time` throw it, and `parseDate` turns it into an issue. */
export class Refusal extends Error {
  constructor(
    readonly code: IssueCode,
    readonly problem: string,
    readonly hint?: string,
  ) {
    super(problem);
  }
}

/** A note on a date that was read: a rule that was applied, or a slip that was corrected. */
export interface Remark {
  readonly code: IssueCode;
  readonly problem: string;
  readonly hint?: string;
}
