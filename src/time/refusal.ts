import type { IssueCode } from "../base/issue.js";

/**
 * Why a text is not a date. Thrown inside `src/time` to leave a nested parser, and caught by `parseDate`; it never
 * leaves this folder.
 */
export class Refusal extends Error {
  constructor(
    readonly code: IssueCode,
    readonly problem: string,
    readonly hint?: string,
  ) {
    super(problem);
  }
}

/** A remark on a date that was read all the same. */
export interface Remark {
  readonly code: IssueCode;
  readonly problem: string;
  readonly hint?: string;
}
