/** Accounts that differ: what each source says of the date of one event. */
import type { Span } from "../../time/span.js";
import type { DatedText, Source, TimelineEvent } from "../timeline.js";

/** One account of the date. */
export interface Account {
  readonly date: DatedText;
  /** Who gives it. Absent for the event's own date when no claim repeats it. */
  readonly source?: Source;
  readonly note?: string;
}

/**
 * The accounts of an event's date, in their own order, or none where all agree. A date of the event that no claim repeats
 * is an account too, and comes first.
 */
export function differingClaims(event: TimelineEvent): readonly Account[] {
  const { span, claims } = event;
  if (claims.length === 0) return [];
  const own: DatedText | undefined = span && { span, written: event.written.join("/") };
  const accounts: readonly Account[] =
    own && !claims.some((claim) => sameDate(claim.date, own)) ? [{ date: own }, ...claims] : claims;
  const first = accounts[0] as Account;
  return accounts.every((account) => sameDate(account.date, first.date)) ? [] : accounts;
}

function sameDate(a: DatedText, b: DatedText): boolean {
  return a.span && b.span ? sameSpan(a.span, b.span) : !a.span && !b.span && a.written === b.written;
}

/** The same stretch of time, said with the same certainty. */
function sameSpan(a: Span, b: Span): boolean {
  return (
    a.kind === b.kind &&
    a.start === b.start &&
    a.end === b.end &&
    a.approximate === b.approximate &&
    a.uncertain === b.uncertain
  );
}
