/** Reads EDTF expressions: intervals, sets, single dates with or without a time (ISO 8601-2:2019; LoC EDTF levels 0 to 2). */
import { type DateTimeContext, readDateTime } from "./date-time.js";
import { readEdtfDate, readExpandedDate } from "./edtf-date.js";
import { Refusal } from "../refusal.js";
import { readWeekDate } from "./week-date.js";
import {
  afterSpan,
  beforeSpan,
  between,
  intervalSpan,
  type Moment,
  momentSpan,
  type OpenEnd,
  type Span,
  setSpan,
} from "../span.js";

export interface EdtfContext extends DateTimeContext {
  /** True: only EDTF. False: also intervals of times, and ends in the wrong order, which are swapped. */
  readonly strict: boolean;
}

/** Reads an EDTF expression. `undefined`: the text does not have the shape of EDTF. @throws Refusal if there is no such date */
export function readEdtf(text: string, context: EdtfContext): Span | undefined {
  if (/^[[{]/.test(text) || /[\]}]$/.test(text)) return readSet(text, context);
  const slash = text.indexOf("/");
  if (slash >= 0) return readInterval(text, slash, context);
  const moment =
    readEdtfDate(text) ??
    readDateTime(text, context) ??
    (context.strict ? undefined : (readExpandedDate(text) ?? readWeekDate(text)));
  return moment && momentSpan(moment);
}

/** One end of an interval: a date, `..` (open) or nothing (unknown). */
function readEnd(text: string, context: EdtfContext): { moment: Moment | null; open: OpenEnd } | undefined {
  if (text === "") return { moment: null, open: "unknown" };
  if (text === "..") return { moment: null, open: "open" };
  // The grammar of the Library of Congress has no years beyond four digits in intervals.
  if (context.strict && text.includes("Y")) return undefined;
  const moment =
    readEdtfDate(text) ?? (context.strict ? undefined : (readDateTime(text, context) ?? readWeekDate(text)));
  return moment && { moment, open: false };
}

function readInterval(text: string, slash: number, context: EdtfContext): Span | undefined {
  const [a, b] = [text.slice(0, slash), text.slice(slash + 1)];
  const from = readEnd(a, context);
  const to = readEnd(b, context);
  if (!from || !to) return undefined;
  if (from.moment && to.moment) {
    const reversed = context.strict ? strictlyReversed(from.moment, to.moment, b) : from.moment.start >= to.moment.end;
    if (reversed && context.strict) {
      throw new Refusal("date-invalid", "the interval ends before it starts", "Write the earlier date first");
    }
    if (reversed) {
      context.remarks.push({
        code: "interval-reversed",
        problem: "the interval ends before it starts; it is drawn from the earlier date to the later",
        hint: "Write the earlier date first",
      });
      return intervalSpan(to.moment, from.moment);
    }
  }
  return intervalSpan(from.moment, to.moment, from.open, to.open);
}

/** An end with unspecified digits counts with its latest day, any other with its first. */
function strictlyReversed(from: Moment, to: Moment, toText: string): boolean {
  return toText.includes("X") ? from.start >= to.end : from.start > to.start;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

function readSet(text: string, context: EdtfContext): Span | undefined {
  const open = text[0] ?? "";
  if (text.length < 2 || CLOSING[open] !== text.at(-1)) {
    throw new Refusal(
      "date-invalid",
      "its brackets do not match",
      "Write [1667,1668] for one of, {1667,1668} for all of",
    );
  }
  const kind = open === "[" ? "one-of" : "all-of";
  const members: Span[] = [];
  // An example of the Library of Congress has a blank after a comma, so blanks around commas are allowed.
  for (const part of text.slice(1, -1).split(/ *, */)) {
    const member = readMember(part, kind, context);
    if (!member) return undefined;
    members.push(member);
  }
  return members.length === 1 ? (members[0] as Span) : setSpan(kind, members);
}

function readMember(text: string, kind: "one-of" | "all-of", context: EdtfContext): Span | undefined {
  const dots = text.indexOf("..");
  if (dots < 0) {
    const moment = readEdtfDate(text) ?? (context.strict ? undefined : readDateTime(text, context));
    return moment && momentSpan(moment);
  }
  const [a, b] = [text.slice(0, dots), text.slice(dots + 2)];
  const from = a === "" ? null : readEdtfDate(a);
  const to = b === "" ? null : readEdtfDate(b);
  if (from === undefined || to === undefined || (!from && !to)) return undefined;
  if (from && to && from.start > to.start) {
    throw new Refusal("date-invalid", "a range in the set ends before it starts", "Write the earlier date first");
  }
  if (from && to) return kind === "one-of" ? momentSpan(between(from, to)) : intervalSpan(from, to);
  if (kind === "all-of") return intervalSpan(from, to, from ? false : "open", to ? false : "open");
  return from ? afterSpan(from, true) : beforeSpan(to as Moment, true);
}
