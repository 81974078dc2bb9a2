/** What a reader of notations makes of a text: a date that `parseDate` reads, and notes on the rules that were applied. */
import type { Remark } from "../refusal.js";

export interface RewrittenDate {
  /** The date as a document writes it, in EDTF or in words. */
  readonly date: string;
  readonly remarks: readonly Remark[];
}

/** Rewrites a date of some notation. `undefined`: the text is not in that notation. */
export type DateRewriter = (text: string) => RewrittenDate | undefined;
