/** Reads spoken dates, as people type them: one date, or several joined by words such as before, between, from, to. */
import { DAY } from "../calendar.js";
import { Cursor } from "./token-cursor.js";
import type { Locale } from "../locale.js";
import type { DateOrder } from "./numeric-date.js";
import { momentOf, type Parts, type Time } from "./date-parts.js";
import { Refusal, type Remark } from "../refusal.js";
import { between, afterSpan, beforeSpan, intervalSpan, momentSpan, type Span, setSpan } from "../span.js";
import { readParts } from "./spoken-date.js";
import { ends, pair } from "./date-pair.js";
import { COMMAS, RANGE_SIGNS } from "./punctuation.js";
import { decadeOrYear, isDecade } from "./year-number.js";
import { readTime } from "./time-of-day.js";
import { type Token, tokenise } from "./tokenise.js";
import { vocabularyOf } from "./vocabulary.js";

export interface SpokenContext {
  readonly timeZone: string | undefined;
  readonly locale: Locale | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly remarks: Remark[];
}

/** Reads a spoken date. `undefined`: the text does not begin with a date. @throws Refusal if a part of it is no date */
export function readSpoken(text: string, context: SpokenContext): Span | undefined {
  const vocabulary = vocabularyOf(context.locale);
  const tokens = tokenise(text, vocabulary);
  const cursor = new Cursor(tokens, context.timeZone);
  if (cursor.take("unknown") && cursor.done) {
    throw new Refusal(
      "date-unknown",
      "it says that the date is not known",
      "Leave the date out, or write what is known",
    );
  }
  cursor.reset(0);
  const span = readOrExplain(new Reader(cursor, context, text, vocabulary.beforeOrAgo), text, tokens);
  const rest = cursor.peek();
  if (!span || !rest) return span;
  throw new Refusal(
    "date-trailing-text",
    `"${text.slice(rest.at)}" from column ${rest.at + 1} on is not part of a date`,
    "Write the date alone, and everything else in another field",
  );
}

/**
 * Reads a date. A refusal of a year of two digits is replaced where the text has a longer number: then the part that hinders
 * the reading is named.
 */
function readOrExplain(reader: Reader, text: string, tokens: readonly Token[]): Span | undefined {
  try {
    return reader.read();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "year-two-digits") throw error;
    const refused = (problem: string, hint: string): Refusal => new Refusal("date-unrecognised", problem, hint);
    const century = /(\d+)(?:st|nd|rd|th) c\b/i.exec(text);
    if (century) throw refused("a century is not abbreviated", `Write ${century[0].slice(0, -1)}century`);
    const word = tokens.find(({ kind }) => kind === "word");
    if (word) {
      const written = text.slice(word.at, word.end);
      throw refused(
        `"${written}" from column ${word.at + 1} on is not a word that is known in dates`,
        "Write it as 2024-06-19 or 19 June 2024, or give the locale of its language",
      );
    }
    if (!tokens.some((token) => token.kind === "number" && token.digits > 2)) throw error;
    throw /^\D*\d\d?:\d\d/.test(text)
      ? refused("the time stands before the date", "Write the date first, as in 19 June 2024, 08:15")
      : refused("it is not a date that can be read", "Write it as 2024-06-19 or 19 June 2024");
  }
}

type Limit = "before" | "after" | "notBefore" | "notAfter" | "until" | "since";

function limited(word: Limit, parts: Parts): Span {
  const limit = momentOf(parts);
  if (word === "since") return intervalSpan(limit, null, false, "open");
  if (word === "until") return intervalSpan(null, limit, "open");
  if (word === "before" || word === "notAfter") return beforeSpan(limit, word === "notAfter");
  return afterSpan(limit, word === "notBefore");
}

class Reader {
  constructor(
    private readonly cursor: Cursor,
    private readonly context: SpokenContext,
    private readonly text: string,
    private readonly beforeOrAgo: string | undefined,
  ) {}

  read(): Span | undefined {
    const { cursor } = this;
    const start = cursor.place;
    const said: Parts = {};
    if (cursor.sign("?")) {
      const next = cursor.peek()?.kind;
      if (next === "about" || next === "possibly") said.uncertain = true;
      else cursor.reset(start);
    }
    for (let word = cursor.take("about", "possibly"); word; word = cursor.take("about", "possibly")) {
      said[word === "about" ? "approximate" : "uncertain"] = true;
      cursor.sign(...COMMAS);
    }
    const token = cursor.peek();
    const word = cursor.take(
      "between",
      "from",
      "to",
      "till",
      "until",
      "since",
      "before",
      "after",
      "notBefore",
      "notAfter",
    );
    if (!word) cursor.reset(start);
    switch (word) {
      case undefined:
        return this.dateOrRange();
      case "between":
        return this.between(said);
      case "from":
        return this.range(said, true);
      default: {
        cursor.sign("-", "–");
        const parts = this.parts();
        if (!parts) return undefined;
        if (parts.ago && token && this.text.slice(token.at, token.end).toLowerCase() === this.beforeOrAgo) {
          return momentSpan(momentOf({ ...parts, ...said }));
        }
        if (cursor.take("startUnknown") || this.afterComma("startUnknown")) {
          return intervalSpan(null, momentOf({ ...parts, ...said }), "unknown");
        }
        if (word === "notBefore" && cursor.take("and")) {
          cursor.take("notAfter");
          const last = this.parts();
          return last && this.within(parts, last, said);
        }
        if (word === "since") this.afterComma("present");
        return limited(word === "to" ? "until" : word === "till" ? "before" : (word as Limit), { ...parts, ...said });
      }
    }
  }

  private parts(): Parts | undefined {
    return readParts(this.cursor, this.context.dateOrder, this.context.remarks);
  }

  /** Steps over a closing word, with or without a comma before it. */
  private afterComma(...words: readonly ("present" | "endUnknown" | "startUnknown" | "exact")[]): string | undefined {
    const { cursor } = this;
    const before = cursor.place;
    cursor.sign(...COMMAS);
    const word = cursor.take(...words);
    if (!word) cursor.reset(before);
    return word;
  }

  /** "between 1914 and 1918": once, within stated limits. */
  private between(said: Parts): Span | undefined {
    const a = this.parts();
    if (!a || !(this.cursor.take("and", "to", "until") || this.cursor.sign(...RANGE_SIGNS))) return undefined;
    const b = this.parts();
    if (!b) return undefined;
    this.cursor.take("between");
    return this.within(a, b, said);
  }

  private within(a: Parts, b: Parts, said: Parts): Span {
    const [from, to] = ends(a, b, this.context.remarks);
    if (to.end <= from.start) {
      throw new Refusal("date-invalid", "the second date lies before the first", "Write the earlier date first");
    }
    this.afterComma("exact");
    const moment = between(from, to);
    return momentSpan({
      ...moment,
      approximate: moment.approximate || Boolean(said.approximate),
      uncertain: moment.uncertain || Boolean(said.uncertain),
    });
  }

  private dateOrRange(): Span | undefined {
    const { cursor } = this;
    if (cursor.take("present")) return intervalSpan(null, null, false, "open");
    const start = cursor.place;
    if (cursor.sign("?") && cursor.sign(...RANGE_SIGNS)) {
      const parts = this.parts();
      if (parts) return intervalSpan(null, momentOf(parts), "unknown");
    }
    cursor.reset(start);
    return this.range({});
  }

  /** One date, or several dates that begin with it: a choice, or an interval. */
  private range(said: Parts, from = false): Span | undefined {
    const { cursor } = this;
    const first = this.parts();
    if (!first) return undefined;
    const a = { ...first, ...said };
    if (cursor.done) return from ? intervalSpan(momentOf(a), null, false, "unknown") : momentSpan(momentOf(a));
    const after = cursor.place;
    const closing = this.afterComma("present", "endUnknown", "startUnknown");
    if (closing === "startUnknown") return intervalSpan(null, momentOf(a), "unknown");
    if (closing) return intervalSpan(momentOf(a), null, false, closing === "present" ? "open" : "unknown");
    const list = this.choice(a);
    if (list) return list;
    cursor.reset(after);
    const limit = cursor.take("before", "after", "notBefore", "notAfter", "since", "until");
    if (limit === "since" && this.afterComma("endUnknown")) return intervalSpan(momentOf(a), null, false, "unknown");
    if (limit === "since") this.afterComma("present");
    if (limit && cursor.done) return limited(limit as Limit, a);
    cursor.reset(after);
    cursor.sign(...COMMAS);
    if (!cursor.take("to", "until", "till")) {
      cursor.reset(after);
      if (!cursor.sign(...RANGE_SIGNS)) return momentSpan(momentOf(a));
    }
    if (isDecade(a) && /\d\??[-–]\??$/.test(this.text)) throw decadeOrYear(a.bare as number);
    if (cursor.done) return intervalSpan(momentOf(a), null, false, "unknown");
    return this.second(a);
  }

  /** "1667 or 1668", "1960 and 1961", "1667, 1668 or 1670". */
  private choice(a: Parts): Span | undefined {
    const { cursor } = this;
    const list = [a];
    for (;;) {
      const comma = cursor.sign(...COMMAS);
      const word = cursor.take("or", "and");
      if (!comma && !word) return undefined;
      const next = this.parts();
      if (!next) return undefined;
      list.push(next);
      if (!word) continue;
      if (cursor.take("between")) return list.length === 2 ? this.within(a, next, {}) : undefined;
      const moments = list.slice(1).map((parts) => pair(a, parts, this.context.remarks)[1]);
      moments.unshift(pair(a, list[1] as Parts, this.context.remarks)[0]);
      return setSpan(word === "or" ? "one-of" : "all-of", moments.map(momentSpan));
    }
  }

  private second(a: Parts): Span | undefined {
    const { cursor, context } = this;
    if (cursor.take("present")) return intervalSpan(momentOf(a), null, false, "open");
    const before = cursor.place;
    if (cursor.take("unknown", "endUnknown") || (cursor.sign("?") && cursor.done)) {
      return intervalSpan(momentOf(a), null, false, "unknown");
    }
    cursor.reset(before);
    const time = this.laterTime(a);
    if (time) return this.until(a, time);
    const b = this.parts();
    if (!b) return undefined;
    if (cursor.take("between")) return this.within(a, b, {});
    cursor.take("until", "to");
    const [from, to] = ends(a, b, context.remarks);
    if (from.start < to.end) return intervalSpan(from, to);
    context.remarks.push({
      code: "interval-reversed",
      problem: "it ends before it starts; it is drawn from the earlier date to the later",
      hint: "Write the earlier date first",
    });
    return intervalSpan(to, from);
  }

  /** "1 January 2024, 08:00–09:30": the second time is of the same day, or of the next day if it is earlier. */
  private until(a: Parts, time: Time): Span {
    // "08:00–09:30 UTC+9": the offset is written once.
    const from = momentOf({ ...a, time: { ...time, ...a.time } });
    const end = { ...a.time, ...time };
    const to = momentOf({ ...a, time: end });
    if (from.start < to.end) return intervalSpan(from, to);
    this.context.remarks.push({
      code: "interval-shorthand",
      problem: "the time it ends at is read as one of the day after",
      hint: "Write the day of both times",
    });
    return intervalSpan(from, momentOf({ ...a, time: { ...end, ms: end.ms + DAY } }));
  }

  private laterTime({ time, ...day }: Parts): Time | undefined {
    const { cursor } = this;
    const [before, later]: [number, Parts] = [cursor.place, day];
    if (time) readTime(cursor, later);
    if (later.time && cursor.done) return later.time;
    cursor.reset(before);
    return undefined;
  }
}
