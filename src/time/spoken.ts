/** Spoken dates: what people type. Expressions of one or two dates round the words before, after, between, from, to. */
import { Cursor } from "./cursor.js";
import type { Locale } from "./locale.js";
import type { DateOrder } from "./numeric-date.js";
import { momentOf, type Parts } from "./parts.js";
import { Refusal, type Remark } from "./refusal.js";
import { afterSpan, beforeSpan, intervalSpan, type Moment, momentSpan, type Span, setSpan } from "./span.js";
import { readParts } from "./spoken-date.js";
import { tokenise } from "./tokens.js";
import { vocabularyOf } from "./vocabulary.js";

export interface SpokenContext {
  readonly locale: Locale | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly remarks: Remark[];
}

const DASHES = ["-", "–", "—", "‐", "‑", "−", "/"] as const;

/** Reads a spoken date, or throws a refusal. `undefined`: nothing at its beginning is a date. */
export function readSpoken(text: string, context: SpokenContext): Span | undefined {
  const tokens = tokenise(text, vocabularyOf(context.locale));
  const cursor = new Cursor(tokens);
  if (cursor.take("unknown") && cursor.done) {
    throw new Refusal(
      "date-unknown",
      "it says that the date is not known",
      "Leave the date out, or write what is known",
    );
  }
  cursor.reset(0);
  const span = readExpression(cursor, context);
  const rest = cursor.peek();
  if (!span || !rest) return span;
  throw new Refusal(
    "date-trailing-text",
    `"${text.slice(rest.at)}" from column ${rest.at + 1} on is not part of a date`,
    "Write the date alone, and everything else in another field",
  );
}

function readExpression(cursor: Cursor, context: SpokenContext): Span | undefined {
  const qualifiers = cursor.place;
  const about = cursor.take("about");
  const word = cursor.take("between", "from", "since", "until", "before", "after", "notBefore", "notAfter");
  if (!word) cursor.reset(qualifiers);
  switch (word) {
    case "between":
      return readBetween(cursor, context);
    case "from":
    case "since":
      return readFrom(cursor, context, word);
    case undefined:
      return readSingleOrRange(cursor, context);
    default: {
      cursor.sign(...DASHES);
      const parts = readParts(cursor, context.dateOrder);
      if (!parts) return undefined;
      const limit = momentOf(about ? { ...parts, approximate: true } : parts);
      if (word === "until") return intervalSpan(null, limit, "open");
      if (word === "before" || word === "notAfter") return beforeSpan(limit, word === "notAfter");
      return afterSpan(limit, word === "notBefore");
    }
  }
}

/** "between 1914 and 1918": once, and the limits are what was stated. */
function readBetween(cursor: Cursor, context: SpokenContext): Span | undefined {
  const a = readParts(cursor, context.dateOrder);
  if (!a) return undefined;
  if (!cursor.take("and", "to") && !cursor.sign(...DASHES)) return undefined;
  const b = readParts(cursor, context.dateOrder);
  if (!b) return undefined;
  const [from, to] = pair(a, b, context);
  if (to.end <= from.start) {
    throw new Refusal("date-invalid", "the second date lies before the first", "Write the earlier date first");
  }
  return momentSpan({
    start: from.start,
    end: to.end,
    precision: from.precision,
    approximate: from.approximate || to.approximate,
    uncertain: from.uncertain || to.uncertain,
    soft: true,
  });
}

function readFrom(cursor: Cursor, context: SpokenContext, word: "from" | "since"): Span | undefined {
  const a = readParts(cursor, context.dateOrder);
  if (!a) return undefined;
  if (word === "since" || cursor.done)
    return intervalSpan(momentOf(a), null, false, word === "since" ? "open" : "unknown");
  if (!cursor.take("to", "until", "and") && !cursor.sign(...DASHES)) return undefined;
  return readSecond(cursor, context, a);
}

function readSingleOrRange(cursor: Cursor, context: SpokenContext): Span | undefined {
  if (cursor.take("present")) return intervalSpan(null, null, false, "open");
  const a = readParts(cursor, context.dateOrder);
  if (!a) return undefined;
  if (cursor.done) return momentSpan(momentOf(a));
  const before = cursor.place;
  const word = cursor.take("to", "until", "and", "or", "between");
  if (!word && !cursor.sign(...DASHES)) return momentSpan(momentOf(a));
  if (word === "or" || word === "and") {
    const b = readParts(cursor, context.dateOrder);
    if (b) {
      const [first, second] = pair(a, b, context);
      return setSpan(word === "or" ? "one-of" : "all-of", [momentSpan(first), momentSpan(second)]);
    }
    cursor.reset(before);
    return momentSpan(momentOf(a));
  }
  if (cursor.done) return intervalSpan(momentOf(a), null, false, "unknown");
  return readSecond(cursor, context, a);
}

function readSecond(cursor: Cursor, context: SpokenContext, a: Parts): Span | undefined {
  if (cursor.take("present")) return intervalSpan(momentOf(a), null, false, "open");
  if (cursor.take("unknown") || cursor.sign("?")) return intervalSpan(momentOf(a), null, false, "unknown");
  const b = readParts(cursor, context.dateOrder);
  if (!b) return undefined;
  const [from, to] = pair(a, b, context);
  if (from.start < to.end) return intervalSpan(from, to);
  context.remarks.push({
    code: "interval-reversed",
    problem: "it ends before it starts; it is drawn from the earlier date to the later",
    hint: "Write the earlier date first",
  });
  return intervalSpan(to, from);
}

/** Both ends of a pair, each completed with what only the other one says. */
function pair(a: Parts, b: Parts, { remarks }: SpokenContext): [Moment, Moment] {
  const [left, right] = [{ ...a }, { ...b }];
  expandShortYear(left, right, remarks);
  if (left.ago && right.ago === undefined && right.bare !== undefined) right.ago = { years: right.bare, unit: 1 };
  if (right.ago && left.bare !== undefined) {
    // "70–66 Ma": the unit is said once.
    const scale = right.ago.years / (b.ago?.years ?? 1);
    left.ago = { years: left.bare * scale * factorOf(right.ago.years), unit: right.ago.unit };
    delete left.bare;
  }
  if (left.bare !== undefined) completeBare(left, right);
  if (right.bare !== undefined && left.day !== undefined && left.month !== undefined && right.bare <= 31) {
    // "June 19-21": the month was said on the left.
    right.day = right.bare;
    delete right.bare;
    delete right.digits;
  }
  if (right.day !== undefined && right.month === undefined && left.month !== undefined) right.month = left.month;
  share(left, right);
  return [momentOf(left), momentOf(right)];
}

function factorOf(years: number): number {
  return 10 ** (Math.floor(Math.log10(Math.max(1, years)) / 3) * 3);
}

/** "1939-45": the second year has the century of the first. */
function expandShortYear(left: Parts, right: Parts, remarks: Remark[]): void {
  const first = left.year ?? left.bare;
  const second = right.bare;
  const plain = left.day === undefined && left.era === undefined && right.era === undefined && !right.ordinal;
  if (first === undefined || second === undefined || !plain || (left.digits ?? 4) < 4 || right.digits !== 2) return;
  if (second <= first % 100) return;
  right.bare = first - (first % 100) + second;
  right.digits = 4;
  remarks.push({
    code: "interval-shorthand",
    problem: `it is read as ${first} to ${right.bare}`,
    hint: `Write ${first}/${right.bare}`,
  });
}

/** A lone number on the left is what its neighbour shows it to be: a day, a century, or a year. */
function completeBare(left: Parts, right: Parts): void {
  const n = left.bare as number;
  const move = (field: "day" | "century" | "millennium"): void => {
    left[field] = n;
    delete left.bare;
    delete left.digits;
  };
  if (right.day !== undefined && right.month !== undefined && n <= 31) move("day");
  else if (right.century !== undefined && left.ordinal) move("century");
  else if (right.millennium !== undefined && left.ordinal) move("millennium");
  else if (right.moment === undefined && right.era && left.era === undefined) {
    if (right.era === "bce" || n < 100) left.era = right.era;
  }
}

/** Month, year and era that only one side says hold for both. */
function share(left: Parts, right: Parts): void {
  if (left.month === undefined && left.day !== undefined && right.month !== undefined) left.month = right.month;
  const leftNeeds = left.month !== undefined || left.season !== undefined;
  const rightNeeds = right.month !== undefined || right.season !== undefined;
  if (leftNeeds && left.year === undefined && left.bare === undefined && right.year !== undefined) {
    left.year = right.year;
    if (right.digits !== undefined) left.digits = right.digits;
  }
  if (rightNeeds && right.year === undefined && right.bare === undefined && left.year !== undefined) {
    right.year = left.year;
    if (left.digits !== undefined) right.digits = left.digits;
  }
  const counted = left.century ?? left.millennium ?? left.decade ?? left.year;
  if (right.era === "bce" && left.era === undefined && counted !== undefined) left.era = "bce";
}
