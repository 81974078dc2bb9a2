/** Claims about the date of one event that differ from each other. */
import type { Span } from "../../time/span.js";
import type { Claim, DatedText, TimelineEvent } from "../timeline.js";

/**
 * The claims of an event in their own order; empty when all of them agree. The date of the event comes first as a claim
 * without a source, unless a claim repeats it.
 */
export function differingClaims(event: TimelineEvent): readonly Claim[] {
  const { span, claims } = event;
  if (claims.length === 0) return [];
  const own: DatedText | undefined = span && { span, written: event.written.join("/") };
  const all: readonly Claim[] =
    own && !claims.some((claim) => sameDate(claim.date, own)) ? [{ date: own }, ...claims] : claims;
  const first = all[0] as Claim;
  return all.every(({ date }) => sameDate(date, first.date)) ? [] : all;
}

function sameDate(a: DatedText, b: DatedText): boolean {
  return a.span && b.span ? sameSpan(a.span, b.span) : !a.span && !b.span && a.written === b.written;
}

/** Whether two spans cover the same time with the same certainty. */
function sameSpan(a: Span, b: Span): boolean {
  return (
    a.kind === b.kind &&
    a.start === b.start &&
    a.end === b.end &&
    a.approximate === b.approximate &&
    a.uncertain === b.uncertain
  );
}
